"""Which form of an answer a program would like best (RFC 9110, 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_RANGE = re.compile(r"\s*([\w!#$&^.+-]+|\*)/([\w!#$&^.+-]+|\*)\s*(?:;(.*))?")
_QUALITY = re.compile(r"(?:^|;)\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)", re.IGNORECASE)


def preferred(accept: str, offers: Sequence[str]) -> str:
    """The media type among some offers that is liked best, the first where it does not matter or nothing fits."""
    ranges = [found for part in accept.split(",") if (found := _RANGE.fullmatch(part))]
    return max(offers, key=lambda offer: (_liked(ranges, offer), -offers.index(offer)))


def _liked(ranges: list[re.Match[str]], offer: str) -> float:
    """How much an offer is liked, by the narrowest range that it falls into."""
    kind, _, subkind = offer.partition(";")[0].strip().lower().partition("/")
    fitting = [
        (it[1] != "*", it[2] != "*", _quality(it))
        for it in ranges
        if it[1].lower() in ("*", kind) and it[2].lower() in ("*", subkind)
    ]
    return max(fitting, default=(False, False, 0.0))[2]


def _quality(found: re.Match[str]) -> float:
    said = _QUALITY.search(found[3] or "")
    return float(said[1]) if said else 1.0
