"""A decision table that somebody filled in, brought back to the conditions of its branches.

    sources_of({"columns": [{"source": "level == \\"first\\""}, {"source": "business"}],
                "rows": [{"id": "other", "lines": [["no", "no"]]}]}, {"other": "not business"})

    {"other": "level != \\"first\\" and not business"}

A branch that is written anew asks in the order of the columns.  Branches whose conditions do not fit are left out.
One row may say `otherwise` in place of its cells: its branch is for all that the others leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import StrictBool, StrictStr

from content_blocks.expressions import parse_expression
from content_blocks.expressions.nodes import Node
from content_blocks.item import Condition, Item, read_item
from content_blocks.problem import Collector, Problem, Refused
from web_editor.conditions.cases import Line, answer, as_node, lines_of
from web_editor.conditions.coverage import Cell
from web_editor.conditions.form import spelled, within_bounds
from web_editor.conditions.otherwise import otherwise


class Asked(Item):
    """A column: a condition that is asked."""

    source: Condition


class Branch(Item):
    """A row with its cells, line by line."""

    id: StrictStr
    lines: tuple[tuple[Cell, ...], ...]
    otherwise: StrictBool = False


class TableContent(Item):
    """What is sent of a table."""

    columns: tuple[Asked, ...]
    rows: tuple[Branch, ...]


def sources_of(content: object, before: Mapping[str, str]) -> dict[str, str]:
    """The conditions that a table says, by the ids of its branches; "" where a branch has none.

    `before` holds the branches there are with their conditions: those whose cells still say the same keep their
    spelling.  Raises Refused with every fault and its place, such as `rows.1.lines.0`.
    """
    within_bounds(content)
    table = read_item(TableContent, content)  # type: ignore[arg-type]  # whatever somebody sent
    if found := list(_faults(table, before)):
        raise Refused(found)
    collect = Collector()
    sources: dict[str, str] = {}
    for number, row in sorted(enumerate(table.rows), key=lambda numbered: numbered[1].otherwise):
        source = collect(f"rows.{number}", lambda row=row: _source(row, table, before, sources))  # type: ignore[misc]
        sources[row.id] = source or ""
    if collect.problems:
        raise Refused(collect.problems)
    return sources


def _faults(table: TableContent, before: Mapping[str, str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, row in enumerate(table.rows):
        if row.id not in before or row.id in seen:
            yield Problem(f"rows.{number}.id", "condition-branch-unknown")
        seen.add(row.id)
        if row.otherwise:
            if any(other.otherwise for other in table.rows[:number]):
                yield Problem(f"rows.{number}.otherwise", "condition-otherwise-twice")
            continue
        if not row.lines:
            yield Problem(f"rows.{number}.lines", "condition-group-empty")
        for line, cells in enumerate(row.lines):
            if len(cells) != len(table.columns):
                yield Problem(f"rows.{number}.lines.{line}", "condition-cells", {"expected": len(table.columns)})


def _source(row: Branch, table: TableContent, known: Mapping[str, str], made: Mapping[str, str]) -> str:
    before = known[row.id]
    if row.otherwise:
        return otherwise([source for id, source in {**known, **made}.items() if id != row.id], before)
    asked = [column.source.root for column in table.columns]
    lines = tuple(_line(asked, cells) for cells in row.lines)
    if any(not line for line in lines):
        return ""
    kept = before and _answers(lines_of(parse_expression(before).root)) == _answers(lines)
    return before if kept else spelled(as_node(lines))


def _line(asked: list[Node], cells: tuple[Cell, ...]) -> Line:
    return tuple((atom, cell == "yes") for atom, cell in zip(asked, cells, strict=True) if cell != "any")


def _answers(lines: tuple[Line, ...]) -> list[frozenset[tuple[str, bool]]]:
    """What lines say, whatever the order in which they ask."""
    return [frozenset(answer(*told) for told in line) for line in lines]
