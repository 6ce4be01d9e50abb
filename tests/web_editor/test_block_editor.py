"""A content block written by its owner in the editor: seen where it is shown, saved as a draft, and by nobody else."""

from __future__ import annotations

import re
from typing import Any

from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect

from content_blocks.yaml_source import read_yaml
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World
from tests.web_editor.conftest import Served
from tests.web_editor.document.documents import nodes
from tests.web_editor.test_editor import saved
from web_editor.document import get_content_block

EDIT = "/blocks/notice/edit"


def open_block(page: Page, language: str = "en") -> None:
    """The editor of the notice, when it stands."""
    page.goto(f"{EDIT}?language={language}")
    expect(page.locator("#editor")).not_to_have_attribute("aria-busy", "true")


def stored(world: World) -> dict[str, Any]:
    return dict(read_yaml(world.text("block", "notice").decode()).content)


def test_its_owner_writes_it_and_sees_it_where_it_is_shown(served: Served, small: World) -> None:
    with served.signed_in("law", locale="en-GB", refusals=True) as page:  # the letter does not give it the new input
        open_block(page)
        expect(page.locator(".about")).to_contain_text("compliance")
        page.locator(".inside .words-text .line").click()
        page.keyboard.press("End")
        page.keyboard.type(" Free of charge.")
        saved(page)
        mail = page.frame_locator(".pane-desktop iframe")
        expect(mail.locator("body")).to_contain_text("Free of charge.", timeout=30_000)

        page.get_by_label("Shown in").select_option("letter")
        expect(mail.locator("h1")).to_contain_text("Your letter", timeout=30_000)
        expect(mail.locator("body")).to_contain_text("Free of charge.")
        expect(page.get_by_label("Recipient")).to_have_value("plain")

        page.get_by_role("button", name="Change details…").click()
        form = page.locator(".settings")
        form.get_by_label("Citation").fill("BGB § 675g, 676")
        form.get_by_label("Jurisdictions").fill("DE, AT")
        page.keyboard.press("Tab")
        expect(page.locator(".about")).to_contain_text("DE, AT")
        expect(form.get_by_label("Citation")).to_be_focused()
        saved(page)
        form.get_by_label("Name of a new entry under Inputs").fill("Days left")
        form.locator("fieldset", has_text="Inputs").get_by_role("button", name="Add").first.click()
        expect(page.locator(".entries-inputs .entry")).to_have_attribute("data-field", "days_left")
        saved(page)
        expect(page.locator(".about")).to_contain_text("675g, 676")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator(".entries-inputs .entry")).to_have_count(0)
        saved(page)
        page.get_by_role("link", name="de", exact=True).click()
        stale = page.locator(".words.is-stale .line")
        expect(stale).to_have_count(1)
        stale.click()
        page.get_by_role("button", name="The translation is still right").click()
        saved(page)
        page.get_by_role("link", name="Submit…").click()
        expect(page.locator("section", has=page.locator("#changes"))).to_contain_text("Free of charge.")
        expect(page.locator(".affected")).to_contain_text("A letter")
    made = stored(small)
    assert (made["version"], made["citation"], made["jurisdiction"]) == ("1.1", "BGB § 675g, 676", ["DE", "AT"])
    assert made["long"][0]["text"]["en"] == "You may object within two months. Free of charge."
    assert "inputs" not in made or made["inputs"] == {}


def test_nothing_comes_beside_the_wording_and_problems_lead_into_it(served: Served, small: World) -> None:
    with served.signed_in("law", locale="de-DE", refusals=True) as page:
        open_block(page, "de")
        page.locator(".inside .words-text .line").click()
        page.keyboard.press("Control+a")
        page.keyboard.press("Control+Alt+ArrowUp")
        page.locator(".words-title .line").click()
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Baustein", exact=True).click()
        page.keyboard.type("Text")
        page.keyboard.press("Enter")
        expect(page.locator(".inside .block-text")).to_have_count(2)
        page.keyboard.type("Kostenlos.")
        saved(page)
        page.goto(f"{EDIT}?language=en")
        expect(page.locator("#editor")).not_to_have_attribute("aria-busy", "true")
        problem = page.locator(".problems .fault", has_text="Englisch").or_(page.locator(".problems .fault")).first
        expect(problem).to_be_visible(timeout=30_000)
        problem.get_by_role("button", name="Stelle zeigen").click()
    assert [it["text"]["de"] for it in stored(small)["long"]][1] == "Kostenlos."


