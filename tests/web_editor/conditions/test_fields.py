"""What may be picked: everything that has a name at a place, as people call it, and nothing that leads nowhere."""

from __future__ import annotations

import json

import pytest

from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import check_condition, check_expression
from content_blocks.expressions import parse_expression
from content_blocks.formats import FORMATS
from content_blocks.item import read_item
from content_blocks.names import Names
from content_blocks.setting import FieldFacts
from content_blocks.specimen_world import CLAUSE
from tests.web_editor.conditions.places import Found, at, expressions, specimens
from web_editor.conditions.fields import Pickable, fields, pickable, search
from web_editor.conditions.place import Place
from web_editor.conditions.showing import formats_for, shown_sample

STATEMENT = at("account-statement")


def picked(place: Place, language: str = "en") -> dict[str, Pickable]:
    return {each.path: each for each in fields(place, language)}


def repeating() -> Place:
    """The place of a cell in a table over the transactions."""
    names = STATEMENT.names.repeated(parse_expression("account.transactions"), "tx")
    return Place(names, None, STATEMENT.brand, STATEMENT.day)


def test_a_field_is_told_with_all_that_is_known_of_it() -> None:
    assert pickable(STATEMENT, "account.closing", "de").data() == {
        "path": "account.closing",
        "label": "Endsaldo",
        "group": "Konto",
        "type": "money",
        "sample": "2.270,10\xa0€",
        "privacy": "personal",
        "optional": False,
        "many": False,
        "role": "",
        "currency": "EUR",
        "choices": (),
        "operators": ("==", "!=", "<", "<=", ">", ">=", "in"),
        "aggregates": (),
        "formats": ("money", "number"),
    }


def test_it_can_be_sent_as_json() -> None:
    assert json.loads(json.dumps([each.data() for each in fields(STATEMENT, "en")]))


@pytest.mark.parametrize("name", ["account-statement", "card-blocked", "invoice", "payment-reminder", "rate-change"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_field_of_the_library_has_a_label_and_a_sample(name: str, language: str) -> None:
    for each in fields(at(name), language):
        assert each.label[:1].isupper() or each.label[:1].isdigit(), each.path
        assert each.sample or each.type == "list", each.path


@pytest.mark.parametrize("place", [STATEMENT, repeating(), specimens()], ids=["statement", "repeating", "specimens"])
def test_what_is_offered_for_a_field_fits_it(place: Place) -> None:
    known = place.names.dictionary_names
    for each in fields(place, "en"):
        default = f"({each.path} or 1)" if each.optional else each.path
        for name in each.formats:
            arguments = '(other="x")' if name == "plural" else ""
            source = f"{each.path} | {name}{arguments}" + (' or "–"' if each.optional else "")
            found = check_expression(parse_expression(source), known.dictionary, known.aliases, known.known)
            assert {problem.code for problem in found} <= {"optional-needs-or"}, source
        for name in each.aggregates:
            source = f"{name}({each.path})"
            found = check_expression(parse_expression(source), known.dictionary, known.aliases, known.known)
            assert {problem.code for problem in found} <= {"optional-needs-or"}, source
        if each.type in ("integer", "money", "percent"):
            for operator in set(each.operators) - {"in"}:
                source = f"{default} {operator} 1"
                assert check_condition(parse_expression(source), known.dictionary, known.aliases, known.known) == []


def test_a_field_in_a_list_is_for_aggregates_only() -> None:
    amount = picked(STATEMENT)["account.transactions.amount"]
    assert (amount.many, amount.operators, amount.formats) == (True, (), ())
    assert amount.aggregates == ("sum", "min", "max", "count")
    assert amount.group == "Account › Transactions"
    assert picked(STATEMENT)["account.transactions"].aggregates == ("count",)


def test_a_repeated_element_has_fields_by_its_name() -> None:
    amount = picked(repeating())["tx.amount"]
    assert (amount.many, amount.label, amount.type, amount.sample) == (False, "Amount", "money", "-980,00\xa0€")
    assert list(picked(repeating()))[:4] == ["tx.booked", "tx.value_date", "tx.text", "tx.amount"]


def test_rows_taken_together_are_for_aggregates() -> None:
    names = STATEMENT.names.gathered(parse_expression("account.transactions"), "rows")
    found = picked(Place(names))
    assert (found["rows"].aggregates, found["rows.amount"].many) == (("count",), True)


def test_inside_a_content_block_only_its_own_names_and_the_brands_are_there() -> None:
    item = read_item(ContentBlock, CLAUSE)
    own = {"input.limit": FieldFacts("money", currency="EUR"), "blank.hours": FieldFacts()}
    place = Place(STATEMENT.names.inside(own), item, STATEMENT.brand, STATEMENT.day)
    found = picked(place, "de")
    assert [(each.label, each.group) for each in (found["input.limit"], found["blank.hours"])] == [
        ("Grenze", "Eingabe"),
        ("Öffnungszeiten", "Lücke"),
    ]
    assert {path.partition(".")[0] for path in found} == {"input", "blank", "brand", "document"}
    assert found["brand.name"].sample == "Ahornbank AG"


def test_a_group_is_there_if_it_names_somebody() -> None:
    found = picked(STATEMENT)
    assert "account" not in found
    assert (found["customer"].formats, found["customer"].sample[:4]) == (("salutation",), "Sehr")


def test_page_numbers_are_there_where_they_may_stand() -> None:
    assert [each.path for each in fields(STATEMENT, "en", pages=True)][-2:] == ["page", "pages"]


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ("UBERZIEHUNG", ["account.credit_line"]),
        ("ueberziehung", ["account.credit_line"]),
        ("Straße", ["customer.street", "brand.street"]),
        ("strasse kunde", ["customer.street"]),
        ("end", ["account.closing"]),
        ("months_overdrawn", ["account.months_overdrawn"]),
        ("balance monate", ["account.months.balance"]),
        ("nirgends", []),
    ],
)
def test_a_search_finds_words_of_label_group_and_path(words: str, paths: list[str]) -> None:
    found = [each.path for each in search(fields(STATEMENT, "de"), words)]
    assert found[: len(paths)] == paths
    assert bool(found) == bool(paths)


