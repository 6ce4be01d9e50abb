"""Tables as rows of cells, readable on a wide screen, on a phone, and by ear.

What moves below the row on a phone is in the mail twice, and the style sheet shows one of the two; a client without
style sheets shows the wide form.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from content_blocks.parts import Cell, Column, Table
from renderers.email.columns import Plan, cell_words, plan
from renderers.email.draft import Draft
from renderers.email.look import Look
from renderers.email.runs import runs_html
from renderers.email.tokens import escaped
from renderers.email.tree import Rows, Token

WHOLE = 18
UNSEEN = "font-size:0;line-height:0;height:0;overflow:hidden;mso-hide:all"


@dataclass(frozen=True, slots=True)
class Writing:
    """All that the rows of one table share."""

    table: Table
    plan: Plan
    draft: Draft
    look: Look


def unbroken(words: str) -> str:
    """The style that keeps words whole, unless one is so long that it would widen the mail."""
    return "word-break:normal;" if max(map(len, words.split(" "))) <= WHOLE else ""


def table_rows(table: Table, draft: Draft, look: Look, language: Token | None) -> Rows:
    """A table as caption, head and body; notes the words and the mark of each row."""
    writing = Writing(table, plan(table, look.room, look.cell_space), draft, look)
    caption = _caption(table.caption, table.caption_shown, draft, look)
    head = draft.slots.markup(_head(writing))
    openings = [_opening(writing, index) for index in range(len(table.columns))]
    shades = ("", look.cells.shade)
    body = [_row(writing, row, openings, shades[number % 2]) for number, row in enumerate(table.rows)]
    if table.total is not None:
        totals = [f'{opening[:-2]};{look.cells.total}">' for opening in openings]
        body.append(_row(writing, table.total, totals, ' class="total"'))
    return Rows(draft.slots.markup("".join(body)), head, *caption, language=language)


def _caption(words: str, shown: bool, draft: Draft, look: Look) -> tuple[Token, str]:
    """The caption's slot and style.  Unseen is not left out: it names the table to those who hear it."""
    draft.say(words)
    return draft.slots.text(words), look.caption if shown else UNSEEN


def _head(writing: Writing) -> str:
    cells = []
    for index in writing.plan.wide:
        column = writing.table.columns[index]
        writing.draft.say(column.label)
        element = 'th scope="col"' if column.label else "td"
        style = f"{writing.look.cells.head}{unbroken(column.label)}{_padding(writing, index)}"
        opening = f'<{element}{_class(writing, index)} align="{_align(column, writing.look)}" style="{style}">'
        cells.append(f"{opening}{escaped(column.label)}</{element[:2]}>")
    return f'<tr class="head">{"".join(cells)}</tr>'


def _opening(writing: Writing, index: int) -> str:
    """The opening tag of a column's cells."""
    column = writing.table.columns[index]
    style = f"{writing.look.cells.body}{_padding(writing, index)}"
    together = " nowrap" if index in writing.plan.figures else ""
    return f'<td{_class(writing, index)} align="{_align(column, writing.look)}"{together} style="{style}">'


def _padding(writing: Writing, index: int) -> str:
    return writing.look.cells.padding[index != writing.plan.wide[0]]


def _class(writing: Writing, index: int) -> str:
    return "" if index in writing.plan.phone else ' class="wide"'


def _align(column: Column, look: Look) -> str:
    return look.start if column.kind in ("text", "date") else look.end


def _row(writing: Writing, row: Sequence[Cell], openings: Sequence[str], kind: str) -> str:
    start = writing.draft.length
    cells = _cells(writing, row, openings)
    writing.draft.end_row(start)
    return f"<tr{kind}>{cells}</tr>"


def _cells(writing: Writing, row: Sequence[Cell], openings: Sequence[str]) -> str:
    """The cells of one row, with what moves below it inside the host."""
    cells = []
    for index in writing.plan.wide:
        cell = row[index]
        writing.draft.say(cell_words(cell))
        below = _below(writing, row) if index == writing.plan.host else ""
        cells.append(f"{openings[index]}{cell_html(cell, writing.draft, writing.look)}{below}</td>")
    return "".join(cells)


def _below(writing: Writing, row: Sequence[Cell]) -> str:
    always = _labelled(writing, row, writing.plan.below_always)
    on_phone = _labelled(writing, row, writing.plan.below_on_phone)
    html = ""
    if always:
        writing.draft.say(" · ".join(f"{label} {cell_words(cell)}" for label, cell in always))
        html = f'<div class="soft" style="{writing.look.cells.below}">{_lines(writing, always)}</div>'
    if on_phone:
        style = f"display:none;{writing.look.cells.below};mso-hide:all"
        html += f'<div class="narrow soft" style="{style}">{_lines(writing, on_phone)}</div>'
    return html


def _labelled(writing: Writing, row: Sequence[Cell], columns: Sequence[int]) -> list[tuple[str, Cell]]:
    return [(writing.table.columns[index].label, row[index]) for index in columns if row[index]]


def _lines(writing: Writing, labelled: Iterable[tuple[str, Cell]]) -> str:
    return " · ".join(f"{escaped(label)} {cell_html(cell, writing.draft, writing.look)}" for label, cell in labelled)


def cell_html(cell: Cell, draft: Draft, look: Look) -> str:
    """A cell's inline HTML."""
    if isinstance(cell, str):
        return escaped(cell)
    return runs_html(cell, draft.slots, look.link, draft.place)
