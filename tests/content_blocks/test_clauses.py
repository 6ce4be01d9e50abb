"""Clauses: approved wording sees its inputs and blanks only, within the bounds it was approved for, and is locked."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks import specimen_world as world
from content_blocks.canonical import canonical_json
from content_blocks.compose import compose
from content_blocks.content import Content
from content_blocks.content_block import ContentBlock, Input
from content_blocks.document import Piece
from content_blocks.item import item_hash, read_item
from content_blocks.parts import Filled, Paragraph, plain
from content_blocks.problem import Refused
from content_blocks.specimen import SPECIMEN_DAY
from tests.content_blocks.worlds import body, bundle_of, clause, group, refused, text, values


def filled_in(piece: Piece) -> list[Filled]:
    runs = [run for part in piece.parts if isinstance(part, Paragraph) for run in part.runs]
    return [run.filled for run in (*runs, *piece.short) if run.filled]


def test_a_clause_is_one_locked_piece_with_the_approved_short_form() -> None:
    (piece,) = body(clause())
    assert piece.source is not None
    assert (piece.source.name, piece.source.version, piece.lock) == ("specimen-clause", "1.0", "locked")
    assert plain(piece.short) == "Deposits are protected up to €100,000.00."
    assert {filled.field for filled in filled_in(piece)} == {"input.limit", "brand.name", "blank.hours"}
    assert all(filled.locked for filled in filled_in(piece))


def test_what_stands_in_the_open_is_not_locked() -> None:
    blocks = [text("{{ account.due }}", mode, lock=mode) for mode in ("open", "text", "blanks", "locked")]
    assert [(piece.lock, filled.locked) for piece in body(*blocks) for filled in filled_in(piece)] == [
        ("open", False),
        ("text", False),
        ("blanks", True),
        ("locked", True),
    ]


LOCKS = {
    ("open", "open", "open"): "open",
    ("open", "text", "open"): "text",
    ("open", "text", "blanks"): "locked",
    ("blanks", "open", "blanks"): "blanks",
    ("locked", "open", "open"): "locked",
    ("open", "locked", "text"): "locked",
}


@pytest.mark.parametrize(("modes", "effective"), LOCKS.items(), ids=str)
def test_a_piece_is_bound_by_all_that_is_around_it(modes: tuple[str, str, str], effective: str) -> None:
    outer, middle, inner = modes
    (piece,) = body(group("g", text("a", "a", lock=inner), lock=middle), lock=outer)
    assert piece.lock == effective


def test_a_use_cannot_loosen_what_its_content_block_locks() -> None:
    assert [body(clause(lock=own), clause={"lock": "locked"})[0].lock for own in ("open", "text")] == ["locked"] * 2
    assert body(clause(lock="open"), clause={"lock": "blanks"})[0].lock == "blanks"


def test_what_is_locked_in_a_panel_locks_its_piece() -> None:
    panel = {"type": "panel", "id": "p", "blocks": [text("a", "a"), text("b", "b", lock="locked")]}
    assert body(panel)[0].lock == "locked"


def test_a_slot_in_a_locked_template_is_open_inside() -> None:
    slot = {"type": "slot", "id": "s", "blocks": [text("{{ account.due }}", "a")]}
    fixed, free = body(text("a", "b"), slot, lock="locked")
    assert (fixed.lock, free.lock) == ("locked", "open")
    assert [filled.locked for filled in filled_in(free)] == [False]


@pytest.mark.parametrize(("limit", "code"), [
    (Decimal("99999.99"), "input-out-of-bounds"),
    (Decimal("100000"), None),
    (Decimal("500000"), None),
    (Decimal("500000.01"), "input-out-of-bounds"),
    (100_000, None),
    ("100000", "input-type"),
    (True, "input-type"),
    (date(2026, 1, 1), "input-type"),
    (None, "value-missing"),
])  # fmt: skip
def test_an_input_keeps_its_bounds_and_type(limit: Any, code: str | None) -> None:
    record = values(account__limit=limit)
    if code is None:
        assert body(clause(), record=record)
    else:
        assert refused(clause(), record=record) == [("body.clause.with.limit", code)]


@pytest.mark.parametrize("nothing", ["", " ", "\u200b", "\u00ad\u2060", "\u3164", "\u2800", "\U000e0041"])
def test_no_sentence_of_a_clause_has_a_hole(nothing: str) -> None:
    inputs = {"limit": {"type": "text", "label": "L"}}
    use = clause(inputs={"limit": "customer.name"})
    wording = [text("Refused because {{ input.limit }}.", "inner"), text("{{ blank.hours }}", "other")]
    content = {"inputs": inputs, "long": wording, "short": "{{ input.limit }}"}
    assert body(use, clause=content, record=values(customer__name="of age"))
    found = refused(use, clause=content, record=values(customer__name=nothing))
    assert found == [("body.clause.with.limit", "input-empty")]


@given(st.decimals("-1e6", "1e6", places=2) | st.decimals("99999", "100001", places=2))
def test_no_clause_goes_out_beyond_what_it_was_approved_for(limit: Decimal) -> None:
    record = values(account__limit=limit)
    if Decimal(100_000) <= limit <= Decimal(500_000):
        assert body(clause(), record=record)
    else:
        assert refused(clause(), record=record) == [("body.clause.with.limit", "input-out-of-bounds")]


def test_everything_a_use_lacks_is_told_at_once() -> None:
    inputs = {**world.CLAUSE["inputs"], "since": {"type": "date", "label": "Since"}}
    lacking = clause(inputs={"since": "account.balance"}, blanks={})
    assert refused(lacking, clause={"inputs": inputs}) == [
        ("body.clause.with.limit", "input-missing"),
        ("body.clause.with.since", "input-type"),
        ("body.clause.blanks.hours", "blank-missing"),
    ]


@pytest.mark.parametrize("name", ["account.iban", "customer.name", "t.x", "limit", "input.other", "document.other"])
def test_nothing_of_the_record_is_visible_inside(name: str) -> None:
    wording = {"long": [text(f"{{{{ {name} }}}}", "inner")]}
    assert refused(clause(), clause=wording) == [("body.clause.inner", "value-missing")]


def test_a_repeated_element_can_be_an_input_but_is_not_visible_by_itself() -> None:
    inputs = {"holder": {"type": "text", "label": "Holder"}}
    wording = {"inputs": inputs, "blanks": {}, "short": "{{ input.holder }}", "long": [text("{{ input.holder }}", "i")]}
    use = group("g", clause(inputs={"holder": "card.holder"}, blanks={}), each="account.cards", **{"as": "card"})
    pieces = body(use, clause=wording)
    assert [(piece.id, plain(piece.short)) for piece in pieces] == [
        ("clause#1", "Ayşe Çelik-Müller"),
        ("clause#2", "Jörg Müller"),
    ]
    seen = {**wording, "long": [text("{{ card.holder }}", "i")]}
    assert refused(use, clause=seen) == [("body.g.clause.i", "value-missing")]


def test_the_privacy_of_an_input_is_that_of_the_field_behind_it() -> None:
    fields = {"secret": {"type": "money", "currency": "EUR", "privacy": "sensitive"}}
    (piece,) = body(clause(inputs={"limit": "secret"}), fields=fields, record={**values(), "secret": Decimal("200000")})
    assert {filled.privacy for filled in filled_in(piece) if filled.field == "input.limit"} == {"sensitive"}


FOREIGN = {"currency": {"type": "text"}, "credit": {"type": "money", "currency_from": "currency"}}


@pytest.mark.parametrize(("currency", "declared", "shown"), [
    ("CHF", None, "CHF\u00a0200,000.00"),
    ("EUR", "EUR", "€200,000.00"),
    ("CHF", "EUR", None),
])  # fmt: skip
def test_an_amount_keeps_its_currency_or_is_refused(currency: str, declared: str | None, shown: str | None) -> None:
    limit: dict[str, Any] = {"type": "money", "label": "Limit"} | ({"currency": declared} if declared else {})
    use = clause(inputs={"limit": "credit"})
    record = {**values(), "currency": currency, "credit": Decimal("200000")}
    if shown is None:
        codes = refused(use, clause={"inputs": {"limit": limit}}, fields=FOREIGN, record=record)
        assert codes == [("body.clause.with.limit", "input-currency")]
    else:
        (piece,) = body(use, clause={"inputs": {"limit": limit}}, fields=FOREIGN, record=record)
        assert shown in plain(piece.short)


def test_two_uses_may_pin_two_versions_of_one_content_block() -> None:
    old = read_item(ContentBlock, world.CLAUSE)
    later = {**world.CLAUSE, "version": "1.1", "short": "Later."}
    new = read_item(ContentBlock, later)
    hashes = item_hash(old, world.CLAUSE), item_hash(new, later)
    pins: list[dict[str, Any]] = [
        {"follow": None, "version": item.version, "hash": h} for item, h in zip((old, new), hashes, strict=True)
    ]
    bundle = bundle_of(clause("a", **pins[0]), clause("b", **pins[1]))
    contents = {f"specimen-clause {item.version}": Content(item, h) for item, h in zip((old, new), hashes, strict=True)}
    document = compose(replace(bundle, contents=contents), values(), SPECIMEN_DAY)
    assert [plain(piece.short) for piece in document.region("body")] == [
        "Deposits are protected up to €100,000.00.",
        "Later.",
    ]


PINS = [
    {"follow": None},
    {"follow": None, "version": "1.0"},
    {"follow": None, "hash": "0" * 64},
    {"version": "1.0"},
    {"version": "1.0", "hash": "0" * 64},
]


@pytest.mark.parametrize("pin", PINS, ids=str)
def test_a_use_either_follows_or_pins(pin: dict[str, Any]) -> None:
    assert refused(clause(**pin)) == [("body.clause", "clause-pin")]


INPUTS: dict[str, tuple[dict[str, Any], str]] = {
    "a bound that is no number": ({"type": "integer", "min": "few"}, "input-bounds"),
    "a bound that compares with nothing": ({"type": "decimal", "max": "NaN"}, "input-bounds"),
    "a bound without an end": ({"type": "integer", "max": "Infinity"}, "input-bounds"),
    "a bound that is no day": ({"type": "date", "max": "1.1.2026"}, "input-bounds"),
    "bounds of a text": ({"type": "text", "max": "10"}, "input-bounds"),
    "bounds of an amount in no currency": ({"type": "money", "max": "10"}, "input-bounds-currency"),
}


@pytest.mark.parametrize(("content", "code"), INPUTS.values(), ids=INPUTS)
def test_bounds_are_readable(content: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused, match=code):
        read_item(Input, {"label": "x", **content})


def test_ids_are_unique_in_a_content_block() -> None:
    with pytest.raises(Refused, match="block-id-repeated"):
        read_item(ContentBlock, {**world.CLAUSE, "long": [text("a"), text("b")]})


def test_no_note_changes_a_hash_but_a_field_called_note_does() -> None:
    item = read_item(ContentBlock, world.CLAUSE)
    (inner,) = world.CLAUSE["long"]
    noted = {**world.CLAUSE, "note": "x", "long": [{**inner, "note": "y"}]}
    assert item_hash(read_item(ContentBlock, noted), noted) == item_hash(item, world.CLAUSE)

    def hash_with(label: str) -> str:
        called = {**world.CLAUSE, "inputs": {"note": {"type": "text", "label": label}}}
        return item_hash(read_item(ContentBlock, called), called)

    assert hash_with("a") != hash_with("b") != item_hash(item, world.CLAUSE)


def test_the_wording_is_in_the_document_in_each_language() -> None:
    for language, word in (("en", "statutory guarantee"), ("de", "gesetzliche Einlagensicherung")):
        (piece,) = body(clause(), language=language)
        assert word in json.dumps(json.loads(canonical_json(piece)), ensure_ascii=False)
        assert piece.language == language
