"""Push messages: what a lock screen shows, what three services take, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.canonical import canonical_json
from content_blocks.document import Document, Recipient, Rules
from content_blocks.parts import Facts, Run, Runs, words
from content_blocks.problem import Refused
from content_blocks.problem_words import wording
from renderers import push
from renderers.rendition import LeftOut
from tests.renderers.short_documents import RECIPIENT, amount, document, piece, statement, value

LEGAL = piece("legal", "Widerspruch binnen 6 Wochen.", mandatory=["push"], lock="locked")
OPEN = Rules(personal_on_lock_screen=True)
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


def message(made: Document) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(push.render(made).content)
    return content


def problems(made: Document) -> list[tuple[str, dict[str, str | int]]]:
    with pytest.raises(Refused) as refused:
        push.render(made)
    assert all(wording(problem.code, dict(problem.params), "de") for problem in refused.value.problems)
    return [(problem.code, dict(problem.params)) for problem in refused.value.problems]


def left_out(made: Document) -> list[tuple[str, str]]:
    return [(one.piece, one.reason) for one in push.render(made).left_out]


def refused_only_for(refused: Refused, *allowed: str) -> None:
    assert {problem.code for problem in refused.problems} <= set(allowed)


def test_the_statement_notice() -> None:
    sent = message(statement())
    body = (
        "Ihr Kontoauszug für März 2026 liegt bereit.\n"
        "Widerspruch binnen 6 Wochen, siehe AGB (https://bank.example/agb)."
    )
    collapse = sent["collapse_id"]
    data = {"collapse_id": collapse, "deep_link": "https://bank.example/app/statements"}
    assert (sent["title"], sent["body"], sent["platform"]) == ("Neuer Kontoauszug", body, "fcm")
    assert sent["fcm"] == {
        "message": {
            "token": "tok:EN-1",
            "notification": {"title": "Neuer Kontoauszug", "body": body},
            "data": data,
            "android": {"collapse_key": collapse, "notification": {"tag": collapse}, "priority": "HIGH"},
        }
    }
    assert sent["apns"] == {
        "aps": {
            "alert": {"title": "Neuer Kontoauszug", "body": body},
            "interruption-level": "active",
            "sound": "default",
            "thread-id": "account_statement",
        },
        **data,
    }
    assert sent["webpush"] == {
        "title": "Neuer Kontoauszug",
        "body": body,
        "lang": "de",
        "dir": "ltr",
        "tag": collapse,
        "data": data,
    }
    assert sent["headers"]["apns"] == {
        "apns-collapse-id": collapse,
        "apns-priority": "10",
        "apns-push-type": "alert",
    }
    assert sent["headers"]["webpush"] == {"Topic": collapse, "Urgency": "high"}


def test_the_bytes_are_counted_as_they_are_sent() -> None:
    rendition = push.render(statement())
    sent = json.loads(rendition.content)
    assert rendition.content == canonical_json(sent).encode()
    counted = {service: len(canonical_json(sent[service]).encode()) for service in ("fcm", "apns", "webpush")}
    assert sent["bytes"] == counted
    assert rendition.measures == {**counted, "bytes": len(rendition.content)}


def test_marks_count_in_title_and_body() -> None:
    rendition = push.render(statement())
    (mark,) = rendition.marks
    assert mark.span
    assert rendition.text.startswith("Neuer Kontoauszug\nIhr Kontoauszug")
    assert rendition.text[slice(*mark.span)].startswith("Widerspruch binnen 6 Wochen")


def test_the_token_stands_in_the_address_alone() -> None:
    assert push.render(statement()).content.count(b"tok:EN-1") == 1


def test_a_repeat_replaces_the_first_and_nothing_else_does() -> None:
    made = statement()
    others = [
        replace(made, version="1.1"),
        replace(made, as_of=date(2026, 4, 30)),
        replace(made, template="invoice"),
        replace(made, recipient=replace(RECIPIENT, id="C-1002")),
    ]
    ids = [message(one)["collapse_id"] for one in (made, *others)]
    assert len(set(ids)) == len(ids)
    assert message(replace(made, messages=replace(made.messages, push_body=words("Neu."))))["collapse_id"] == ids[0]
    assert all(len(one) == 32 for one in ids)


def test_without_message_lines_title_and_short_forms_speak() -> None:
    sent = message(document(piece("a", "Ihr Auszug ist da."), LEGAL))
    assert (sent["title"], sent["body"]) == ("Kontoauszug", "Ihr Auszug ist da.\nWiderspruch binnen 6 Wochen.")


def test_a_title_is_one_line() -> None:
    made = document(LEGAL, push_title=(Run("Neuer"), Run("", atom="break"), Run("Auszug")))
    assert message(made)["title"] == "Neuer Auszug"


# Privacy


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"push_title": (Run("Für "), value("Groß"))}, "customer.name"),
        ({"push_body": (Run("Saldo "), amount())}, "account.balance"),
        ({"push_body": (value("secret", "customer.health", "sensitive"),)}, "customer.health"),
    ],
)
def test_nothing_personal_on_the_lock_screen(changes: dict[str, Runs], field: str) -> None:
    lines: dict[str, Any] = {"push_title": "Neuer Auszug", "push_body": "Da.", **changes}
    assert problems(document(LEGAL, **lines)) == [("push-personal-data", {"field": field})]
    assert message(document(LEGAL, rules=OPEN, **lines))["body"]


def test_public_values_may_be_read_by_anybody() -> None:
    made = document(push_title="Neuer Auszug", push_body=(Run("Von "), value("Linden Bank", "brand.name", "public")))
    assert message(made)["body"] == "Von Linden Bank"


def test_legal_text_with_a_personal_value_is_refused_too() -> None:
    legal = piece("legal", (Run("Zins: "), value("4,5 %", "loan.rate", locked=True)), mandatory=["push"], lock="locked")
    assert problems(document(legal, push_title="Zins", push_body="Neu.")) == [
        ("push-personal-data", {"field": "loan.rate"})
    ]


def test_a_value_far_behind_the_cut_counts_as_well() -> None:
    made = document(push_title="Neu", push_body=(Run("Wort " * 60), value("Groß")))
    assert problems(made) == [("push-personal-data", {"field": "customer.name"})]


def test_a_title_taken_from_the_document_quotes_nobody() -> None:
    assert problems(document(LEGAL, title="Auszug für JÜRGEN GROSS")) == [
        ("push-personal-data", {"field": "recipient.name"})
    ]
    facts = Facts(((words("IBAN"), (value("DE02 1203 0000", "account.iban"),)),))
    made = document(piece("facts", "Da.", parts=(facts,)), title="Auszug DE02 1203 0000")
    assert problems(made) == [("push-personal-data", {"field": "account.iban"})]


# Length


def test_business_text_is_cut_at_a_word_and_listed() -> None:
    made = document(LEGAL, push_title="Neu", push_body="Wort " * 60)
    body, legal = message(made)["body"].split("\n")
    assert body == "Wort " * 34 + "Wort…"
    assert legal == "Widerspruch binnen 6 Wochen."
    assert ("messages.push_body", "shortened") in left_out(made)
    assert push.check(made, push.render(made)) == []


def test_a_text_that_just_fits_stays_whole() -> None:
    assert message(document(push_title="Neu", push_body="x" * 178))["body"] == "x" * 178
    assert message(document(push_title="Neu", push_body="x" * 179))["body"] == "x" * 177 + "…"
    assert message(document(push_title="T" * 66, push_body="x"))["title"] == "T" * 64 + "…"


def test_a_cut_parts_no_grapheme() -> None:
    assert message(document(push_title="Neu", push_body=FAMILY * 178))["body"] == FAMILY * 178
    long = "é" * 176 + "e\u0301e\u0323\u0301" + FAMILY * 5
    body = message(document(push_title="Neu", push_body=long))["body"]
    assert body == "é" * 177 + "…"


def test_a_cut_goes_before_a_value_or_an_address_never_through_it() -> None:
    text = "x" * 170
    made = document(push_title="Neu", push_body=(Run(text), amount("1.234.567,89 €"), Run(" fällig")), rules=OPEN)
    assert message(made)["body"] == text + "…"
    linked = document(push_title="Neu", push_body=(Run(text), Run("AGB", link="https://bank.example/agb"), Run(".")))
    assert message(linked)["body"] == text + "…"


def test_what_follows_a_cut_is_dropped_but_never_locked_wording() -> None:
    long, late = piece("long", "Wort " * 60), piece("late", "Spät.")
    locked = piece("locked", "Feste Worte.", lock="locked")
    made = document(piece("first", "Eins."), long, locked, late, LEGAL, push_title="Neu")
    body = message(made)["body"]
    assert body.startswith("Eins.\nWort ")
    assert body.endswith("Wort…\nFeste Worte.\nWiderspruch binnen 6 Wochen.")
    assert left_out(made) == [("long", "shortened"), ("late", "no-room")]
    assert push.check(made, push.render(made)) == []


def test_what_must_be_said_is_never_cut_even_if_it_is_not_locked() -> None:
    told = piece("told", "Muss " * 60, mandatory=["push"])
    body = message(document(piece("long", "Wort " * 60), told, push_title="Neu"))["body"]
    assert body.endswith("…\n" + "Muss " * 60)


def test_long_legal_text_stays_whole_beside_business_text() -> None:
    legal = piece("legal", "Paragraf " * 100, mandatory=["push"], lock="locked")
    assert message(document(legal, push_title="Neu", push_body="Kurz."))["body"] == "Kurz.\n" + "Paragraf " * 100


def test_legal_text_over_the_limit_is_refused_not_cut() -> None:
    legal = piece("legal", "x" * 4000, mandatory=["push"], lock="locked")
    found = problems(document(legal, push_title="Neu", push_body="Kurz."))
    assert [(code, params["service"], params["limit"]) for code, params in found] == [
        ("push-too-long", "fcm", 4096),
        ("push-too-long", "apns", 4096),
        ("push-too-long", "webpush", 3993),
    ]


def test_business_text_gives_way_to_legal_text_in_bytes() -> None:
    legal = piece("legal", "x" * 3300, mandatory=["push"], lock="locked")
    made = document(legal, push_title="Neu", push_body=FAMILY * 40)
    sent = message(made)
    assert regex.fullmatch(rf"({FAMILY})+…\nx{{3300}}", sent["body"])
    assert 4096 - 2 * len(FAMILY.encode()) < sent["bytes"]["fcm"] <= 4096
    assert push.check(made, push.render(made)) == []


def test_a_value_longer_than_the_display_is_refused() -> None:
    limits = {"title": 65, "body": 178}
    made = document(LEGAL, push_title="Neu", push_body=(Run("Für "), value("x" * 200_000)), rules=OPEN)
    assert problems(made) == [("push-value-too-long", limits)]
    titled = document(LEGAL, push_title=(value("x" * 66),), push_body="Da.", rules=OPEN)
    assert problems(titled) == [("push-value-too-long", limits)]


# What is refused


@pytest.mark.parametrize(
    ("token", "code"),
    [(None, "recipient-without-push-token"), ("", "recipient-without-push-token"), ("a\nb", "push-token-malformed")],
)
def test_without_a_token_there_is_nobody_to_tell(token: str | None, code: str) -> None:
    made = document(LEGAL, recipient=Recipient("C-1", push_token=token, push_platform="apns"))
    assert problems(made) == [(code, {})]


def test_missing_words_and_invisible_characters_are_said_at_once() -> None:
    made = document(piece("legal", mandatory=["push"]), piece("a", "A\u202eB"), title=" ")
    assert [code for code, _ in problems(made)] == [
        "short-form-missing",
        "character-not-sendable",
        "push-title-missing",
    ]


# Reading back


@pytest.mark.parametrize(
    ("path", "text", "codes"),
    [
        (("body",), "Kurz.", {"piece-missing", "push-payloads-differ"}),
        (("title",), "Anders", {"piece-missing", "push-payloads-differ"}),
        (("fcm", "message", "notification", "body"), "Kurz.", {"push-payloads-differ"}),
        (("apns", "aps", "alert", "title"), "Anders", {"push-payloads-differ"}),
        (("webpush", "body"), "Kurz.", {"push-payloads-differ"}),
        (("webpush", "lang"), "x" * 4000, {"push-too-long"}),
        (("fcm", "message", "token"), "tok:somebody-else", {"recipient-differs"}),
    ],
)
def test_reading_back_notices_what_differs(path: tuple[str, ...], text: str, codes: set[str]) -> None:
    rendition = push.render(statement())
    sent = json.loads(rendition.content)
    target = sent
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = text
    damaged = replace(rendition, content=json.dumps(sent).encode())
    assert push.check(statement(), rendition) == []
    found = push.check(statement(), damaged)
    assert {problem.code for problem in found} == codes
    assert all(wording(problem.code, dict(problem.params)).hint for problem in found)


def test_a_locked_piece_is_not_excused_as_shortened() -> None:
    made = document(piece("locked", "Feste Worte.", lock="locked"), piece("a", "Da."), push_title="Neu")
    rendition = push.render(made)
    content = rendition.content.replace(b"Feste Worte.", "Feste…".encode())
    damaged = replace(rendition, content=content, left_out=(LeftOut("locked", "shortened"),))
    assert [(one.where, one.code) for one in push.check(made, damaged)] == [("push locked", "piece-missing")]


HOSTILE = st.text(max_size=300) | st.sampled_from(
    ['","token":"x', '"}}', "\\u0022", "{{ x }}", "</script>", FAMILY * 90]
)


@given(HOSTILE, HOSTILE)
def test_a_value_adds_no_key_and_cuts_no_legal_text(title: str, body: str) -> None:
    made = document(LEGAL, push_title=(Run("T "), value(title)), push_body=(Run("B "), value(body)), rules=OPEN)
    try:
        rendition = push.render(made)
    except Refused as refused:
        refused_only_for(refused, "character-not-sendable", "push-value-too-long", "push-too-long")
        return
    sent = json.loads(rendition.content)
    assert _keys(sent) == _keys(
        json.loads(push.render(document(LEGAL, push_title="T", push_body="B", rules=OPEN)).content)
    )
    assert sent["body"].endswith("\nWiderspruch binnen 6 Wochen.")
    assert sent["bytes"]["webpush"] <= 3993
    assert max(sent["bytes"]["fcm"], sent["bytes"]["apns"]) <= 4096
    assert rendition.content == canonical_json(sent).encode()
    assert push.check(made, rendition) == []


def _keys(data: object) -> object:
    """The structure of some JSON without its texts."""
    return {key: _keys(inner) for key, inner in data.items()} if isinstance(data, dict) else None
