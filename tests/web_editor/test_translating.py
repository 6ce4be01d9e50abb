"""Translating in a real browser: both languages side by side, what is open is found, and said to be still right."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from playwright.sync_api import Page, expect

from content_blocks.text import text_hash
from content_blocks.yaml_source import read_yaml, write_yaml
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World
from tests.web_editor.axe import shortcomings
from tests.web_editor.conftest import Served
from tests.web_editor.test_editor import open_editor, saved

OLD = "You have {{ days | number }} days."
NEW = "You have {{ days | number }} working days."

HIDING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".fixed-pair { opacity: 0 }");
    document.adoptedStyleSheets = [sheet];
}"""
"""What hides locked wording in both languages, until the editor takes it away."""


@pytest.fixture
def left_behind(small: World) -> World:
    """The letter after its English opening was changed, without a German subject."""
    content = _letter(small)
    content["version"] = "1.1"
    _opening(content)["text"]["en"] = NEW
    content["messages"] = {"subject": {"en": content["messages"]["subject"]["en"]}}
    small.save("bob", "template", "letter", write_yaml(content))
    return small


def _letter(small: World) -> dict[str, Any]:
    return dict(read_yaml(small.text("template", "letter").decode()).content)


def _opening(content: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(it for it in content["body"] if it["id"] == "opening")
    return found


def _translates(small: World) -> str:
    """The hash of the source text that the German opening says it translates."""
    return str(_opening(_letter(small))["text"]["of"]["de"])


def _counted(page: Page, words: str) -> None:
    expect(page.locator(".counted")).to_have_text(words)


def test_somebody_translates_what_is_open(served: Served, left_behind: World) -> None:
    with served.signed_in("bob", refusals=True, locale="en-GB") as page:
        open_editor(page, language="de")
        _counted(page, "1 missing, 1 out of date")
        page.get_by_role("button", name="Side by side").click()
        opening = page.locator('.block[data-id="opening"] .words-text')
        expect(opening.locator("ins")).to_contain_text("working")
        expect(opening.locator(".source-note")).to_contain_text("version 1.0")
        clause = page.locator(".fixed .fixed-words")
        expect(clause).to_have_count(2)
        assert [it.get_attribute("lang") for it in clause.all()] == ["en", "de"]
        _same_height(page, '.block[data-id="opening"] .words-text')
        assert shortcomings(page) == []
        page.evaluate(HIDING)
        expect(page.locator(".fixed-pair")).to_have_css("opacity", "1", timeout=15_000)
        page.keyboard.press("F8")
        page.get_by_role("button", name="Take over to translate").click()
        page.keyboard.type("Ihr Brief")
        _counted(page, "1 out of date")
        page.keyboard.press("F8")
        page.keyboard.press("Control+Enter")
        _counted(page, "Everything is translated")
        expect(opening.locator("ins")).to_have_count(0)
        saved(page)
        assert _letter(left_behind)["messages"]["subject"]["de"] == "Ihr Brief"
        assert _translates(left_behind) == text_hash(NEW)
        assert _opening(_letter(left_behind))["text"]["de"].startswith("Sie haben")
        page.keyboard.press("Control+z")
        _counted(page, "1 out of date")
        saved(page)
        assert _translates(left_behind) == text_hash(OLD)


def test_a_translation_written_anew_is_up_to_date_and_one_taken_back_is_not(served: Served, left_behind: World) -> None:
    with served.signed_in("bob", refusals=True, locale="de-DE") as page:
        open_editor(page, language="de")
        _counted(page, "1 fehlt, 1 veraltet")
        page.get_by_role("button", name="Nebeneinander").click()
        opening = page.locator('.block[data-id="opening"] .words-text')
        expect(opening.get_by_role("button", name="Stimmt noch")).to_be_visible()
        opening.locator(".line").click()
        page.keyboard.press("End")
        page.keyboard.type("!")
        _counted(page, "1 fehlt")
        saved(page)
        assert _translates(left_behind) == text_hash(NEW)
        page.keyboard.press("Backspace")
        _counted(page, "1 fehlt, 1 veraltet")
        saved(page)
        assert _translates(left_behind) == text_hash(OLD)
        opening.get_by_role("button", name="Stimmt noch").click()
        _counted(page, "1 fehlt")
        saved(page)
        assert _translates(left_behind) == text_hash(NEW)


def test_on_a_phone_the_languages_stand_one_below_the_other(served: Served, left_behind: World) -> None:
    with served.signed_in("bob", refusals=True, locale="en-GB", viewport={"width": 320, "height": 800}) as page:
        open_editor(page, language="de")
        page.get_by_role("button", name="Side by side").click()
        words = page.locator('.block[data-id="opening"] .words-text')
        source, line = (words.locator(it).bounding_box() for it in (".source", ".line"))
        assert source
        assert line
        assert source["y"] + source["height"] <= line["y"] + 1
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def _same_height(page: Page, words: str) -> None:
    """Both languages of a text begin at the same height."""
    source, line = (page.locator(f"{words} {it}").bounding_box() for it in (".source", ".line"))
    assert source
    assert line
    assert abs(source["y"] - line["y"]) < 2
    assert source["x"] + source["width"] <= line["x"]


def test_nothing_stands_beside_the_source_itself(site: FastAPI, left_behind: World) -> None:
    with signed_in(site, left_behind.home, "bob") as bob:
        told = bob.get("/templates/letter/beside", params={"language": "de"}).json()
        assert [run["kind"] for change in told["changes"].values() for run in change["runs"]] == ["same"] * 3 + [
            "added",
            "same",
        ]
        assert [run["text"] for change in told["changes"].values() for run in change["runs"] if run["chip"]] == [
            "days | number"
        ]
        for language in ("en", "fr"):
            refused = bob.get(
                "/templates/letter/beside", params={"language": language}, headers={"Accept": "application/json"}
            )
            assert refused.json()["problems"][0]["code"] == "language-not-listed"
