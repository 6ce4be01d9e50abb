"""What letters are made of, changed as forms in a real browser: each a draft, and nothing that was approved changes."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from content_blocks.yaml_source import read_yaml
from templates_store.choose import Kind
from tests.ccm.store.world import World
from tests.web_editor.conftest import Served

PNG = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
SPECIMEN = (Path(__file__).parents[2] / "content_blocks" / "specimen.png").read_bytes()
ACTING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>'


def saved(world: World, kind: Kind, name: str) -> Any:
    """What was saved last of an item, as data."""
    return read_yaml(world.text(kind, name).decode()).content


def test_a_workflow_is_shown_as_it_counts(served: Served, small: World) -> None:
    with served.signed_in("ada", locale="de-DE") as page:
        page.goto("/administration/workflows")
        expect(page.locator(".routes > li").last).to_contain_text("Compliance")


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


def test_a_picture_is_replaced_by_a_draft_of_the_same_kind(served: Served, small: World, tmp_path: Path) -> None:
    small.save("law", "asset", "mark.png", PNG)
    small.publish("law", ("asset", "mark.png"))
    (tmp_path / "none.png").write_text("no picture at all")
    (tmp_path / "other.png").write_bytes(SPECIMEN)
    with served.signed_in("law", locale="en-GB", refusals=True) as page:
        page.goto("/administration/assets/mark.png")
        page.get_by_role("button", name="Replace…").click()
        dialog = page.get_by_role("dialog")
        dialog.locator("input[type=file]").set_input_files(tmp_path / "none.png")
        dialog.get_by_role("button", name="Save the draft").click()
        expect(dialog.get_by_role("alert").first).to_be_visible()
        dialog.locator("input[type=file]").set_input_files(tmp_path / "other.png")
        dialog.get_by_role("button", name="Save the draft").click()
        expect(page.get_by_role("row", name="1.1")).to_contain_text("Draft")
        expect(page.get_by_role("row", name="1.0")).to_contain_text("In force")
        expect(page.get_by_role("link", name="Submit…")).to_be_visible()
    assert small.text("asset", "mark.png") != PNG