def test_labels_fall_back_to_another_language_and_then_to_the_name() -> None:
    assert pickable(STATEMENT, "account.closing", "fr").label == "Closing balance"
    assert pickable(STATEMENT, "account.closing", "de-AT").label == "Endsaldo"
    assert pickable(specimens(), "account.peak_month", "en").label == "peak month"
    assert pickable(STATEMENT, "not.there", "en").label == "not.there"


@pytest.mark.parametrize("path", ["no.such", "not.there", "", "a b", "…", "true", "account.closing.", "x" * 2000])
def test_what_leads_nowhere_has_no_operators(path: str) -> None:
    nowhere = pickable(STATEMENT, path, "en")
    assert (nowhere.type, nowhere.operators, nowhere.formats, nowhere.sample) == ("", (), (), "")


def test_choices_come_with_their_labels() -> None:
    choices = pickable(STATEMENT, "customer.salutation", "de").choices
    assert [(each.value, each.label) for each in choices] == [
        ("female", "Frau"),
        ("male", "Herr"),
        ("neutral", "ohne Geschlecht"),
    ]


@pytest.mark.parametrize("format_", FORMATS.values(), ids=lambda format_: format_.name)
def test_every_format_has_words_in_both_languages(format_: object) -> None:
    (told, german) = (
        [each for type_ in format_.accepts for each in formats_for(type_, language)]  # type: ignore[attr-defined]
        for language in ("en", "de")
    )
    for each in (*told, *german):
        assert each["label"] != each["name"]
        for argument in each["arguments"]:
            assert argument["label"] != argument["name"]
            assert argument["kind"] == "text" or argument["choices"]


def test_a_format_tells_what_may_be_given_to_it() -> None:
    (date,) = formats_for("date", "de")
    assert (date["name"], date["own"], date["arguments"][0]["kind"]) == ("date", True, "choice")
    assert [choice["label"] for choice in date["arguments"][0]["choices"]] == [
        "Kurz",
        "Mittel",
        "Lang",
        "Monat und Jahr",
    ]
    money = formats_for("money", "en")[0]
    assert (money["name"], money["arguments"][0]["kind"]) == ("money", "number")


def test_a_sample_is_shown_in_any_format_that_fits() -> None:
    assert shown_sample(STATEMENT, "account.month", "date", {"style": "month"}) == "Oktober 2026"
    assert shown_sample(STATEMENT, "account.month", "money") == ""


def test_every_name_that_the_library_uses_can_be_picked() -> None:
    def paths(found: Found) -> set[str]:
        return set(found.expression.paths()) - {each.path for each in fields(found.place, "en", pages=True)}

    assert {path for found in expressions() for path in paths(found)} == set()


def test_names_of_a_place_come_first() -> None:
    names = Names(STATEMENT.names.setting).naming(shown=FieldFacts("integer"))
    assert fields(Place(names), "de")[0].label == "Gezeigte Zeilen"
