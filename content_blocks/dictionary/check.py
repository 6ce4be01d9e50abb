"""Whether an expression fits the data dictionary: known without any record, so an author learns of it while typing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from content_blocks.dictionary.days import ISO_FORM
from content_blocks.dictionary.model import Dictionary
from content_blocks.dictionary.names import Found, Names, kind_of, kinds, type_of
from content_blocks.expressions import Expression
from content_blocks.expressions.nodes import (
    Add,
    Aggregate,
    And,
    Compare,
    Constant,
    Default,
    Formatted,
    In,
    Multiply,
    Node,
    Not,
    Or,
    Path,
    Subtract,
    children,
    every,
)
from content_blocks.expressions.values import day_of
from content_blocks.formats import FORMATS
from content_blocks.problem import Problem


def check_expression(
    expression: Expression, dictionary: Dictionary, aliases: Mapping[str, str], known: Mapping[str, str] | None = None
) -> list[Problem]:
    """What is wrong with a placeholder, filter or total over records of a dictionary; `where` is empty.

    For `aliases` and `known` see `Names`.
    """
    names = Names(dictionary, aliases, known or {})
    return _each_once([*_faults(expression.root, names), *_no_value(expression.root, names)])


def check_condition(
    expression: Expression, dictionary: Dictionary, aliases: Mapping[str, str], known: Mapping[str, str] | None = None
) -> list[Problem]:
    """The same for a condition, which has to give true or false."""
    names = Names(dictionary, aliases, known or {})
    return _each_once([*_faults(expression.root, names), *_not_of(names, "boolean", expression.root)])


def _no_value(node: Node, names: Names) -> Iterator[Problem]:
    """A list, or a group that names nobody, where one value is to be shown."""
    path = node.operand if isinstance(node, Formatted) and node.format == "salutation" else node
    found = names.find(path) if isinstance(path, Path) else None
    if not isinstance(path, Path) or not found or found.lists:
        return
    if found.type == "list" and path is node:
        yield Problem("", "path-is-list", {"field": path.dotted})
    if found.type == "group" and not _names_somebody(found, names):
        yield Problem("", "path-is-group", {"field": path.dotted})


def _names_somebody(group: Found, names: Names) -> bool:
    """Whether a salutation can be made of a group, the only value that it has as a whole."""
    return any(names.dictionary.field(f"{group.path}.{name}") for name in ("first_name", "last_name"))


def _each_once(problems: Iterable[Problem]) -> list[Problem]:
    return list({problem.identity(): problem for problem in problems}.values())


def _faults(node: Node, names: Names, may_be_absent: bool = False) -> Iterator[Problem]:
    """The faults of a node and all below; under a `Default` a value may be absent."""
    match node:
        case Path():
            yield from _path_faults(node, names, may_be_absent)
        case Aggregate():
            yield from _aggregate_faults(node, names, may_be_absent)
        case _:
            for child in children(node):
                yield from _faults(child, names, may_be_absent or isinstance(node, Default))
            yield from _own_faults(node, names)


def _path_faults(path: Path, names: Names, may_be_absent: bool) -> Iterator[Problem]:
    found = names.find(path)
    if found is None:
        yield Problem("", "path-unknown", {"field": path.dotted})
    elif found.lists:
        yield Problem("", "path-in-list", {"field": path.dotted})
    elif found.optional and not may_be_absent:
        yield Problem("", "optional-needs-or", {"field": path.dotted})


def _aggregate_faults(node: Aggregate, names: Names, may_be_absent: bool) -> Iterator[Problem]:
    found = names.find(node.path)
    if found is None:
        yield Problem("", "path-unknown", {"field": node.path.dotted})
        return
    if not found.lists and found.type != "list":
        yield Problem("", "aggregate-needs-list", {"field": node.path.dotted})
    elif node.name != "count" and kind_of(found.type) not in _SUMMED[node.name]:
        yield Problem("", "expression-types", {"types": found.type})
    elif not may_be_absent and _may_lack(node, found, names):
        yield Problem("", "optional-needs-or", {"field": f"{node.name}({node.path.dotted})"})


_SUMMED = {"sum": ("number",), "min": ("number", "date"), "max": ("number", "date")}


def _may_lack(node: Aggregate, found: Found, names: Names) -> bool:
    """Whether there may be no result: an optional field, or the least of an empty list."""
    if node.name != "count":
        return found.optional or node.name != "sum"
    lists = (names.find(Path(node.path.names[:end])) for end in range(1, len(node.path.names) + 1))
    return any(each.optional for each in lists if each and each.type == "list" and not each.lists)


def _own_faults(node: Node, names: Names) -> Iterator[Problem]:
    match node:
        case Compare(_, left, right):
            yield from _pair_faults(left, right, names)
        case In(item, options):
            for option in options:
                yield from _pair_faults(item, option, names)
        case And() | Or() | Not():
            yield from _not_of(names, "boolean", *children(node))
        case Add() | Subtract() | Multiply():
            yield from _not_of(names, "number", *children(node))
        case Formatted(operand, name):
            if (found := type_of(operand, names)) and found not in FORMATS[name].accepts:
                fit = ", ".join(each.name for each in FORMATS.values() if found in each.accepts) or "–"
                yield Problem("", "format-other-type", {"format": name, "type": found, "fit": fit})


def _pair_faults(left: Node, right: Node, names: Names) -> Iterator[Problem]:
    """Two values compared: of one kind; a constant beside a date or a choice is one of its values."""
    constant, other = (left, right) if isinstance(left, Constant) else (right, left)
    type_ = type_of(other, names)
    if type_ in ("date", "choice") and isinstance(constant, Constant) and isinstance(constant.value, str):
        yield from _value_faults(constant.value, type_, other, names)
        return
    found = kinds(names, left, right)
    if len(found) > 1 or found & {"group", "list"}:
        yield Problem("", "expression-types", {"types": ", ".join(sorted(found))})


def _value_faults(text: str, type_: str, other: Node, names: Names) -> Iterator[Problem]:
    if type_ == "date" and day_of(text) is None:
        yield Problem("", "date-unreadable", {"form": ISO_FORM})
    path = next((node for node in every(other) if isinstance(node, Path)), None)
    found = names.find(path) if path else None
    described = names.dictionary.field(found.path) if found else None
    if type_ == "choice" and described and text not in (described.choices or {}):
        yield Problem("", "choice-unknown")


def _not_of(names: Names, wanted: str, *nodes: Node) -> Iterator[Problem]:
    found = kinds(names, *nodes) - {wanted}
    if found and wanted == "boolean":
        yield Problem("", "condition-not-boolean")
    elif found:
        yield Problem("", "expression-types", {"types": ", ".join(sorted(found))})
