"""Which columns of a table stand side by side, on a wide screen and on a phone.

Four columns do not fit 320 pixels.  Those of priority 1 and 2 stay as far as they fit, amounts before all others; the
rest moves below the row, into its first column of text, each with its label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content_blocks.parts import Cell, Table, plain

PHONE_ROOM = 320 - 2 * 16
LONGEST_FIGURE = 24
"""In characters; a longer one may break like words do."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A kind of screen in pixels: the room for a table, a character, what surrounds a cell's words, and the least a
    column of words gets."""

    room: int
    character: float
    space: int
    words: int


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
    columns = table.columns
    numbers = range(len(columns))
    order = sorted(numbers, key=lambda number: (columns[number].priority, columns[number].kind != "money"))
    longest = [_longest_figure(table, number) for number in numbers]
    wide = _fitting(order, longest, Screen(room, 8.4, space, 120))
    near = [number for number in order if number in wide and columns[number].priority <= 2] or order[:1]
    phone = _fitting(near, longest, Screen(PHONE_ROOM, 7.4, 10, 84))
    return Plan(
        wide=tuple(sorted(wide)),
        phone=phone,
        host=next((number for number in sorted(phone) if columns[number].kind == "text"), min(phone)),
        below_always=tuple(number for number in numbers if number not in wide),
        below_on_phone=tuple(sorted(wide - phone)),
        figures=frozenset(number for number in numbers if longest[number]),
    )


def _longest_figure(table: Table, number: int) -> int:
    """The length of a column's longest figure or date, which keeps to one line; 0 for words, which may break."""
    if table.columns[number].kind == "text":
        return 0
    rows = table.rows if table.total is None else (*table.rows, table.total)
    length = max([len(cell_words(row[number])) for row in rows], default=1)
    return length if length <= LONGEST_FIGURE else 0


def _fitting(order: Sequence[int], longest: Sequence[int], screen: Screen) -> frozenset[int]:
    """The columns that fit, of those in `order`; the first one always."""
    kept: set[int] = set()
    room: float = screen.room
    for number in order:
        need = longest[number] * screen.character + screen.space if longest[number] else screen.words
        if not kept or need <= room:
            kept.add(number)
            room -= need
    return frozenset(kept)


def cell_words(cell: Cell) -> str:
    """What a cell says."""
    return cell if isinstance(cell, str) else plain(cell)
