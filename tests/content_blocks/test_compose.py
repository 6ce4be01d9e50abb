"""Composing: from any template a document with nothing left to decide, and everything wrong with a record at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from time import perf_counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content_blocks.canonical import canonical_json
from content_blocks.compose import compose
from content_blocks.document import CHANNELS
from content_blocks.item import read_item
from content_blocks.parts import plain
from content_blocks.problem import Refused
from content_blocks.specimen import SPECIMEN_DAY, specimen_bundle, specimen_values
from content_blocks.template import Template
from tests.content_blocks.generate import languages, templates
from tests.content_blocks.worlds import (
    AHORN,
    HEADING,
    body,
    bundle_of,
    clause,
    composed,
    group,
    refused,
    text,
    values,
    words_of,
)


@settings(suppress_health_check=list(HealthCheck))
@given(templates(), languages())
def test_a_document_holds_nothing_that_is_still_to_be_decided(content: dict[str, Any], language: str) -> None:
    bundle = replace(specimen_bundle([], language, AHORN), template=read_item(Template, content))
    document = compose(bundle, specimen_values(language), SPECIMEN_DAY)
    written = canonical_json(document)
    assert not any(mark in written for mark in ("{{", "{%", "\ue000"))
    again = replace(specimen_bundle([], language, AHORN), template=read_item(Template, content))
    assert canonical_json(compose(again, specimen_values(language), SPECIMEN_DAY)) == written
    ids = [(piece.id, piece.language) for _, piece in document.pieces()]
    assert len(set(ids)) == len(ids)
    _in_step([piece.language for piece in document.region("body")], bundle.languages)


def _in_step(spoken: list[str], languages: tuple[str, ...]) -> None:
    assert spoken == [*languages] * (len(spoken) // len(languages))


def test_a_bilingual_letter_shows_both_languages_block_by_block() -> None:
    blocks = [text({"en": "one", "de": "eins"}, "a"), group("g", text({"en": "two", "de": "zwei"}, "b"))]
    for language, said in (("en", ["one", "eins", "two", "zwei"]), ("de", ["eins", "one", "zwei", "two"])):
        pieces = body(*blocks, language=language, bilingual=["de", "en"])
        assert [words_of(piece) for piece in pieces] == said
        assert [[piece.language for piece in same] for _, same in groupby(pieces, lambda piece: piece.id)] == [
            [language, "de" if language == "en" else "en"]
        ] * 2


def test_amounts_in_a_bilingual_letter_are_written_in_each_language() -> None:
    pieces = body(text("{{ account.due }}"), bilingual=["en", "de"])
    assert [words_of(piece) for piece in pieces] == ["€138.80", "138,80\u00a0€"]


def test_both_languages_of_a_bilingual_letter_are_the_templates() -> None:
    assert refused(text("a"), bilingual=["en", "fr"]) == [("", "bilingual-languages")]


def test_everything_wrong_with_a_record_is_told_at_once_and_where() -> None:
    problems = refused(
        text("{{ a.b }}", "x"),
        group("g", text("{{ c }}", "y"), text("ok", "z"), text("{{ d | money }}", "w")),
        text("{{ customer.name | date }}", "v"),
        title="{{ e }}",
        messages={"sms": "{{ f }}", "deep_link": "{{ customer.name }}"},
        footer=[text("{{ g }}", "foot")],
    )
    assert problems == [
        ("body.x", "value-missing"),
        ("body.g.y", "value-missing"),
        ("body.g.w", "value-missing"),
        ("body.v", "format-unfit"),
        ("footer.foot", "value-missing"),
        ("title", "value-missing"),
        ("messages.sms", "value-missing"),
        ("messages.deep_link", "link-address"),
    ]


@given(st.text(min_size=1))
def test_no_problem_quotes_a_value(value: str) -> None:
    secret = f"secret-{value}"
    bundle = bundle_of(text("{{ customer.name | money }} {{ customer.name | date }}", "x"))
    with pytest.raises(Refused) as caught:
        compose(bundle, values(customer__name=secret), SPECIMEN_DAY)
    assert secret not in f"{caught.value} {[problem.params for problem in caught.value.problems]}"


def heading(level: int, name: str) -> dict[str, Any]:
    return {"type": "heading", "id": name, "level": level, "text": name}


HEADINGS = {
    (1, 2, 3, 2, 3, 1): None,
    (2,): "body.h0",
    (1, 3): "body.h1",
    (1, 2, 1, 3): "body.h3",
}


@pytest.mark.parametrize(("levels", "where"), HEADINGS.items(), ids=str)
def test_headings_go_down_one_level_at_a_time(levels: tuple[int, ...], where: str | None) -> None:
    blocks = [heading(level, f"h{number}") for number, level in enumerate(levels)]
    if where is None:
        assert len(body(*blocks)) == len(levels)
    else:
        assert refused(*blocks) == [(where, "heading-jumps")]


def test_headings_inside_panels_count_too() -> None:
    panel = {"type": "panel", "id": "p", "blocks": [heading(3, "h")]}
    assert refused(HEADING, panel) == [("body.p", "heading-jumps")]


def test_message_lines_rules_and_labels_come_from_what_was_approved() -> None:
    document = composed(
        text("a"),
        messages={
            "subject": "To {{ customer.name }}",
            "unsubscribe": "https://a.example/?u={{ customer.id }}",
            "deep_link": "https://b.example",
        },
        kind={"unsubscribe": True, "sms_segments": 2, "channels": ["email", "sms"]},
    )
    assert plain(document.messages.subject) == "To Ayşe Çelik-Müller"
    assert document.messages.sms == ()
    assert document.rules.unsubscribe == "https://a.example/?u=K-10017"
    assert (document.rules.deep_link, document.rules.sms_segments) == ("https://b.example", 2)
    assert document.rules.channels == ("email", "sms")
    assert document.labels == AHORN.theme.labels["en"]
    assert (document.direction, document.recipient.name) == ("ltr", "Ayşe Çelik-Müller")


@pytest.mark.parametrize("title", ["title", "messages"])
def test_a_push_title_taken_from_the_document_knows_whose_values_it_shows(title: str) -> None:
    said = "Balance {{ account.balance }}"
    document = composed(text("a"), **({"title": said} if title == "title" else {"messages": {"title": said}}))
    (words, value) = document.messages.push_title
    assert plain((words, value)) == document.title == "Balance -€138.80"
    assert value.filled is not None
    assert (value.filled.field, value.filled.privacy) == ("account.balance", "personal")


MANDATORY = {
    (False, ()): (),
    (True, ()): CHANNELS,
    (("sms", "pdf"), ()): ("pdf", "sms"),
    (("sms",), ("email",)): ("email", "sms"),
}


@pytest.mark.parametrize(("given_and_required", "channels"), MANDATORY.items(), ids=str)
def test_a_piece_is_mandatory_where_block_or_class_say_so(
    given_and_required: tuple[Any, tuple[str, ...]], channels: tuple[str, ...]
) -> None:

    own, required = given_and_required
    kind = {"required": [{"block": "specimen-clause", "channels": list(required)}]} if required else {}
    (piece,) = body(clause(mandatory=own), kind=kind)
    assert piece.mandatory == channels


def test_several_rules_of_a_class_for_one_content_block_add_up() -> None:

    required = [
        {"block": "specimen-clause", "channels": ["pdf"]},
        {"block": "specimen-clause", "channels": ["email"], "languages": ["en"]},
        {"block": "specimen-clause", "channels": ["sms"], "languages": ["de"]},
        {"block": "specimen-clause", "channels": ["push"], "jurisdictions": ["AT"]},
    ]
    found = {
        (language, jurisdiction): body(
            clause(), language=language, jurisdiction=jurisdiction, kind={"required": required}
        )[0].mandatory
        for language in ("en", "de")
        for jurisdiction in ("DE", "AT")
    }
    assert found == {
        ("en", "DE"): ("pdf", "email"),
        ("en", "AT"): ("pdf", "email", "push"),
        ("de", "DE"): ("pdf", "sms"),
        ("de", "AT"): ("pdf", "sms", "push"),
    }


def test_a_statement_composes_in_milliseconds() -> None:
    """A guard against working per row what can be worked out once; ten times slower than it is would fail."""
    bundle = specimen_bundle(["table", "facts", "clause", "group"], "en", AHORN)
    record = values()
    record["account"]["transactions"] *= 15
    compose(bundle, record, SPECIMEN_DAY)
    best = min(_seconds(bundle, record) for _ in range(5))
    assert best < 0.015


def _seconds(bundle: Any, record: dict[str, Any]) -> float:
    start = perf_counter()
    compose(bundle, record, SPECIMEN_DAY)
    return perf_counter() - start
