"""Facts as a table of two columns, whose labels are row headers."""

from __future__ import annotations

from content_blocks.parts import Facts, Runs, plain
from renderers.email.draft import Draft
from renderers.email.look import Look
from renderers.email.tables import cell_html, unbroken
from renderers.email.tree import Rows, Token


def facts_rows(facts: Facts, draft: Draft, look: Look, language: Token | None, small: bool = False) -> Rows:
    """Labels as row headers with their values; sums stand at the line's end, anything else after its label."""
    side = look.end if facts.total else look.start
    last = len(facts.rows) - 1 if facts.total else -1
    body = [_fact(*row, side, number == last, draft, look) for number, row in enumerate(facts.rows)]
    return Rows(draft.slots.markup("".join(body)), size=13 if small else 15, gap=12, language=language)


LONGEST_NUMBER = 28
"""Characters of a German IBAN in print; beside a label they have room on a phone 320 pixels wide."""


def _whole(words: str) -> str:
    """The style that keeps a number in groups on one line: clients break it even at no-break spaces, if it is long."""
    return "white-space:nowrap;" if " " not in words and len(words) <= LONGEST_NUMBER else ""


def _fact(label: Runs, value: Runs, side: str, total: bool, draft: Draft, look: Look) -> str:
    draft.say(plain(label))
    draft.say(plain(value))
    cells = look.cells
    kind, extra = (' class="total"', f";{cells.total}") if total else ("", "")
    name = f'scope="row" align="{look.start}" style="{unbroken(plain(label))}{cells.label[total]}{extra}"'
    worth = f'align="{side}" style="{unbroken(plain(value))}{_whole(plain(value))}{cells.value}{extra}"'
    head, data = cell_html(label, draft, look), cell_html(value, draft, look)
    return f"<tr{kind}><th {name}>{head}</th><td {worth}>{data}</td></tr>"
