"""How much is measured: everything, or with QUICK=1 as much as fits into a minute."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How many letters, the rows in each, and how many records for the short channels.

    `letters` maps the rows of a statement to how many such statements there are.  Every `turns`-th record also goes to
    the competitors.
    """

    letters: dict[int, int]
    records: int
    turns: int
    workers: int = 2


FULL = Size(letters={8: 1500, 60: 500}, records=100_000, turns=10)
QUICK = Size(letters={8: 30, 60: 10}, records=3_000, turns=5)


def size() -> Size:
    """What the environment asks for."""
    return QUICK if os.environ.get("QUICK") == "1" else FULL
