"""Expressions as forms: whatever can be written opens, and what is clicked together is an expression or a problem."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from content_blocks.expressions import nodes, parse_expression, to_source
from content_blocks.expressions.parse import parse
from content_blocks.problem import Refused
from tests.content_blocks.test_expression_source import CONSTANTS, NAMES, PATHS, TOKENS, TREES, VALUES
from web_editor.conditions.form import FormContent, condition_form, node_of, source_of, value_form
from web_editor.conditions.writing import written

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

SHOWN = st.one_of(
    st.builds(nodes.Formatted, PATHS, st.just("money"), st.just(())),
    st.builds(nodes.Formatted, PATHS, st.just("date"), st.just((("style", nodes.Constant("long")),))),
    st.builds(
        nodes.Formatted,
        st.builds(nodes.Multiply, st.just(nodes.Constant(-1)), PATHS),
        st.just("plural"),
        st.just((("one", nodes.Constant("#")), ("other", nodes.Constant("# a")))),
    ),
)
EVERYTHING = TREES | SHOWN | st.builds(nodes.Default, SHOWN, CONSTANTS)
SOURCES = st.text(max_size=60) | st.lists(st.sampled_from(TOKENS), max_size=25).map("".join)


def opened(source: str) -> list[dict[str, Any]]:
    return [condition_form(source), value_form(source)]


def exactly(source: str) -> str:
    """Nodes in words: to Python 1, 1.0 and true are equal."""
    return repr(parse(source))


@given(EVERYTHING)
def test_every_expression_opens_and_comes_back_as_it_was(tree: nodes.Node) -> None:
    for form in opened(to_source(tree)):
        assert exactly(source_of(form)) == exactly(to_source(tree))


@given(SOURCES)
def test_whatever_can_be_read_opens_and_comes_back(source: str) -> None:
    with suppress(Refused):
        expected = exactly(source)
        assert [exactly(source_of(form)) for form in opened(source)] == [expected, expected]


@given(TREES, st.dictionaries(NAMES, VALUES, max_size=5))
def test_it_means_the_same_on_any_record(tree: nodes.Node, record: dict[str, Any]) -> None:
    source = to_source(tree)
    meant = outcome(source, record)
    assert [outcome(source_of(form), record) for form in opened(source)] == [meant, meant]


def outcome(source: str, record: dict[str, Any]) -> str:
    try:
        return repr(parse_expression(source).evaluate(record))
    except Refused as refused:
        return repr(refused)


@given(EVERYTHING)
def test_it_is_written_without_parentheses_that_say_nothing(tree: nodes.Node) -> None:
    source = to_source(tree)
    assert exactly(written(parse(source))) == exactly(source)
    assert len(written(tree)) <= len(source)


@pytest.mark.parametrize(
    "source",
    [
        "account.balance < 0 and not customer.vip",
        '(a == "x" or b) and c not in ["y", "z"]',
        "-(a + b) * 2 > sum(account.transactions.amount)",
        "a - (b - c) + d",
        'name | date(style="long") or "–"',
        "(a or 0) + 1 >= 6",
        "not (a and b)",
        "(a < b) == true",
        "a or b or 1",
        "'say \"hello\"' == a",
    ],
)
def test_it_is_written_as_a_person_would(source: str) -> None:
    assert written(parse(source)) == source


@pytest.mark.parametrize(
    "source",
    [
        "<".join(["abcdefgh"] * 111),
        "<".join(["a"] * 500),
        "-abc|money" + " " * 900,
        " and ".join(["a"] * 167),
        "a" + "".join(f"*{number}" for number in range(2, 19)) + "==" + "b" * 900,
        'a|plural("' + "x" * 960 + '","y","","","y","z")',
        "a==" + "or a==".join(str(number % 10) for number in range(140)),
        "[".join(["a in", ",".join(["1"] * 490)]) + "]",
        "not(a)or(b)" + "and(c)" * 160,
    ],
)
def test_the_longest_expression_still_opens_and_is_not_too_long_then(source: str) -> None:
    assert len(source) <= 1000
    for form in opened(source):
        assert exactly(source_of(form)) == exactly(source)


def test_a_form_that_says_the_same_keeps_the_spelling_of_its_author() -> None:
    source = "( account.balance<0 )  and\n customer.vip"
    assert source_of(condition_form(source), source) == source
    assert source_of(condition_form("account.balance <= 0"), source) == "account.balance <= 0"


def value(text: Any, kind: str = "number") -> dict[str, Any]:
    return {"kind": "value", "type": kind, "value": text}


def field(path: str) -> dict[str, Any]:
    return {"kind": "field", "path": path}


def group(kind: str, *parts: Any) -> dict[str, Any]:
    return {"kind": kind, "parts": list(parts)}


def row(path: str, operator: str, right: Any) -> dict[str, Any]:
    return {"kind": "compare", "left": field(path), "operator": operator, "right": right}


VIP = {"kind": "flag", "left": field("vip"), "negated": False}


@pytest.mark.parametrize(
    ("form", "source"),
    [
        (group("all", VIP), "vip"),
        (group("all", VIP, group("all", VIP, group("any", VIP))), "vip and vip and vip"),
        (group("any", group("any", VIP, row("a", "<", value("2.50")))), "vip or a < 2.5"),
        ({"kind": "not", "part": VIP}, "not vip"),
        ({"kind": "not", "part": {"kind": "not", "part": VIP}}, "not not vip"),
        ({"kind": "not", "part": {"kind": "in", "left": field("a"), "options": [value("1")]}}, "a not in [1]"),
        ({"kind": "in", "left": field("a"), "options": [], "negated": True}, "a not in []"),
        (row("a", "==", value("-0")), "a == 0"),
        (row("a", "==", value('say "it\'s"\\', "text")), r"""a == 'say "it\'s"\\'"""),
        ({"kind": "times", "operand": field("a"), "factor": "-1"}, "-a"),
        (
            {"kind": "shown", "operand": field("a"), "format": "date", "args": {"style": "long"}},
            'a | date(style="long")',
        ),
    ],
)
def test_what_is_clicked_together_is_written(form: dict[str, Any], source: str) -> None:
    assert source_of(form) == source


def deep(levels: int) -> dict[str, Any]:
    form = VIP
    for _ in range(levels):
        form = {"kind": "not", "part": form}
    return form


@pytest.mark.parametrize(
    ("form", "where", "code"),
    [
        (None, "", "condition-kind"),
        ([], "", "condition-kind"),
        ({}, "", "condition-kind"),
        ({"kind": "for"}, "", "condition-kind"),
        ({"kind": ["all"]}, "", "condition-kind"),
        (group("all"), "parts", "condition-group-empty"),
        (group("all", VIP, group("any")), "parts.1.parts", "condition-group-empty"),
        (group("all", VIP, {"kind": "field"}), "parts.1.path", "field-missing"),
        ({"kind": "all", "parts": "a"}, "parts", "field-not-a-list"),
        (row("a b", "==", value("1")), "left.path", "expression-syntax"),
        (row("not", "==", value("1")), "left.path", "expression-syntax"),
        (row("true", "==", value("1")), "left.path", "condition-path"),
        (row("a()", "==", value("1")), "left.path", "expression-not-allowed"),
        (row("a | money", "==", value("1")), "left.path", "condition-path"),
        (row("__class__", "==", value("1")), "left.path", "expression-not-allowed"),
        (row("a", "is", value("1")), "operator", "choice-not-known"),
        (row("a", "==", value("1e9")), "right.value", "field-not-a-number"),
        (row("a", "==", value("1234567890123456")), "right.value", "number-too-long"),
        (row("a", "==", value(1)), "right.value", "field-not-text"),
        (row("a", "==", value("true", "flag")), "right.value", "field-not-yes-or-no"),
        (row("a", "==", value("x", "day")), "right", "condition-value-type"),
        (row("a", "==", value("a\u202eb", "text")), "right.value", "character-not-allowed"),
        (row("a", "==", value("\ud800", "text")), "right.value", "character-not-allowed"),
        ({**VIP, "note": "x"}, "note", "field-not-known"),
        ({**VIP, "negated": 1}, "negated", "field-not-yes-or-no"),
        ({"kind": "in", "left": field("a"), "options": [field("b")]}, "options.0", "condition-value-type"),
        ({"kind": "aggregate", "name": "avg", "path": "a"}, "name", "choice-not-known"),
        ({"kind": "times", "operand": value("x", "text"), "factor": "2"}, "", "expression-not-allowed"),
        ({"kind": "shown", "operand": field("a"), "format": "shout", "args": {}}, "", "format-unknown"),
        ({"kind": "flag", "left": {"kind": "shown", "operand": field("a"), "format": "money"}, "negated": True}, "",
         "format-inside"),
        (group("any", VIP, {"kind": "flag", "left": value(True, "flag")}), "", "condition-unwritable"),
        (row("a", "==", value("x" * 1001, "text")), "right.value", "expression-too-long"),
        (group("all", *[row("a", "==", value("x" * 90, "text"))] * 20), "", "expression-too-long"),
        (deep(30), "", "expression-too-deep"),
        (deep(3000), "", "condition-too-large"),
        (group("all", *[VIP] * 3000), "", "condition-too-large"),
    ],
)  # fmt: skip
def test_what_is_no_expression_is_a_problem_with_its_place(form: Any, where: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        source_of(form)
    assert [(problem.where, problem.code) for problem in refused.value.problems] == [(where, code)]


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(Refused) as refused:
        source_of(group("all", row("a b", "is", value(1)), {"kind": "in", "left": field("c"), "options": [field("d")]}))
    assert [problem.where for problem in refused.value.problems] == [
        "parts.0.left.path",
        "parts.0.operator",
        "parts.0.right.value",
        "parts.1.options.0",
    ]


def spoilt(form: Any, places: list[int], junk: Any) -> Any:
    """The form with something else somewhere in it."""
    if not places or not isinstance(form, dict | list) or not form:
        return junk
    keys = list(form) if isinstance(form, dict) else list(range(len(form)))
    key = keys[places[0] % len(keys)]
    changed = {**form} if isinstance(form, dict) else [*form]
    changed[key] = spoilt(form[key], places[1:], junk)
    return changed


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just({"kind": "value"}),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(["kind", "left", "x"]), inside),
    max_leaves=5,
)


@given(EVERYTHING, st.lists(st.integers(0, 5), min_size=1, max_size=6), JUNK)
@example(nodes.Path(("a",)), [0], {"kind": "value"})
def test_a_form_that_somebody_made_by_hand_is_an_expression_or_a_problem(
    tree: nodes.Node, places: list[int], junk: Any
) -> None:
    form = spoilt(value_form(to_source(tree)), places, junk)
    with suppress(Refused):
        source = source_of(form)
        assert repr(node_of(value_form(source))) == exactly(source)


def test_the_schema_names_every_kind() -> None:
    schema = FormContent.model_json_schema()
    kinds = {kind["properties"]["kind"]["const"] for kind in schema["$defs"].values()}
    assert kinds == {
        *("all", "any", "not", "compare", "in", "flag", "field", "value"),
        *("calculation", "times", "aggregate", "default", "shown"),
    }
