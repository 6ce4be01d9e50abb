"""Whether everybody can use what is on a page, as far as axe sees it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def barriers(page: Page) -> list[str]:
    """The rules of WCAG 2.2 AA that are broken, each with the elements that break it."""
    found = Axe().run(page, options={"runOnly": TAGS}).response["violations"]
    return [f"{it['id']}: {[node['html'][:200] for node in it['nodes'][:3]]}" for it in found]
