"""Placeholders as chips: named, illustrated, changed and written back."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.atoms import PAGE_ATOMS
from content_blocks.expressions import nodes, to_source
from content_blocks.expressions.parse import parse
from content_blocks.problem import Refused
from tests.content_blocks.test_expression_source import CONSTANTS, PATHS
from tests.web_editor.conditions.places import at, expressions
from web_editor.conditions.form import source_of
from web_editor.conditions.placeholders import chip, placeholder_source

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # the trees are small

STATEMENT = at("account-statement")
FORMATS: list[tuple[str, tuple[tuple[str, nodes.Constant], ...]]] = [
    ("money", ()),
    ("money", (("decimals", nodes.Constant(0)),)),
    ("date", (("style", nodes.Constant("long")),)),
    ("plural", (("one", nodes.Constant("# day")), ("other", nodes.Constant("# days")))),
]
SHOWN = PATHS | st.builds(lambda path, shown: nodes.Formatted(path, *shown), PATHS, st.sampled_from(FORMATS))
INSIDE = st.builds(
    lambda path, default, shown: nodes.Formatted(nodes.Default(path, default), *shown),
    PATHS,
    CONSTANTS,
    st.sampled_from(FORMATS),
)
SIMPLE = SHOWN | st.builds(nodes.Default, SHOWN, CONSTANTS) | INSIDE


def wanted(source: str) -> dict[str, Any]:
    """What a chip says, as it would be sent back."""
    told = chip(source, STATEMENT, "en").data()
    return {key: told[key] for key in ("path", "format", "arguments", "default", "within")}


@given(SIMPLE)
def test_a_chip_says_all_that_a_placeholder_of_a_field_says(tree: nodes.Node) -> None:
    source = to_source(tree)
    assert chip(source, STATEMENT, "en").simple
    assert repr(parse(placeholder_source(wanted(source)))) == repr(parse(source))
    assert placeholder_source(wanted(source), source) == source


def test_a_chip_is_told_with_its_sample() -> None:
    source = 'account.interest | money or "–"'
    told = json.loads(json.dumps(chip(source, STATEMENT, "en").data()))
    assert told["form"].pop("kind") == "default"
    assert {key: told[key] for key in told if key != "form"} == {
        "source": source,
        "label": "Overdraft interest of the quarter",
        "path": "account.interest",
        "type": "money",
        "format": "money",
        "arguments": {},
        "default": {"kind": "value", "type": "text", "value": "–"},
        "within": False,
        "optional": True,
        "privacy": "personal",
        "sample": "-3,18\xa0€",
        "simple": True,
    }


@pytest.mark.parametrize(
    ("source", "label", "sample"),
    [
        ("account.month | date(style='month')", "First day of the period", "Oktober 2026"),
        ("account.month", "First day of the period", "01.10.2026"),
        ("sum(account.transactions.amount) | money", "the sum of “Amount” over all transactions", "-980,00 €"),
        ("(account.charges or 0) | money", "Charges of the quarter", "-14,70 €"),
        ("account.closing - account.opening", "the closing balance minus the opening balance", "1.065,60 €"),
        ("customer | salutation", "Customer", "Sehr geehrte Frau Dr. Çelik-Müller"),
        ("brand.name", "Name (Brand)", "Ahornbank AG"),
        ("document.date", "Date of the document", "02.11.2026"),
        ("pages", "Number of pages", "1"),
        ("nowhere.known", "nowhere.known", ""),
        ('nowhere.known or "–"', "nowhere.known", "–"),
        ("account.closing | date", "Closing balance", ""),
    ],
)
def test_label_and_sample(source: str, label: str, sample: str) -> None:
    told = chip(source, STATEMENT, "en")
    assert (told.label, told.sample.replace("\xa0", " ")) == (label, sample)


def test_every_placeholder_of_the_library_is_a_chip_with_a_sample() -> None:
    without = set()
    for found in expressions():
        if found.condition or found.expression.source in PAGE_ATOMS:
            continue
        told = chip(found.expression.source, found.place, "de")
        assert repr(parse(source_of(told.form))) == repr(found.expression.root)
        if not told.sample and told.type != "list":
            without.add(told.path or told.source)
    assert {path.partition(".")[0] for path in without} <= {"input", "blank", "shown", "hidden", "total", "running"}


@pytest.mark.parametrize(
    ("changes", "where", "code"),
    [
        ({"path": "a b"}, "path", "expression-syntax"),
        ({"path": None}, "path", "field-not-text"),
        ({"format": "shout"}, "format", "format-unknown"),
        ({"format": "date", "arguments": {"style": "wide"}}, "format", "format-argument"),
        ({"arguments": {"style": None}}, "arguments.style", None),
        ({"default": {"kind": "value", "type": "number", "value": "x"}}, "default.value", "field-not-a-number"),
        ({"default": "–"}, "default", "condition-value-type"),
        ({"arguments": {"style": "long"}}, "format", "field-missing"),
        ({"hidden": True}, "hidden", "field-not-known"),
    ],
)
def test_a_chip_that_is_set_to_what_cannot_be_is_a_problem(changes: dict[str, Any], where: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        placeholder_source({"path": "account.closing", **changes})
    found = refused.value.problems[0]
    assert found.where.startswith(where)
    assert code is None or found.code == code


JUNK = st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inside: st.lists(inside), max_leaves=4)


@given(st.dictionaries(st.sampled_from(["path", "format", "arguments", "default", "within"]), JUNK) | JUNK)
def test_whatever_is_sent_is_a_source_or_a_problem(content: Any) -> None:
    with suppress(Refused):
        parse(placeholder_source(content))
