"""Where an editor jumps to for a problem, whoever found it."""

from __future__ import annotations

import pytest

from ccm.api.spots import Spot, spot
from content_blocks.problem import Problem

REGIONS = {"text": "body", "notice": "body", "inner": "body", "sender": "address", "page": "footer"}

# the place, the piece it is about if that is said, and where to jump
PLACES = [
    ("templates/letter.yaml body.text.text.de", "", Spot("body", "text", "text.de")),
    ("templates/letter.yaml:12 body.notice.with.days", "", Spot("body", "notice", "with.days")),
    ("templates/letter.yaml body.notice blocks/notice", "", Spot("body", "notice", "")),
    ("templates/letter.yaml messages.subject", "", Spot("", "", "messages.subject")),
    ("templates/letter.yaml title", "", Spot("", "", "title")),
    ("templates/letter.yaml footer", "", Spot("footer", "", "")),
    ("templates/letter.yaml", "", Spot()),
    ("body.text.short", "", Spot("body", "text", "short")),
    ("body.unknown.short", "", Spot("body", "", "unknown.short")),
    ("pdf notice", "notice", Spot("body", "notice", "")),
    ("pdf footer", "", Spot("footer", "", "")),
    ("email html text", "text", Spot("body", "text", "")),
    ("email text page", "page", Spot("footer", "page", "")),
    ("email To", "", Spot("", "", "To")),
    ("sms inner#3", "inner#3", Spot("body", "inner", "")),
    ("push messages.push_title", "messages.push_title", Spot("", "", "messages.push_title")),
    ("email", "", Spot()),
    ("customer.iban", "", Spot("", "", "customer.iban")),
    ("text", "", Spot("body", "text", "")),
    ("", "", Spot()),
]


@pytest.mark.parametrize(("place", "piece", "expected"), PLACES, ids=[place for place, *_ in PLACES])
def test_a_place_is_a_region_a_block_and_a_field(place: str, piece: str, expected: Spot) -> None:
    problem = Problem(place, "code", {"piece": piece} if piece else {})
    assert spot(problem, REGIONS) == expected
