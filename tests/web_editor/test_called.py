"""Redlines on pages call placeholders as the editor does, for whoever may read the item."""

from __future__ import annotations

from fastapi import FastAPI

from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World


def redline(world: World, site: FastAPI, before: str, after: str) -> str:
    """The page of a review of the letter with other words."""
    world.edit("law", "template", "letter", (before, after), version="1.1")
    review = world.submit("law", ("template", "letter"))
    with signed_in(site, world.home, "carl") as carl:
        return carl.get(f"/reviews/{review}", headers={"Accept-Language": "en"}).text


def test_a_placeholder_that_stays_is_called_by_its_label(small: World, site: FastAPI) -> None:
    page = redline(small, site, "You have", "There are")
    assert '<span class="redline-placeholder" title="{{ days | number }}">Days</span>' in page
    assert '“A letter”, version 1.0 → 1.1 <code class="redline-name">letter</code>' in page


def test_a_placeholder_that_changes_has_its_code_beside_it(small: World, site: FastAPI) -> None:
    page = redline(small, site, "{{ days | number }}", "{{ days }}")
    assert '<span class="redline-placeholder">Days <code>{{ days | number }}</code></span>' in page
    assert '<span class="redline-placeholder">Days <code>{{ days }}</code></span>' in page
