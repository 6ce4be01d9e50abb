"""Previews while somebody writes: of what is not saved, in every channel, with everything to look at it by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from ccm.api.app import make_app
from ccm.api.press import Press
from content_blocks.document import CHANNELS
from content_blocks.stamp import stamp
from content_blocks.yaml_source import write_yaml
from tests.ccm.api.conftest import signed_in
from tests.ccm.api.editing import RECORD, V1, Content, ask, messages, refused, say, stored
from tests.ccm.store.world import World


def test_what_is_written_is_seen_before_it_is_saved(bob: TestClient, content: Content) -> None:
    made = ask(bob, content=say(content, "We give you {{ days | number }} days."))
    assert [message["channel"] for message in made["messages"]] == list(CHANNELS)
    assert all("We give you 14 days." in messages(made)[channel]["text"] for channel in ("email", "sms", "push"))
    assert "You have 14 days." in messages(ask(bob))["sms"]["text"]


def test_it_has_the_bytes_and_the_hash_that_it_has_once_it_is_saved(
    bob: TestClient, every: World, content: Content
) -> None:
    written = say({**content, "version": "1.1"}, "We give you {{ days | number }} days.")
    before = ask(bob, content=written, marks=True, pictures=True, check=True)
    every.save("law", "template", "letter", write_yaml(written))
    after = ask(bob)
    assert before["bundle"] == after["bundle"]
    assert [it["content"] for it in before["messages"]] == [it["content"] for it in after["messages"]]


def test_the_owner_of_a_clause_sees_it_in_a_template_before_it_is_saved(bob: TestClient, every: World) -> None:
    block = stored(every, "block", "notice")
    words: Any = {"en": "You may object within three months.", "de": "Sie können binnen drei Monaten widersprechen."}
    wording = stamp({**block, "short": words, "long": [{"id": "text", "type": "text", "text": words}]}, "en")
    newer = {**wording, "version": "1.1", "effective": {"from": "2026-06-01"}}
    for written in (wording, newer):
        assert "three months" in messages(ask(bob, block=written))["sms"]["text"]
    later = {**newer, "effective": {"from": "2099-01-01"}}
    assert "two months" in messages(ask(bob, block=later))["sms"]["text"]
    assert "three months" in messages(ask(bob, block=later, day="2099-01-01"))["sms"]["text"]
    assert "two months" in messages(ask(bob))["sms"]["text"]


def test_a_template_that_nobody_has_saved_can_be_seen(bob: TestClient, content: Content) -> None:
    written = {**say(content, "Something new."), "template": "novelty"}
    answer = bob.post(f"{V1}/preview", json={"template": "novelty", "record": RECORD, "content": written})
    assert "Something new." in messages(answer.json())["sms"]["text"]


BREAKS: list[tuple[str, Callable[[Content], object], list[tuple[str, str]]]] = [
    (
        "an expression without an end",
        lambda it: it["body"][1].update(text="{{ days"),
        [("templates/letter.yaml body.opening.text", "text-stray-braces")],
    ),
    ("a field that there is not", lambda it: it.update(x=1), [("templates/letter.yaml x", "field-not-known")]),
    (
        "another name",
        lambda it: it.update(template="reminder"),
        [("templates/letter.yaml template", "item-name-differs")],
    ),
    (
        "a number with a fraction",
        lambda it: it["body"][0].update(level=1.0),
        [("templates/letter.yaml body.headline.level", "field-value")],
    ),
    (
        "nothing where a text belongs",
        lambda it: it["messages"].update(sms=None),
        [("templates/letter.yaml messages.sms", "field-value")],
    ),
    (
        "half a character",
        lambda it: it["body"][0].update(text="\ud83d"),
        [("templates/letter.yaml body.headline.text", "field-value")],
    ),
    (
        "a clause that there is not",
        lambda it: it["body"][2].update(block="no-such"),
        [("templates/letter.yaml body.notice blocks/no-such", "item-unknown")],
    ),
]


@pytest.mark.parametrize(("what", "spoil", "expected"), BREAKS, ids=[what for what, *_ in BREAKS])
def test_what_cannot_be_read_is_told_by_its_place(
    bob: TestClient, content: Content, what: str, spoil: Callable[[Content], object], expected: list[tuple[str, str]]
) -> None:
    del what
    spoil(content)
    assert refused(bob, content=content) == expected


def test_nobody_sees_through_it_what_they_may_not_see(every: World, press: Press, content: Content) -> None:
    block = stored(every, "block", "notice")
    app = make_app(every.home, press)
    with signed_in(app, every.home, "nora") as nora:
        answer = nora.post(f"{V1}/preview", json={"template": "letter", "record": RECORD, "content": content})
        assert answer.status_code == 403
    with signed_in(app, every.home, "bob") as bob:
        answer = bob.post(
            f"{V1}/preview", json={"template": "letter", "record": RECORD, "block": {**block, "block": 1}}
        )
        assert answer.status_code == 422


def test_nothing_of_what_is_written_is_kept(bob: TestClient, every: World, content: Content) -> None:
    before = [path.read_bytes() for path in sorted(every.home.place.rglob("*.db*"))]
    ask(bob, content=say(content, "Fingerhut und Kolibri."), marks=True, check=True)
    after = [path.read_bytes() for path in sorted(every.home.place.rglob("*.db*"))]
    assert not any(b"Fingerhut" in stored for stored in (*before, *after))


def test_the_checks_say_where_to_jump(bob: TestClient, content: Content) -> None:
    content["body"][0]["text"] = {"en": "Your letter"}
    content["body"][1]["text"]["en"] = "You have {{ days | number }} day(s)."
    found = ask(bob, content=content, check=True, channels=["sms"], language="en")["checks"]
    assert [(it["region"], it["block"], it["field"], it["code"]) for it in found] == [
        ("body", "headline", "text", "text-language-missing"),
        ("body", "opening", "text", "text-stale"),
    ]
    assert all(it["where"].startswith("templates/letter.yaml ") and it["message"] for it in found)
    assert ask(bob, check=True, channels=["sms"])["checks"] == []
    assert ask(bob, channels=["sms"])["checks"] is None


def test_what_cannot_be_composed_is_told_with_what_the_checks_find(bob: TestClient, content: Content) -> None:
    content["body"][1]["text"] = {"en": "You have {{ dayz | number }} days.", "de": "{{ days | number }} Tage"}
    found = refused(bob, content=content, check=True, language="en")
    assert found == [
        ("body.opening", "value-missing"),
        ("templates/letter.yaml body.opening.text", "path-unknown"),
        ("templates/letter.yaml body.opening.text", "text-unstamped"),
    ]


def test_files_stay_behind_where_nobody_wants_them(bob: TestClient) -> None:
    made = messages(ask(bob, files=False, marks=True))
    assert {message["content"] for message in made.values()} == {""}
    assert made["pdf"]["measures"]["bytes"] > 0


def test_a_persona_can_be_looked_at_with_what_is_written(bob: TestClient, content: Content) -> None:
    made = ask(bob, record=None, persona="plain", content=say(content, "Dear {{ days | number }}."), channels=["sms"])
    assert "Dear 14." in messages(made)["sms"]["text"]


def test_what_is_approved_can_be_looked_at_with_a_new_wording(bob: TestClient, every: World) -> None:
    block = stored(every, "block", "notice")
    words: Any = {"en": "You may object.", "de": "Sie können widersprechen."}
    wording = stamp({**block, "short": words, "version": "1.1"}, "en")
    record = {name: value for name, value in RECORD.items() if name != "token"}  # the approved dictionary has none
    made = ask(bob, record=record, block=wording, draft=False, channels=["sms"], day="2026-11-03")
    assert "You may object." in messages(made)["sms"]["text"]


def test_what_is_approved_is_seen_where_no_draft_is_wanted(bob: TestClient, every: World) -> None:
    every.edit("law", "template", "letter", ("You have", "There are"), version="1.1")
    record = {name: value for name, value in RECORD.items() if name != "token"}  # the approved dictionary has none
    drafted = ask(bob, channels=["sms"])
    approved = ask(bob, record=record, channels=["sms"], draft=False, day="2026-11-03", check=True)
    assert "There are 14 days." in messages(drafted)["sms"]["text"]
    assert "You have 14 days." in messages(approved)["sms"]["text"]
    assert (drafted["version"], approved["version"], approved["checks"]) == ("1.1", "1.0", [])


def test_what_was_saved_meanwhile_is_seen(bob: TestClient, every: World, content: Content) -> None:
    """A child remembers a library only as long as nothing is written."""
    written = say(content, "We give you {{ days | number }} days.")
    assert "two months" in messages(ask(bob, content=written, channels=["sms"]))["sms"]["text"]
    every.edit("law", "block", "notice", ("two months", "four months"), version="1.1")
    assert "four months" in messages(ask(bob, content=written, channels=["sms"]))["sms"]["text"]


def test_one_message_alone_still_comes_as_it_is(bob: TestClient, content: Content) -> None:
    answer = bob.post(
        f"{V1}/preview",
        json={"template": "letter", "record": RECORD, "channels": ["pdf"], "content": content},
        headers={"Accept": "application/pdf"},
    )
    assert answer.content.startswith(b"%PDF")
