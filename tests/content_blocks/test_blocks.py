"""Block types: each shows its specimen, says what is wrong with it and where, and a new one is one new file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from content_blocks import types
from content_blocks.block import Block, walk
from content_blocks.block_reading import block_types, read_block, read_blocks
from content_blocks.canonical import canonical_json
from content_blocks.check import check_bundle
from content_blocks.document import REGIONS, Document
from content_blocks.parts import Container, Paragraph, Picture
from content_blocks.problem import Refused
from content_blocks.specimen import SPECIMEN_DAY, specimen_bundle, specimen_document
from templates_store.themes import LIBRARY, load_theme
from tests.content_blocks.worlds import AHORN, HEADING, body, composed, group, refused, text, values

BRANDS = [load_theme(LIBRARY / name) for name in ("ahorn", "wieland")]


@pytest.mark.parametrize("brand", BRANDS, ids=lambda brand: brand.theme.theme)
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", block_types())
def test_every_specimen_composes(name: str, language: str, brand: Any) -> None:
    document = specimen_document(name, language, brand)
    assert document.language == language
    assert document.theme == brand.theme.theme
    shown = [piece for region, piece in document.pieces() if piece.id != "specimen-title"]
    assert shown
    assert all(piece.parts for piece in shown)
    assert {region for region, _ in document.pieces()} == (
        {"address", "body"} if name == "address_window" else {"body"}
    )


def test_all_specimens_stand_together_in_one_letter() -> None:
    document = composed(HEADING, *(kind.specimen for kind in block_types().values() if kind.type_name != "heading"))
    assert len(document.region("body")) >= len(block_types())


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", block_types())
def test_every_specimen_may_be_submitted(name: str, language: str) -> None:
    """A divider has nothing to say in a short message, but beside other blocks it need not."""
    words = {**text("a", "words"), "short": "A."}
    assert check_bundle(specimen_bundle([name, words], language, AHORN), SPECIMEN_DAY) == []


@pytest.mark.parametrize("kind", block_types().values(), ids=block_types())
def test_every_block_type_explains_itself_in_both_languages(kind: type[Block]) -> None:
    assert {"en", "de"} <= kind.title.keys()
    assert kind.__doc__
    for name, field in kind.model_fields.items():
        if name not in Block.model_fields and name != "hash":
            extra = field.json_schema_extra
            assert isinstance(extra, dict), f"{kind.type_name}.{name} has no label"
            assert all(extra["label"].values())  # type: ignore[union-attr]


FAULTY: dict[str, tuple[Any, str, str]] = {
    "no mapping": ("text", "", "field-not-a-mapping"),
    "no type": ({"id": "a"}, "a.type", "block-type-unknown"),
    "a type nobody knows": ({"type": "textt", "id": "a"}, "a.type", "block-type-unknown"),
    "no id": ({"type": "text", "text": "a"}, "text.id", "field-missing"),
    "an id with blanks": ({"type": "text", "id": "A b", "text": "a"}, "text.id", "identifier-form"),
    "no text": ({"type": "text", "id": "a"}, "a.text", "field-missing"),
    "a field nobody knows": (text("a", "a", colour="red"), "a.colour", "field-not-known"),
    "a level nobody knows": ({**HEADING, "level": 4}, "title.level", "choice-not-known"),
    "a channel nobody knows": (text("a", "a", channels={"fax": "full"}), "a.channels.fax", "choice-not-known"),
    "a form nobody knows": (text("a", "a", channels={"sms": "loud"}), "a.channels.sms.form", "choice-not-known"),
    "a fault in a text": (text({"en": "{{ a( }}"}, "a"), "a.text.en", "expression-syntax"),
    "blocks that are no list": ({"type": "group", "id": "a", "blocks": "b"}, "a", "field-not-a-list"),
    "an empty group": (group("a"), "a.blocks", "field-value"),
    "a fault inside a group": (group("a", {"type": "text", "id": "b"}), "a.b.text", "field-missing"),
    "each without a name": (group("a", text("b", "b"), each="account.cards"), "a", "group-each"),
    "a list that is computed": (group("a", text("b", "b"), each="a + b", **{"as": "c"}), "a.each", "list-path"),
    "a name with a hyphen": (group("a", text("b", "b"), each="c", **{"as": "d-e"}), "a.as", "name-form"),
    "a format in a condition": (group("a", text("b", "b"), when="c | money"), "a.when", "formula-format"),
    "one column": ({"type": "columns", "id": "a", "cells": [[text("b", "b")]]}, "a.cells", "field-value"),
    "a slot that does not accept": (
        {"type": "slot", "id": "a", "accepts": ["list"], "blocks": [text("b", "b")]},
        "a",
        "slot-accepts",
    ),
    "a slot that is full": (
        {"type": "slot", "id": "a", "most": 1, "blocks": [text("b", "b"), text("c", "c")]},
        "a",
        "slot-accepts",
    ),
    "an image that leads elsewhere": (
        {"type": "image", "id": "a", "asset": "../b.png", "alt": ""},
        "a.asset",
        "asset-form",
    ),
}


@pytest.mark.parametrize(("content", "where", "code"), FAULTY.values(), ids=FAULTY)
def test_a_faulty_block_says_what_is_wrong_and_where(content: object, where: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        read_block(content)
    assert [(problem.where, problem.code) for problem in caught.value.problems] == [(where, code)]


def test_the_faults_of_all_blocks_are_told_at_once() -> None:
    with pytest.raises(Refused) as caught:
        read_blocks([{"type": "text", "id": "a"}, group("b", {"type": "x", "id": "c"}, {"type": "text", "id": "d"})])
    assert [problem.where for problem in caught.value.problems] == ["a.text", "b.c.type", "b.d.text"]


INSIDE = {
    ("panel", "panel"): "block-not-here",
    ("panel", "group"): "block-not-here",
    ("panel", "clause"): "block-not-here",
    ("panel", "signature"): "block-not-here",
    ("columns", "payment"): "block-not-here",
    ("columns", "columns"): "block-not-here",
    ("slot", "slot"): "group-too-deep",
    ("panel", "text"): None,
    ("columns", "table"): None,
    ("group", "clause"): None,
    ("group", "panel"): None,
    ("slot", "group"): None,
    ("group", "slot"): None,
}


@pytest.mark.parametrize(("kinds", "code"), INSIDE.items(), ids=lambda kinds: " in ".join(kinds) if kinds else "")
def test_what_may_stand_inside_what(kinds: tuple[str, str], code: str | None) -> None:
    outer, inner = (dict(block_types()[kind].specimen) for kind in kinds)
    inner["id"] = "inner"
    content = outer | {"blocks": [inner]} if outer["type"] != "columns" else outer | {"cells": [[inner], []]}
    content.pop("accepts", None)
    if code is None:
        assert [block.id for block in walk([read_block(content)])][1] == "inner"
    else:
        with pytest.raises(Refused, match=code):
            read_block(content)


def test_groups_stand_three_deep_and_no_deeper() -> None:
    deep = group("a", group("b", group("c", text("d", "d"))))
    assert [piece.id for piece in body(deep)] == ["d"]
    assert refused(group("o", deep)) == [("body.o.a.b.c", "group-too-deep")]


def test_ids_are_unique_in_a_template() -> None:
    assert refused(text("a", "a"), group("g", text("b", "a"))) == [("body.a", "block-id-repeated")]
    assert refused(text("a", "a"), footer=[text("b", "a")]) == [("footer.a", "block-id-repeated")]


def test_every_region_of_a_template_takes_blocks() -> None:
    regions: dict[str, Any] = {name: [text(name, name.replace("_", "-"))] for name in REGIONS[:4]}
    document = composed(text("b", "b"), **regions)
    assert [(region, piece.id) for region, piece in document.pieces()] == [
        ("header_first", "header-first"),
        ("header_next", "header-next"),
        ("address", "address"),
        ("info", "info"),
        ("body", "b"),
    ]


ADDRESS = {"type": "address_window", "id": "a", "lines": ["{{ customer.name }}", "{{ extra or '' }}", "Berlin"]}
EXTRA = {"extra": {"type": "multiline", "required": False}}


def test_empty_lines_of_an_address_are_left_out_and_long_ones_counted() -> None:
    (piece,) = composed(address=[ADDRESS], fields=EXTRA).region("address")
    (lines,) = piece.parts
    assert isinstance(lines, Paragraph)
    assert sum(run.atom == "break" for run in lines.runs) == 1
    assert refused(address=[ADDRESS], fields=EXTRA, record=values() | {"extra": "1\n2\n3\n4\n5"}) == [
        ("address.a", "address-too-long")
    ]


def test_a_picture_nobody_stored_is_refused() -> None:
    assert refused({"type": "image", "id": "a", "asset": "none.png", "alt": "x"}) == [("body.a", "asset-unknown")]
    assert any(isinstance(part, Picture) for part in body({**block_types()["image"].specimen})[0].parts)


PAYMENTS = {
    "account.due": (None, 0),
    "account.balance": ("body.payment.amount", -1),
    "account.opening * 0": ("body.payment.amount", 0),
    "account.due * 0.001": ("body.payment.amount", 0),
}


@pytest.mark.parametrize(("amount", "expected"), PAYMENTS.items(), ids=PAYMENTS)
def test_a_payment_is_one_that_a_bank_takes(amount: str, expected: tuple[str | None, int]) -> None:
    block = {**block_types()["payment"].specimen, "amount": amount}
    if expected[0] is None:
        assert isinstance(body(block)[0].parts[0], Container)
    else:
        assert refused(block) == [(expected[0], "payment-amount")]


@pytest.mark.parametrize("payee", ["", "x" * 71, "a\nb", "Łódź", "A;B"])
def test_a_payee_cannot_move_the_lines_of_the_code(payee: str) -> None:
    block = {**block_types()["payment"].specimen, "payee": "{{ customer.name }}"}
    assert refused(block, record=values(customer__name=payee)) == [("body.payment.payee", "payment-text")]


QUOTE = '''
"""A quotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.scope import Scope
from content_blocks.text import Inline


class Quote(Block):
    """Somebody's words."""

    type_name: ClassVar = "quote"
    title: ClassVar = {"en": "Quotation", "de": "Zitat"}

    text: Inline = labelled("Words", "Worte")

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        return [parts.Container("panel", ((parts.Paragraph(scope.fill(self.text), "lead"),),))]

    specimen: ClassVar = {"type": "quote", "id": "quote", "text": "I, {{ customer.name }}", "short": "I!"}
'''


@pytest.fixture
def quote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A block type that is one more file in `content_blocks/types/`."""
    (tmp_path / "quote.py").write_text(QUOTE, "utf-8")
    monkeypatch.setattr(types, "__path__", [*types.__path__, str(tmp_path)])
    block_types.cache_clear()
    yield "quote"
    block_types.cache_clear()
    sys.modules.pop("content_blocks.types.quote")


def test_a_new_block_type_is_one_new_file(quote: str) -> None:
    document: Document = specimen_document(quote, "en", AHORN)
    (_, piece) = document.region("body")
    assert "I, " in canonical_json(piece)
    assert check_bundle(specimen_bundle([quote], "en", AHORN), SPECIMEN_DAY) == []
