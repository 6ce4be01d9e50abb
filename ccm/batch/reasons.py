"""Why rows are held back, counted by field and code: what somebody has to know to mend a file, and never a value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ccm.batch.outcome import Line

MOST_REASONS = 5_000
"""So many are told apart: a file full of misspelt columns has as many reasons as cells, and nobody reads those."""

_ELEMENT = re.compile(r"\[\d+\]")
_LINE = re.compile(r"line \d+")


class Reason(NamedTuple):
    """A field, with no field for what concerns the row as a whole, and the code of what is wrong with it."""

    field: str
    code: str


def reasons_of(lines: Iterable[Line]) -> set[Reason]:
    """The reasons in the quarantine lines of a row, each once, however many elements of a list it holds for."""
    return {Reason(_field(line["field"]), line["code"]) for line in lines}


def _field(place: str) -> str:
    """A place without what differs from row to row: `transactions[12].amount` is `transactions[].amount`."""
    return "" if _LINE.fullmatch(place) else _ELEMENT.sub("[]", place)


class Reasons:
    """How many rows each reason holds back.  A row may have several."""

    def __init__(self) -> None:
        self.rows: Counter[Reason] = Counter()

    def add(self, lines: Iterable[Line]) -> None:
        """Count the reasons of a row.  What is one too many to be told apart counts without its field."""
        for reason in reasons_of(lines):
            known = reason in self.rows or len(self.rows) < MOST_REASONS
            self.rows[reason if known else Reason("", reason.code)] += 1

    def most_frequent(self, count: int) -> list[tuple[Reason, int]]:
        """The reasons of most rows, in an order that is always the same."""
        return sorted(self.rows.items(), key=lambda it: (-it[1], it[0]))[:count]