def test_who_does_not_own_it_reads_it_and_is_told_why(served: Served, small: World) -> None:
    before = small.text("block", "notice")
    with served.signed_in("bob", locale="en-GB") as page:
        open_block(page)
        expect(page.get_by_role("note")).to_contain_text("belongs to compliance")
        expect(page.locator(".ProseMirror")).to_have_attribute("contenteditable", "false")
        expect(page.locator(".status")).to_have_text("Only to be read")
        expect(page.locator(".pane-desktop")).to_be_visible(timeout=30_000)
        page.get_by_role("button", name="Ask its owner to change it").click()
        page.get_by_label("What should change, and why?").fill("Three months?")
        page.get_by_role("button", name="Ask", exact=True).click()
        expect(page.locator(".toast")).to_contain_text("Asked.")
    assert small.text("block", "notice") == before


def written(client: TestClient, seen: str, document: Any) -> Any:
    sent = {"document": document}
    return client.put(
        "/blocks/notice/document?language=en",
        json=sent,
        headers={"If-Match": f'"{seen}"', "Accept": "application/json"},
    )


def say(document: Any, field: str, words: str) -> None:
    *_, node = (it for it in nodes(document, "words") if it["attrs"]["field"] == field)
    node["content"] = [{"type": "text", "text": words}]


def test_only_its_owner_saves_it_and_two_of_them_lose_nothing(site: Any, small: World) -> None:
    content, seen = stored(small), small.draft("block", "notice")
    mine, theirs = (get_content_block(content, "en") for _ in range(2))
    say(mine, "text", "You may object within three months.")
    say(theirs, "short", "Object within two months.")
    with signed_in(site, small.home, "bob") as bob:
        assert [it["code"] for it in written(bob, seen, mine).json()["problems"]] == ["change-not-yours"]
    with signed_in(site, small.home, "law") as law:
        saved_as = written(law, seen, theirs).json()
        assert saved_as["version"] == "1.1"
        assert [it["code"] for it in written(law, seen, mine).json()["problems"]] == ["edited-meanwhile"]
        merged = law.post("/blocks/notice/merge?language=en", json={"document": mine, "base": seen}).json()
        assert merged["clashes"] == []
        assert written(law, merged["hash"], merged["document"]).json()["version"] == "1.1"
    made = stored(small)
    assert made["long"][0]["text"]["en"] == "You may object within three months."
    assert made["short"]["en"] == "Object within two months."
    assert small.text("block", "notice").count(b"1.1") == 1


def test_a_hand_made_client_writes_nothing_else(site: Any, small: World) -> None:
    content, seen = stored(small), small.draft("block", "notice")
    document = get_content_block(content, "en")
    next(nodes(document, "block"))["attrs"]["settings"]["block"] = "fee"
    with signed_in(site, small.home, "law") as law:
        answer = written(law, seen, document)
        assert [(it["where"], it["code"]) for it in answer.json()["problems"]] == [("block", "field-not-known")]
        assert law.get("/blocks/no-such/document?language=en").status_code == 404
    assert re.search(rb"version: '1\.0'", small.text("block", "notice"))


def test_two_languages_of_it_stand_side_by_side(served: Served, small: World) -> None:
    with served.signed_in("law", locale="en-GB") as page:
        open_block(page)
        expect(page.locator(".pane-pdf img")).to_be_visible(timeout=30_000)
        page.get_by_role("button", name="Compare").click()
        second = page.get_by_role("group", name="Side B", exact=True)
        expect(second.get_by_label("Recipient")).to_be_hidden()
        expect(second.get_by_label("Language")).to_have_value("de")
        expect(page.locator(".differences li").first).to_be_visible(timeout=30_000)
        expect(page.frame_locator('.pane-desktop [data-side="B"] iframe').locator("body")).to_contain_text(
            "binnen zwei"
        )
        page.get_by_label("Shown in").select_option("letter")
        expect(page.locator(".differences")).to_have_count(0)
        expect(page.locator("[name=brand] option")).to_have_text(["Ahornbank AG"])
        page.get_by_role("button", name="Compare").click()
        expect(second.get_by_label("Recipient")).to_be_visible()
        expect(page.locator(".differences li").first).to_be_visible(timeout=30_000)
