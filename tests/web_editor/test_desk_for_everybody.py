"""The review desk for everybody: WCAG 2.2 AA as far as axe sees it, on a phone, in both languages and colours."""

from __future__ import annotations

import pytest

from ccm.store.commenting import comment
from ccm.store.inviting import invite
from tests.ccm.store.world import World
from tests.scale import scaled
from tests.web_editor.axe import LOOKS, shortcomings
from tests.web_editor.conftest import Served
from tests.web_editor.test_desk import ask, every

__all__ = ["every"]

DIALOGS = ("approve", "reject", "ask", "lend")
VIEWS = ("changes", "proofs&template=letter&language=en", "touches", "talk", "guests")


@pytest.mark.parametrize(("language", "colours"), LOOKS[: scaled(2, len(LOOKS))])
def test_the_desk_can_be_used_by_everybody(served: Served, every: World, language: str, colours: str) -> None:
    review = ask(every)
    comment(every.home, every.who("dora"), f"review/{review}", "Since when, @law?")
    link = invite(every.home, every.who("law"), review, "Zoë", 7)
    found: dict[str, list[str]] = {}
    with served.signed_in("carl", locale=language, color_scheme=colours) as page:
        for view in VIEWS:
            page.goto(f"/reviews/{review}?view={view}")
            if view.startswith("proofs"):
                for channel in ("pdf", "email", "sms", "push"):
                    page.locator(f"[data-channel={channel}]").click(timeout=60_000)
                    page.locator(f"[data-channel={channel}][aria-pressed=true]").wait_for()
                    found[f"{view} {channel}"] = shortcomings(page)
            found[view] = shortcomings(page)
        page.set_viewport_size({"width": 1280, "height": 900})
        for dialog in DIALOGS:
            page.goto(f"/reviews/{review}")
            page.locator(f"[data-open={dialog}]").click()
            found[dialog] = shortcomings(page)
        for address in ("/reviews", "/reviews?which=all", "/reviews/together", f"/guest?organisation=ahorn#{link}"):
            page.goto(address)
            page.locator("h1").wait_for()
            found[address[:30]] = shortcomings(page)
    assert {address: it for address, it in found.items() if it} == {}


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_submission_can_be_seen_by_everybody(served: Served, every: World, colours: str) -> None:
    every.edit("law", "block", "notice", ("within two months", "within three months"), version="2.0")
    found: dict[str, list[str]] = {}
    with served.signed_in("law", color_scheme=colours) as page:
        for timing in ("now", "date", "proposals"):
            page.goto(f"/blocks/notice/submit?timing={timing}")
            if (closed := page.locator(".affected details:not([open]) > summary")).count():
                closed.first.click()
            page.locator(".proof .channels").first.wait_for(timeout=60_000)
            found[timing] = shortcomings(page)
        page.goto("/templates/letter/submit")
        found["nothing"] = shortcomings(page)
    assert {timing: it for timing, it in found.items() if it} == {}
