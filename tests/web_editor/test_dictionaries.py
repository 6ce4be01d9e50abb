"""Fields of a data dictionary in a real browser: changed, added, renamed, moved and removed, each as a draft."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from ccm.store.listing import versions_of
from content_blocks.yaml_source import read_yaml
from tests.ccm.store.world import World
from tests.web_editor.axe import shortcomings
from tests.web_editor.conftest import Served

PLACE = "/administration/dictionaries/letter"


def fields(world: World) -> Any:
    """The fields of what was saved last."""
    return read_yaml(world.text("dictionary", "letter").decode()).content["fields"]


def test_a_field_is_said_to_be_sensitive_in_a_draft(served: Served, small: World) -> None:
    with served.signed_in("law", locale="en-GB") as page:
        page.goto(PLACE)
        page.get_by_role("link", name="Change… email").click()
        page.locator('[name="label/en"]').fill("Email address")
        page.get_by_label("Sample").fill("eve@example.com")
        page.get_by_label("Protection").select_option("sensitive")
        page.get_by_role("button", name="Save the draft").click()
        row = page.get_by_role("row", name="Email address")
        expect(row).to_contain_text("eve@example.com")
        expect(row).to_contain_text("sensitive")
    field = fields(small)["email"]
    assert (field["privacy"], field["label"]["de"], field["as"]) == ("sensitive", "Adresse", "email")
    states = {it.version: it.state for it in versions_of(small.home, "dictionary", "letter")}
    assert states == {"1.0": "in force", "1.1": "draft"}


def test_a_field_that_somebody_else_changed_meanwhile_is_not_overwritten(served: Served, small: World) -> None:
    with served.signed_in("law", locale="en-GB", refusals=True) as page:
        page.goto(f"{PLACE}/field?path=phone")
        text = small.text("dictionary", "letter").decode()
        small.save("law", "dictionary", "letter", text.replace("ada@", "cy@").replace("'1.0'", "'1.1'"))
        page.get_by_role("button", name="Save the draft").click()
        expect(page.locator("#form .fault")).to_be_visible()
    assert b"cy@example.com" in small.text("dictionary", "letter")


def test_fields_are_added_with_choices_moved_renamed_and_removed(served: Served, small: World) -> None:
    with served.signed_in("law", locale="en-GB", refusals=True) as page:
        page.goto(PLACE)
        page.get_by_role("link", name="New field…").click()
        page.get_by_label("Type", exact=True).select_option("choice")
        page.get_by_label("Name in files").fill("days")
        page.get_by_role("button", name="Save the draft").click()  # the name is taken
        expect(page.locator('[name="name"]')).to_have_attribute("aria-invalid", "true")
        page.get_by_label("Name in files").fill("Tone of voice")
        page.get_by_role("button", name="Add: Choices").click()
        expect(page.locator('[name="choices/0/value"]')).to_be_focused()
        page.locator('[name="choices/0/value"]').fill("warm")
        page.locator('[name="choices/0/de"]').fill("herzlich")
        page.locator('[name="choices/0/en"]').fill("warmly")
        page.get_by_role("button", name="Save the draft").click()  # that is no name
        expect(page.locator("#form .fault").first).to_be_visible()
        assert shortcomings(page) == []
        page.get_by_label("Name in files").fill("tone")
        page.get_by_label("Has to be there").select_option("false")
        page.get_by_role("button", name="Save the draft").click()
        page.wait_for_url(f"**{PLACE}")
        tone = {"type": "choice", "required": False, "choices": {"warm": {"de": "herzlich", "en": "warmly"}}}
        assert fields(small)["tone"] == tone
        page.get_by_role("button", name="Move up: tone").click()
        expect(page.locator("tbody").first.locator("tr code").nth(4)).to_have_text("tone")
        page.get_by_role("link", name="Change… tone").click()
        expect(page.locator("#uses-of-field")).to_contain_text("Nothing uses it.")
        page.get_by_label("Name in files").fill("manner")
        page.get_by_role("button", name="Save the draft").click()
        page.wait_for_url(f"**{PLACE}")
        assert list(fields(small))[4:] == ["manner", "days"]
        page.get_by_role("link", name="Change… manner").click()
        page.get_by_role("button", name="Remove…").click()
        page.get_by_role("dialog").get_by_role("button", name="Remove").click()
        page.wait_for_url(f"**{PLACE}")
    assert "manner" not in fields(small)


def test_what_uses_a_field_is_shown_before_it_goes(served: Served, small: World) -> None:
    with served.signed_in("law", locale="de-DE") as page:
        page.goto(f"{PLACE}/field?path=days")
        uses = page.locator("#uses-of-field")
        expect(uses).to_contain_text("Ein Schreiben")
        expect(uses).to_contain_text("body.opening")
        expect(uses.get_by_role("link", name="Irgendwer").first).to_be_visible()
        page.goto(f"{PLACE}/field?path=id")
        expect(uses.locator(".fault")).to_be_visible()
