"""Personas in a real browser: made of samples or of a pasted record, changed as a form, doubled, and shown by title."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import expect

from content_blocks.yaml_source import read_yaml, write_yaml
from tests.ccm.store.world import World
from tests.web_editor.axe import shortcomings
from tests.web_editor.conftest import Served
from tests.web_editor.test_brands import SLOW, field

PLACE = "/administration/personas"
PASTED = {"id": "9", "language": "en", "email": "eve@example.com", "phone": "+4915112345678", "days": 3}


def saved(world: World, name: str) -> Any:
    return json.loads(world.text("persona", f"letter/{name}"))


def test_a_persona_is_changed_as_a_form_beside_what_it_gets(served: Served, small: World) -> None:
    with served.signed_in("bob", locale="en-GB", refusals=True) as page:
        page.goto(PLACE)
        page.get_by_role("link", name="Somebody").click()
        expect(page.get_by_role("heading", name="Somebody")).to_be_visible()
        page.get_by_role("button", name="Email", exact=True).click()
        mail = page.frame_locator("iframe[data-frame=light]").locator("body")
        expect(mail).to_contain_text("You have 14 days.", timeout=SLOW)
        field(page, "record/days").fill("21")
        expect(mail).to_contain_text("You have 21 days.", timeout=SLOW)
        field(page, "record/email").fill("no address")
        expect(field(page, "record/email")).to_have_attribute("aria-invalid", "true", timeout=SLOW)
        assert shortcomings(page) == []
        field(page, "record/email").fill("eve@example.com")
        expect(page.locator("#sample-faults .fault")).to_have_count(0, timeout=SLOW)
        page.get_by_label("Title in English").fill("Somebody patient")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("heading", name="Somebody patient")).to_be_visible()
    found = saved(small, "plain")
    assert found["title"] == {"en": "Somebody patient", "de": "Irgendwer"}
    assert found["record"] == {
        "id": "1",
        "language": "en",
        "email": "eve@example.com",
        "phone": "+4915112345678",
        "days": 21,
    }


def test_personas_are_made_of_samples_of_a_record_and_of_each_other(served: Served, small: World) -> None:
    with served.signed_in("bob", locale="de-DE", refusals=True) as page:
        page.goto(PLACE)
        page.get_by_role("button", name="Neue Persona …").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Vorlage").select_option("letter")
        dialog.get_by_label("Titel").fill("Frau Größe")
        dialog.get_by_role("button", name="Anlegen").click()
        page.wait_for_url("**/letter/frau-grosse")
        assert saved(small, "frau-grosse")["record"]["email"] == "ada@example.com"
        page.get_by_role("button", name="Datensatz einfügen …").click()
        page.get_by_role("dialog").locator("textarea").fill("{")
        page.get_by_role("dialog").get_by_role("button", name="Sichern").click()
        expect(page.get_by_role("dialog").get_by_role("alert")).to_be_visible()
        page.get_by_role("dialog").locator("textarea").fill(json.dumps(PASTED))
        page.get_by_role("dialog").get_by_role("button", name="Sichern").click()
        expect(page.locator('[name="record/id"]')).to_have_value("9")
        page.get_by_role("button", name="Duplizieren …").click()
        page.get_by_role("dialog").get_by_role("button", name="Anlegen").click()
        page.wait_for_url("**/letter/frau-grosse-2")
    assert saved(small, "frau-grosse-2")["record"] == PASTED == saved(small, "frau-grosse")["record"]


def test_records_of_a_list_are_added_doubled_moved_and_removed(served: Served, small: World) -> None:
    dictionary: dict[str, Any] = dict(read_yaml(small.text("dictionary", "letter").decode()).content)
    of_a_line = {"text": {"type": "text", "label": {"en": "What", "de": "Was"}}, "amount": {"type": "integer"}}
    lines = {"type": "list", "required": False, "label": {"en": "Lines", "de": "Zeilen"}, "fields": of_a_line}
    dictionary |= {"version": "1.1", "fields": {**dictionary["fields"], "lines": lines}}
    small.save("law", "dictionary", "letter", write_yaml(dictionary))
    with served.signed_in("bob", locale="en-GB", refusals=True) as page:
        page.goto(f"{PLACE}/letter/plain")
        page.get_by_role("button", name="Add: Lines").click()
        expect(field(page, "record/lines/0/text")).to_be_focused()
        field(page, "record/lines/0/text").fill("Rent")
        field(page, "record/lines/0/amount").fill("7")
        page.get_by_role("button", name="Duplicate: Lines 1").click()
        field(page, "record/lines/1/text").fill("Food")
        page.get_by_role("button", name="Move up: Lines 2").click()
        expect(field(page, "record/lines/0/text")).to_have_value("Food")
        page.get_by_role("button", name="Duplicate: Lines 1").click()
        expect(page.locator(".records .tag")).to_have_text("3")
        page.get_by_role("button", name="Remove: Lines 1").click()
        expect(page.locator(".records .tag")).to_have_text("2")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("row", name="1.1")).to_be_visible()
    assert saved(small, "plain")["record"]["lines"] == [{"text": "Food", "amount": 7}, {"text": "Rent", "amount": 7}]
