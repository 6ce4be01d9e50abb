"""Conditions as a decision table, and a table that was filled in as conditions."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.expressions import parse_expression, to_source
from content_blocks.problem import Refused
from tests.content_blocks.test_expression_source import TREES
from tests.web_editor.conditions.places import at, expressions
from web_editor.conditions.decision_table import DecisionTable, Remark, decision_table
from web_editor.conditions.table_entries import sources_of

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # the trees are small

REMINDER = at("payment-reminder")
FIRST, SECOND, FINAL = (f'reminder.level == "{level}"' for level in ("first", "second", "final"))


def table(*conditions: str, around: tuple[str, ...] = ()) -> DecisionTable:
    return decision_table([(str(number), each) for number, each in enumerate(conditions)], REMINDER, "en", around)


def lines(*conditions: str) -> list[list[list[str]]]:
    return [[list(line) for line in row.lines] for row in table(*conditions).rows]


def remarks(*conditions: str, around: tuple[str, ...] = ()) -> list[tuple[Remark, ...]]:
    return [row.remarks for row in table(*conditions, around=around).rows]


def sent(told: DecisionTable) -> dict[str, Any]:
    """What a page sends back of a table."""
    return {
        "columns": [{"source": column.source} for column in told.columns],
        "rows": [{"id": row.id, "lines": [list(line) for line in row.lines]} for row in told.rows if row.lines],
    }


def test_a_table_tells_what_each_branch_asks() -> None:
    branches = [("first", FIRST), ("other", 'not (reminder.level == "first") and not reminder.business')]
    told = json.loads(json.dumps(decision_table(branches, REMINDER, "en").data()))
    assert told["columns"] == [
        {"source": FIRST, "text": "the level is “Payment reminder”", "path": "reminder.level"},
        {"source": "reminder.business", "text": "“Not a consumer” applies", "path": "reminder.business"},
    ]
    assert (told["fits"], told["left_out"]) == (True, [])
    assert told["rows"][1] == {
        "id": "other",
        "source": branches[1][1],
        "text": "the level is not “Payment reminder” and “Not a consumer” does not apply",
        "lines": [["no", "no"]],
        "remarks": [],
        "otherwise": False,
    }
    assert told["gaps"] == ["the level is not “Payment reminder” and “Not a consumer” applies"]


@pytest.mark.parametrize(
    ("conditions", "cells"),
    [
        (["a", "not a", ""], [[["yes"]], [["no"]], [["any"]]]),
        (["a and b", "b"], [[["yes", "yes"]], [["any", "yes"]]]),
        (["a or not b"], [[["yes", "any"], ["any", "no"]]]),
        (["not (a and b)"], [[["no", "any"], ["any", "no"]]]),
        (["not (a or not b)"], [[["no", "yes"]]]),
        (["a and b and a"], [[["yes", "yes"]]]),
        (["x == 1", "x != 1"], [[["yes"]], [["no"]]]),
        (["x != 1"], [[["no"]]]),
        (["x in [1, 2]", "x not in [1, 2]"], [[["yes"]], [["no"]]]),
        (["x > 1", "not x > 1"], [[["yes"]], [["no"]]]),
        (["x <= 1", "x > 1", "not x > 1"], [[["yes"]], [["no"]], [["yes"]]]),
        (["a and (b or c)", "a"], [[], [["yes"]]]),
        (["a and not a"], [[]]),
    ],
)
def test_cells(conditions: list[str], cells: list[list[list[str]]]) -> None:
    assert lines(*conditions) == cells


def test_what_is_not_written_in_cases_stays_as_it_is_beside_the_others() -> None:
    told = table("a and (b or c)", "a")
    assert not told.fits
    assert sources_of(sent(told), {"1": "a"}) == {"1": "a"}


@pytest.mark.parametrize(
    ("conditions", "around", "expected"),
    [
        ([FIRST, f"{FIRST} and {SECOND}"], (), [(), (Remark("never"),)]),
        ([FINAL], (FIRST,), [(Remark("never"),)]),
        ([f"{FIRST} or {SECOND} and {FINAL}"], (), [(Remark("never", 2),)]),
        (["a and not a"], (), [(Remark("never"),)]),
        (["false", "true", ""], (), [(Remark("never"),), (Remark("always"),), (Remark("always"),)]),
        (["x > 1 and x <= 1", "x == 1 and (x == 1 and x != 1)"], (), [(Remark("never"),), (Remark("never"),)]),
        (["x < 1 or x >= 1"], (), [(Remark("always"),)]),
        (["a or not a"], (), [(Remark("always"),)]),
        (["a and b or not b or not a"], (), [(Remark("always"),)]),
        (["a and b", "b and a", "b"], (), [(), (Remark("same", other="0"),), ()]),
        (["a or b", "not b"], (), [(), ()]),
    ],
)
def test_remarks(conditions: list[str], around: tuple[str, ...], expected: list[tuple[Remark, ...]]) -> None:
    assert remarks(*conditions, around=around) == expected


@pytest.mark.parametrize(
    ("conditions", "left_out"),
    [
        ([FIRST, SECOND], ("Final demand for payment",)),
        ([FIRST, 'reminder.level in ["second", "final"]'], ()),
        ([FIRST, 'reminder.level != "first"'], ()),
        ([FIRST, f"{SECOND} and reminder.business"], ()),
        ([FIRST, ""], ()),
        (["reminder.business"], ()),
    ],
)
def test_values_for_which_there_is_no_branch(conditions: list[str], left_out: tuple[str, ...]) -> None:
    assert table(*conditions).left_out == left_out


def test_what_is_filled_in_is_written() -> None:
    content = {
        "columns": [{"source": FIRST}, {"source": "reminder.business"}, {"source": "reminder.total > 0"}],
        "rows": [
            {"id": "a", "lines": [["no", "no", "any"]]},
            {"id": "b", "lines": [["yes", "any", "any"], ["any", "any", "no"]]},
            {"id": "c", "lines": [["any", "any", "any"]]},
        ],
    }
    assert sources_of(content, {"a": "", "b": "x", "c": "y", "d": "z"}) == {
        "a": 'reminder.level != "first" and not reminder.business',
        "b": 'reminder.level == "first" or reminder.total <= 0',
        "c": "",
    }


def test_a_row_that_says_the_same_keeps_the_spelling_of_its_author() -> None:
    before = {"0": "( reminder.business )and  reminder.total>0", "1": "not(reminder.total>0)"}
    assert sources_of(sent(table(*before.values())), before) == before


CONDITIONS = st.lists(TREES.map(to_source), min_size=1, max_size=4)


@given(CONDITIONS)
def test_a_table_that_nobody_changed_changes_nothing(conditions: list[str]) -> None:
    told = table(*conditions)
    before = {row.id: row.source for row in told.rows}
    assert sources_of(sent(told), before) == {row.id: row.source for row in told.rows if row.lines}


ATOMS = st.sampled_from(["a", "b", "x == 1", "x != 1", "x == 2", "y < 3", "y >= 3", 'z in ["p", "q"]'])
CASES = st.recursive(
    ATOMS,
    lambda inside: (
        st.builds("not ({})".format, inside)
        | st.builds("({}) and ({})".format, inside, inside)
        | st.builds("({}) or ({})".format, inside, inside)
    ),
    max_leaves=6,
)
RECORDS = st.fixed_dictionaries(
    {
        "a": st.booleans(),
        "b": st.booleans(),
        "x": st.integers(0, 3),
        "y": st.integers(2, 4),
        "z": st.sampled_from(["p", "q", "r"]),
    }
)


@given(st.lists(CASES, min_size=1, max_size=3), st.lists(RECORDS, min_size=3, max_size=8))
def test_a_table_written_anew_means_the_same(conditions: list[str], records: list[dict[str, Any]]) -> None:
    told = table(*conditions)
    anew = sources_of(sent(told), {row.id: "" for row in told.rows})
    for row in told.rows:
        if row.lines:
            assert [holds(anew[row.id], each) for each in records] == [holds(row.source, each) for each in records]
        if Remark("never") in row.remarks:
            assert not any(holds(row.source, each) for each in records)
        if Remark("always") in row.remarks:
            assert all(holds(row.source, each) for each in records)


def holds(source: str, record: dict[str, Any]) -> bool:
    return not source or parse_expression(source).holds(record)


@pytest.mark.parametrize(
    ("content", "where", "code"),
    [
        (None, "", "field-not-a-mapping"),
        ({"columns": []}, "rows", "field-missing"),
        ({"columns": [{"source": "a b"}], "rows": []}, "columns.0.source", "expression-syntax"),
        ({"columns": [{"source": "a | money"}], "rows": []}, "columns.0.source", "formula-format"),
        ({"columns": [], "rows": [{"id": "x", "lines": [[]]}]}, "rows.0.id", "condition-branch-unknown"),
        ({"columns": [], "rows": [{"id": "0", "lines": [[]]}] * 2}, "rows.1.id", "condition-branch-unknown"),
        ({"columns": [], "rows": [{"id": "0", "lines": []}]}, "rows.0.lines", "condition-group-empty"),
        ({"columns": [], "rows": [{"id": "0", "lines": [["yes"]]}]}, "rows.0.lines.0", "condition-cells"),
        ({"columns": [{"source": "a"}], "rows": [{"id": "0", "lines": [["maybe"]]}]}, "rows.0.lines.0.0",
         "choice-not-known"),
        ({"columns": [{"source": "a"}, {"source": "true"}],
          "rows": [{"id": "0", "lines": [["yes", "any"], ["any", "yes"]]}]}, "rows.0", "condition-unwritable"),
        ({"columns": [{"source": "x" * 600}, {"source": "y" * 600}],
          "rows": [{"id": "0", "lines": [["yes", "yes"]]}]}, "rows.0", "expression-too-long"),
        ({"columns": [{"source": "a"}] * 4000, "rows": []}, "", "condition-too-large"),
    ],
)  # fmt: skip
def test_a_table_that_says_nothing_is_a_problem_with_its_place(content: Any, where: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        sources_of(content, {"0": ""})
    assert [(problem.where, problem.code) for problem in refused.value.problems] == [(where, code)]


JUNK = st.recursive(
    st.none() | st.integers() | st.sampled_from(["yes", "any", "a", "0"]),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "lines", "source", "columns", "rows"]), inside)
    ),
    max_leaves=8,
)


@given(JUNK)
def test_whatever_is_sent_is_conditions_or_a_problem(content: Any) -> None:
    with suppress(Refused):
        assert sources_of(content, {"0": ""}).keys() <= {"0"}


def test_every_condition_of_the_library_fits() -> None:
    for found in expressions():
        if found.condition:
            told = decision_table([("it", found.expression.source)], found.place, "de")
            assert told.fits
            assert told.rows[0].remarks == ()


def otherwise_of(*conditions: str) -> list[bool]:
    return [row.otherwise for row in table(*conditions).rows]


@pytest.mark.parametrize(
    ("conditions", "last"),
    [
        (["a", "not a"], True),
        ([FIRST, SECOND, f"not ({SECOND} or {FIRST})"], True),
        ([FIRST, SECOND, 'reminder.level != "first" and not reminder.level == "second"'], True),
        (["a and b", "not (b and a)"], True),
        (["x > 1", "x <= 1"], True),
        (["x > 1", "x < 1"], False),
        (["a", "b", "not a"], False),
        (["a", ""], False),
        (["a"], False),
    ],
)
def test_the_last_branch_may_be_for_all_that_is_left(conditions: list[str], last: bool) -> None:
    assert otherwise_of(*conditions) == [False] * (len(conditions) - 1) + [last]


@pytest.mark.parametrize(
    ("conditions", "gaps", "overlaps"),
    [
        (["reminder.business"], ("“Not a consumer” does not apply",), []),
        ([FIRST, SECOND, FINAL], (), []),
        ([FIRST, SECOND], ("the level is “Final demand for payment”",), []),
        ([FIRST, 'reminder.level != "first"'], (), []),
        (["reminder.total > 10", "reminder.total <= 5"], ("…",), []),
        (["reminder.total > 10", "reminder.total > 5"], ("…",), [("0", "1")]),
        ([FIRST, "reminder.business"], ("…",), [("0", "1")]),
        ([FIRST, ""], ("…",), []),
        ([""], (), []),
        (["a and (b or c)", "a"], (), []),
    ],
)
def test_gaps_and_overlaps(conditions: list[str], gaps: tuple[str, ...], overlaps: list[tuple[str, str]]) -> None:
    told = table(*conditions)
    assert len(told.gaps) == len(gaps)
    assert [(it.one, it.other) for it in told.overlaps] == overlaps


def test_only_one_row_is_for_all_that_is_left() -> None:
    rows = [{"id": id, "lines": [], "otherwise": True} for id in "01"]
    with pytest.raises(Refused) as refused:
        sources_of({"columns": [], "rows": rows}, {"0": "", "1": ""})
    assert [(it.where, it.code) for it in refused.value.problems] == [("rows.1.otherwise", "condition-otherwise-twice")]


def test_what_is_left_follows_what_the_others_ask() -> None:
    content = {
        "columns": [{"source": FIRST}, {"source": "reminder.business"}],
        "rows": [
            {"id": "rest", "lines": [], "otherwise": True},
            {"id": "a", "lines": [["yes", "any"]]},
            {"id": "b", "lines": [["any", "yes"], ["no", "no"]]},
        ],
    }
    before = {"a": FIRST, "b": "x", "kept": "y and (z or w)", "rest": ""}
    assert sources_of(content, before)["rest"] == (
        'reminder.level != "first" and not reminder.business and not (reminder.level != "first" and '
        "not reminder.business) and not (y and (z or w))"
    )


@given(st.lists(CASES, min_size=1, max_size=3), st.lists(RECORDS, min_size=3, max_size=8))
def test_what_is_left_holds_where_no_other_does(conditions: list[str], records: list[dict[str, Any]]) -> None:
    before = {**{str(number): each for number, each in enumerate(conditions)}, "rest": ""}
    content = {"columns": [], "rows": [{"id": "rest", "lines": [], "otherwise": True}]}
    rest = sources_of(content, before)["rest"]
    for record in records:
        assert holds(rest, record) is not any(holds(each, record) for each in conditions)
    assert table(*conditions, rest).rows[-1].otherwise
    assert sources_of(content, {**before, "rest": rest}) == {"rest": rest}


@given(st.lists(CASES, min_size=1, max_size=3), st.lists(RECORDS, min_size=3, max_size=8))
def test_gaps_and_overlaps_are_there_where_records_show_them(
    conditions: list[str], records: list[dict[str, Any]]
) -> None:
    told = table(*conditions)
    if not told.fits:
        return
    for record in records:
        shown = [number for number, each in enumerate(conditions) if holds(each, record)]
        assert shown or told.gaps or any(row.otherwise for row in told.rows)
        rest = [int(row.id) for row in told.rows if row.otherwise]
        pairs = [(str(one), str(other)) for one in shown for other in shown if one < other and other not in rest]
        assert set(pairs) <= {(it.one, it.other) for it in told.overlaps}
