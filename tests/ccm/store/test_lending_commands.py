"""Lending a right and breaking a glass on the command line."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner, Result

from ccm.api.app import make_app
from ccm.api.press import Press
from ccm.cli import ccm
from ccm.store.passwords import set_password
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

PASSWORD = "a horse eats no cucumber salad"
TODAY = datetime.now(UTC).date()


@pytest.fixture
def bank(small: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """A bank whose people sign in on the command line."""
    small.now = datetime.now(UTC) - timedelta(hours=1)
    small.today = TODAY
    for login in ("carl", "nora", "paul", "bob"):
        set_password(small.home, small.who("ada"), login, PASSWORD, small.clock())
    monkeypatch.setenv("CCM_HOME", str(small.home.place))
    monkeypatch.setenv("CCM_PASSWORD", PASSWORD)
    return small


def called(*words: str) -> Result:
    return CliRunner().invoke(ccm, words)


def test_a_right_is_lent_listed_and_given_back(bank: World) -> None:
    until = str(TODAY + timedelta(days=7))
    lent = called("review", "lend", "content", "nora", "--until", until, "--as", "carl", "--json")
    assert lent.exit_code == 0, lent.output
    told = json.loads(lent.output)
    assert (told["step"], told["lender"], told["to"], told["ended_at"]) == ("content", "carl", "nora", None)
    assert told["until"] == f"{TODAY + timedelta(days=8)}T00:00:00.000000Z"
    assert "carl" in called("review", "lendings").output
    assert json.loads(called("review", "lendings", "--json").output) == [told]
    assert called("review", "end-lending", str(told["number"]), "--as", "paul").exit_code == 1
    assert called("review", "end-lending", str(told["number"]), "--as", "nora").exit_code == 0
    assert json.loads(called("review", "lendings", "--json").output)[0]["ended_at"]


def test_a_decision_with_a_lent_right_says_whose_it_is(bank: World) -> None:
    called("review", "lend", "content", "nora", "--until", str(TODAY + timedelta(days=1)), "--as", "carl")
    bank.now = datetime.now(UTC) + timedelta(seconds=1)
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    review = bank.submit("bob", ("template", "letter"))
    bank.decide("nora", review)
    (told,) = json.loads(called("review", "show", review, "--json").output)["decisions"]
    assert (told["person"], told["behalf"]) == ("nora", "carl")
    assert "nora for carl" in called("review", "show", review).output
    with closing(Press(1)) as press, signed_in(make_app(bank.home, press), bank.home, "udo") as udo:
        (vote,) = udo.get(f"/api/v1/reviews/{review}").json()["decisions"]
    assert (vote["person"], vote["behalf"]) == ("nora", "carl")


def test_a_decision_with_ones_own_right_is_on_nobodys_behalf(bank: World) -> None:
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    review = bank.submit("bob", ("template", "letter"))
    bank.decide("carl", review)
    (told,) = json.loads(called("review", "show", review, "--json").output)["decisions"]
    assert (told["person"], told["behalf"]) == ("carl", None)


def test_what_is_not_theirs_nobody_lends(bank: World) -> None:
    refused = called("review", "lend", "content", "carl", "--until", str(TODAY), "--as", "nora")
    assert refused.exit_code == 1
    assert "no reviewer for the step content" in refused.output
    assert "No right was ever lent." in called("review", "lendings").output


def test_a_glass_is_broken_and_listed(bank: World) -> None:
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    asked = ("break-glass", "letter", "--language", "en", "--brand", "ahorn", "--hours", "24")
    words = ("review", *asked, "--reason", "The number is wrong")
    assert called(*words, "--as", "bob").exit_code == 1
    assert "No glass was ever broken." in called("review", "glasses").output
    done = called(*words, "--as", "paul")
    assert done.exit_code == 0, done.output
    (told,) = json.loads(called("review", "glasses", "--json").output)
    assert told["review"] in done.output
    assert (told["opened_by"], told["open"], told["reason"]) == ("paul", True, "The number is wrong")
    bank.decide("carl", told["review"], "rejected", "not like this")
    assert json.loads(called("review", "glasses", "--json").output)[0]["open"] is False
    shown = called("review", "glasses").output
    assert "paul" in shown
    assert told["review"] in shown
