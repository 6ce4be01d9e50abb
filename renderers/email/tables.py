"""Tables as rows of cells, readable on a wide screen, on a phone, and by ear.

What moves below the row on a phone is in the mail twice, and the style sheet shows one of the two; a client without
style sheets shows the wide form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content_blocks.parts import Cell, Column, Table
from renderers.email.columns import LONGEST_WORD, Plan, cell_words, longest_word, plan
from renderers.email.draft import Draft
from renderers.email.look import Look
from renderers.email.runs import runs_html
from renderers.email.tokens import escaped
from renderers.email.tree import Rows, Token

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
    return "word-break:normal;" if longest_word(words) <= LONGEST_WORD else ""


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
    """One row, with what moves below it inside the host."""
    plan, start = writing.plan, writing.draft.length
    cells, words = [], []
    for index in plan.wide:
        cell = row[index]
        html = escaped(cell) if isinstance(cell, str) else cell_html(cell, writing.draft, writing.look)
        words.append(cell_words(cell))
        if index == plan.host:
            html += _always_below(writing, row, words) if plan.below_always else ""
            html += _below_on_phone(writing, row) if plan.below_on_phone else ""
        cells.append(f"{openings[index]}{html}</td>")
    writing.draft.say("\n".join(words))
    writing.draft.end_row(start)
    return f"<tr{kind}>{''.join(cells)}</tr>"


def _always_below(writing: Writing, row: Sequence[Cell], words: list[str]) -> str:
    """What fits beside the others on no screen."""
    columns = writing.table.columns
    below = writing.plan.below_always
    words.append(" · ".join(f"{columns[index].label} {cell_words(row[index])}" for index in below if row[index]))
    return _below(writing, row, below, '<div class="soft" style="')


def _below_on_phone(writing: Writing, row: Sequence[Cell]) -> str:
    return _below(
        writing, row, writing.plan.below_on_phone, '<div class="narrow soft" style="display:none;mso-hide:all;'
    )


def _below(writing: Writing, row: Sequence[Cell], below: Sequence[int], opening: str) -> str:
    """The cells of some columns with their labels, on one line."""
    columns = writing.table.columns
    cells = [
        f"{escaped(columns[index].label)} {cell_html(row[index], writing.draft, writing.look)}"
        for index in below
        if row[index]
    ]
    return f'{opening}{writing.look.cells.below}">{" · ".join(cells)}</div>' if cells else ""


def cell_html(cell: Cell, draft: Draft, look: Look) -> str:
    """A cell's inline HTML."""
    if isinstance(cell, str):
        return escaped(cell)
    return runs_html(cell, draft.slots, look.link, draft.place)
