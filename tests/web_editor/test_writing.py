"""What people do while they write: insert, set, change placeholders and conditions, find and replace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from content_blocks.yaml_source import read_yaml
from tests.ccm.store.world import World
from tests.web_editor.conftest import Served
from tests.web_editor.test_editor import open_editor, saved

SLOW = 15_000


@pytest.fixture
def page(served: Served) -> Iterator[Page]:
    """The editor of the small bank's letter, opened by an author."""
    with served.signed_in("bob", refusals=True, locale="en-GB") as found:
        open_editor(found)
        yield found


def body(small: World) -> list[dict[str, Any]]:
    """The blocks of the letter's body as they were saved last."""
    content = read_yaml(small.text("template", "letter").decode()).content
    blocks: Any = content["body"]
    return list(blocks)


def below(page: Page, block: str) -> None:
    """An empty paragraph below a block."""
    page.locator(f'.block[data-id="{block}"] .words-text .line').click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")


def test_a_paragraph_is_parted_joined_and_moved_by_keys(page: Page, small: World) -> None:
    below(page, "opening")
    page.keyboard.type("A new one.")
    page.keyboard.press("Alt+ArrowUp")
    saved(page)
    assert [it["id"] for it in body(small)] == ["headline", "opening-2", "opening", "notice"]
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    saved(page)
    assert [it["id"] for it in body(small)][:2] == ["headline", "opening"]


def test_a_block_comes_by_a_stroke_and_its_settings_by_a_form(page: Page, small: World) -> None:
    below(page, "opening")
    page.keyboard.type("/")
    page.keyboard.type("key facts")
    page.keyboard.press("Enter")
    facts = page.locator(".block-facts")
    expect(facts).to_be_visible()
    facts.hover()
    facts.locator(".handles button").click()
    form = page.locator(".settings")
    rows = form.locator(".one")
    expect(rows.first).to_be_visible()
    before = rows.count()
    form.get_by_role("button", name="Add", exact=True).first.click()
    expect(rows).to_have_count(before + 1)
    form.get_by_label("Last pair is the total").check()
    saved(page)
    made = next(it for it in body(small) if it["type"] == "facts")
    assert made["total"] is True
    assert len(made["rows"]) == before + 1


def test_a_field_comes_by_braces_and_is_changed_in_its_form(page: Page, small: World) -> None:
    below(page, "opening")
    page.keyboard.type("Until {{")
    page.keyboard.type("days")
    page.keyboard.press("Enter")
    chip = page.locator('.block[data-id="opening-2"] .chip')
    expect(chip).to_be_visible()
    chip.dblclick()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Where it is absent").fill("soon")
    dialog.get_by_label("Where it is absent").press("Tab")
    expect(dialog.get_by_role("status")).to_be_visible()
    dialog.get_by_role("button", name="Use it").click()
    expect(dialog).to_have_count(0)
    saved(page)
    made = next(it for it in body(small) if it["id"] == "opening-2")
    assert 'or "soon"' in str(made["text"])


def test_a_condition_is_built_by_clicking_and_reads_as_a_sentence(page: Page, small: World) -> None:
    below(page, "opening")
    page.keyboard.type("/")
    page.keyboard.type("group")
    page.keyboard.press("Enter")
    group = page.locator(".block-group")
    group.locator(".block-head").first.hover()
    group.locator(".handles button").first.click()
    page.locator(".settings").get_by_role("button", name="Build by clicking…").first.click()
    dialog = page.get_by_role("dialog", name="Only if")
    expect(dialog.locator(".row-of")).to_have_count(1)
    dialog.get_by_label("What is looked at").first.select_option("field days")
    dialog.get_by_label("Compared how").first.select_option(">")
    dialog.get_by_label("Value").first.fill("10")
    dialog.get_by_label("Value").first.press("Tab")
    expect(dialog.locator(".said")).to_contain_text("10", timeout=SLOW)
    dialog.get_by_role("button", name="Use this condition").click()
    expect(group.locator(".sentence").first).to_contain_text("10")
    saved(page)
    assert next(it for it in body(small) if it["type"] == "group")["when"] == "days > 10"


def test_what_is_found_is_replaced_everywhere_and_nowhere_else(page: Page, small: World) -> None:
    page.locator('.block[data-id="opening"] .words-text .line').click()
    page.keyboard.press("Control+f")
    page.get_by_label("Find", exact=True).fill("You have")
    page.get_by_label("Replace with").fill("There are")
    expect(page.locator(".find [role=status]")).to_contain_text("2 places")
    page.get_by_role("button", name="Replace all").click()
    saved(page)
    opening = next(it for it in body(small) if it["id"] == "opening")
    assert opening["text"]["en"].startswith("There are")
    assert opening["short"]["en"].startswith("There are")
    assert "Sie haben" in opening["text"]["de"]
