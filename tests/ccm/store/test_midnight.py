"""One clause changed once: from its day on every channel of every letter says it, and the past stays as it was sent."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from ccm.libraries import approved_items
from ccm.pipeline import Order, open_pipeline
from ccm.store.importing import import_folder
from content_blocks.document import CHANNELS
from content_blocks.problem import Refused
from renderers.pdf import page_texts
from renderers.rendition import Rendition
from tests.ccm.store.world import World, in_every_channel, letters

EVE, DAY = date(2026, 11, 30), date(2026, 12, 1)
OLD, NEW = "within two months", "within three months"


@pytest.fixture
def every(bank: World, tmp_path: Path) -> World:
    """The bank with its letters in all four channels."""
    import_folder(bank.home, bank.who("law"), in_every_channel(letters(tmp_path / "every")), bank.clock())
    bank.publish("law")
    return bank


def sent(bank: World, template: str, day: date, at: datetime | None = None) -> dict[str, Rendition]:
    """What a customer is sent on a day, by channel, as far as was known at an instant."""
    record: dict[str, Any] = {**json.loads(bank.text("persona", "letter/plain"))["record"], "token": "token-17"}
    with bank.home.reading() as session:
        library = approved_items(bank.home, session, day, at)
        messages = open_pipeline(library, Order(template, day, language="en")).messages(record)
    renditions = {message.channel: message.rendition for message in messages}
    assert all(renditions.values()), [message.problems for message in messages]
    return {channel: made for channel, made in renditions.items() if made}


def said(made: Rendition) -> str:
    """The words of a message; those of paper are read back from its pages."""
    text = " ".join(page_texts(made.content)) if made.channel == "pdf" else made.text
    return " ".join(text.split())


def test_every_channel_changes_at_midnight_and_the_past_does_not(every: World) -> None:
    """The letters follow the clause; nobody touches them, and nothing runs at midnight."""
    known, names = every.now, ("letter", "reminder")
    before = {name: {day: sent(every, name, day) for day in (EVE, DAY)} for name in names}
    assert {*before["letter"][EVE]} == {*CHANNELS}
    every.edit("law", "block", "notice", (OLD, NEW), version="1.1", effective={"from": DAY.isoformat()})
    review = every.submit("law", ("block", "notice"))
    shown = {name.split()[1] for name, _ in every.review(review).facts.hashes if name.startswith("bundle")}
    assert shown == {*names}
    assert every.approve(review).state == "approved"
    for name in names:
        eve, day, as_known = (sent(every, name, *when) for when in ((EVE,), (DAY,), (DAY, known)))
        for channel in before[name][EVE]:
            assert eve[channel].content == before[name][EVE][channel].content, (name, channel)
            assert as_known[channel].content == before[name][DAY][channel].content, (name, channel)
            assert OLD in said(eve[channel]), (name, channel)
            assert NEW in said(day[channel]), (name, channel)
            assert OLD not in said(day[channel]), (name, channel)


def test_nothing_goes_out_that_was_not_in_force_then(every: World) -> None:
    """As of before the first approval there was nothing to send."""
    with pytest.raises(Refused) as caught:
        sent(every, "letter", EVE, datetime.fromisoformat("2026-11-02T00:00:00+00:00"))
    assert [it.code for it in caught.value.problems] == ["item-not-in-force"]
