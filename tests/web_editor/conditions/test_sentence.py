"""Conditions as sentences: read by people who know banking and neither operators nor paths."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.dictionary import Dictionary
from content_blocks.expressions import nodes, to_source
from content_blocks.item import read_item
from content_blocks.names import Names
from tests.content_blocks.test_expression_source import TREES
from tests.web_editor.conditions.places import at, expressions, specimens
from tests.web_editor.conditions.told import OTHERS, SHIPPED
from web_editor.conditions.place import Place
from web_editor.conditions.runs import Run, Sentence
from web_editor.conditions.sentence import said, sentence, value_said

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

NUMBER = {"type": "text", "label": {"en": "Number", "de": "Nummer"}}
TWICE: dict[str, Any] = {
    "dictionary": "twice",
    "version": "1.0",
    "title": {"en": "Twice"},
    "fields": {
        "account": {
            "type": "group",
            "label": {"en": "Account", "de": "Konto"},
            "fields": {"number": {**NUMBER, "as": "id"}},
        },
        "card": {"type": "group", "label": {"en": "Card", "de": "Karte"}, "fields": {"number": NUMBER}},
    },
}
"""Two fields that go by one label."""


def plain(told: Sentence) -> str:
    """The words, with blanks that break."""
    return told.text.replace("\N{NO-BREAK SPACE}", " ")


def both(source: str, place: Place) -> tuple[str, ...]:
    """The sentence in English and in German."""
    return tuple(plain(sentence(source, place, language)) for language in ("en", "de"))


def test_every_condition_that_ships_is_said_in_both_languages() -> None:
    told = {
        (found.template, found.expression.source): both(found.expression.source, found.place)
        for found in expressions()
        if found.condition
    }
    assert told == SHIPPED


@pytest.mark.parametrize(("source", "told"), OTHERS.items())
def test_whatever_an_author_may_write_is_said(source: str, told: tuple[str, str]) -> None:
    place = at("account-statement")
    assert both(source, place) == told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("sum(account.transactions.amount) | money", ("the sum of “Amount” over all transactions",
         "die Summe von „Betrag“ über alle Buchungen")),
        ("account.overdraft_rate + 5", ("“Rate, arranged” plus 5%", "„Sollzins, eingeräumt“ plus 5 %")),
        ("-(account.closing + account.credit_line) | money", (
            "minus (the closing balance plus the arranged overdraft)",
            "minus (der Endsaldo plus die eingeräumte Überziehung)")),
        ("100000.00", ("100,000", "100.000")),
    ],
)  # fmt: skip
def test_a_formula_is_said_too(source: str, told: tuple[str, str]) -> None:
    place = at("account-statement")
    assert tuple(plain(value_said(source, place, language)) for language in ("en", "de")) == told


def test_fields_and_values_are_pieces_of_their_own() -> None:
    assert sentence("account.closing < 0", at("account-statement"), "en").runs == (
        Run("words", "the "),
        Run("field", "closing balance", "account.closing"),
        Run("words", " is below "),
        Run("value", "€0.00"),
    )


def test_a_label_that_two_fields_share_is_told_with_its_group() -> None:
    place = at("account-statement")
    assert both("customer.name == brand.name", place) == (
        "the name in the address is the same as the name (Brand)",
        "der Name im Anschriftfeld ist dasselbe wie der Name (Marke)",
    )
    place = Place(Names(replace(place.names.setting, dictionary=read_item(Dictionary, TWICE))))
    assert both('card.number == "1"', place) == ("the number (Card) is “1”", "die Nummer (Karte) ist „1“")


def test_where_nothing_has_a_label_fields_go_by_their_names() -> None:
    told = ("the balance is below €0.00", "„balance“ ist kleiner als 0,00 €")
    assert both("account.balance < 0", specimens()) == told


@given(TREES, st.sampled_from(["en", "de", "de-AT", "fr"]))
def test_everything_can_be_said(tree: nodes.Node, language: str) -> None:
    told = said(tree, at("account-statement"), language)
    assert told.text.strip() == told.text
    assert told.text
    assert not re.search(r"[{}]left|[{}]right", told.text)
    assert told.text.count("(") == told.text.count(")") or to_source(tree).count('"')
