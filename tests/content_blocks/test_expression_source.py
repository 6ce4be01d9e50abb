"""Expressions as text and as nodes: the same thing, whatever is written and whatever the record holds."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.expressions import nodes, parse_expression, to_source
from content_blocks.problem import Refused

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # the trees are small, their words long

NAMES = st.sampled_from(["a", "items", "b", "sum", "Field_1", "update"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map(lambda names: nodes.Path(tuple(names)))
NUMBERS = st.integers(-(10**9), 10**9) | st.decimals(-(10**6), 10**6, places=3, allow_nan=False)
SCALARS = NUMBERS | st.booleans() | st.sampled_from(["x", "–", "2026-01-02", "a\"b'c", "back\\slash", "{{", "}}", "%}"])
CONSTANTS = SCALARS.map(nodes.Constant)
FACTORS = NUMBERS.map(nodes.Constant)
AGGREGATES = st.builds(nodes.Aggregate, st.sampled_from(["sum", "count", "min", "max"]), PATHS)


def joined(kind: Any, parts: st.SearchStrategy[nodes.Node]) -> st.SearchStrategy[Any]:
    """`and` or `or` as the parser gives them: flat, and a constant at the end of an `or` would be a default."""
    return (
        st.lists(parts, min_size=2, max_size=3)
        .filter(lambda found: not any(isinstance(part, kind) for part in found))
        .filter(lambda found: kind is nodes.And or not any(isinstance(part, nodes.Constant) for part in found[1:]))
        .map(lambda found: kind(tuple(found)))
    )


def inner(parts: st.SearchStrategy[nodes.Node]) -> st.SearchStrategy[nodes.Node]:
    return st.one_of(
        st.builds(nodes.Compare, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), parts, parts),
        st.builds(nodes.In, parts, st.lists(CONSTANTS, max_size=3).map(tuple)),
        joined(nodes.And, parts),
        joined(nodes.Or, parts),
        st.builds(nodes.Not, parts),
        st.builds(nodes.Add, parts, parts),
        st.builds(nodes.Subtract, parts, parts),
        st.builds(nodes.Multiply, FACTORS, parts.filter(lambda part: not isinstance(part, nodes.Constant)) | FACTORS),
        st.builds(nodes.Default, parts, CONSTANTS),
    )


TREES = st.recursive(PATHS | CONSTANTS | AGGREGATES, inner, max_leaves=8)


@given(TREES)
def test_source_and_nodes_are_the_same_thing(tree: nodes.Node) -> None:
    assert parse_expression(to_source(tree)).root == tree


@given(PATHS, st.sampled_from([("money", ()), ("date", (("style", nodes.Constant("long")),))]), st.none() | CONSTANTS)
def test_formatted_source_and_nodes_are_the_same_thing(path: nodes.Path, written: Any, default: Any) -> None:
    tree: nodes.Node = nodes.Formatted(path, *written)
    tree = nodes.Default(tree, default) if default else tree
    assert parse_expression(to_source(tree)).root == tree


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False) | st.text(max_size=5) | st.dates(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(NAMES, inside, max_size=4),
    max_leaves=10,
)


@given(TREES, st.dictionaries(NAMES, VALUES, max_size=5))
def test_any_record_gives_a_value_or_a_refusal(tree: nodes.Node, scope: dict[str, Any]) -> None:
    expression = parse_expression(to_source(tree))
    with suppress(Refused):
        assert isinstance(expression.evaluate(scope), str | bool | int | Decimal | date | list | dict)


TOKENS = [*"()[]{}|.,'\"\\~+-*/%=<> \n", "a", "1", "in", "or", "not", "is", "if", "sum"]


@given(st.text(max_size=60) | st.lists(st.sampled_from(TOKENS), max_size=25).map("".join))
def test_any_text_gives_an_expression_or_a_refusal(source: str) -> None:
    with suppress(Refused):
        expression = parse_expression(source)
        assert parse_expression(to_source(expression.root)).root == expression.root
