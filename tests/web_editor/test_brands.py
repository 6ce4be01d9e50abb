"""A brand in a real browser: its tokens changed with a sample beside them, saved as a draft and submitted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ccm.store.importing import import_folder
from ccm.store.listing import versions_of
from content_blocks.yaml_source import read_yaml
from templates_store import loading
from tests.ccm.store.world import World, in_every_channel, letters
from tests.web_editor.axe import shortcomings
from tests.web_editor.conftest import Served

SLOW = 25_000
"""Milliseconds that a first sample may take, while the press still loads its engines."""
MARK = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><path d="M0 0h9v4z" fill="#7a1f5c"/></svg>'
PATH = "/administration/brands/ahorn"


@pytest.fixture(autouse=True)
def letters_in_every_channel(small: World, tmp_path: Path) -> None:
    """Drafts of the bank's letters that have a letter, too."""
    import_folder(small.home, small.who("law"), in_every_channel(letters(tmp_path / "every")), small.clock())


def field(page: Page, path: str) -> Any:
    return page.locator(f'[name="{path}"]')


def letter(page: Page) -> str:
    return str(page.locator("img.sheet").first.get_attribute("src"))


def saved(world: World, name: str = "ahorn") -> Any:
    return read_yaml(world.text("theme", name).decode()).content


def logo(world: World) -> bytes:
    """The logo of the newest brand, as it is kept."""
    from ccm.store.saving import newest

    with world.home.reading() as session:
        found = newest(session, world.home.organisation, "theme", "ahorn")
        assert found is not None
        return loading.files_of(session, found)["logo.svg"]


def test_a_brand_is_changed_beside_its_sample_and_submitted(served: Served, small: World) -> None:
    small.save("law", "asset", "mark.svg", MARK)
    before = logo(small)
    with served.signed_in("law", locale="en-GB", refusals=True) as page:
        page.goto(PATH)
        expect(page.locator("img.sheet").first).to_be_visible(timeout=SLOW)
        first = letter(page)
        # a colour that nobody could read is told at its field, with its figure, and what was seen before stays
        field(page, "palette/muted").fill("#b8b8b8")
        expect(field(page, "palette/muted")).to_have_attribute("aria-invalid", "true", timeout=SLOW)
        expect(page.locator("#contrasts-palette").get_by_role("row", name="Side remarks Paper")).to_contain_text(
            "1.9 : 1"
        )
        expect(page.locator("#sample-faults")).to_contain_text("“Side remarks” on “Paper” cannot be read")
        assert (letter(page), shortcomings(page)) == (first, [])
        field(page, "palette/muted").fill("#4a4a4a")
        expect(page.locator("#sample-faults .fault")).to_have_count(0, timeout=SLOW)
        page.locator("#sect-page summary").click()
        field(page, "logo").select_option("asset:mark.svg")
        expect(page.locator("img.sheet").first).not_to_have_attribute("src", first, timeout=SLOW)
        page.get_by_role("button", name="Email, dark").click()
        dark = page.frame_locator("iframe[data-frame=dark]").locator("body")
        expect(dark).to_contain_text("Your letter", timeout=SLOW)
        background = "getComputedStyle(document.querySelector('.paper')).backgroundColor"
        assert dark.evaluate(f"() => {background}") == "rgb(20, 32, 30)"
        page.locator("#sect-brand summary").click()
        page.get_by_role("button", name="Add a line").first.click()
        new = page.locator("#sect-brand tbody tr").last
        expect(new.locator("input").first).to_be_focused()
        new.locator("input").first.fill("desk")
        new.locator("input").last.fill("Counter 4")
        page.get_by_role("button", name="Save the draft").click()
        expect(page.locator("main > header")).to_contain_text("1.1")
        page.get_by_role("link", name="Submit…").click()
        expect(page.locator("main")).to_contain_text("Regulated wording")
        page.get_by_role("button", name="Submit", exact=True).click()
        page.wait_for_url("**/reviews/r-*")
    found = saved(small)
    assert (found["palette"]["muted"], found["brand"]["desk"], found["logo"]) == ("#4a4a4a", "Counter 4", "logo.svg")
    assert b"#7a1f5c" in logo(small) != before
    assert {it.version: it.state for it in versions_of(small.home, "theme", "ahorn")} == {
        "1.0": "in force",
        "1.1": "in review",
    }


def test_what_could_not_be_is_told_and_not_saved(served: Served, small: World) -> None:
    with served.signed_in("law", locale="de-DE", refusals=True) as page:
        page.goto(PATH)
        page.locator("#sect-type summary").click()
        field(page, "type/small").fill("2pt")
        page.get_by_role("button", name="Entwurf sichern").click()
        expect(field(page, "type/small")).to_have_attribute("aria-invalid", "true", timeout=SLOW)
        field(page, "type/small").fill("8.5pt")
        page.get_by_role("button", name="Entwurf sichern").click()
        expect(page.locator("main > header")).to_contain_text("1.1")
    assert saved(small)["type"]["small"] == "8.5pt"


def test_a_new_brand_is_made_of_one_that_there_is(served: Served, small: World) -> None:
    with served.signed_in("law", locale="en-GB") as page:
        page.goto("/administration/brands")
        page.get_by_role("button", name="New brand…").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Name", exact=True).fill("Linde Bank")
        dialog.get_by_label("Name in files").fill("linde")
        dialog.get_by_role("button", name="Make").click()
        expect(page.get_by_role("heading", name="Linde Bank")).to_be_visible()
        expect(page.locator("img.sheet").first).to_be_visible(timeout=SLOW)  # under a brand that no template has yet
    assert saved(small, "linde")["version"] == "1.0"


def test_whoever_may_not_change_a_brand_only_looks(served: Served, small: World) -> None:
    with served.signed_in("carl", locale="en-GB") as page:
        page.goto(PATH)
        expect(field(page, "palette/ink")).to_be_disabled()
        expect(page.get_by_role("button", name="Save the draft")).to_have_count(0)
        expect(page.locator("img.sheet").first).to_be_visible(timeout=SLOW)
