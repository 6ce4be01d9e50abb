"""Tables and facts as rows of cells, readable on a wide screen, on a phone, and by ear.

On a phone the columns of priority 1 and 2 stay side by side as far as they fit; the others move below the row, into
its first column of text, each with its label.  Both forms are in the mail and the style sheet shows one of them; a
client without style sheets shows the wide one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from content_blocks.parts import Cell, Column, Facts, Table, plain
from renderers.email.draft import Draft
from renderers.email.look import Look
from renderers.email.runs import runs_html
from renderers.email.tokens import escaped
from renderers.email.tree import Rows, Token
from renderers.rendition import Mark

PHONE_ROOM = 320 - 2 * 20
CHARACTER = 7.7
TEXT_COLUMN = 96
UNSEEN = "font-size:0;line-height:0;height:0;overflow:hidden;mso-hide:all"


@dataclass(frozen=True, slots=True)
class Plan:
    """Which columns stand side by side on a wide screen and on a phone, and which one takes in the others."""

    wide: tuple[int, ...]
    phone: frozenset[int]
    host: int
    below_always: tuple[int, ...]
    below_on_phone: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """All that the rows of one table share."""

    table: Table
    plan: Plan
    draft: Draft
    look: Look


def plan(table: Table, room: int, space: int) -> Plan:
    """Columns by priority, as long as what cannot be broken fits into the room (pixels, `space` around a cell)."""
    needs = [_need(table, index) + space for index in range(len(table.columns))]
    order = sorted(range(len(needs)), key=lambda index: table.columns[index].priority)
    wide = _fitting(order, needs, room)
    phone = _fitting([index for index in order if index in wide and table.columns[index].priority <= 2], needs)
    phone = phone or {order[0]}
    host = next((index for index in sorted(phone) if table.columns[index].kind == "text"), min(phone))
    return Plan(
        wide=tuple(sorted(wide)),
        phone=frozenset(phone),
        host=host,
        below_always=tuple(index for index in range(len(needs)) if index not in wide),
        below_on_phone=tuple(sorted(wide - phone)),
    )


def _need(table: Table, index: int) -> float:
    """The least width of a column's words: figures and dates keep to one line, words may break."""
    if table.columns[index].kind == "text":
        return TEXT_COLUMN
    return max([len(cell_words(row[index])) for row in _all_rows(table)], default=0) * CHARACTER


def _all_rows(table: Table) -> Iterable[tuple[Cell, ...]]:
    return table.rows if table.total is None else (*table.rows, table.total)


def _fitting(order: Sequence[int], needs: Sequence[float], room: float = PHONE_ROOM) -> set[int]:
    kept: set[int] = set()
    for index in order:
        if not kept or needs[index] <= room:
            kept.add(index)
            room -= needs[index]
    return kept


def cell_words(cell: Cell) -> str:
    """What a cell says."""
    return cell if isinstance(cell, str) else plain(cell)


def table_rows(table: Table, draft: Draft, look: Look, piece: str, language: Token | None) -> Rows:
    """A table as caption, head and body; notes the words and the mark of each row."""
    writing = Writing(table, plan(table, look.room, look.cell_space), draft, look)
    caption = _caption(table.caption, table.caption_shown, draft, look)
    head = draft.slots.markup(_head(writing))
    openings = [_opening(writing, index) for index in range(len(table.columns))]
    body = []
    for number, row in enumerate(table.rows):
        start = draft.length
        shade = look.cells.shade if number % 2 else ""
        body.append(f"<tr{shade}>{_cells(writing, row, openings)}</tr>")
        draft.marks.append(Mark(piece, number, span=(start, draft.length - 1)))
    if table.total is not None:
        totals = [opening.replace('style="', f'style="{look.cells.total}', 1) for opening in openings]
        body.append(f'<tr class="total">{_cells(writing, table.total, totals)}</tr>')
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
        element = "th scope=\"col\"" if column.label else "td"
        style = writing.look.cells.head + writing.look.cells.padding[index != writing.plan.wide[0]]
        opening = f'<{element}{_class(writing, index)} align="{_align(column, writing.look)}" style="{style}">'
        cells.append(f"{opening}{escaped(column.label)}</{element[:2]}>")
    return f'<tr class="head">{"".join(cells)}</tr>'


def _opening(writing: Writing, index: int) -> str:
    """The opening tag of a column's cells."""
    column = writing.table.columns[index]
    style = writing.look.cells.body + writing.look.cells.padding[index != writing.plan.wide[0]]
    together = "" if column.kind == "text" else " nowrap"
    return f'<td{_class(writing, index)} align="{_align(column, writing.look)}"{together} style="{style}">'


def _class(writing: Writing, index: int) -> str:
    return "" if index in writing.plan.phone else ' class="wide"'


def _align(column: Column, look: Look) -> str:
    return look.start if column.kind in ("text", "date") else look.end


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
    return " · ".join(
        f"{escaped(label)} {cell_html(cell, writing.draft, writing.look)}" for label, cell in labelled
    )


def cell_html(cell: Cell, draft: Draft, look: Look) -> str:
    """A cell's inline HTML."""
    if isinstance(cell, str):
        return escaped(cell)
    return runs_html(cell, draft.slots, look.link, draft.place)


def facts_rows(facts: Facts, draft: Draft, look: Look, language: Token | None, small: bool = False) -> Rows:
    """Labels as row headers with their values; sums stand at the line's end, anything else after its label."""
    side = look.end if facts.total else look.start
    last = len(facts.rows) - 1
    body = []
    for number, (label, value) in enumerate(facts.rows):
        draft.say(plain(label))
        draft.say(plain(value))
        total = f";{look.cells.total}" if facts.total and number == last else ""
        name = f'<th class="label" scope="row" align="{look.start}" style="{look.cells.label}{total}">{cell_html(label, draft, look)}</th>'
        body.append(f'<tr>{name}<td align="{side}" style="{look.cells.value}{total}">{cell_html(value, draft, look)}</td></tr>')
    return Rows(draft.slots.markup("".join(body)), size=13 if small else 15, gap=12, language=language)
