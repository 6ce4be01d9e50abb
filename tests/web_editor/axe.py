"""Whether a page can be used by everybody, as far as a machine can tell."""

from __future__ import annotations

from collections.abc import Iterable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.scale import FULL

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""WCAG 2.2 AA and what it contains."""
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 700}
"""WCAG 2.2, 1.4.10 (reflow): 320 CSS pixels without scrolling sideways."""
LOOKS = [("en-GB", "light"), ("de-DE", "dark"), ("en-GB", "dark"), ("de-DE", "light")]
"""Languages and colours; the first two have each once."""


def violations(page: Page) -> list[str]:
    """What axe finds in the page as it stands."""
    results = Axe().run(page, options={"runOnly": TAGS})
    return [f"{it['id']}: {it['nodes'][0]['html'][:120]}" for it in results.response["violations"]]


def sideways(page: Page) -> list[str]:
    """Whether a small phone has to be scrolled sideways; the page is wide again afterwards."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    width = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    return [f"sideways: {width}"] if width > PHONE["width"] else []


def shortcomings(page: Page) -> list[str]:
    """What axe finds on a wide screen, and whether a small phone has to be scrolled sideways."""
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    return [*violations(page), *sideways(page)]


def looked_at(names: Iterable[str]) -> list[tuple[str, str, str]]:
    """What is looked at in which language and colours: all in each, or by turns in the first two."""
    if FULL:
        return [(name, *look) for name in names for look in LOOKS]
    return [(name, *LOOKS[turn % 2]) for turn, name in enumerate(names)]
