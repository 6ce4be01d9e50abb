"""Version numbers: which changes break the data contract, and that within a major version no record is lost."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from content_blocks.contract import (
    Break,
    dictionary_breaks,
    next_version,
)
from content_blocks.dictionary import Dictionary, compile_reader
from content_blocks.dictionary.field import Field
from content_blocks.item import read_item
from content_blocks.problem import Refused
from tests.content_blocks.dictionaries import STATEMENT, record, statement
from tests.content_blocks.test_reader_schema import records

Plain = dict[str, Any]
Edit = Callable[[Plain], object]

BREAKING: dict[str, tuple[Edit, list[Break]]] = {
    "a required field more": (
        lambda f: account(f).update(branch={"type": "text"}),
        [Break("account.branch", "required")],
    ),
    "a required group with a required field more": (
        lambda f: f.update(adviser={"type": "group", "fields": {"name": {"type": "text"}}}),
        [Break("adviser", "required")],
    ),
    "a required list more": (
        lambda f: f.update(cards={"type": "list", "fields": {"name": {"type": "text"}}}),
        [Break("cards", "required")],
    ),
    "a required field more in the elements of a list": (
        lambda f: rows(f).update(branch={"type": "text"}),
        [Break("account.transactions[].branch", "required")],
    ),
    "an optional field made required": (
        lambda f: customer(f)["phone"].update(required=True),
        [Break("customer.phone", "required")],
    ),
    "a field less": (lambda f: customer(f).pop("vip"), [Break("customer.vip", "removed")]),
    "a field renamed": (
        lambda f: customer(f).update(homepage2=customer(f).pop("homepage")),
        [Break("customer.homepage", "removed")],
    ),
    "another type": (lambda f: rows(f)["text"].update(type="url"), [Break("account.transactions[].text", "type")]),
    "a text that may have lines": (
        lambda f: rows(f)["text"].update(type="multiline"),
        [Break("account.transactions[].text", "type")],
    ),
    "a role taken away": (lambda f: customer(f)["email"].pop("as"), [Break("customer.email", "role")]),
    "roles swapped": (
        lambda f: (
            customer(f)["token"].update({"as": "push_platform"}),
            customer(f)["platform"].update({"as": "push_token"}),
        ),
        [Break("customer.token", "role"), Break("customer.platform", "role")],
    ),
    "another currency": (
        lambda f: account(f)["balance"].update(currency="CHF"),
        [Break("account.balance", "currency")],
    ),
    "a currency from the record": (
        lambda f: (
            account(f)["balance"].pop("currency"),
            account(f)["balance"].update(currency_from="account.currency"),
        ),
        [Break("account.balance", "currency")],
    ),
    "a higher least value": (lambda f: account(f)["rate"].update(min="0.5"), [Break("account.rate", "bounds")]),
    "a lower greatest value": (lambda f: account(f)["rate"].update(max="20"), [Break("account.rate", "bounds")]),
    "a bound where none was": (lambda f: account(f)["balance"].update(max="9"), [Break("account.balance", "bounds")]),
    "a later first day": (lambda f: customer(f)["born"].update(min="1900-01-02"), [Break("customer.born", "bounds")]),
    "a shorter text": (lambda f: customer(f)["id"].update(max_length=39), [Break("customer.id", "bounds")]),
    "a limit below the usual one": (
        lambda f: customer(f)["last_name"].update(max_length=999),
        [Break("customer.last_name", "bounds")],
    ),
    "fewer elements": (
        lambda f: account(f)["transactions"].update(max_items=99),
        [Break("account.transactions", "bounds")],
    ),
    "another key": (lambda f: account(f)["transactions"].update(key="day"), [Break("account.transactions", "bounds")]),
    "fewer places": (lambda f: account(f)["rate"].update(digits=2), [Break("account.rate", "bounds")]),
    "fixed places for any currency": (
        lambda f: account(f)["limit"].update(digits=2),
        [Break("account.limit", "bounds")],
    ),
    "a choice less": (
        lambda f: customer(f)["salutation"]["choices"].pop("none"),
        [Break("customer.salutation", "choices")],
    ),
}

HARMLESS: dict[str, Edit] = {
    "nothing": lambda f: None,
    "an optional field more": lambda f: account(f).update(branch={"type": "text", "required": False}),
    "a group more with nothing required in it": lambda f: f.update(
        adviser={"type": "group", "fields": {"name": {"type": "text", "required": False}}}
    ),
    "an optional group more with something required in it": lambda f: f.update(
        adviser={"type": "group", "required": False, "fields": {"name": {"type": "text"}}}
    ),
    "a required field made optional": lambda f: rows(f)["text"].update(required=False),
    "wider bounds": lambda f: account(f)["rate"].update(min="-1", max="21"),
    "bounds taken away": lambda f: (customer(f)["born"].pop("min"), customer(f)["born"].pop("max")),
    "a bound spelled otherwise": lambda f: account(f)["rate"].update(min="0.00"),
    "a longer text": lambda f: customer(f)["id"].update(max_length=60),
    "the usual limit written down": lambda f: customer(f)["last_name"].update(max_length=1000),
    "more elements": lambda f: account(f)["transactions"].update(max_items=200),
    "no key": lambda f: account(f)["transactions"].pop("key"),
    "more places": lambda f: account(f)["rate"].update(digits=4),
    "a choice more": lambda f: customer(f)["salutation"]["choices"].update(male={"en": "Mr"}),
    "words of a choice": lambda f: customer(f)["salutation"]["choices"]["none"].update(en="none"),
    "labels, samples and remarks": lambda f: customer(f)["id"].update(label={"en": "No."}, sample="1", note="x"),
    "who may see it": lambda f: customer(f)["id"].update(privacy="sensitive"),
    "another order": lambda f: f.update(customer=f.pop("customer")),
}


def customer(fields: Plain) -> Plain:
    found: Plain = fields["customer"]["fields"]
    return found


def account(fields: Plain) -> Plain:
    found: Plain = fields["account"]["fields"]
    return found


def rows(fields: Plain) -> Plain:
    found: Plain = account(fields)["transactions"]["fields"]
    return found


def dictionary_after(*changes: Edit, **more: Any) -> Dictionary:
    content = copy.deepcopy({**STATEMENT, **more})
    for edit in changes:
        edit(content["fields"])
    return read_item(Dictionary, content)


@pytest.mark.parametrize(("edit", "expected"), BREAKING.values(), ids=BREAKING)
def test_what_breaks_the_contract(edit: Edit, expected: list[Break]) -> None:
    breaks = dictionary_breaks(statement(), dictionary_after(edit))
    assert list(breaks) == expected
    assert next_version("3.4", breaks) == "4.0"


@pytest.mark.parametrize("edit", HARMLESS.values(), ids=HARMLESS)
def test_what_leaves_the_contract_as_it_is(edit: Edit) -> None:
    breaks = dictionary_breaks(statement(), dictionary_after(edit))
    assert breaks == ()
    assert next_version("3.4", breaks) == "3.5"


def test_the_first_version_and_numbers_that_are_not_decimals() -> None:
    assert next_version(None, ()) == "1.0"
    assert next_version("3.9", ()) == "3.10"
    assert next_version("9.10", [Break("id", "removed")]) == "10.0"


FORMS = [
    ("1234.56", "1,234.56", True),
    ("1234.56", "1'234.56", True),
    ("1234,56", "1.234,56", True),
    ("1234,56", "1 234,56", True),
    ("1,234.56", "1234.56", False),
    ("1234.56", "1.234,56", False),
    ("1.234,56", "1,234.56", False),
    ("1,234.56", "1'234.56", False),
]


@pytest.mark.parametrize(("one", "other", "same"), FORMS)
def test_how_text_files_write_numbers(one: str, other: str, same: bool) -> None:
    old, new = (dictionary_after(text_formats={"decimal": form}) for form in (one, other))
    assert dictionary_breaks(old, new) == (() if same else (Break("text_formats", "format"),))
    assert dictionary_breaks(old, old) == ()


def test_how_text_files_write_days() -> None:
    old, new = (dictionary_after(text_formats={"date": form}) for form in ("DD/MM/YYYY", "MM/DD/YYYY"))
    assert dictionary_breaks(old, new) == (Break("text_formats", "format"),)


FIELD_CHANGES: tuple[Plain, ...] = (
    {"required": True},
    {"required": False},
    {"privacy": "public"},
    {"min": "1"},
    {"min": 1, "max": 5},
    {"min": None},
    {"max": "20000"},
    {"max": None},
    {"digits": 0},
    {"digits": 2},
    {"digits": 4},
    {"max_length": 5},
    {"max_length": 5000},
    {"max_items": 1},
    {"max_items": 1000},
    {"key": None},
    {"key": "day"},
    {"currency": "JPY"},
    {"type": "text"},
    {"type": "integer"},
    {"type": "decimal"},
    {"as": None},
    {"as": "name"},
    {"choices": {"female": {"en": "Ms"}}},
    {"choices": {"female": {"en": "Ms"}, "none": {"en": "-"}, "male": {"en": "Mr"}}},
)
NEW_FIELDS: tuple[Plain, ...] = (
    {"type": "text"},
    {"type": "text", "required": False},
    {"type": "group", "fields": {"a": {"type": "text", "required": False}}},
    {"type": "group", "fields": {"a": {"type": "text"}}},
    {"type": "list", "required": False, "fields": {"a": {"type": "text"}}},
)


def holders(fields: Plain) -> list[Plain]:
    """Every group of fields in a dictionary, that of the record first."""
    inner = [field["fields"] for field in fields.values() if "fields" in field]
    return [fields, *(found for each in inner for found in holders(each))]


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """A change of one field, a field more or a field less, anywhere."""
    number, kind = draw(st.integers(0, 6)), draw(st.sampled_from(["change", "change", "change", "more", "less"]))
    change, new = draw(st.sampled_from(FIELD_CHANGES)), draw(st.sampled_from(NEW_FIELDS))
    which = draw(st.integers(0, 20))

    def edit(fields: Plain) -> None:
        found = holders(fields)
        group = found[number % len(found)]
        name = sorted(group)[which % len(group)]
        if kind == "more":
            group["added"] = copy.deepcopy(new)
        elif kind == "less":
            del group[name]
        else:
            group[name] |= copy.deepcopy(change)

    return edit


def after(changes: list[Edit]) -> Dictionary:
    try:
        return dictionary_after(*changes)
    except (Refused, ZeroDivisionError):  # no dictionary, or a group without fields
        assume(False)
        raise


def known(values: Any, fields: Mapping[str, Field]) -> Any:
    """The values that a dictionary knows; a group without any is as good as none."""
    found = {}
    for name, value in values.items():
        field = fields.get(name)
        if field is None:
            continue
        if field.type == "group":
            value = known(value, field.fields or {})
        if field.type == "list":
            value = [known(each, field.fields or {}) for each in value]
        if value != {}:
            found[name] = value
    return found


READ = compile_reader(statement(), text=False)


@settings(suppress_health_check=list(HealthCheck), max_examples=settings.default.max_examples * 5)  # type: ignore[union-attr]
@given(st.lists(edits(), min_size=1, max_size=2), st.lists(records(statement().fields, False), min_size=3, max_size=3))
def test_within_a_major_version_every_record_reads_as_it_did(changes: list[Edit], found: list[Plain]) -> None:
    dictionary = after(changes)
    major = next_version("3.4", dictionary_breaks(statement(), dictionary))[0]
    event(f"major version {major}")
    assume(major == "3")
    read = compile_reader(dictionary, text=False)
    for content in (record(), *found):
        old, new = READ(content), read(content)
        assert known(new, statement().fields) == known(old, statement().fields)
