"""The decision table in a real browser: branches are asked, ordered, added and taken away, by mouse and by keys."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from playwright.sync_api import Page, expect

from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World
from tests.web_editor.axe import shortcomings
from tests.web_editor.conftest import Served
from tests.web_editor.test_editor import open_editor, saved

Block = dict[str, Any]


def text(id: str, words: str, **more: Any) -> Block:
    """A paragraph that reads the same in all languages, and in every channel."""
    return {"id": id, "type": "text", "text": words, "short": words, **more}


def group(id: str, when: str, *blocks: Block) -> Block:
    return {"id": id, "type": "group", "when": when, "blocks": list(blocks)}


MANY = group("many", "days > 10", text("plenty", "You have plenty of time."))
FEW = group("few", "not days > 10", text("hurry", "Please be quick."))


@pytest.fixture
def branches(small: World) -> World:
    """The letter with two branches, as a draft."""
    save_with(small, "bob", MANY, FEW)
    return small


def save_with(small: World, login: str, *blocks: Block) -> None:
    """Save the letter with more blocks at its end."""
    content: dict[str, Any] = dict(read_yaml(small.text("template", "letter").decode()).content)
    content |= {"version": "1.1", "body": [*content["body"], *blocks]}
    small.save(login, "template", "letter", write_yaml(stamp(content, "en")))


def groups(small: World) -> list[tuple[str, str]]:
    """The branches as they were saved last, each with its condition."""
    content: Any = read_yaml(small.text("template", "letter").decode()).content
    return [(it["id"], it.get("when", "")) for it in content["body"] if it["type"] == "group"]


def open_table(page: Page, block: str) -> None:
    head = page.locator(f'.block[data-id="{block}"] > .block-head')
    head.hover()
    head.get_by_role("button", name="Decision table").click()
    expect(page.get_by_role("dialog", name="Decision table")).to_be_visible()


def use(page: Page, words: str = "Use this table") -> None:
    page.get_by_role("button", name=words).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    saved(page)


def test_cells_are_changed_by_keys_and_one_undo_takes_it_back(served: Served, branches: World) -> None:
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        open_table(page, "many")
        assert shortcomings(page) == []
        page.keyboard.press("n")
        page.get_by_role("button", name="Say in cells what case 2 asks").click()
        page.locator('[data-row="few"] button.cell').focus()
        page.keyboard.press("n")
        expect(page.locator(".remark")).to_have_text("Asks the same as case 1.")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("-")
        expect(page.locator(".remark")).to_have_text("Always shown.")
        page.keyboard.press("n")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("y")
        expect(page.locator(".remark")).to_have_count(0)
        use(page)
        assert groups(branches) == [("many", "days <= 10"), ("few", "days > 10")]
        expect(page.locator('.block[data-id="few"] .sentence')).to_contain_text("above 10")
        page.keyboard.press("Control+z")
        saved(page)
        assert groups(branches) == [("many", "days > 10"), ("few", "not days > 10")]


def test_cases_and_questions_come_go_and_change_places(served: Served, branches: World) -> None:
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        open_table(page, "few")
        expect(page.locator(".whole")).to_contain_text("Otherwise")
        page.get_by_role("button", name="Question", exact=True).click()
        question = page.get_by_role("dialog", name="Only if")
        question.get_by_role("button", name="Row").click()
        question.get_by_label("What is looked at").select_option("field days")
        question.get_by_label("Compared how").select_option(">")
        question.get_by_label("Value").fill("30")
        question.get_by_label("Value").press("Tab")
        question.get_by_role("button", name="Use this condition").click()
        page.get_by_role("button", name="Case", exact=True).click()
        page.locator('[data-row="case"] button.cell').nth(1).click()
        expect(page.locator(".remarks")).to_contain_text("Cases 1 and 2 are both shown if “Days” is above 30.")
        page.locator('[data-row="many"] button.cell').nth(1).press("n")
        expect(page.locator(".remarks")).to_be_empty()
        page.get_by_role("button", name="Move case 2 up").click()
        use(page)
        assert groups(branches) == [
            ("case", "days > 30"),
            ("many", "days > 10 and days <= 30"),
            ("few", "not (days > 10 and days <= 30) and days <= 30"),
        ]
        open_table(page, "many")
        page.get_by_role("button", name="Remove case 1").click()
        expect(page.locator(".gone")).to_contain_text("Is taken away")
        page.get_by_role("button", name="Remove case 3").click()
        page.get_by_role("button", name="Keep case 3").click()
        use(page)
        assert groups(branches) == [("many", "days > 10 and days <= 30"), ("few", "not (days > 10 and days <= 30)")]


def test_what_is_locked_is_shown_and_stays(served: Served, small: World) -> None:
    save_with(small, "law", MANY, group("few", "not days > 10", text("hurry", "Please be quick.", lock="locked")))
    small.publish("law", ("template", "letter"))
    with served.signed_in("bob", locale="de-DE") as page:
        open_editor(page)
        head = page.locator('.block[data-id="many"] > .block-head')
        head.hover()
        head.get_by_role("button", name="Entscheidungstabelle").click()
        table = page.get_by_role("dialog", name="Entscheidungstabelle")
        expect(table.locator('[data-row="many"] button.cell')).to_have_count(1)
        expect(table.locator('[data-row="few"] button')).to_have_count(0)
        table.locator('[data-row="many"] button.cell').press("n")
        use(page, "Diese Tabelle verwenden")
    assert groups(small) == [("many", "days <= 10"), ("few", "not days > 10")]


def test_a_table_that_cannot_be_is_a_problem_with_its_place(site: FastAPI, branches: World) -> None:
    asked: Block = {"block": "many", "branches": [{"id": "many", "source": "days > 10"}]}
    with signed_in(site, branches.home, "bob") as bob:
        address = "/templates/letter/decisions"
        bob.headers["Accept"] = "application/json"
        told = bob.post(address, json=asked).json()
        assert (told["rows"][0]["lines"], told["gaps"]) == ([["yes"]], ["“Days” is at most 10"])
        asked["branches"] *= 2
        assert bob.post(address, json=asked).json()["problems"][0]["code"] == "condition-branch-unknown"
        asked |= {"branches": [], "table": {"columns": [], "rows": [{"id": "x", "lines": [[]]}]}}
        assert bob.post(address, json=asked).json()["problems"][0]["where"] == "rows.0.id"
