"""Two previews side by side: what differs is told piece by piece, as each channel says it."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.ccm.api.editing import RECORD, V1, Content, messages

OTHER = {**RECORD, "id": "2", "days": 2}


def compare(client: TestClient, **wish: Any) -> Any:
    answer = client.post(
        f"{V1}/preview/side-by-side", json={"template": "letter", "record": RECORD, "marks": True, **wish}
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


def told(made: Any) -> list[tuple[str, str, str]]:
    """Channel, place and kind of each difference."""
    return [(it["channel"], it["block"] or it["line"], it["kind"]) for it in made["differences"]]


def said(difference: Any) -> list[tuple[str, str]]:
    return [(it["side"], it["text"]) for it in difference["words"]]


def test_nothing_differs_where_both_sides_are_the_same(bob: TestClient) -> None:
    made = compare(bob, second={})
    assert made["differences"] == []
    assert len(messages(made["first"]["preview"])) == len(messages(made["second"]["preview"])) == 4


def test_a_value_that_differs_is_told_in_every_channel(bob: TestClient) -> None:
    made = compare(bob, second={"record": OTHER})
    assert told(made) == [(channel, "opening", "words") for channel in ("pdf", "email", "sms", "push")]
    for difference in made["differences"]:
        assert said(difference) == [("both", "You have "), ("first", "14"), ("second", "2"), ("both", " days.")]


def test_spans_lead_to_the_words_on_both_sides(bob: TestClient) -> None:
    made = compare(bob, second={"record": OTHER})
    text = {"email": "text", "sms": "text", "push": "body"}
    for difference in made["differences"][1:]:
        channel = difference["channel"]
        for side, days in (("first", "14"), ("second", "2")):
            seen = messages(made[side]["preview"])[channel][channel][text[channel]]
            assert seen[slice(*difference[f"{side}_span"])] == f"You have {days} days."


def test_a_block_that_only_one_recipient_gets_is_told(bob: TestClient, content: Content) -> None:
    words = {"en": "Hurry up.", "de": "Bitte beeilen Sie sich."}
    hurry = {"id": "hurry", "type": "text", "text": words, "short": words}
    content["body"].insert(2, {"id": "late", "type": "group", "when": "days < 7", "blocks": [hurry]})
    made = compare(bob, content=content, second={"record": OTHER}, channels=["pdf", "sms"])
    assert told(made) == [
        ("pdf", "opening", "words"),
        ("pdf", "hurry", "only-second"),
        ("sms", "opening", "words"),
        ("sms", "hurry", "only-second"),
    ]
    assert said(made["differences"][1]) == [("second", "Hurry up.")]
    back = compare(bob, content=content, record=OTHER, second={"record": RECORD}, channels=["pdf"])
    assert told(back) == [("pdf", "opening", "words"), ("pdf", "hurry", "only-first")]


def test_another_language_differs_in_all_that_is_said(bob: TestClient) -> None:
    made = compare(bob, language="en", second={"language": "de"}, channels=["email"])
    assert [it["preview"]["language"] for it in (made["first"], made["second"])] == ["en", "de"]
    assert told(made)[0] == ("email", "subject", "words")
    assert {block for _, block, _ in told(made)} >= {"headline", "opening", "notice"}


def test_message_lines_are_compared_too(bob: TestClient, content: Content) -> None:
    line = {"en": "Only {{ days | number }} days left.", "de": "Noch {{ days | number }} Tage."}
    content["messages"] = {**content["messages"], "sms": line, "push_title": line}
    made = compare(bob, content=content, second={"record": OTHER}, channels=["sms", "push"])
    assert ("sms", "message", "words") in told(made)
    assert ("push", "push_title", "words") in told(made)
    sms = messages(made["first"]["preview"])["sms"]["sms"]["text"]
    found = next(it for it in made["differences"] if it["line"] == "message")
    assert sms[slice(*found["first_span"])].endswith("Only 14 days left.")


def test_what_is_wrong_with_one_side_stands_beside_the_other(bob: TestClient) -> None:
    made = compare(bob, second={"record": {**RECORD, "days": "soon"}})
    assert made["second"]["preview"] is None
    assert [it["where"] for it in made["second"]["problems"]] == ["days"]
    assert made["first"]["preview"] is not None
    assert made["differences"] == []


@pytest.mark.parametrize("second", [{}, {"day": "2026-11-03"}])
def test_what_is_wrong_with_both_is_the_answer(bob: TestClient, second: dict[str, str]) -> None:
    wish = {"template": "letter", "record": {**RECORD, "days": "soon"}, "second": second}
    answer = bob.post(f"{V1}/preview/side-by-side", json=wish)
    assert answer.status_code == 422
    assert [it["where"] for it in answer.json()["problems"]] == ["days"]
