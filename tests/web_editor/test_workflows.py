"""A workflow in a real browser: its steps added, moved and removed, what passes them, and who decides."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from content_blocks.yaml_source import read_yaml
from tests.ccm.store.world import World
from tests.web_editor.axe import shortcomings
from tests.web_editor.conftest import Served

PLACE = "/administration/workflows/standard"


def saved(world: World) -> Any:
    """The workflow as it was saved last."""
    return read_yaml(world.text("workflow", "standard").decode()).content


def test_steps_are_added_moved_and_removed_and_what_passes_them_goes_along(served: Served, small: World) -> None:
    with served.signed_in("law", locale="en-GB", refusals=True) as page:
        page.goto("/administration/workflows")
        page.get_by_role("link", name="Change…").click()
        page.get_by_role("button", name="Add a step").click()
        expect(page.locator('[name="steps/2/title/en"]')).to_be_focused()
        for path, words in (
            ("title/en", "Board"),
            ("title/de", "Vorstand"),
            ("question/en", "Shall it?"),
            ("question/de", "Soll es?"),
        ):
            page.locator(f'[name="steps/2/{path}"]').fill(words)
        page.locator('[name="steps/2/id"]').fill("content")
        page.locator('[name="steps/2/quorum"]').fill("0")
        page.get_by_label("Regulated wording: 3").check()
        page.get_by_label("Style: Content").uncheck()
        page.get_by_role("button", name="Save the draft").click()
        expect(page.locator('[name="steps/2/quorum"]')).to_have_attribute("aria-invalid", "true")
        assert shortcomings(page) == []
        page.locator('[name="steps/2/id"]').fill("board")
        page.locator('[name="steps/2/quorum"]').fill("2")
        page.get_by_role("button", name="Save the draft").click()  # a style that passes no step
        expect(page.locator("#form .fault")).to_contain_text("no step")
        page.get_by_label("Style: Board").check()
        page.get_by_role("button", name="Move up: Step 3").click()
        expect(page.locator('[name="steps/1/id"]')).to_have_value("board")
        page.get_by_role("button", name="Save the draft").click()
        expect(page.get_by_role("link", name="Submit…")).to_be_visible()
        found = saved(small)
        assert [(it["id"], it.get("quorum", 1)) for it in found["steps"]] == [
            ("content", 1),
            ("board", 2),
            ("compliance", 1),
        ]
        assert found["routes"]["regulated wording"] == ["content", "board", "compliance"]
        assert (found["routes"]["style"], found["routes"]["rule"]) == (["board"], ["content", "compliance"])
        page.get_by_label("Style: Content").check()
        page.get_by_role("button", name="Remove: Step 2").click()
        expect(page.locator(".steps > li")).to_have_count(2)
        with page.expect_navigation():
            page.get_by_role("button", name="Save the draft").click()
    assert [it["id"] for it in saved(small)["steps"]] == ["content", "compliance"]
    assert saved(small)["routes"]["style"] == ["content"]


def test_an_administrator_sees_who_decides_and_changes_nothing(served: Served, small: World) -> None:
    with served.signed_in("ada", locale="de-DE") as page:
        page.goto("/administration/workflows")
        expect(page.locator("main")).to_contain_text("Cora, Dora")
        page.get_by_role("link", name="Ansehen").click()
        expect(page.locator(".steps")).to_contain_text("Carl, Cora")
        expect(page.get_by_role("button", name="Entwurf sichern")).to_have_count(0)
