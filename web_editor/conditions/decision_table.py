"""Conditions of neighbours as one decision table: rows are branches, columns what they ask, cells yes, no or any.

    decision_table([("first", 'level == "first"'), ("other", 'level != "first" and not business')], place, "en").data()

    {"fits": true, "left_out": [], "columns": [
       {"source": "level == \\"first\\"", "text": "the level is “Payment reminder”", "path": "level"},
       {"source": "business", "text": "“Not a consumer” applies", "path": "business"}],
     "rows": [
       {"id": "first", "source": "level == \\"first\\"", "text": "…", "lines": [["yes", "any"]], "otherwise": false, …},
       {"id": "other", "source": "…", "text": "…", "lines": [["no", "no"]], "otherwise": false, "remarks": []}],
     "gaps": ["the level is not “Payment reminder” and “Not a consumer” applies"], "overlaps": []}

A row holds if one of its lines does, a line if all of its cells do; a branch without a condition has one line of `any`.
A condition fits if it is written so: an `or` of `and`s, `not` anywhere.  One that has an `or` within an `and` has no
lines and stays as it is: spread out it could ask for a field that its author only asks for under another condition.

Remarks: {"kind": "never" | "always" | "same", "line": 0, "other": ""}: `line` counts from 1 where only one line of
several never holds, `other` is the branch with the same cells.  `left_out` are values of a choice, by their labels,
for which no branch holds, where all of the table is about that one choice.  `otherwise` tells of the last branch that
it holds where none of the others does.  `gaps` are cases for which no branch is, `overlaps` those for which two are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import product
from typing import Any, Literal

from content_blocks.expressions import Expression, parse_expression
from content_blocks.expressions.analyse import truth, unreachable
from content_blocks.expressions.nodes import Node, Path, every
from content_blocks.problem import Refused
from web_editor.conditions.cases import Line, answer, as_node, contradicts_itself, lines_of
from web_editor.conditions.coverage import Cells, coverage
from web_editor.conditions.otherwise import is_otherwise
from web_editor.conditions.place import Place, in_language
from web_editor.conditions.sentence import said
from web_editor.conditions.sentence_words import pattern
from web_editor.conditions.writing import written

MOST_WEIGHED = 10
"""Questions of one branch up to which all answers to them are gone through."""


@dataclass(frozen=True, slots=True)
class Column:
    """A question, and the field it is about."""

    source: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What is worth a look in a branch, as the module's text says."""

    kind: Literal["never", "always", "same"]
    line: int = 0
    other: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A branch; `lines` is empty where its condition does not fit."""

    id: str
    source: str
    text: str
    lines: tuple[Cells, ...]
    remarks: tuple[Remark, ...]
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two branches, by their ids, and in words a case for which both hold."""

    one: str
    other: str
    text: str


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """Branches and what they ask."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: tuple[str, ...]
    gaps: tuple[str, ...] = ()
    overlaps: tuple[Overlap, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether all of it can be changed as a table."""
        return all(row.lines for row in self.rows)

    def data(self) -> dict[str, Any]:
        """As JSON."""
        return {"fits": self.fits, **asdict(self)}


def decision_table(
    branches: Sequence[tuple[str, str]], place: Place, language: str, around: Sequence[str] = ()
) -> DecisionTable:
    """The table of some branches, each with its id and condition ("" for none).

    `around` are the conditions of the groups they all stand in.  Raises Refused if a condition cannot be read.
    """
    roots = {id: parse_expression(source).root if source else None for id, source in branches}
    outer = [parse_expression(source).root for source in around]
    found = {id: lines_of(root) if root else ((),) for id, root in roots.items()}
    asked = _asked(found.values())
    cells = {id: tuple(_cells(line, asked) for line in lines) for id, lines in found.items()}
    rows = tuple(
        Row(
            id,
            source,
            _told(roots[id], place, language),
            cells[id],
            (*_remarks(roots[id], found[id], outer), *_same(id, cells)),
            (id, source) == branches[-1] and is_otherwise(source, [other for _, other in branches[:-1]]),
        )
        for id, source in branches
    )
    columns = tuple(_column(atom, place, language) for atom in asked.values())
    covered = _covered(rows, list(asked.values()), place, language)
    return DecisionTable(columns, rows, _left_out(rows, place, language), *covered)


