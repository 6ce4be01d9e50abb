"""Signing in over the real store: who gets in, how often one may try, how long it lasts, and what is written down."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from ccm.signing_in.passwords import needs_new_hash
from ccm.signing_in.throttle import FIRST
from ccm.store.actor import Given
from ccm.store.auditing import export
from ccm.store.founding import found
from ccm.store.people import add_person, disable, grant, people, revoke
from ccm.store.signing_in import Opened, continued, of_session, proven, rotated, sign_in, sign_out
from content_blocks.problem import Refused
from templates_store.database import select
from templates_store.tables import Attempt, Person, SessionOf
from tests.ccm.store.entering import PASSWORD, WRONG, entries, knows, refusal
from tests.ccm.store.world import World, world

HOME, OFFICE = "192.0.2.7", "198.51.100.20"


def enter(bank: World, login: str = "bob", password: str = PASSWORD, address: str = "") -> Opened:
    return sign_in(bank.home, login, password, address, bank.clock())


def rows(bank: World, table: type) -> int:
    with bank.home.reading() as session:
        return len(session.exec(select(table)).all())


def test_who_knows_the_password_is_in(bank: World) -> None:
    knows(bank, "bob")
    opened = enter(bank)
    assert opened.actor == bank.who("bob")
    assert of_session(bank.home, opened.token, bank.clock()) == opened.actor
    assert enter(bank, " Bob ").actor == opened.actor  # as phones write it
    assert proven(bank.home, "bob", PASSWORD, now=bank.clock()) == opened.actor


KEPT_OUT = {
    "a wrong password": ("bob", WRONG),
    "no password": ("bob", ""),
    "an unknown login": ("bert", PASSWORD),
    "somebody who has none": ("carl", PASSWORD),
    "somebody who has none, without one": ("carl", ""),
    "somebody who was shut out": ("dora", PASSWORD),
    "what no database can hold": ("bob\0", PASSWORD),
    "half a character": ("\ud800", "\ud800" * 20),
    "a password without end": ("bob", "x" * 100_000),
}


@pytest.mark.parametrize(("login", "password"), KEPT_OUT.values(), ids=KEPT_OUT)
def test_everybody_else_gets_the_same_answer(bank: World, login: str, password: str) -> None:
    knows(bank, "bob", "dora")
    disable(bank.home, bank.who("ada"), "dora", now=bank.clock())
    assert refusal(enter, bank, login, password) == "sign-in-wrong"
    assert rows(bank, SessionOf) == 0


def test_the_log_tells_who_came_and_never_what_was_typed(bank: World) -> None:
    knows(bank, "bob")
    typed = ["bob", "bert", PASSWORD, "bert@example.com"]
    for login in typed:
        assert refusal(enter, bank, login, WRONG, HOME) == "sign-in-wrong"
    sign_out(bank.home, enter(bank, address=HOME).token, bank.clock())
    last = [(entry["what"], entry["person"]) for entry in entries(bank)[-6:]]
    bob = bank.who("bob").id
    failed = [("sign-in-failed", bob), *[("sign-in-failed", None)] * 3]
    assert last == [*failed, ("signed-in", bob), ("signed-out", bob)]
    written = "\n".join(json.dumps(entry) for entry in entries(bank)[-6:])
    assert not [said for said in [*typed, WRONG, HOME, "Bob"] if said in written]


def test_nothing_that_is_kept_gives_away_a_secret(bank: World) -> None:
    knows(bank, "bob")
    token = enter(bank, address=HOME).token
    assert refusal(enter, bank, PASSWORD, WRONG, HOME) == "sign-in-wrong"
    with bank.home.reading() as session:
        kept = [it.model_dump_json() for table in (SessionOf, Attempt) for it in session.exec(select(table)).all()]
    assert len(kept) == 2
    assert not [said for said in (token, PASSWORD, HOME) for row in kept if said in row]


def test_after_five_failures_a_login_waits_and_longer_each_time(bank: World) -> None:
    knows(bank, "bob", "carl")
    at = bank.clock()

    def attempt(password: str, seconds: int, login: str = "bob") -> str:
        return refusal(sign_in, bank.home, login, password, "", at + timedelta(seconds=seconds))

    assert [attempt(WRONG, 0) for _ in range(FIRST)] == ["sign-in-wrong"] * FIRST
    assert attempt(PASSWORD, 0) == "sign-in-wait"  # not even the right one
    assert attempt(WRONG, 0, "carl") == "sign-in-wrong"  # it is not for others
    assert attempt(WRONG, 1) == "sign-in-wrong"
    assert attempt(PASSWORD, 2) == "sign-in-wait"
    assert attempt(PASSWORD, 3) == ""
    assert attempt(WRONG, 3) == "sign-in-wrong"  # and the failures before are forgotten


def test_a_login_that_nobody_has_waits_just_the_same(bank: World) -> None:
    at = bank.clock()
    found = [refusal(sign_in, bank.home, "bert", WRONG, "", at) for _ in range(FIRST + 1)]
    assert found == ["sign-in-wrong"] * FIRST + ["sign-in-wait"]


def test_the_wait_is_told_in_whole_seconds(small: World) -> None:
    at = small.clock()
    for _ in range(FIRST):
        assert refusal(sign_in, small.home, "bert", WRONG, "", at) == "sign-in-wrong"
    with pytest.raises(Refused) as caught:
        sign_in(small.home, "bert", WRONG, "", at + timedelta(milliseconds=1))
    assert caught.value.problems[0].params == {"seconds": 1}


def failed(bank: World, count: int, address: str) -> None:
    """Failures of as many logins from one address, without the work of making them."""
    for number in range(count):
        before = refusal(sign_in, bank.home, f"guess{number}", WRONG, address, bank.now)
        assert before in ("sign-in-wrong", "sign-in-wait")


def test_who_tries_all_logins_waits_by_address_and_only_there(small: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ccm.store.attempts.FIRST_OF_ADDRESS", 8)
    knows(small, "bob")
    failed(small, 8, HOME)
    assert refusal(sign_in, small.home, "bob", PASSWORD, HOME, small.now) == "sign-in-wait"
    assert refusal(sign_in, small.home, "bob", PASSWORD, OFFICE, small.now) == ""
    assert refusal(sign_in, small.home, "bob", PASSWORD, "", small.now) == ""


def test_an_own_login_does_not_make_an_address_good(small: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ccm.store.attempts.FIRST_OF_ADDRESS", 6)
    knows(small, "bob", "carl")
    failed(small, 5, HOME)
    sign_in(small.home, "bob", PASSWORD, HOME, small.now)
    failed(small, 1, HOME)
    assert refusal(sign_in, small.home, "carl", PASSWORD, HOME, small.now) == "sign-in-wait"


def test_a_whole_ipv6_network_counts_as_one_address(small: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ccm.store.attempts.FIRST_OF_ADDRESS", 4)
    for number in range(4):
        assert refusal(sign_in, small.home, f"x{number}", WRONG, f"2001:db8:1:2::{number}", small.now) != "sign-in-wait"
    assert refusal(sign_in, small.home, "bert", WRONG, "2001:db8:1:2:ffff::9", small.now) == "sign-in-wait"
    assert refusal(sign_in, small.home, "bert", WRONG, "2001:db8:1:3::9", small.now) == "sign-in-wrong"
    assert refusal(sign_in, small.home, "bert", WRONG, "not an address", small.now) == "sign-in-wrong"


def test_failures_are_gone_after_a_day(small: World) -> None:
    for _ in range(FIRST):
        assert refusal(sign_in, small.home, "bert", WRONG, HOME, small.now) == "sign-in-wrong"
    assert refusal(sign_in, small.home, "other", WRONG, "", small.now + timedelta(days=1)) == "sign-in-wrong"
    assert rows(small, Attempt) == 1


def test_twenty_at_once_get_no_more_tries_than_one(tmp_path: Path) -> None:
    """On a real PostgreSQL: an attempt counts before its password is looked at, so nobody gains by being many."""
    bank = world("postgresql", tmp_path)
    knows(bank, "bob")
    at = bank.clock()

    def attempt(_: int) -> str:
        return refusal(sign_in, bank.home, "bob", WRONG, HOME, at)

    with ThreadPoolExecutor(20) as threads:
        found = sorted(threads.map(attempt, range(40)))
    assert found == ["sign-in-wait"] * (40 - FIRST) + ["sign-in-wrong"] * FIRST
    assert sum(entry["what"] == "sign-in-failed" for entry in entries(bank)) == FIRST
    bank.home.database.engine.dispose()


def test_a_hash_of_yesterday_is_made_anew(small: World) -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    assert needs_new_hash(old)
    knows(small, "bob", kept=old)
    enter(small)
    with small.home.reading() as session:
        kept = session.exec(select(Person.password).where(Person.login == "bob")).one()
    assert kept != old
    assert not needs_new_hash(kept)
    assert enter(small).actor.login == "bob"


def after(opened: Opened, bank: World, begun: datetime, *minutes: float) -> str:
    """What is refused at the last of some visits, which come so many minutes after the session began."""
    found = ""
    for each in minutes:
        found = refusal(of_session, bank.home, opened.token, begun + timedelta(minutes=each))
    return found


LASTS = {
    "not half an hour away": ((29.9,), ""),
    "half an hour away": ((30,), "session-over"),
    "away for a while, but back": ((20, 40, 60, 80), ""),
    "too long away after that": ((20, 40, 71), "session-over"),
    "a look within a minute is no sign": ((0.9, 30.5), "session-over"),
    "busy for almost twelve hours": ((*range(20, 720, 20), 719), ""),
    "busy for twelve hours": ((*range(20, 720, 20), 720), "session-over"),
}


@pytest.mark.parametrize(("minutes", "code"), LASTS.values(), ids=LASTS)
def test_how_long_a_session_lasts(small: World, minutes: tuple[float, ...], code: str) -> None:
    knows(small, "bob")
    begun = small.clock()
    assert after(sign_in(small.home, "bob", PASSWORD, now=begun), small, begun, *minutes) == code


def test_signing_out_ends_this_session_and_no_other(bank: World) -> None:
    knows(bank, "bob")
    here, there = enter(bank), enter(bank)
    assert here.token != there.token
    sign_out(bank.home, here.token, bank.clock())
    sign_out(bank.home, here.token, bank.clock())  # once more changes nothing
    assert refusal(of_session, bank.home, here.token, bank.clock()) == "session-over"
    assert of_session(bank.home, there.token, bank.clock()).login == "bob"


def test_a_secret_of_nobody_is_over(bank: World) -> None:
    for token in ("", "0" * 64, "\ud800", "\0"):
        assert refusal(of_session, bank.home, token, bank.clock()) == "session-over"
        assert refusal(rotated, bank.home, token, bank.clock()) == "session-over"


def test_a_new_secret_makes_the_old_one_worthless_and_no_more_time(bank: World) -> None:
    knows(bank, "bob")
    begun = bank.clock()
    first = sign_in(bank.home, "bob", PASSWORD, now=begun)
    second = rotated(bank.home, first.token, begun + timedelta(minutes=20))
    assert refusal(of_session, bank.home, first.token, begun + timedelta(minutes=21)) == "session-over"
    assert refusal(rotated, bank.home, first.token, begun + timedelta(minutes=21)) == "session-over"
    assert after(second, bank, begun, *range(40, 720, 20), 719) == ""
    assert after(second, bank, begun, 720) == "session-over"


def test_another_role_takes_another_secret(bank: World) -> None:
    knows(bank, "bob")
    first = enter(bank)
    assert continued(bank.home, first.token, bank.clock()) == first
    number = grant(bank.home, bank.who("ada"), "bob", Given("auditor"), now=bank.clock())
    assert of_session(bank.home, first.token, bank.clock()).has("auditor")
    second = continued(bank.home, first.token, bank.clock())
    assert second.token != first.token
    assert refusal(of_session, bank.home, first.token, bank.clock()) == "session-over"
    revoke(bank.home, bank.who("ada"), number, now=bank.clock())
    third = continued(bank.home, second.token, bank.clock())
    assert third.token not in (first.token, second.token)
    assert not third.actor.has("auditor")


def test_who_is_shut_out_is_out_at_once(bank: World) -> None:
    knows(bank, "bob")
    opened = enter(bank)
    disable(bank.home, bank.who("ada"), "bob", now=bank.clock())
    assert refusal(of_session, bank.home, opened.token, bank.clock()) == "session-over"
    assert rows(bank, SessionOf) == 0


def test_sessions_that_are_long_over_are_cleared(small: World) -> None:
    knows(small, "bob")
    enter(small)
    small.now += timedelta(hours=12)
    enter(small)
    assert rows(small, SessionOf) == 1


def test_another_organisation_in_the_same_database_knows_nothing_of_it(bank: World) -> None:
    knows(bank, "bob")
    address = bank.home.database.engine.url.render_as_string(hide_password=False)
    settings = {
        "CCM_HOME": str(bank.home.place),
        "CCM_DATABASE_URL": address.replace("postgresql+psycopg", "postgresql"),
    }
    other = found("linde", "Linde Bank", settings, bank.clock())
    opened, at = enter(bank), bank.clock()
    assert refusal(sign_in, other, "bob", PASSWORD, now=at) == "sign-in-wrong"
    for use in (of_session, continued, rotated):
        assert refusal(use, other, opened.token, at) == "session-over"
    sign_out(other, opened.token, at)
    for _ in range(FIRST):
        refusal(sign_in, other, "bob", WRONG, HOME, at)
    assert refusal(sign_in, other, "bob", WRONG, HOME, at) == "sign-in-wait"
    assert refusal(sign_in, bank.home, "bob", WRONG, HOME, at) == "sign-in-wrong"
    assert of_session(bank.home, opened.token, at).login == "bob"
    other.database.engine.dispose()


NOBODY = {
    "no name": ("emil", "", "", "person-name"),
    "a name in two lines": ("emil", "Emil\nAhrens", "", "person-name"),
    "half a character": ("emil", "\ud800", "", "person-name"),
    "an address no database can hold": ("emil", "Emil", "emil@example.com\0", "person-name"),
    "a name without end": ("emil", "E" * 201, "", "person-name"),
    "no login": ("Emil Ahrens", "Emil", "", "login-form"),
    "a login that is taken": ("bob", "Bob", "", "login-taken"),
}


@pytest.mark.parametrize(("login", "name", "email", "code"), NOBODY.values(), ids=NOBODY)
def test_what_nobody_is_called(small: World, login: str, name: str, email: str, code: str) -> None:
    assert refusal(add_person, small.home, small.who("ada"), login, name, email, small.clock()) == code


@pytest.mark.parametrize("given", [Given("auditor", ""), Given("auditor", "*\0"), Given("reviewer", step="x\n")])
def test_where_nobody_has_a_role(small: World, given: Given) -> None:
    assert refusal(grant, small.home, small.who("ada"), "nora", given, small.clock()) == "role-area"


def test_the_log_of_people_names_no_address_of_theirs(bank: World) -> None:
    add_person(bank.home, bank.who("ada"), "emil", "Emil Ahrens", "emil@example.com", now=bank.clock())
    grant(bank.home, bank.who("ada"), "emil", Given("auditor"), now=bank.clock())
    assert [it.name for it in people(bank.home) if it.login == "emil"] == ["Emil Ahrens"]
    assert "Ahrens" not in "".join(export(bank.home))
    assert "example.com" not in "".join(export(bank.home))
