"""A piece's long parts as lines of plain text, for the short message that carries a block in full or by its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple, assert_never

from content_blocks.parts import (
    Bullets,
    Cell,
    Chart,
    Code,
    Container,
    Facts,
    Heading,
    Link,
    PageBreak,
    Paragraph,
    Part,
    Picture,
    Rule,
    Run,
    Runs,
    Table,
    leaves,
    plain,
    words,
)


class Line(NamedTuple):
    """A line of a short text; `row` numbers a table's rows from 0."""

    runs: Runs
    row: int | None = None


def lines_of(part: Part, rows: int | None = None) -> Iterator[Line]:
    """The lines that say what `part` says; of a table only the first `rows`, if given, and then no total."""
    match part:
        case Bullets():
            for number, item in enumerate(part.items, start=1):
                yield Line((Run(f"{number}. " if part.ordered else "- "), *item))
        case Facts():
            yield from (Line(_fact(label, value)) for label, value in part.rows)
        case Table():
            yield from _table(part, rows)
        case Container():
            yield from (line for leaf in leaves((part,)) for line in lines_of(leaf, rows))
        case Rule() | PageBreak():
            pass
        case _:
            yield Line(_sentence(part))


def rows_left_out(parts: Iterable[Part], rows: int) -> bool:
    """Whether a table among `parts` has rows after the first `rows`."""
    return any(isinstance(leaf, Table) and len(leaf.rows) > rows for leaf in leaves(parts))


def _sentence(part: Heading | Paragraph | Picture | Code | Chart | Link) -> Runs:
    """What a part says that is one line of text anyway."""
    match part:
        case Heading() | Paragraph():
            return part.runs
        case Picture() | Chart():
            return words(part.alt)
        case Code():
            return part.caption or words(part.alt)
        case Link():
            return tuple(replace(run, link=part.url) for run in part.label)
        case _:
            assert_never(part)


def _fact(label: Runs, value: Runs) -> Runs:
    return (*label, Run(" " if plain(label).endswith(":") else ": "), *value)


def _table(table: Table, rows: int | None) -> Iterator[Line]:
    if table.caption_shown:
        yield Line(words(table.caption))
    for number, row in enumerate(table.rows[:rows]):
        yield Line(_row(row), number)
    if table.total and (rows is None or len(table.rows) <= rows):
        yield Line(_row(table.total))


def _row(cells: tuple[Cell, ...]) -> Runs:
    filled = [words(cell) if isinstance(cell, str) else cell for cell in cells]
    told = [cell for cell in filled if plain(cell)]
    return tuple(run for number, cell in enumerate(told) for run in ((Run(", "),) if number else ()) + cell)
