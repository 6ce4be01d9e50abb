"""How much is measured: everything, or with QUICK=1 as much as fits into a minute."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How much of everything.

    `volume` maps the rows of a statement to how many of them the volume engine and its competitors print, each of them.
    `letters` maps the rows to how many such statements the reference engine prints; every `turns`-th also goes to the
    competitors.  Of `compared` records pipeline and plain script make messages in turn; `records` go into the batch.
    """

    volume: dict[int, int]
    letters: dict[int, int]
    turns: int
    compared: int
    records: int
    workers: int = 2


FULL = Size(volume={8: 200, 60: 100, 2000: 5}, letters={8: 1500, 60: 500}, turns=10, compared=1000, records=100_000)
QUICK = Size(volume={8: 12, 60: 6, 2000: 1}, letters={8: 8, 60: 4}, turns=4, compared=60, records=1_000)


def size() -> Size:
    """What the environment asks for."""
    return QUICK if os.environ.get("QUICK") == "1" else FULL
