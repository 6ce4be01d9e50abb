"""The editor in a real browser, on a bank of its own: an attack is let loose on it, and what is locked is looked at."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from tests.ccm.store.world import World
from tests.web_editor.attacks.bundle import with_switches
from tests.web_editor.attacks.ground import content, ground
from tests.web_editor.attacks.states import documented, stored
from tests.web_editor.conftest import Served, serving

HERE = Path(__file__).parent
FOUND = (HERE / "page.js").read_text()
LOOK = (HERE / "screen.js").read_text().partition("\n")[2]
VIEW = "globalThis.__view ??= document.querySelector('.words').pmViewDesc.spec.view"
DOCUMENT = f"() => ({VIEW}).state.doc.toJSON()"
SHOWN = """
() => [...document.querySelectorAll(".fixed")].map(it => [it.dataset.id, it.querySelector(".fixed-words").textContent])
"""
SETTLED = ("saved", "refused", "conflict", "away")


@dataclass
class Desk:
    """The editor's page of somebody, and the bank behind it."""

    page: Page
    world: World
    template: str
    site: FastAPI

    def run(self, code: str) -> Any:
        """Run a script in the page, as its console would."""
        return self.page.evaluate(f"async () => {{ {FOUND}\n{code} }}")

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def box(self, selector: str) -> tuple[float, float]:
        """The middle of something on the page."""
        place = self.page.locator(selector).first
        place.scroll_into_view_if_needed()
        found = place.bounding_box()
        assert found, selector
        return found["x"] + found["width"] / 2, found["y"] + found["height"] / 2


@dataclass
class Seen:
    """What is locked, as the document, the store and the screen have it."""

    document: list[str]
    store: list[str]
    screen: list[list[str]]

    @classmethod
    def of(cls, desk: Desk) -> Seen:
        """What there is before anything is tried."""
        document = documented(desk.page.evaluate(DOCUMENT), desk.template)
        return cls(document, stored(content(desk.world, desk.template), desk.template), desk.page.evaluate(SHOWN))

    def broken(self, desk: Desk) -> list[str]:
        """In which of the three something locked is not as it was, with what is wrong on the screen."""
        found = []
        if documented(desk.page.evaluate(DOCUMENT), desk.template) != self.document:
            found.append("document")
        if stored(content(desk.world, desk.template), desk.template) != self.store:
            found.append("store")
        return found + [f"screen: {fault}" for fault in desk.page.evaluate(LOOK, self.screen)]


@contextmanager
def desk(folder: Path, browser: Browser, press: Any, template: str, off: Collection[str]) -> Iterator[Desk]:
    """The editor with some guards switched off; with none it is the very script that ships."""
    from web_editor.site import make_site

    world = ground(folder)
    site = make_site(world.home, press)
    with serving(site) as address, _context(Served(address, world.home, browser)) as page:
        page.route("**/preview?*", lambda route: route.abort())
        if off:
            page.add_init_script(f"globalThis.__off = new Set({json.dumps(sorted(off))})")
            script = with_switches()  # before it is asked for: what cannot be built is said here
            page.route("**/static/editor.js*", lambda route: route.fulfill(body=script, content_type="text/javascript"))
        page.goto(f"/templates/{template}/edit?language=en")
        expect(page.locator("#editor")).not_to_have_attribute("aria-busy", "true")
        yield Desk(page, world, template, site)
    world.home.database.engine.dispose()


@contextmanager
def _context(served: Served) -> Iterator[Page]:
    from ccm.api.cookies import COOKIE

    options = {
        "locale": "en-GB",
        "viewport": {"width": 1300, "height": 900},
        "permissions": ["clipboard-read", "clipboard-write"],
    }
    with served.browser.new_context(base_url=served.address, **options) as context:  # type: ignore[arg-type]
        context.add_cookies([{"name": COOKIE, "value": served._session("bob"), "url": "https://localhost/"}])
        page = context.new_page()
        page.set_default_timeout(15_000)
        yield page


def settle(desk: Desk, patience: float = 8.0) -> None:
    """Wait until what there is to save is saved, or refused."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if desk.page.locator(".status").get_attribute("data-status") in SETTLED:
            return
        desk.page.wait_for_timeout(100)
