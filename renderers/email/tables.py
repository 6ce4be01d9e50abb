"""Tables and facts as rows of cells, readable on a wide screen, on a phone, and by ear.

On a phone the columns of priority 1 and 2 stay side by side as far as they fit; the others move below the row, into
its first column of text, each with its label.  Both forms are in the mail and the style sheet shows one of them; a
client without style sheets shows the wide one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from content_blocks.parts import Cell, Column, Facts, Runs, Table, plain
from renderers.email.draft import Draft
from renderers.email.look import Look
from renderers.email.runs import runs_html
from renderers.email.tokens import escaped
from renderers.email.tree import Rows, Token
from renderers.rendition import Mark

WIDE_CHARACTER, WIDE_TEXT = 8.4, 120
PHONE_ROOM, PHONE_CHARACTER, PHONE_TEXT, PHONE_SPACE = 320 - 2 * 16, 7.4, 84, 10
WHOLE = 18
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
    """Columns by priority, amounts first, as long as what cannot be broken fits side by side.

    `room` is the width of a wide screen and `space` what surrounds the words of a cell, in pixels.
    """
    columns = table.columns
    order = sorted(range(len(columns)), key=lambda index: (columns[index].priority, columns[index].kind != "money"))
    longest = [_longest(table, index) for index in range(len(columns))]
    wide = _fitting(order, [length * WIDE_CHARACTER + space if length else WIDE_TEXT for length in longest], room)
    near = [index for index in order if index in wide and columns[index].priority <= 2] or order[:1]
    phone = _fitting(
        near, [length * PHONE_CHARACTER + PHONE_SPACE if length else PHONE_TEXT for length in longest], PHONE_ROOM
    )
    host = next((index for index in sorted(phone) if columns[index].kind == "text"), min(phone))
    below = tuple(index for index in range(len(columns)) if index not in wide)
    return Plan(tuple(sorted(wide)), phone, host, below, tuple(sorted(wide - phone)))


def _longest(table: Table, index: int) -> int:
    """The length of a column's longest figure or date, which keeps to one line; 0 for words, which may break."""
    if table.columns[index].kind == "text":
        return 0
    rows = table.rows if table.total is None else (*table.rows, table.total)
    return max([len(cell_words(row[index])) for row in rows], default=1)


def _fitting(order: Sequence[int], needs: Sequence[float], room: float) -> frozenset[int]:
    kept: set[int] = set()
    for index in order:
        if not kept or needs[index] <= room:
            kept.add(index)
            room -= needs[index]
    return frozenset(kept)


def unbroken(words: str) -> str:
    """The style that keeps words whole, unless one is so long that it would widen the mail."""
    return "word-break:normal;" if max(map(len, words.split(" "))) <= WHOLE else ""


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
        totals = [f'{opening[:-2]};{look.cells.total}">' for opening in openings]
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
        element = 'th scope="col"' if column.label else "td"
        style = (
            writing.look.cells.head + unbroken(column.label) + writing.look.cells.padding[index != writing.plan.wide[0]]
        )
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
    return " · ".join(f"{escaped(label)} {cell_html(cell, writing.draft, writing.look)}" for label, cell in labelled)


def cell_html(cell: Cell, draft: Draft, look: Look) -> str:
    """A cell's inline HTML."""
    if isinstance(cell, str):
        return escaped(cell)
    return runs_html(cell, draft.slots, look.link, draft.place)


def facts_rows(facts: Facts, draft: Draft, look: Look, language: Token | None, small: bool = False) -> Rows:
    """Labels as row headers with their values; sums stand at the line's end, anything else after its label."""
    side = look.end if facts.total else look.start
    last = len(facts.rows) - 1 if facts.total else -1
    body = [_fact(*row, side, number == last, draft, look) for number, row in enumerate(facts.rows)]
    return Rows(draft.slots.markup("".join(body)), size=13 if small else 15, gap=12, language=language)


def _fact(label: Runs, value: Runs, side: str, total: bool, draft: Draft, look: Look) -> str:
    draft.say(plain(label))
    draft.say(plain(value))
    cells = look.cells
    kind, extra = (' class="total"', f";{cells.total}") if total else ("", "")
    name = f'scope="row" align="{look.start}" style="{unbroken(plain(label))}{cells.label[total]}{extra}"'
    worth = f'align="{side}" style="{unbroken(plain(value))}{cells.value}{extra}"'
    head, data = cell_html(label, draft, look), cell_html(value, draft, look)
    return f"<tr{kind}><th {name}>{head}</th><td {worth}>{data}</td></tr>"
