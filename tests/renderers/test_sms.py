"""Text messages as they are written, refused, and read back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.canonical import canonical_json
from content_blocks.document import Document, Recipient, Rules
from content_blocks.parts import Run
from content_blocks.problem import Refused
from content_blocks.problem_words import wording
from renderers import sms
from renderers.rendition import LeftOut
from tests.renderers.short_documents import RECIPIENT, document, piece, statement, value

LEGAL = piece("legal", "Widerspruch binnen 6 Wochen.", mandatory=["sms"], lock="locked")


def message(made: Document) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(sms.render(made).content)
    return content


def codes(made: Document) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refused:
        sms.render(made)
    assert all(wording(problem.code, dict(problem.params)) for problem in refused.value.problems)
    return [(problem.where, problem.code) for problem in refused.value.problems]


def refused_only_for(refused: Refused, *allowed: str) -> None:
    assert {problem.code for problem in refused.problems} <= set(allowed)


def test_the_statement_notice() -> None:
    assert message(statement()) == {
        "to": "+4915112345678",
        "text": (
            "Guten Tag Jürgen Groß - Ihr Saldo: 1.234,56 €.\n"
            "Widerspruch binnen 6 Wochen, siehe AGB (https://bank.example/agb)."
        ),
        "encoding": "GSM-7",
        "segments": 1,
        "characters": 114,
        "costly": [{"character": "€", "code_point": "U+20AC", "count": 1, "reason": "two-septets"}],
    }


def test_the_rendition_carries_measures_marks_and_what_is_left_out() -> None:
    rendition = sms.render(statement())
    assert rendition.measures == {"segments": 1, "characters": 114, "bytes": len(rendition.content)}
    (mark,) = rendition.marks
    assert mark.span
    assert mark.piece == "objection"
    assert rendition.text[slice(*mark.span)].startswith("Widerspruch")
    assert len(rendition.left_out) == 10


def test_the_bytes_are_canonical_and_the_same_each_time() -> None:
    content = sms.render(statement()).content
    assert content == sms.render(statement()).content == canonical_json(json.loads(content)).encode()


def test_legal_text_is_not_cut_to_make_room() -> None:
    two = Rules(sms_segments=1)
    assert codes(document(LEGAL, sms="x" * 140, rules=two)) == [("sms text", "sms-too-long")]
    assert message(document(LEGAL, sms="x" * 131, rules=two))["segments"] == 1


@pytest.mark.parametrize(
    ("phone", "code"),
    [
        (None, "recipient-without-phone"),
        ("", "recipient-without-phone"),
        ("015112345678", "phone-not-e164"),
        ("+49 151 12345678", "phone-not-e164"),
        ("+0151123456", "phone-not-e164"),
        ("+1234567890123456", "phone-not-e164"),
        ("+49151123456\n", "phone-not-e164"),
        ("+٤٩١٥١١٢٣٤", "phone-not-e164"),
        ("tel:+4915112345678", "phone-not-e164"),
    ],
)
def test_only_an_international_number_is_an_address(phone: str | None, code: str) -> None:
    assert codes(document(LEGAL, recipient=Recipient("C-1", phone=phone))) == [("recipient.phone", code)]


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\r", "\x1b", "\x85", "\u2028", "\u202e", "\u2066", "\ud83d", "\ufffe"]
)
def test_what_cannot_be_seen_is_refused_by_its_code_point(character: str) -> None:
    made = document(piece("greeting", (Run("Guten Tag "), value(f"A{character}B"))))
    assert codes(made) == [("sms greeting", "character-not-sendable")]


def test_everything_that_is_wrong_is_said_at_once_and_nothing_of_the_recipient() -> None:
    made = document(
        piece("silent", mandatory=["sms"]),
        sms=(value("Groß\x07" * 300),),
        recipient=replace(RECIPIENT, phone="Groß"),
    )
    with pytest.raises(Refused) as refused:
        sms.render(made)
    found = [problem.code for problem in refused.value.problems]
    assert found == ["short-form-missing", "phone-not-e164", "character-not-sendable", "sms-too-long"]
    assert "Groß" not in f"{refused.value} {[problem.params for problem in refused.value.problems]}"


def test_reading_back_finds_every_piece() -> None:
    for made in (statement(), document(LEGAL, piece("a", "Für 5\u00a0€ – gern.")), document(sms="Nur das.")):
        assert sms.check(made, sms.render(made)) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"text": "Guten Tag Jürgen Groß - Ihr Saldo: 1.234,56 €."}, "piece-missing"),
        ({"text": "Guten Tag.\nWiderspruch binnen 6 Wochen, siehe AGB (https://bank.example/agb)."}, "piece-missing"),
        ({"to": "+4915100000000"}, "recipient-differs"),
    ],
)
def test_reading_back_notices_what_is_lost(change: dict[str, str], code: str) -> None:
    rendition = sms.render(statement())
    damaged = replace(rendition, content=json.dumps({**json.loads(rendition.content), **change}).encode())
    assert [problem.code for problem in sms.check(statement(), damaged)] == [code]


def test_reading_back_notices_a_shortened_clause_a_wrong_order_and_too_many_segments() -> None:
    second = piece("second", "Zweiter Satz.", mandatory=["sms"])
    made = document(LEGAL, second, sms="Kurz.")
    rendition = sms.render(made)

    def problems(text: str) -> list[tuple[str, str]]:
        damaged = replace(rendition, content=json.dumps({"to": RECIPIENT.phone, "text": text}).encode())
        return [(problem.where, problem.code) for problem in sms.check(made, damaged)]

    assert problems("Kurz.\nWiderspruch binnen 6…\nZweiter Satz.") == [("sms legal", "piece-missing")]
    assert problems("Kurz.\nZweiter Satz.\nWiderspruch binnen 6 Wochen.") == [("sms second", "piece-missing")]
    assert problems(rendition.text + "!" * 1000)[-1] == ("sms text", "sms-too-long")


def test_a_locked_piece_is_not_excused_by_the_list_of_what_is_left_out() -> None:
    made = document(LEGAL, sms="Kurz.")
    rendition = sms.render(made)
    damaged = replace(
        rendition,
        content=json.dumps({"to": RECIPIENT.phone, "text": "Kurz."}).encode(),
        left_out=(*rendition.left_out, LeftOut("legal", "absent")),
    )
    assert [problem.code for problem in sms.check(made, damaged)] == ["piece-missing"]


@given(
    st.text(max_size=400) | st.sampled_from(['","to":"+1', '"}', "\\", "{{ x }}", "<a href=x>", "€" * 100, "😀" * 80])
)
def test_a_value_is_a_literal_in_the_message_or_the_row_is_refused(text: str) -> None:
    made = document(LEGAL, sms=(Run("Für "), value(text), Run(".")))
    try:
        rendition = sms.render(made)
    except Refused as refused:
        refused_only_for(refused, "character-not-sendable", "sms-too-long")
        return
    content = json.loads(rendition.content)
    assert set(content) == {"to", "text", "encoding", "segments", "characters", "costly"}
    assert content["to"] == RECIPIENT.phone
    assert content["text"] == rendition.text
    assert content["text"].endswith("\nWiderspruch binnen 6 Wochen.")
    assert rendition.content == canonical_json(content).encode()
    assert sms.check(made, rendition) == []
