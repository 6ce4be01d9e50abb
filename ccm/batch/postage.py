"""Which envelope a letter goes into and what class of postage it is, by its sheets.

The classes are those of Deutsche Post's price list for letters within Germany (Standardbrief, Kompaktbrief, Großbrief,
Maxibrief): up to 20, 50, 500 and 1,000 grams; the first two in envelopes of at most 235 × 125 mm, so that anything
larger than a C6/5 is a Großbrief.  A sheet of A4 has a
sixteenth of a square metre: 5 grams at 80 g/m².  What envelopes weigh and hold is our own choice of usual ones, and
enclosures are not counted: a mailroom with other envelopes changes this table.
"""

from __future__ import annotations

from typing import NamedTuple

SHEET_GRAMS = 5


class Postage(NamedTuple):
    """An envelope and a class: what it is called, what the envelope weighs, and the most it holds and may weigh."""

    envelope: str
    name: str
    envelope_grams: int
    most_sheets: int
    most_grams: int

    @property
    def title(self) -> str:
        """What estimates call it."""
        return f"{self.envelope} {self.name}"

    @property
    def sheets(self) -> int:
        """The most sheets that go by this class."""
        return min(self.most_sheets, (self.most_grams - self.envelope_grams) // SHEET_GRAMS)


CLASSES = (
    Postage("C6/5", "Standardbrief", 5, 8, 20),
    Postage("C6/5", "Kompaktbrief", 5, 8, 50),
    Postage("C5", "Großbrief", 8, 20, 500),
    Postage("C4", "Großbrief", 20, 200, 500),
    Postage("C4", "Maxibrief", 20, 200, 1000),
)
"""From the cheapest on: a letter goes by the first one that takes its sheets."""

TOO_HEAVY = "parcel"
"""What no class takes."""


def postage(sheets: int) -> str:
    """The envelope and the class of a letter of so many sheets, in one word for what is too heavy for a letter."""
    return next((it.title for it in CLASSES if sheets <= it.sheets), TOO_HEAVY)


def sheets_of(pages: int, *, duplex: bool) -> int:
    """Sheets of paper for so many pages, printed on one side or, with `duplex`, on both."""
    return -(-pages // 2) if duplex else pages
