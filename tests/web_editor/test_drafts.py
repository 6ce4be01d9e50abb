"""What letters are made of, changed as forms in a real browser: each a draft, and nothing that was approved changes."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from ccm.store.listing import versions_of
from content_blocks.yaml_source import read_yaml
from templates_store.choose import Kind
from tests.ccm.store.world import World
from tests.web_editor.conftest import Served

PNG = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
ACTING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>'


def saved(world: World, kind: Kind, name: str) -> Any:
    """What was saved last of an item, as data."""
    return read_yaml(world.text(kind, name).decode()).content


def test_a_field_is_said_to_be_sensitive_in_a_draft(served: Served, small: World) -> None:
    with served.signed_in("law", locale="en-GB") as page:
        page.goto("/administration/dictionaries/letter")
        page.get_by_role("button", name="Change… email").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Label en").fill("Email address")
        dialog.get_by_label("Sample").fill("eve@example.com")
        dialog.get_by_label("Protection").select_option("sensitive")
        dialog.get_by_role("button", name="Save the draft").click()
        row = page.get_by_role("row", name="Email address")
        expect(row).to_contain_text("eve@example.com")
        expect(row).to_contain_text("sensitive")
    field = saved(small, "dictionary", "letter")["fields"]["email"]
    assert (field["privacy"], field["label"]["de"], field["as"]) == ("sensitive", "Adresse", "email")
    states = {it.version: it.state for it in versions_of(small.home, "dictionary", "letter")}
    assert states == {"1.0": "in force", "1.1": "draft"}


def test_a_field_that_somebody_else_changed_meanwhile_is_not_overwritten(served: Served, small: World) -> None:
    with served.signed_in("law", locale="en-GB", refusals=True) as page:
        page.goto("/administration/dictionaries/letter")
        page.get_by_role("button", name="Change… phone").click()
        expect(page.get_by_role("dialog").get_by_label("Label en")).to_be_visible()
        text = small.text("dictionary", "letter").decode()
        small.save("law", "dictionary", "letter", text.replace("ada@", "cy@").replace("'1.0'", "'1.1'"))
        page.get_by_role("dialog").get_by_role("button", name="Save the draft").click()
        expect(page.get_by_role("dialog").get_by_role("alert")).to_be_visible()
    assert b"cy@example.com" in small.text("dictionary", "letter")


def test_a_workflow_is_shown_as_it_counts(served: Served, small: World) -> None:
    with served.signed_in("ada", locale="de-DE") as page:
        page.goto("/administration/workflows")
        expect(page.locator(".routes > li").last).to_contain_text("Compliance")


def test_a_workflow_is_changed_as_a_draft(served: Served, small: World) -> None:
    path = Path(__file__).parents[2] / "templates_store" / "library" / "workflows" / "standard.yaml"
    small.save("law", "workflow", "standard", path.read_bytes())
    with served.signed_in("law", locale="en-GB") as page:
        page.goto("/administration/workflows")
        page.get_by_role("button", name="Change…").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Business wording: Compliance").check()
        dialog.get_by_label("People who have to agree").last.fill("2")
        dialog.get_by_role("button", name="Save the draft").click()
        expect(dialog).to_be_hidden()
    content = saved(small, "workflow", "standard")
    assert content["routes"]["business wording"] == ["content", "compliance"]
    assert [step.get("quorum", 1) for step in content["steps"]] == [1, 2]


def test_a_picture_is_kept_once_its_content_was_checked(served: Served, small: World, tmp_path: Path) -> None:
    (tmp_path / "Logo.png").write_bytes(PNG)
    with served.signed_in("law", locale="en-GB") as page:
        page.goto("/administration/assets")
        page.get_by_role("button", name="Upload a picture").click()
        page.get_by_role("dialog").locator("input[type=file]").set_input_files(tmp_path / "Logo.png")
        page.get_by_role("dialog").get_by_role("button", name="Upload").click()
        expect(page.get_by_role("heading", name="logo.png")).to_be_visible()
        width = "document.querySelector('.picture').naturalWidth"
        page.wait_for_function(f"() => {width} > 0")
    assert small.text("asset", "logo.png") == PNG


@pytest.mark.parametrize(("name", "content"), [("logo.svg", ACTING), ("logo.png", "no picture at all")])
def test_a_picture_that_could_act_or_is_none_is_refused(
    served: Served, small: World, tmp_path: Path, name: str, content: str
) -> None:
    (tmp_path / name).write_text(content)
    with served.signed_in("law", locale="en-GB", refusals=True) as page:
        page.goto("/administration/assets")
        page.get_by_role("button", name="Upload a picture").click()
        page.get_by_role("dialog").locator("input[type=file]").set_input_files(tmp_path / name)
        page.get_by_role("dialog").get_by_role("button", name="Upload").click()
        expect(page.get_by_role("dialog").get_by_role("alert").first).to_be_visible()
    assert small.draft("asset", name) == ""
