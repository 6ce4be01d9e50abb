"""The data dictionary itself: what it says of its fields, and which dictionaries are refused."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from content_blocks.characters import VISIBLE
from content_blocks.dictionary import FIELD_TYPES, Dictionary, by_role, json_schema, recipient
from content_blocks.document import Recipient
from content_blocks.formats import FORMATS, default_format
from content_blocks.item import item_hash, read_item
from content_blocks.problem import Refused
from tests.content_blocks.dictionaries import statement


def with_fields(**fields: dict[str, Any]) -> dict[str, Any]:
    number = {"type": "text", "as": "id"}
    return {"dictionary": "d", "version": "1.0", "title": {"en": "D"}, "fields": {"number": number, **fields}}


def test_fields_are_found_by_their_path() -> None:
    dictionary = statement()
    amount = dictionary.field("account.transactions[].amount")
    assert amount is not None
    assert (amount.type, amount.currency, amount.privacy) == ("money", "EUR", "personal")
    assert dictionary.field("account.transactions.amount") is None
    assert dictionary.field("account.transactions[]") is None
    assert dictionary.paths()[:3] == ("customer", "customer.id", "customer.salutation")
    assert dictionary.role("name") == ("customer.first_name", "customer.last_name")


def test_the_order_of_the_parts_of_a_name_is_part_of_the_hash() -> None:
    first, last = ({"type": "text", "as": "name"} for _ in range(2))
    one, other = with_fields(first=first, last=last), with_fields(last=last, first=first)
    hashes = [item_hash(read_item(Dictionary, content), content) for content in (one, other)]
    assert hashes[0] != hashes[1], "another order is another name on the envelope"
    swapped = with_fields(b={"type": "text"}, a={"type": "text"}), with_fields(a={"type": "text"}, b={"type": "text"})
    assert len({item_hash(read_item(Dictionary, content), content) for content in swapped}) == 1


def test_a_field_may_be_called_like_a_method() -> None:
    dictionary = read_item(Dictionary, with_fields(items={"type": "text"}, field={"type": "text"}))
    assert {"items", "field"} <= set(dictionary.paths())


@pytest.mark.parametrize(
    ("field", "where", "code"),
    [
        ({"type": "text", "currency": "EUR"}, "fields.x.currency", "attribute-unfit"),
        ({"type": "integer", "digits": 2}, "fields.x.digits", "attribute-unfit"),
        ({"type": "text", "fields": {"y": {"type": "text"}}}, "fields.x.fields", "attribute-unfit"),
        ({"type": "money"}, "fields.x.currency", "currency-one-way"),
        ({"type": "money", "currency": "EUR", "currency_from": "number"}, "fields.x.currency", "currency-one-way"),
        ({"type": "money", "currency": "EURO"}, "fields.x.currency", "currency-unknown"),
        ({"type": "money", "currency_from": "nowhere"}, "fields.x.currency_from", "currency-not-a-field"),
        ({"type": "choice"}, "fields.x.choices", "choices-missing"),
        ({"type": "choice", "choices": {"a": {}}}, "fields.x.choices", "choices-missing"),
        ({"type": "group"}, "fields.x.fields", "fields-missing"),
        ({"type": "list", "fields": {"a": {"type": "text"}}, "key": "b"}, "fields.x.key", "key-not-a-field"),
        (
            {"type": "list", "fields": {"a": {"type": "text", "required": False}}, "key": "a"},
            "fields.x.key",
            "key-not-a-field",
        ),
        ({"type": "date", "min": "tomorrow"}, "fields.x.min", "bound-unreadable"),
        ({"type": "decimal", "max": "NaN"}, "fields.x.max", "bound-unreadable"),
        ({"type": "decimal", "min": "2", "max": "1"}, "fields.x.min", "bounds-crossed"),
        ({"type": "text", "as": "email"}, "fields.x.as", "role-unfit"),
        ({"type": "text", "as": "id"}, "fields.x.as", "role-once"),
        ({"type": "list", "fields": {"a": {"type": "text", "as": "name"}}}, "fields.x.fields.a.as", "role-once"),
        ({"type": "colour"}, "fields.x.type", "choice-not-known"),
        ({"type": "text", "colour": "red"}, "fields.x.colour", "field-not-known"),
    ],
)
def test_dictionaries_that_make_no_sense(field: dict[str, Any], where: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_item(Dictionary, with_fields(x=field))
    assert (where, code) in [(problem.where, problem.code) for problem in refused.value.problems]


def test_a_dictionary_names_the_field_that_identifies_a_record() -> None:
    with pytest.raises(Refused, match="role-id-missing"):
        read_item(Dictionary, {**with_fields(), "fields": {"x": {"type": "text"}}})


def test_every_type_has_a_format_that_accepts_it() -> None:
    assert [type_ for type_ in FIELD_TYPES if type_ not in FORMATS[default_format(type_)].accepts] == ["list"]


def test_the_recipient_comes_from_the_roles() -> None:
    values = {
        "customer": {"id": "1", "first_name": "Ada", "last_name": "Li", "channel": "push", "platform": "apns"}
        | {"token": "t", "email": "a@example.com", "phone": "+4930123456", "language": "de"}
    }
    assert recipient(statement(), values) == Recipient(
        id="1",
        name="Ada Li",
        email="a@example.com",
        phone="+4930123456",
        push_token="t",
        push_platform="apns",
        preferred_channel="push",
    )
    assert by_role(statement(), values, "language") == "de"


def test_an_unknown_channel_counts_as_none() -> None:
    values = {"customer": {"id": "1", "last_name": "Li", "channel": "fax", "platform": "pigeon"}}
    assert recipient(statement(), values) == Recipient(id="1", name="Li")


@pytest.mark.parametrize("text", [False, True])
def test_the_schema_is_a_schema(text: bool) -> None:
    schema = json_schema(statement(), text=text)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    account = schema["properties"]["account"]
    assert account["required"] == ["iban", "balance", "currency", "transactions"]
    assert account["additionalProperties"] is False
    assert schema["properties"]["customer"]["properties"]["id"] == {
        "type": "string",
        "pattern": VISIBLE,
        "maxLength": 40,
        "title": "Number",
        "examples": ["4711"],
    }
