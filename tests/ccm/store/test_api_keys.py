"""API keys: what a program may do with one, for how long, and what takes a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from ccm.store.access import (
    refuse_administering,
    refuse_auditing,
    refuse_publishing,
    refuse_rendering,
    refuse_running,
)
from ccm.store.actor import ROLES, SCOPES, Actor, Given
from ccm.store.api_keys import end_key, keys, make_key, of_key
from ccm.store.deciding import decide
from ccm.store.identities import link_identity, unlink_identity
from ccm.store.passwords import set_password
from ccm.store.people import add_person, disable, grant, people, revoke
from ccm.store.retiring import postpone, retire, take_back
from ccm.store.saving import Delivered, save
from ccm.store.submitting import Wanted, submit
from content_blocks.change_class import ORDER
from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from templates_store.database import select
from templates_store.tables import ApiKey
from tests.ccm.store.entering import PASSWORD, entries, refusal, refusals
from tests.ccm.store.world import World

EVERY = tuple(
    Given(role, step="content" if role == "reviewer" else "", changes=tuple(ORDER[1:]) if role == "author" else ())
    for role in ROLES
)


def program(bank: World, login: str, *scopes: str, days: int = 30) -> Actor:
    """A program that acts for somebody."""
    shown = make_key(bank.home, bank.who(login), "billing", scopes or SCOPES, days, bank.clock())
    return of_key(bank.home, shown, bank.clock())


def everything(bank: World, login: str) -> None:
    """Give somebody every role there is."""
    for given in EVERY:
        grant(bank.home, bank.who("ada"), login, given, now=bank.clock())


def draft(bank: World) -> bytes:
    """The letter in other words, as a file."""
    content = read_yaml(bank.text("template", "letter").decode().replace("You have", "There are")).content
    return write_yaml(stamp({**content, "version": "1.1"}, "en")).encode()


def test_a_key_acts_for_its_person_and_is_shown_once(bank: World) -> None:
    shown = make_key(bank.home, bank.who("bob"), " billing ", ["write", "read"], 30, bank.clock())
    found = of_key(bank.home, shown, bank.clock())
    assert (found.id, found.by_key, found.scopes) == (bank.who("bob").id, True, frozenset({"read", "write"}))
    (known,) = keys(bank.home)
    assert (known.name, known.login, known.made_by, known.scopes) == ("billing", "bob", "bob", found.scopes)
    assert (known.expires - known.made_at, known.ended) == (timedelta(days=30), None)
    secret = shown.rpartition("_")[2]
    with bank.home.reading() as session:
        kept = session.exec(select(ApiKey)).one().model_dump_json()
    assert secret not in kept
    assert secret not in str(entries(bank))
    assert shown.startswith(f"ccm_{known.prefix}_")


UNFIT = {
    "no name": (("  ", ["read"], 30), ["key-name"]),
    "a long name": (("x" * 101, ["read"], 30), ["key-name"]),
    "a name with a line in it": (("x\ny", ["read"], 30), ["key-name"]),
    "no scope": (("x", [], 30), ["key-scopes"]),
    "a scope there is not": (("x", ["read", "approve"], 30), ["key-scopes"]),
    "no day": (("x", ["read"], 0), ["key-days"]),
    "more than a year": (("x", ["read"], 366), ["key-days"]),
    "all of it": (("", ["x"], -1), ["key-name", "key-scopes", "key-days"]),
}


@pytest.mark.parametrize(("given", "codes"), UNFIT.values(), ids=UNFIT)
def test_what_a_key_cannot_be(small: World, given: tuple[object, ...], codes: list[str]) -> None:
    assert refusals(make_key, small.home, small.who("bob"), *given, now=small.clock()) == codes
    assert keys(small.home) == []


def test_a_key_lasts_a_year_at_most_and_not_a_moment_more(bank: World) -> None:
    made = bank.clock()
    shown = make_key(bank.home, bank.who("bob"), "billing", ["read"], 365, made)
    end = made + timedelta(days=365)
    assert refusal(of_key, bank.home, shown, end - timedelta(microseconds=1)) == ""
    assert refusal(of_key, bank.home, shown, end) == "key-over"


def test_what_is_no_key(bank: World) -> None:
    shown = make_key(bank.home, bank.who("bob"), "billing", ["read"], 30, bank.clock())
    other = make_key(bank.home, bank.who("bob"), "billing", ["read"], 30, bank.clock())
    crossed = f"{shown[:12]}_{other[13:]}"
    for wrong in (
        "",
        "ccm_",
        shown[:-1],
        f"{shown} ",
        shown.upper(),
        crossed,
        f"{shown[:-1]}\0",
        "ccm_aaaaaaaa_" + "a" * 52,
    ):
        assert refusal(of_key, bank.home, wrong, bank.clock()) == "key-unknown"
    assert refusal(of_key, replace(bank.home, organisation="linde"), shown, bank.clock()) == "key-unknown"


def test_a_key_is_called_back_by_its_person_or_an_administrator(bank: World) -> None:
    shown = [make_key(bank.home, bank.who("bob"), name, ["read"], 30, bank.clock()) for name in ("one", "two")]
    first, second = (key.split("_")[1] for key in shown)
    assert refusal(end_key, bank.home, bank.who("carl"), first, bank.clock()) == "role-missing-for"
    assert refusal(end_key, bank.home, bank.who("bob"), first, bank.clock()) == ""
    assert refusal(end_key, bank.home, bank.who("ada"), second, bank.clock()) == ""
    assert refusal(end_key, bank.home, bank.who("bob"), first, bank.clock()) == "key-not-there"
    assert refusal(end_key, bank.home, bank.who("bob"), "\0", bank.clock()) == "key-not-there"
    assert [refusal(of_key, bank.home, key, bank.clock()) for key in shown] == ["key-over"] * 2
    assert all(key.ended for key in keys(bank.home))


def test_an_administrator_makes_one_for_a_program_and_nobody_else_for_others(bank: World) -> None:
    add_person(bank.home, bank.who("ada"), "billing-system", "Billing", now=bank.clock())
    given = (bank.home, bank.who("bob"), "x", ["render"], 30, bank.clock())
    assert refusal(make_key, *given, login="billing-system") == "role-missing-for"
    shown = make_key(bank.home, bank.who("ada"), "x", ["render"], 30, bank.clock(), login="billing-system")
    assert of_key(bank.home, shown, bank.clock()).login == "billing-system"
    assert keys(bank.home)[0].made_by == "ada"


def test_a_key_loses_what_its_person_loses(bank: World) -> None:
    key = program(bank, "bob", "write")
    shown = make_key(bank.home, bank.who("bob"), "billing", ["write"], 30, bank.clock())
    number = next(it.given[0][0] for it in people(bank.home) if it.login == "bob")
    revoke(bank.home, bank.who("ada"), number, now=bank.clock())
    saved = Delivered("template", "letter", draft(bank))
    assert refusal(save, bank.home, key, saved, now=bank.clock()) == "area-not-yours"
    assert not of_key(bank.home, shown, bank.clock()).has("author")
    disable(bank.home, bank.who("ada"), "bob", now=bank.clock())
    assert refusal(of_key, bank.home, shown, bank.clock()) == "key-over"
    assert refusal(save, bank.home, key, saved, now=bank.clock()) == "person-unknown"


SCOPED: dict[str, Callable[[World, Actor], object]] = {
    "write": lambda bank, key: save(bank.home, key, Delivered("template", "letter", draft(bank)), now=bank.clock()),
    "render": lambda _, key: refuse_rendering(key, "letter"),
    "batch": lambda _, key: refuse_running(key, "letter"),
    "audit": lambda _, key: refuse_auditing(key),
}


@pytest.mark.parametrize("scope", SCOPED)
def test_a_scope_opens_its_own_door_and_no_other(small: World, scope: str) -> None:
    everything(small, "nora")
    key = program(small, "nora", scope)
    found = {other: refusal(SCOPED[other], small, key) for other in SCOPED}
    assert found == {other: "" if other == scope else "key-scope-missing" for other in SCOPED}


@pytest.mark.parametrize("scope", SCOPED)
def test_a_scope_gives_nothing_that_its_person_has_not(small: World, scope: str) -> None:
    key = program(small, "nora", scope)
    assert refusal(SCOPED[scope], small, key) in ("role-missing-for", "area-not-yours")


def test_a_program_saves_and_submits_for_people_to_decide(bank: World) -> None:
    key = program(bank, "bob", "write")
    save(bank.home, key, Delivered("template", "letter", draft(bank)), now=bank.clock())
    unscoped = replace(key, scopes=frozenset({"read"}))
    given = ([Wanted("template", "letter")], bank.today)
    assert refusal(submit, bank.home, unscoped, *given, now=bank.clock()) == "key-scope-missing"
    review = submit(bank.home, key, *given, now=bank.clock())
    assert refusal(bank.decide, "bob", review) == "own-work"  # a program is no second pair of eyes
    assert bank.approve(review).state == "approved"


def takes_a_person(bank: World, key: Actor) -> dict[str, Callable[[], object]]:
    """Everything that no key may do, whatever its person may and whatever it was made for."""
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    review = bank.submit("bob", ("template", "letter"))
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1", effective={"from": "2026-12-01"})
    mine = bank.publish("law", ("block", "notice")).row.id
    other = make_key(bank.home, bank.who(key.login), "x", ["read"], 1, bank.clock()).split("_")[1]
    link = link_identity(bank.home, bank.who("ada"), "carl", "https://id.example", "17", bank.clock())
    number = next(it.given[0][0] for it in people(bank.home) if it.login == "carl")
    home, subject, at = bank.home, bank.review(review).row.subject, bank.clock()
    return {
        "approve": lambda: decide(home, key, review, "approved", subject, bank.today, "", at),
        "reject": lambda: decide(home, key, review, "rejected", subject, bank.today, "no", at),
        "withdraw": lambda: decide(home, key, review, "withdrawn", subject, bank.today, "no", at),
        "postpone": lambda: postpone(home, key, mine, date(2027, 1, 1), "no", bank.today, at),
        "take back": lambda: take_back(home, key, mine, "no", at),
        "retire": lambda: retire(home, key, "block", "notice", "1.1", "no", at),
        "let in": lambda: add_person(home, key, "emil", "Emil", now=at),
        "give": lambda: grant(home, key, "nora", Given("auditor"), now=at),
        "take": lambda: revoke(home, key, number, now=at),
        "another's password": lambda: set_password(home, key, "carl", PASSWORD, at),
        "its person's password": lambda: set_password(home, key, key.login, PASSWORD, at, old=PASSWORD),
        "make a key": lambda: make_key(home, key, "x", ["read"], 1, at),
        "end a key": lambda: end_key(home, key, other, at),
        "link": lambda: link_identity(home, key, "carl", "https://id.example", "18", at),
        "unlink": lambda: unlink_identity(home, key, link, at),
        "shut out": lambda: disable(home, key, "carl", now=at),
        "publish": lambda: refuse_publishing(key, "block", "notice"),
        "administer": lambda: refuse_administering(key),
    }


def test_no_key_does_what_takes_a_person(bank: World) -> None:
    everything(bank, "nora")
    acts = takes_a_person(bank, program(bank, "nora"))
    found = {name: refusal(act) for name, act in acts.items()}
    decisions = dict.fromkeys(("approve", "reject", "withdraw"), "key-never-decides")
    assert found == dict.fromkeys(acts, "person-needed") | decisions


def test_the_person_themselves_may_do_all_that(small: World) -> None:
    """So it was the key that was refused, and nothing else."""
    everything(small, "nora")
    acts = takes_a_person(small, small.who("nora"))
    done = {name: refusal(act) for name, act in acts.items()}
    over = {"reject": "review-over", "withdraw": "review-over", "retire": "retired-already"}  # by what came before
    assert {name: code for name, code in done.items() if code} == over | {"its person's password": "sign-in-wrong"}


def test_whoever_made_a_key_for_a_colleague_stays_out_of_what_it_wrote(bank: World) -> None:
    """An administrator who is a reviewer, too, cannot write as somebody else and approve it."""
    grant(bank.home, bank.who("ada"), "ada", Given("reviewer", step="content"), now=bank.clock())
    shown = make_key(bank.home, bank.who("ada"), "x", ["read", "write"], 30, bank.clock(), login="bob")
    program = of_key(bank.home, shown, bank.clock())
    text = bank.text("template", "letter").replace(b"'1.0'", b"'1.1'")
    save(bank.home, program, Delivered("template", "letter", text), now=bank.clock())
    review = submit(bank.home, bank.who("bob"), [Wanted("template", "letter")], bank.today, now=bank.clock())
    assert refusal(bank.decide, "ada", review) == "own-work"
    bank.decide("bob", review, "withdrawn")


def test_whoever_made_a_key_stays_out_of_what_it_asked_for(bank: World) -> None:
    grant(bank.home, bank.who("ada"), "ada", Given("reviewer", step="content"), now=bank.clock())
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    shown = make_key(bank.home, bank.who("ada"), "x", ["read", "write"], 30, bank.clock(), login="bob")
    wanted = [Wanted("template", "letter")]
    review = submit(bank.home, of_key(bank.home, shown, bank.clock()), wanted, bank.today, now=bank.clock())
    assert refusal(bank.decide, "ada", review) == "own-work"
    assert bank.decide("carl", review).state == "approved"
