"""Which cases no branch of a decision table is for, and which several are for.

Both are told as lines of cells, as wide as can be.  What can be asked about one field is weighed with the values it
may have: a level that is none of its three values is no case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise, product
from typing import Any, Literal, TypeAlias

from content_blocks.expressions.analyse import unreachable
from content_blocks.expressions.evaluate import compiled
from content_blocks.expressions.nodes import Constant, Node, Path, every
from content_blocks.expressions.values import Absent, Unfit
from web_editor.conditions.cases import as_node
from web_editor.conditions.place import Place

Cell = Literal["yes", "no", "any"]
Cells: TypeAlias = tuple[Cell, ...]
Answers: TypeAlias = tuple[bool, ...]
Known: TypeAlias = tuple[list[int], Set[tuple[bool | None, ...]]]
"""Some questions by their numbers, and the answers to them that occur together."""

MOST_ASKED = 8
"""Questions up to which all answers to them are gone through."""
MOST_TOLD = 4
"""How many gaps are told; a table with more of them is not finished yet."""


@dataclass(frozen=True)
class Coverage:
    """Cases for which no branch holds, and pairs of branches with a case for which both do."""

    gaps: tuple[Cells, ...] = ()
    overlaps: tuple[tuple[str, str, Cells], ...] = ()


def coverage(rows: Mapping[str, tuple[Cells, ...]], asked: Sequence[Node], place: Place) -> Coverage:
    """The gaps and overlaps of branches that all fit into a table and have a condition; none for a table that is too
    wide to tell."""
    if not rows or not asked or len(asked) > MOST_ASKED or not all(rows.values()):
        return Coverage()
    every_answer = list(product((True, False), repeat=len(asked)))
    known = list(_known(asked, place))
    possible = {each for each in every_answer if _possible(each, asked, known)}
    held = {id: {each for each in possible if _holds(lines, each)} for id, lines in rows.items()}
    left = possible.difference(*held.values())
    impossible = set(every_answer) - possible
    overlaps = ((one, other, held[one] & held[other]) for one, other in combinations(rows, 2))
    return Coverage(
        tuple(_told(left, impossible))[:MOST_TOLD],
        tuple((one, other, next(_told(both, impossible))) for one, other, both in overlaps if both),
    )


def _holds(lines: tuple[Cells, ...], answers: Answers) -> bool:
    return any(_fits(line, answers) for line in lines)


def _fits(line: Cells, answers: Answers) -> bool:
    return all(cell == "any" or (cell == "yes") is so for cell, so in zip(line, answers, strict=True))


def _told(cases: set[Answers], spare: set[Answers]) -> Iterator[Cells]:
    """Lines that are for some cases and, beside them, at most for what never happens: each as wide as it can be."""
    left = set(cases)
    while left:
        line: Cells = tuple("yes" if so else "no" for so in max(left))
        for column in range(len(line)):
            wider: Cells = (*line[:column], "any", *line[column + 1 :])
            if _within(wider) <= cases | spare:
                line = wider
        left -= _within(line)
        yield line


def _within(line: Cells) -> set[Answers]:
    return set(product(*((True, False) if cell == "any" else (cell == "yes",) for cell in line)))


def _possible(answers: Answers, asked: Sequence[Node], known: Sequence[Known]) -> bool:
    told = [as_node((((atom, so),),)) for atom, so in zip(asked, answers, strict=True)]
    return not unreachable(told) and all(
        tuple(answers[number] for number in numbers) in occurring for numbers, occurring in known
    )


def _known(asked: Sequence[Node], place: Place) -> Iterator[Known]:
    """The questions about one field alone, as far as the values that the field may have are known."""
    about: dict[str, list[int]] = {}
    for number, atom in enumerate(asked):
        paths = {node.dotted for node in every(atom) if isinstance(node, Path)}
        if len(paths) == 1:
            about.setdefault(paths.pop(), []).append(number)
    for path, numbers in about.items():
        atoms = [asked[number] for number in numbers]
        occurring = {tuple(_answer(atom, path, value) for atom in atoms) for value in _values(path, atoms, place)}
        told = {each for each in occurring if None not in each}
        if told:
            yield numbers, told


def _values(path: str, atoms: Sequence[Node], place: Place) -> list[Any]:
    """Values that a field may have, of each kind that makes a difference one; none where nobody can say."""
    if choices := place.facts(path).choices:
        return list(choices)
    constants = {node.value for atom in atoms for node in every(atom) if isinstance(node, Constant)}
    numbers = sorted(Decimal(it) for it in constants if isinstance(it, int | Decimal) and not isinstance(it, bool))
    if not numbers or len(numbers) < len(constants):
        return []
    between = [(one + other) / 2 for one, other in pairwise(numbers)]
    return [numbers[0] - 1, *numbers, *between, numbers[-1] + 1]


def _answer(atom: Node, path: str, value: Any) -> bool | None:
    scope: Any = value
    for name in reversed(path.split(".")):
        scope = {name: scope}
    try:
        return bool(compiled(atom)(scope))
    except (Absent, Unfit, ArithmeticError):
        return None
