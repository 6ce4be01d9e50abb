"""`ccm review comment|comments|since|invite|uninvite|opinions`, as somebody types them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ccm.cli import ccm
from ccm.store.inviting import give_opinion
from ccm.store.passwords import set_password
from tests.ccm.store.world import World

PASSWORD = "four words of my own"


@pytest.fixture
def typing(small: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """The bank, where everybody who types has a password and the clock is the real one."""
    for login in ("bob", "carl", "cora"):
        set_password(small.home, small.who("ada"), login, PASSWORD)
    monkeypatch.setenv("CCM_HOME", str(small.home.place))
    monkeypatch.setenv("CCM_PASSWORD", PASSWORD)
    monkeypatch.setenv("LANGUAGE", "en")
    return small


def types(*words: str, exit_code: int = 0) -> Result:
    result = CliRunner().invoke(ccm, ["review", *words])
    assert result.exit_code == exit_code, result.output
    return result


def told(*words: str) -> Any:
    return json.loads(types(*words, "--json").stdout)


def in_review(bank: World) -> str:
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    return bank.submit("bob", ("template", "letter"))


PLACE = ("--block", "opening", "--field", "text", "--language", "en", "--quote", "There are")


def test_a_comment_and_what_becomes_of_it(typing: World) -> None:
    review = in_review(typing)
    thread = told("comment", review, "How many?", *PLACE, "--as", "carl")["thread"]
    types("comment", review, "See below.", "--reply", thread, "--as", "bob")
    types("comment", review, "--resolve", thread, "--as", "carl")
    typing.edit("bob", "template", "letter", ("There are", "There remain"))
    shown = types("comments", review).stdout
    assert f"{thread} · resolved · template/letter opening text en: “There are”, now “There remain”" in shown
    assert "carl: How many?" in shown
    assert "bob: See below." in shown
    (found,) = told("comments", review)
    assert (found["open"], found["place"]["found"]) == (False, "edited")
    assert [it["kind"] for it in found["entries"]] == ["said", "said", "resolved"]


def test_a_comment_on_a_draft(typing: World) -> None:
    types("comment", "block/notice", "Too long.", "--field", "short", "--language", "de", "--as", "bob")
    assert "block/notice short de" in types("comments", "block/notice").stdout
    assert types("comments", "block/none", exit_code=1).stderr


def test_which_item_is_meant_has_to_be_said_where_there_are_several(typing: World) -> None:
    typing.edit("law", "template", "reminder", ("You have", "There are"), version="1.1")
    typing.edit("law", "template", "letter", ("You have", "There are"), version="1.1")
    review = typing.submit("law", ("template", "letter"), ("template", "reminder"))
    assert "--in" in types("comment", review, "How many?", *PLACE, "--as", "carl", exit_code=2).stderr
    types("comment", review, "How many?", *PLACE, "--in", "template/reminder", "--as", "carl")
    assert "template/reminder opening" in types("comments", review).stdout


def test_one_thing_at_a_time(typing: World) -> None:
    review = in_review(typing)
    for words in (("--reply", "c-1", "--resolve", "c-1"), ("--reopen", "c-1", "--block", "opening")):
        types("comment", review, "Well.", *words, "--as", "carl", exit_code=2)


def test_what_is_new_since_a_look(typing: World) -> None:
    review = in_review(typing)
    types("comment", review, "How many?", "--as", "cora")
    first = types("since", review, "--as", "carl").stdout
    assert "You have not looked yet." in first
    assert "There are" in first
    assert "cora: How many?" in first
    second = types("since", review, "--as", "carl").stdout
    assert "template/letter 1.1: as you have seen it." in second
    assert "How many?" not in second
    assert told("since", review, "--as", "carl")["items"][0]["against"] == "seen"


def test_a_guest_from_the_invitation_to_its_end(typing: World) -> None:
    review = in_review(typing)
    assert "Nobody was invited." in types("opinions", review).stdout
    token = types("invite", review, "Zoë, auditors", "--days", "3", "--as", "carl").stdout.strip()
    give_opinion(typing.home, token, "against", "Too curt.")
    shown = types("opinions", review).stdout
    assert "Zoë, auditors" in shown
    assert "Too curt." in shown
    (opinion,) = told("opinions", review)["opinions"]
    assert opinion["stance"] == "against"
    types("uninvite", opinion["invitation"], "--as", "bob", exit_code=1)
    types("uninvite", opinion["invitation"], "--as", "carl")
    assert told("opinions", review)["invitations"][0]["ended"]


def test_a_review_of_one_language(typing: World) -> None:
    text = typing.text("template", "letter").decode().replace("You have", "There are").replace("'1.0'", "'1.1'")
    typing.save("bob", "template", "letter", text)
    types("submit", "template/letter", "--as", "bob", exit_code=1)
    found = told("submit", "template/letter", "--language", "en", "--as", "bob")
    assert found["languages"] == ["en"]
    assert {it["language"] for it in found["bundles"]} == {"en"}
    assert "Only in" in types("show", found["id"]).stdout
