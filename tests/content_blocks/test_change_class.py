"""The class each change must get, edit by edit, on the account statement that ships."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from content_blocks.bundle import Asset, Bundle
from content_blocks.change_class import (
    ORDER,
    ChangeClass,
    Finding,
    asset_change,
    bundle_change,
    dictionary_change,
    persona_change,
    strictest,
    template_change,
    theme_change,
)
from content_blocks.contrast import READABLE, contrast
from content_blocks.dictionary import Dictionary
from content_blocks.item import read_item
from content_blocks.theme import Brand, Palette
from tests.content_blocks.edited_library import edited, shipped
from tests.content_blocks.statement_edits import EDITS
from tests.content_blocks.statement_edits.means import Edit
from tests.content_blocks.worlds import AHORN, clause, group, template_of, text

REGULATED: ChangeClass = "regulated wording"
BUSINESS: ChangeClass = "business wording"


@pytest.mark.parametrize(("edit", "expected", "where"), EDITS.values(), ids=EDITS)
def test_the_class_of_a_change(edit: Edit, expected: ChangeClass, where: str) -> None:
    before, after = edited(edit)
    change = bundle_change(before, after)
    assert change.strictest == expected, change.findings
    assert (Finding(where, expected) in change.findings) is (expected != "none"), change.findings


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(EDITS) >= 60
    assert {expected for _, expected, _ in EDITS.values()} == set(ORDER)


@pytest.mark.parametrize("pair", list(AHORN.theme.palette.texts()), ids=str)
@pytest.mark.parametrize("where", ["palette", "mail.dark"])
def test_a_colour_that_cannot_be_read_hides_what_is_regulated(where: str, pair: tuple[str, str]) -> None:
    """No file can say so, for such a theme is refused; but themes may be older than the rule that refuses them."""
    text, ground = pair
    palette = AHORN.theme.palette if where == "palette" else AHORN.theme.mail.dark
    dim = palette.model_copy(update={text: getattr(palette, ground)})
    assert contrast(getattr(dim, text), getattr(dim, ground)) < READABLE
    after = themed(where, dim)
    assert Finding(f"{where}.{text}", REGULATED) in theme_change(AHORN, after).findings


def test_a_colour_that_can_still_be_read_is_style() -> None:
    grey = AHORN.theme.palette.model_copy(update={"muted": "#5a6562"})
    assert theme_change(AHORN, themed("palette", grey)).strictest == "style"


def themed(where: str, palette: Palette) -> Brand:
    theme = AHORN.theme
    mail = theme.mail.model_copy(update={"dark": palette})
    return replace(AHORN, theme=theme.model_copy(update={"palette": palette} if where == "palette" else {"mail": mail}))


def test_a_name_put_together_in_another_order_is_a_rule() -> None:
    parts = {name: {"type": "text", "as": "name"} for name in ("first", "last")}
    number = {"number": {"type": "text", "as": "id"}}
    one, other = (
        read_item(Dictionary, {"dictionary": "d", "version": "1.0", "title": {"en": "D"}, "fields": {**number, **them}})
        for them in (parts, dict(reversed(parts.items())))
    )
    assert dictionary_change(one, other).strictest == "rule"
    assert dictionary_change(one, one).strictest == "none"


PERSONA = {"title": {"en": "Typical"}, "on": "2026-11-02", "record": {"customer": {"id": "1"}}, "expect": {"pages": 1}}

PERSONAS: dict[str, tuple[dict[str, Any], ChangeClass]] = {
    "nothing": ({"typical": PERSONA, "other": {**PERSONA, "on": "2026-11-03"}}, "none"),
    "another order": ({"other": {**PERSONA, "on": "2026-11-03"}, "typical": PERSONA}, "none"),
    "a file renamed": ({"usual": PERSONA, "other": {**PERSONA, "on": "2026-11-03"}}, "none"),
    "a title": ({"typical": {**PERSONA, "title": "Usual"}, "other": {**PERSONA, "on": "2026-11-03"}}, "none"),
    "names swapped": ({"other": PERSONA, "typical": {**PERSONA, "on": "2026-11-03"}}, "none"),
    "another expectation": ({"typical": {**PERSONA, "expect": {}}, "other": {**PERSONA, "on": "2026-11-03"}}, "rule"),
    "another record": ({"typical": {**PERSONA, "record": {}}, "other": {**PERSONA, "on": "2026-11-03"}}, "rule"),
    "one less": ({"typical": PERSONA}, "rule"),
    "one made like another": ({"typical": PERSONA, "other": PERSONA}, "rule"),
}


@pytest.mark.parametrize(("after", "expected"), PERSONAS.values(), ids=PERSONAS)
def test_personas(after: dict[str, Any], expected: ChangeClass) -> None:
    before = PERSONAS["nothing"][0]
    assert persona_change(before, after).strictest == expected


SMALL: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]], ChangeClass]] = {
    "open words in a locked group": (
        [group("g", text("a", "x"), lock="locked")],
        [group("g", text("b", "x"), lock="locked")],
        REGULATED,
    ),
    "words where only the order is bound": (
        [group("g", text("a", "x"), lock="text")],
        [group("g", text("b", "x"), lock="text")],
        BUSINESS,
    ),
    "the blank of a clause that leaves it open": (
        [clause(lock="blanks")],
        [clause(lock="blanks", blanks={"hours": "always"})],
        BUSINESS,
    ),
    "data in a blank": (
        [clause(lock="blanks")],
        [clause(lock="blanks", blanks={"hours": "{{ customer.id }}"})],
        "rule",
    ),
    "the input of an open clause": (
        [clause(lock="open")],
        [clause(inputs={"limit": "account.due"}, lock="open")],
        "rule",
    ),
    "an open clause less": ([clause(lock="open"), text("a")], [text("a")], REGULATED),
    "an open clause moved": ([clause(lock="open"), text("a")], [text("a"), clause(lock="open")], REGULATED),
    "an open sentence put into a locked group": (
        [text("a", "a"), group("g", text("b", "b"), lock="locked")],
        [group("g", text("b", "b"), text("a", "a"), lock="locked")],
        REGULATED,
    ),
    "open sentences swapped": ([text("a", "a"), text("b", "b")], [text("b", "b"), text("a", "a")], "layout"),
    "a sentence into the other column": (
        [{"type": "columns", "id": "c", "cells": [[text("a", "a"), text("b", "b")], []]}],
        [{"type": "columns", "id": "c", "cells": [[text("b", "b")], [text("a", "a")]]}],
        "layout",
    ),
    "a sentence into a panel that some channels leave out": (
        [text("a", "a"), {"type": "panel", "id": "p", "blocks": [text("b", "b")], "channels": {"email": "absent"}}],
        [{"type": "panel", "id": "p", "blocks": [text("a", "a"), text("b", "b")], "channels": {"email": "absent"}}],
        "rule",
    ),
    "a locked panel left out of a channel": (
        [{"type": "panel", "id": "p", "blocks": [text("b", "b", lock="locked")]}],
        [{"type": "panel", "id": "p", "blocks": [text("b", "b", lock="locked")], "channels": {"pdf": "absent"}}],
        REGULATED,
    ),
    "a heading made of a sentence": (
        [text("a", "a"), text("b", "b")],
        [text("a", "a"), {**text("b", "b"), "type": "heading"}],
        "layout",
    ),
    "a condition made of a heading": (
        [text("a", "a"), {"type": "group", "id": "b", "blocks": [text("c", "c")]}],
        [text("a", "a"), {"type": "group", "id": "b", "when": "account.due > 0", "blocks": [text("c", "c")]}],
        "rule",
    ),
    "one made true of one": ([group("g", text("a"), when="1 == 1")], [group("g", text("a"), when="true == 1")], "rule"),
    "facts that trade places in a sentence": (
        [text("From {{ account.opening | money }} to {{ account.due | money }}.")],
        [text("From {{ account.due | money }} to {{ account.opening | money }}.")],
        "rule",
    ),
    "a sentence that shows data": ([text("a", "a")], [text("a", "a"), text("{{ customer.name }}", "b")], "rule"),
    "a point in front of points that show data": (
        [{"type": "list", "id": "l", "items": ["{{ customer.name }}", "b"]}],
        [{"type": "list", "id": "l", "items": ["new", "{{ customer.name }}", "b"]}],
        BUSINESS,
    ),
    "another picture": (
        [{"type": "image", "id": "i", "asset": "a.png", "alt": "x"}],
        [{"type": "image", "id": "i", "asset": "b.png", "alt": "x"}],
        BUSINESS,
    ),
    "the width of a picture": (
        [{"type": "image", "id": "i", "asset": "a.png", "alt": "x"}],
        [{"type": "image", "id": "i", "asset": "a.png", "alt": "x", "width": 40}],
        "layout",
    ),
    "the name of a signatory": (
        [{"type": "signature", "id": "s", "closing": "x", "name": "A"}],
        [{"type": "signature", "id": "s", "closing": "x", "name": "B"}],
        BUSINESS,
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), SMALL.values(), ids=SMALL)
def test_small_templates(before: list[dict[str, Any]], after: list[dict[str, Any]], expected: ChangeClass) -> None:
    change = template_change(template_of(*before), template_of(*after))
    assert change.strictest == expected, change.findings


@pytest.mark.parametrize(("bilingual", "expected"), [(None, "layout"), (["en", "de"], "rule")])
def test_a_sentence_out_of_a_bilingual_body_loses_a_language(
    bilingual: list[str] | None, expected: ChangeClass
) -> None:
    here, there = text({"en": "a", "de": "b"}, "a"), text({"en": "c", "de": "d"}, "c")
    before = template_of(here, there, bilingual=bilingual)
    after = template_of(there, footer=[here], bilingual=bilingual)
    assert template_change(before, after).strictest == expected


@pytest.mark.parametrize(
    ("law", "expected"),
    [
        (clause("law"), REGULATED),
        (clause("law", channels={"sms": "absent"}), BUSINESS),
        (clause("law", mandatory=["sms"]), BUSINESS),
        (text("Open.", "law", short="Open."), BUSINESS),
    ],
    ids=["that was shown", "that was not", "that follows it", "that is open"],
)
def test_a_message_line_takes_the_place_of_a_short_form(law: dict[str, Any], expected: ChangeClass) -> None:
    before, after = template_of(law), template_of(law, messages={"sms": "New."})
    assert template_change(before, after).strictest == expected


@pytest.mark.parametrize(("lock", "expected"), [("open", BUSINESS), ("locked", REGULATED)])
def test_a_picture_is_as_regulated_as_the_block_it_stands_in(lock: str, expected: ChangeClass) -> None:
    def bundle(content: bytes) -> Bundle:
        image = {"type": "image", "id": "i", "asset": "a.png", "alt": "x", "lock": lock}
        return replace(shipped().bundle(), template=template_of(image), assets={"a.png": Asset(content.hex(), content)})

    before, after = bundle(b"a"), bundle(b"b")
    assert bundle_change(before, after).findings == (Finding("asset a.png", expected),)
    assert asset_change(before.assets["a.png"], after.assets["a.png"]).strictest == BUSINESS


def test_the_strictest_of_a_whole_is_that_of_its_parts() -> None:
    before, after = edited(
        lambda w: (w.theme["palette"].update(accent="#004d44"), w.block("signature").update(name="A"))
    )
    change = bundle_change(before, after)
    assert {finding.change_class for finding in change.findings} >= {"style", "rule"}
    assert change.strictest == "rule" == strictest(finding.change_class for finding in change.findings)
