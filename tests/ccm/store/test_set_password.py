"""Setting passwords: who may, which are good enough, and what it ends."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ccm.signing_in.throttle import FIRST
from ccm.store.actor import Given
from ccm.store.founding import found
from ccm.store.identities import link_identity
from ccm.store.passwords import set_password
from ccm.store.people import add_person, grant
from ccm.store.signing_in import of_session, sign_in
from tests.ccm.store.entering import PASSWORD, WRONG, entries, knows, refusal, refusals
from tests.ccm.store.world import START, World

NEW = "drei grüne Schirme am Fenster"


def change(bank: World, by: str, login: str, password: str = NEW, old: str = "") -> list[str]:
    return refusals(set_password, bank.home, bank.who(by), login, password, bank.clock(), old=old)


def test_ones_own_takes_the_one_before(bank: World) -> None:
    knows(bank, "bob")
    assert change(bank, "bob", "bob", old=WRONG) == ["sign-in-wrong"]
    assert change(bank, "bob", "bob") == ["sign-in-wrong"]
    assert refusal(sign_in, bank.home, "bob", NEW, now=bank.clock()) == "sign-in-wrong"
    assert change(bank, "bob", "bob", old=PASSWORD) == []
    assert refusal(sign_in, bank.home, "bob", PASSWORD, now=bank.clock()) == "sign-in-wrong"
    assert sign_in(bank.home, "bob", NEW, now=bank.clock()).actor == bank.who("bob")


def test_an_administrator_sets_that_of_others_and_nobody_else_does(bank: World) -> None:
    knows(bank, "ada", "bob")
    for by in ("bob", "law", "carl", "paul", "olga", "udo", "nora"):
        assert change(bank, by, "cora") == ["role-missing-for"]
    assert change(bank, "ada", "cora") == []
    assert sign_in(bank.home, "cora", NEW, now=bank.clock()).actor == bank.who("cora")
    assert change(bank, "ada", "ada") == ["sign-in-wrong"]  # their own takes the one before as well
    assert change(bank, "ada", "bert") == ["person-unknown"]


def test_who_has_none_gets_the_first_from_an_administrator(bank: World) -> None:
    """Otherwise a borrowed browser would be enough to stay in for good."""
    assert change(bank, "bob", "bob") == ["sign-in-wrong"]
    assert change(bank, "ada", "bob") == []


NOT_GOOD_ENOUGH = {
    "short": ("vier Stühle", "password-too-short"),
    "known": ("passwortpasswort", "password-guessable"),
    "one's own name": ("nora nora nora nora", "password-guessable"),
    "endless": ("x" * 5000, "password-too-long"),
    "not to be typed": ("vier braune\0Stühle im Regen", "password-unwritable"),
}


@pytest.mark.parametrize(("password", "code"), NOT_GOOD_ENOUGH.values(), ids=NOT_GOOD_ENOUGH)
def test_a_password_has_to_be_good_enough(small: World, password: str, code: str) -> None:
    knows(small, "nora")
    assert change(small, "nora", "nora", password, old=PASSWORD) == [code]
    assert change(small, "ada", "nora", password) == [code]
    assert refusal(sign_in, small.home, "nora", PASSWORD, now=small.clock()) == ""


def test_a_new_password_ends_every_session_of_that_person_only(bank: World) -> None:
    knows(bank, "bob", "carl")
    opened = [sign_in(bank.home, login, PASSWORD, now=bank.clock()).token for login in ("bob", "bob", "carl")]
    assert change(bank, "bob", "bob", old=PASSWORD) == []
    found = [refusal(of_session, bank.home, token, bank.clock()) for token in opened]
    assert found == ["session-over", "session-over", ""]
    assert change(bank, "ada", "carl") == []
    assert refusal(of_session, bank.home, opened[2], bank.clock()) == "session-over"


def test_guessing_the_one_before_waits_as_signing_in_does(small: World) -> None:
    knows(small, "bob")
    bob, at = small.who("bob"), small.clock()
    tries = [refusal(set_password, small.home, bob, "bob", NEW, at, old=WRONG) for _ in range(FIRST + 1)]
    assert tries == ["sign-in-wrong"] * FIRST + ["sign-in-wait"]
    assert refusal(sign_in, small.home, "bob", PASSWORD, now=at) == "sign-in-wait"
    assert refusal(sign_in, small.home, "bob", PASSWORD, now=at + timedelta(seconds=1)) == ""


def test_the_log_says_whose_it_was_and_who_did_it(bank: World) -> None:
    change(bank, "ada", "bob")
    entry = entries(bank)[-1]
    assert (entry["what"], entry["person"]) == ("password-set", bank.who("ada").id)
    assert entry["details"] == {"person": bank.who("bob").id}


def test_the_first_administrator_gets_one_from_whoever_runs_the_machine(tmp_path: Path) -> None:
    home = found("linde", "Linde Bank", {"CCM_HOME": str(tmp_path)}, START)
    add_person(home, None, "ada", "Ada", now=START)
    grant(home, None, "ada", Given("admin"), now=START)
    assert refusals(set_password, home, None, "ada", NEW, START) == []
    assert refusals(set_password, home, None, "ada", PASSWORD, START) == ["role-missing-for"]
    assert sign_in(home, "ada", NEW, now=START).actor.has("admin")
    home.database.engine.dispose()


def test_an_administrator_who_signs_in_elsewhere_is_one_who_can(small: World) -> None:
    link_identity(small.home, small.who("ada"), "ada", "https://id.example", "17", small.clock())
    assert refusals(set_password, small.home, None, "ada", NEW, small.clock()) == ["role-missing-for"]


def test_who_set_a_password_may_have_written_with_it(bank: World) -> None:
    """Until its owner has set one that nobody else has seen."""
    assert change(bank, "ada", "bob") == []
    bank.edit("bob", "template", "letter", ("Your letter", "A letter"), version="1.1")
    first = bank.submit("bob", ("template", "letter"))
    assert bank.review(first).facts.authors == {bank.who("bob").id, bank.who("ada").id}
    bank.decide("bob", first, "withdrawn")
    assert change(bank, "bob", "bob", "fünf blaue Schirme im Flur", old=NEW) == []
    bank.edit("bob", "template", "reminder", ("Your reminder", "A reminder of yours"), version="1.1")
    second = bank.submit("bob", ("template", "reminder"))
    assert bank.review(second).facts.authors == {bank.who("bob").id}
