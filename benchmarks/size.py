"""How much is measured: everything, or with QUICK=1 as much as fits into a minute."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How much of everything.

    `letters` maps the rows of a statement to how many such statements become PDFs; every `turns`-th also goes to the
    competitors.  Of `compared` records pipeline and plain script make messages in turn; `records` go into the batch.
    """

    letters: dict[int, int]
    turns: int
    compared: int
    records: int
    workers: int = 2


FULL = Size(letters={8: 1500, 60: 500}, turns=10, compared=1000, records=100_000)
QUICK = Size(letters={8: 32, 60: 8}, turns=4, compared=100, records=3_000)


def size() -> Size:
    """What the environment asks for."""
    return QUICK if os.environ.get("QUICK") == "1" else FULL
