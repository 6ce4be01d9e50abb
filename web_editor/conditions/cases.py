"""Conditions as cases: lines of which one has to hold, each of answers that all have to be given."""

from __future__ import annotations

from typing import TypeAlias

from content_blocks.expressions.nodes import And, Compare, Node, Not, Or
from web_editor.conditions.opposite import opposite

Answer: TypeAlias = tuple[Node, bool]
Line: TypeAlias = tuple[Answer, ...]


def lines_of(node: Node) -> tuple[Line, ...]:
    """The lines of a condition that is an `or` of `and`s, `not` anywhere; none for any other, nor where a line answers
    one question with both yes and no.

    The same things are asked in the same order, so that it comes to the same also where a field is absent.
    """
    try:
        found = _lines(node, holds=True)
    except _OtherwiseWritten:
        return ()
    return () if any(map(_contradicts, found)) else tuple(map(_told_once, found))


def contradicts_itself(node: Node) -> bool:
    """Whether every line of a condition answers one question with both yes and no."""
    try:
        return all(map(_contradicts, _lines(node, holds=True)))
    except _OtherwiseWritten:
        return False


def answer(atom: Node, holds: bool) -> tuple[str, bool]:
    """A question in words and its answer; one word for `x <= 1` and `x > 1`, with opposite answers."""
    if isinstance(atom, Compare) and atom.operator in ("!=", "<=", ">="):
        return repr(opposite(atom)), not holds
    return repr(atom), holds


def as_node(lines: tuple[Line, ...]) -> Node:
    """The condition that some lines say, each with at least one answer."""
    cases = [_joined(And, [_answer(*answer) for answer in line]) for line in lines]
    return _joined(Or, cases)


class _OtherwiseWritten(Exception):
    """A condition that is not written in cases."""


def _lines(node: Node, *, holds: bool) -> tuple[Line, ...]:
    match node:
        case Not(operand):
            return _lines(operand, holds=not holds)
        case And(parts) | Or(parts) if isinstance(node, Or) is holds:
            return tuple(line for part in parts for line in _lines(part, holds=holds))
    return (_line(node, holds=holds),)


def _line(node: Node, *, holds: bool) -> Line:
    match node:
        case Not(operand):
            return _line(operand, holds=not holds)
        case And(parts) | Or(parts):
            if isinstance(node, Or) is holds:
                raise _OtherwiseWritten
            return tuple(answer for part in parts for answer in _line(part, holds=holds))
        case Compare("!="):
            return ((opposite(node), not holds),)
    return ((node, holds),)


def _told_once(line: Line) -> Line:
    """Each question once."""
    first: dict[tuple[str, bool], Answer] = {}
    for told in line:
        first.setdefault(answer(*told), told)
    return tuple(first.values())


def _contradicts(line: Line) -> bool:
    answers = {answer(*told) for told in line}
    return len({question for question, _ in answers}) < len(answers)


def _answer(atom: Node, holds: bool) -> Node:
    if holds:
        return atom
    return opposite(atom) if isinstance(atom, Compare) else Not(atom)


def _joined(kind: type[And] | type[Or], parts: list[Node]) -> Node:
    flat = [
        inner
        for part in parts
        for inner in (part.parts if isinstance(part, And | Or) and type(part) is kind else [part])
    ]
    return flat[0] if len(flat) == 1 else kind(tuple(flat))
