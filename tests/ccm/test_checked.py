"""Nothing leaves the pipeline unchecked: what lost its wording, or hides it, is held back in every channel it is in."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

import pytest

from ccm.personas import personas
from ccm.pipeline import LOOK_AT_ONE_IN, Message, Order, open_pipeline
from content_blocks.canonical import sha256
from content_blocks.document import ChannelName
from content_blocks.theme import Brand
from renderers.pdf import engine
from renderers.pdf.stylesheet import stylesheet
from templates_store.file_library import SHIPPED, Library

LIBRARY = Library(SHIPPED)
PERSONA = next(one for one in personas(LIBRARY, "account-statement") if one.name == "typical")
SAMPLED = next(f"K-{n}" for n in count() if int(sha256(f"K-{n}")[:8], 16) % LOOK_AT_ONE_IN == 0)


def messages(
    monkeypatch: pytest.MonkeyPatch, rule: str, *channels: ChannelName, customer: str = "K-1", look: bool = False
) -> list[Message]:
    """A statement as it would come out if the style sheet had one more rule."""

    def faulty(brand: Brand) -> str:
        return stylesheet(brand) + rule

    monkeypatch.setattr(engine, "stylesheet", faulty)
    order = Order("account-statement", PERSONA.day, channels=channels, look=look)
    return open_pipeline(LIBRARY, order).messages(record(customer))


def record(customer: str) -> Mapping[str, Any]:
    known: Any = PERSONA.record
    return {**known, "customer": {**known["customer"], "id": customer}}


def codes(message: Message) -> set[str]:
    return {problem.code for problem in message.problems}


def test_a_letter_that_lost_wording_is_held_back_and_so_is_the_mail_it_goes_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lost = "p.small { display: none }"
    for message in messages(monkeypatch, lost, "pdf", "email"):
        assert message.rendition is None
        assert codes(message) & {"piece-missing", "piece-cut-off"}
    (mail,) = messages(monkeypatch, lost, "email")
    assert mail.rendition is None


@pytest.mark.parametrize(("customer", "look"), [("K-1", True), (SAMPLED, False)])
def test_a_letter_that_is_looked_at_must_be_legible(customer: str, look: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    (pdf,) = messages(monkeypatch, "p { font-size: 5pt !important }", "pdf", customer=customer, look=look)
    assert pdf.rendition is None
    assert codes(pdf) == {"text-too-small"}
