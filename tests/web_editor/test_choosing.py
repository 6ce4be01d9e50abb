"""Clauses chosen by what they say, with what they want to know; pictures chosen by what they show."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import Any

from PIL import Image
from playwright.sync_api import Page, expect

from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World
from tests.web_editor.conftest import Served
from tests.web_editor.test_editor import open_editor, saved

FEE: dict[str, Any] = {
    "block": "fee",
    "version": "1.0",
    "title": {"en": "Fee for late notice", "de": "Entgelt bei später Meldung"},
    "owner": "compliance-fees",
    "jurisdiction": ["DE"],
    "citation": "BGB § 675d",
    "source_language": "en",
    "review_by": "2099-12-31",
    "effective": {"from": "2026-01-01"},
    "inputs": {
        "days": {"type": "integer", "label": {"en": "Days", "de": "Tage"}, "min": "1"},
        "place": {"type": "text", "label": {"en": "Branch", "de": "Filiale"}},
    },
    "blanks": {"hours": {"label": {"en": "Hours", "de": "Zeiten"}}},
    "long": [
        {
            "id": "text",
            "type": "text",
            "text": {
                "en": "After {{ input.days | number }} days {{ input.place }} charges a fee, {{ blank.hours }}.",
                "de": "Nach {{ input.days | number }} Tagen erhebt {{ input.place }} ein Entgelt, {{ blank.hours }}.",
            },
        }
    ],
    "short": {"en": "A fee applies.", "de": "Ein Entgelt fällt an."},
}


def with_fee(small: World) -> None:
    small.save("law", "block", "fee", write_yaml(stamp(FEE, "en")))
    small.publish("law", ("block", "fee"))


def png(colour: str) -> str:
    made = BytesIO()
    Image.new("RGB", (60, 40), colour).save(made, "PNG")
    return b64encode(made.getvalue()).decode()


def letter(small: World) -> dict[str, Any]:
    return dict(read_yaml(small.text("template", "letter").decode()).content)


def test_a_clause_is_chosen_and_told_what_it_wants_to_know(served: Served, small: World) -> None:
    with_fee(small)
    with served.signed_in("law", locale="en-GB", refusals=True) as page:
        open_editor(page)
        page.locator(".block-text .line").first.click()
        page.get_by_role("button", name="Block", exact=True).click()
        page.keyboard.type("Clause")
        page.keyboard.press("Enter")
        box = page.get_by_role("dialog", name="Put in a clause")
        box.get_by_label("Search for a clause").fill("charges a fee")
        expect(box.locator(".clause-row")).to_have_count(1)
        box.get_by_role("radio", name="Fee for late notice").check()
        expect(box.locator(".clause-words")).to_contain_text("After Days days Branch charges a fee")
        days = box.get_by_label("Days: where it comes from")
        expect(days).to_have_value("days")
        expect(box.locator(".needed:not(:empty)")).to_have_count(1)
        box.get_by_role("button", name="Put it in").click()
        expect(page.locator("[data-id=fee] .fixed")).to_contain_text("Fee for late notice")
        expect(page.locator("[data-id=fee] > .block-head")).to_have_attribute(
            "data-fault", "The clause needs this input.", timeout=30_000
        )
        saved(page)

        page.get_by_role("button", name="Show the place").first.click()
        page.keyboard.press("Control+.")
        form = page.locator(".settings")
        form.get_by_label("Branch: where it comes from").select_option(label="a value of its own…")
        form.get_by_label("Branch: value").fill("Berlin")
        page.keyboard.press("Tab")
        page.locator("[data-id=fee] .entries-blanks .line").click()
        page.keyboard.type("9 to 5")
        mail = page.frame_locator(".pane-desktop iframe")
        expect(mail.locator("body")).to_contain_text("After 14 days Berlin charges a fee, 9 to 5.", timeout=30_000)
        saved(page)

        choose_another(page)
        page.get_by_role("button", name="Undo").click()
        saved(page)
    use = next(it for it in letter(small)["body"] if it["id"] == "fee")
    assert use["with"] == {"days": "days", "place": "'Berlin'"}
    assert (use["block"], use["follow"], use["blanks"]) == ("fee", "approved", {"hours": {"en": "9 to 5"}})


def choose_another(page: Page) -> None:
    """Another clause in the place of the fee, pinned."""
    page.locator(".settings").get_by_role("button", name="Choose another clause…").click()
    other = page.get_by_role("dialog", name="Choose another clause")
    expect(other.get_by_role("radio", name="Fee for late notice")).to_be_checked()
    other.get_by_role("radio", name="Right to object").check()
    other.get_by_label("Shows").select_option(label="exactly this version")
    other.get_by_role("button", name="Use it").click()
    expect(page.locator("[data-id=fee] .fixed")).to_contain_text("Right to object")


def test_who_does_not_own_locks_reads_clauses_and_asks(served: Served, small: World) -> None:
    before = small.text("template", "letter")
    with served.signed_in("bob", locale="de-DE") as page:
        open_editor(page, language="de")
        page.locator(".block-text .line").first.click()
        page.get_by_role("button", name="Baustein", exact=True).click()
        page.keyboard.type("Klausel")
        page.keyboard.press("Enter")
        box = page.get_by_role("dialog", name="Klausel einfügen")
        box.get_by_role("radio", name="Widerspruch").check()
        expect(box.locator(".clause-words")).to_contain_text("binnen zwei Monaten")
        box.get_by_role("button", name="Compliance um Einfügen bitten").click()
        expect(page.get_by_label("Was soll sich ändern, und warum?")).to_have_value(
            "Bitte die Klausel „Widerspruch“ (notice) einfügen."
        )
    assert small.text("template", "letter") == before


def test_a_picture_is_chosen_by_what_it_shows(served: Served, small: World) -> None:
    with served.signed_in("bob", locale="en-GB") as page:
        for name, colour in (("house.png", "red"), ("garden.png", "green")):
            sent = {"picture": png(colour)}
            token = page.request.get("/api/v1/session").json()["form_token"]
            headers = {"If-None-Match": "*", "X-CSRF-Token": token, "Origin": served.address}
            answer = page.request.put(f"/api/v1/items/asset/{name}", data=sent, headers=headers)
            assert answer.ok, answer.text()
        open_editor(page)
        page.locator(".block-text .line").first.click()
        page.get_by_role("button", name="Block", exact=True).click()
        page.keyboard.type("Image")
        page.keyboard.press("Enter")
        box = page.get_by_role("dialog", name="Put in a picture")
        expect(box.locator(".picture-tile")).to_have_count(2)
        expect(box.locator(".picture-tile").first).to_contain_text("60 × 40 px")
        box.get_by_label("Search by name").fill("hou")
        expect(box.locator(".picture-tile")).to_have_count(1)
        box.locator(".picture-tile").click()
        box.get_by_role("button", name="Use it").click()
        expect(box).to_be_visible()  # words for it are needed
        box.get_by_label("Text alternative").fill("A house")
        box.get_by_role("button", name="Use it").click()
        expect(box).to_have_count(0)
        saved(page)
        mail = page.frame_locator(".pane-desktop iframe")
        expect(mail.get_by_alt_text("A house")).to_be_visible(timeout=30_000)
    picture = next(it for it in letter(small)["body"] if it["type"] == "image")
    assert (picture["asset"], picture["alt"]) == ("house.png", {"en": "A house"})


def test_an_input_is_answered_by_the_field_that_is_called_like_it(site: Any, small: World) -> None:
    with_fee(small)
    with signed_in(site, small.home, "bob") as bob:
        found = {it["name"]: it for it in bob.get("/templates/letter/clauses?language=de").json()}
        assert found["notice"]["held"] == "in force"
        days, place = found["fee"]["inputs"]
        assert (days["suggested"], days["fields"], place["suggested"]) == ("days", ["days"], "")
        assert "days" not in place["fields"]
        assert found["fee"]["title"] == "Fee for late notice"
        assert bob.get("/templates/letter/clauses?language=de&search=no-such").json() == []
