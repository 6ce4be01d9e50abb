"""Which columns of a table stand side by side, on a wide screen and on a phone.

Four columns do not fit 320 pixels.  The column that names the row stays, then those of priority 1 and 2 as far as they
fit, amounts before all others and the last before the first, where sums stand.  The rest moves below the row, into the
column that names it, each with its label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content_blocks.parts import Cell, Table, plain

PHONE_ROOM = 320 - 2 * 16
LONGEST_FIGURE = 24
LONGEST_WORD = 18
"""In characters; longer ones may break anywhere."""
ROOM_FOR_WORDS = 15
"""In characters: as much as a column of words needs at most."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A kind of screen in pixels: the room for a table, a character, and what surrounds a cell's words."""

    room: int
    character: float
    space: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Columns by number: `wide` and `phone` stand side by side there, `host` takes in those that move below the row,
    `figures` keep to one line."""

    wide: tuple[int, ...]
    phone: frozenset[int]
    host: int
    below_always: tuple[int, ...]
    below_on_phone: tuple[int, ...]
    figures: frozenset[int]


def plan(table: Table, room: int, space: int) -> Plan:
    """The plan for a table; `room` and `space` are those of a wide screen."""
    columns, numbers = table.columns, range(len(table.columns))
    host = _host(table)
    order = sorted(numbers, key=lambda n: (n != host, columns[n].priority, columns[n].kind != "money", -n))
    lengths = [_length(table, number) for number in numbers]
    wide = _fitting(order, lengths, Screen(room, 8.4, space))
    near = [number for number in order if number in wide and (columns[number].priority <= 2 or number == host)]
    phone = _fitting(near, lengths, Screen(PHONE_ROOM, 7.4, 10))
    return Plan(
        wide=tuple(sorted(wide)),
        phone=phone,
        host=host,
        below_always=tuple(number for number in numbers if number not in wide),
        below_on_phone=tuple(sorted(wide - phone)),
        figures=frozenset(n for n in numbers if columns[n].kind != "text" and lengths[n] <= LONGEST_FIGURE),
    )


def _host(table: Table) -> int:
    """The column that names the row: the first one of words, if it matters, or the first one that matters most."""
    columns = table.columns
    words = (number for number, column in enumerate(columns) if column.kind == "text" and column.priority <= 2)
    return next(words, min(range(len(columns)), key=lambda number: columns[number].priority))


def _length(table: Table, number: int) -> int:
    """The length of a column's longest stretch that keeps to one line: a figure or date, or a single word."""
    rows = table.rows if table.total is None else (*table.rows, table.total)
    cells = [cell_words(row[number]) for row in rows]
    if table.columns[number].kind != "text":
        return max(map(len, cells), default=1)
    return min(max([longest_word(cell) for cell in cells], default=1), ROOM_FOR_WORDS)


def _fitting(order: Sequence[int], lengths: Sequence[int], screen: Screen) -> frozenset[int]:
    """The columns that fit, of those in `order`; the first one always."""
    kept: set[int] = set()
    room: float = screen.room
    for number in order:
        need = lengths[number] * screen.character + screen.space
        if not kept or need <= room:
            kept.add(number)
            room -= need
    return frozenset(kept)


def longest_word(words: str) -> int:
    """The length of the longest stretch without a blank or a line break."""
    return max(map(len, words.replace("\n", " ").split(" ")))


def cell_words(cell: Cell) -> str:
    """What a cell says."""
    return cell if isinstance(cell, str) else plain(cell)