def _covered(
    rows: Sequence[Row], asked: list[Node], place: Place, language: str
) -> tuple[tuple[str, ...], tuple[Overlap, ...]]:
    """The gaps and overlaps of the branches that have a condition; one for all that is left over has neither."""
    if not any(row.source for row in rows):
        return (), ()
    rest = any(row.otherwise for row in rows)
    found = coverage({row.id: row.lines for row in rows if row.source and not row.otherwise}, asked, place)

    def told(line: Cells) -> str:
        answers = tuple((atom, cell == "yes") for atom, cell in zip(asked, line, strict=True) if cell != "any")
        return said(as_node((answers,)), place, language).text if answers else _told(None, place, language)

    overlaps = tuple(Overlap(one, other, told(line)) for one, other, line in found.overlaps)
    return () if rest else tuple(map(told, found.gaps)), overlaps


def _asked(found: Iterable[tuple[Line, ...]]) -> dict[str, Node]:
    """The atoms of all lines in the order written, each once."""
    atoms = [atom for lines in found for line in lines for atom, _ in line]
    first: dict[str, Node] = {}
    for atom in atoms:
        first.setdefault(answer(atom, True)[0], atom)
    return first


def _cells(line: Line, asked: Mapping[str, Node]) -> Cells:
    wanted = dict(answer(*told) for told in line)
    yes = {question: answer(atom, True)[1] for question, atom in asked.items()}
    return tuple("any" if each not in wanted else "yes" if wanted[each] is yes[each] else "no" for each in asked)


def _column(atom: Node, place: Place, language: str) -> Column:
    path = next((node.dotted for node in every(atom) if isinstance(node, Path)), "")
    return Column(written(atom), said(atom, place, language).text, path)


def _told(root: Node | None, place: Place, language: str) -> str:
    german = "de" if language.startswith("de") else "en"
    return said(root, place, language).text if root else pattern(german, "always")


def _remarks(root: Node | None, lines: tuple[Line, ...], around: list[Node]) -> Iterator[Remark]:
    never = [unreachable([*around, *(as_node(((part,),)) for part in line)]) for line in lines]
    if root and (contradicts_itself(root) or unreachable([*around, root]) or (never and all(never))):
        yield Remark("never")
    elif root is None or truth(root) or _covers(lines):
        yield Remark("always")
    else:
        yield from (Remark("never", number) for number, each in enumerate(never, start=1) if each)


def _covers(lines: tuple[Line, ...]) -> bool:
    """Whether one of the lines holds whatever the answers are."""
    wanted = [dict(answer(*told) for told in line) for line in lines]
    asked = {question for line in wanted for question in line}
    if not lines or len(asked) > MOST_WEIGHED:
        return False
    answers = (dict(zip(asked, given, strict=True)) for given in product((True, False), repeat=len(asked)))
    return all(any(line.items() <= given.items() for line in wanted) for given in answers)


def _same(id: str, cells: Mapping[str, tuple[Cells, ...]]) -> Iterator[Remark]:
    for other, lines in cells.items():
        if other == id:
            return
        if lines and set(lines) == set(cells[id]):
            yield Remark("same", other=other)
            return


def _left_out(rows: Sequence[Row], place: Place, language: str) -> tuple[str, ...]:
    """The labels of a choice for which no branch holds, if all branches are about it alone."""
    conditions = [parse_expression(row.source) for row in rows if row.source]
    paths = {path for condition in conditions for path in condition.paths()}
    if len(paths) != 1 or len(conditions) < len(rows):
        return ()
    (path,) = paths
    choices = place.facts(path).choices or {}
    open_to_all = [key for key in choices if not any(_holds(condition, path, key) for condition in conditions)]
    return tuple(in_language(choices[key], language) or key for key in open_to_all)


def _holds(condition: Expression, path: str, value: str) -> bool:
    scope: Any = value
    for name in reversed(path.split(".")):
        scope = {name: scope}
    try:
        return condition.holds(scope)
    except Refused:
        return True  # nobody can say that it does not
