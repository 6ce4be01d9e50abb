"""Blocks moved by their handle, with a mouse and a finger, and by keys: into compartments, and never past a lock."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ccm.api.press import Press
from tests.ccm.store.world import World
from tests.web_editor.attacks.ground import content, ground
from tests.web_editor.conftest import Served, serving
from tests.web_editor.test_editor import open_editor, saved
from web_editor.site import make_site

TEMPLATE = "fortress"


@pytest.fixture
def fortress(tmp_path: Path) -> Iterator[World]:
    """A bank whose letter has locked blocks, groups, columns and a slot."""
    world = ground(tmp_path)
    yield world
    world.home.database.engine.dispose()


@pytest.fixture
def page(fortress: World, press: Press, browser: Browser) -> Iterator[Page]:
    """Its editor, opened by an author."""
    with serving(make_site(fortress.home, press)) as address:
        served = Served(address, fortress.home, browser)
        tall = {"width": 1300, "height": 2600}
        with served.signed_in("bob", refusals=True, away=True, locale="en-GB", viewport=tall, has_touch=True) as found:
            found.route("**/preview?*", lambda route: route.abort())
            open_editor(found, TEMPLATE)
            yield found


PATIENT = 1000
"""So many moves of a hand until it is heard, on a slow machine."""


def places(blocks: list[dict[str, Any]]) -> list[Any]:
    """The blocks by id, and what is inside of them."""
    found: list[Any] = []
    for block in blocks:
        found.append(block["id"])
        inside = [*block.get("blocks", ()), *(it for cell in block.get("cells", ()) for it in cell)]
        if inside:
            found.append(places(inside))
    return found


def body(world: World) -> list[Any]:
    return places(list(content(world, TEMPLATE)["body"]))


def handle(page: Page, block: str) -> Locator:
    found = page.locator(f'.block[data-id="{block}"] > .block-head > .grip')
    page.locator(f'.block[data-id="{block}"]').hover(position={"x": 20, "y": 4})
    return found


def middle(found: Locator) -> tuple[float, float]:
    box = found.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def take(page: Page, block: str, to: tuple[float, float]) -> None:
    """Take a handle and carry it somewhere, without letting go."""
    page.mouse.move(*middle(handle(page, block)))
    page.mouse.down()
    x, y = to
    for step in range(PATIENT):  # what hears of moves is fetched with the first press
        page.mouse.move(x, y - 30 - step % 3)
        if page.locator("html.dragging").count():
            break
    expect(page.locator("html.dragging")).to_have_count(1)
    page.mouse.move(x, y, steps=3)


def below(page: Page, block: str) -> tuple[float, float]:
    """Just below a block."""
    box = page.locator(f'[data-id="{block}"]').first.bounding_box()
    assert box
    return box["x"] + 60, box["y"] + box["height"] - 1


WAS = [
    *("headline", "opening", "notice", "middle", "own", "wordy"),
    *("cases", ["case", "fee", "inner", ["deep"]], "hours", "boxed", ["in-box"]),
    *("pair", ["left", "right"], "place", ["in-place"], "closing"),
]


def test_a_mouse_moves_a_block_into_compartments_and_never_against_a_lock(page: Page, fortress: World) -> None:
    assert body(fortress) == WAS
    take(page, "headline", below(page, "opening"))
    expect(page.locator(".drop-line:not(.not-here)")).to_be_visible()
    page.mouse.up()
    saved(page)
    assert body(fortress)[:3] == ["opening", "headline", "notice"]
    page.keyboard.press("Control+z")
    saved(page)
    assert body(fortress) == WAS

    for beside, inside, index in (("case", "cases", 1), ("right", "pair", 2), ("in-place", "place", 1)):
        take(page, "closing", below(page, beside))
        page.mouse.up()
        saved(page)
        found = body(fortress)
        assert found[found.index(inside) + 1][index] == "closing"
        page.keyboard.press("Control+z")
    saved(page)
    assert body(fortress) == WAS

    for block, beside in (("closing", "in-box"), ("cases", "hours")):
        take(
            page, block, below(page, beside)
        )  # into what is locked, and carrying something locked past something locked
        expect(page.locator(".drop-line.not-here")).to_be_visible()
        page.mouse.up()
        expect(page.locator(".kept")).to_be_visible()
        expect(page.locator(".status")).to_have_attribute("data-status", "saved")
        assert body(fortress) == WAS

    take(page, "headline", below(page, "opening"))
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator("html.dragging, .drop-line")).to_have_count(0)
    assert body(fortress) == WAS
    for bound in ("wordy", "boxed"):
        expect(page.locator(f'.block[data-id="{bound}"] > .movable')).to_have_count(0)


def test_a_finger_moves_a_block_as_a_mouse_does(page: Page, fortress: World) -> None:
    page.locator('.block[data-id="headline"] .line').first.tap()
    start, end = middle(handle(page, "headline")), below(page, "opening")
    browser = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        told = [{"x": x, "y": y} for x, y in points]
        browser.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

    touch("touchStart", start)
    for share in (0.2, 0.4, 0.6, 0.8, 1.0):
        touch("touchMove", (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share))
        page.wait_for_timeout(20)
    expect(page.locator(".drop-line")).to_be_visible()
    touch("touchMove", end)
    touch("touchEnd")
    saved(page)
    assert body(fortress)[:3] == ["opening", "headline", "notice"]


def test_keys_reach_the_same_places(page: Page, fortress: World) -> None:
    page.locator('.block[data-id="closing"] .line').first.click()
    reached = []
    for _ in range(5):
        page.keyboard.press("Alt+ArrowUp")
        saved(page)
        found = body(fortress)
        around = next((it for it, inner in pairwise(found) if isinstance(inner, list) and "closing" in inner), "")
        reached.append((around, (found[found.index(around) + 1] if around else found).index("closing")))
    assert reached[:2] == [("place", 1), ("place", 0)]
    assert reached[2] == ("", WAS.index("place"))
    assert reached[3:] == [("pair", 2), ("pair", 1)]
    for _ in range(5):
        page.keyboard.press("Alt+ArrowDown")
    saved(page)
    assert body(fortress) == WAS
    page.locator('.block[data-id="wordy"] .line').first.click()
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".kept")).to_be_visible()
    assert body(fortress) == WAS
