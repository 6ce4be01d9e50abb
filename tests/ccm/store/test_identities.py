"""Signing in at a provider: by linked accounts only, each answer once, and only in the browser that began."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from ccm.signing_in.oidc import PATIENCE, Identity
from ccm.store.identities import (
    begin_elsewhere,
    finish_elsewhere,
    identities,
    link_identity,
    of_identity,
    unlink_identity,
)
from ccm.store.people import disable
from ccm.store.signing_in import Opened, of_session
from templates_store.database import select
from templates_store.tables import SignInBegun
from tests.ccm.signing_in.authlib_provider import authlib_provider, went_there
from tests.ccm.signing_in.scripted_provider import NOW, ScriptedProvider, scripted_provider
from tests.ccm.store.entering import entries, refusal
from tests.ccm.store.world import World

ISSUER = "https://id.example"


def said(subject: str = "17", issuer: str = ISSUER, email: str | None = None) -> Identity:
    return Identity(issuer, subject, email, True, None, ())


def link(bank: World, login: str, subject: str = "17", issuer: str = ISSUER, by: str = "ada") -> int:
    return link_identity(bank.home, bank.who(by), login, issuer, subject, bank.clock())


def test_a_linked_account_signs_its_person_in(bank: World) -> None:
    link(bank, "bob")
    opened = of_identity(bank.home, said(), bank.clock())
    assert of_session(bank.home, opened.token, bank.clock()) == bank.who("bob")
    last = entries(bank)[-1]
    assert (last["what"], last["person"], last["details"]) == ("signed-in", bank.who("bob").id, {"way": ISSUER})


@pytest.mark.parametrize(
    "identity",
    [said("18"), said(issuer="https://other.example"), said("1", email="bob@example.com"), said("17\0"), said("")],
    ids=["other subject", "other provider", "same address", "what no database can hold", "nothing"],
)
def test_nobody_is_let_in_for_any_other(bank: World, identity: Identity) -> None:
    link(bank, "bob")
    assert refusal(of_identity, bank.home, identity, bank.clock()) == "identity-not-linked"
    last = entries(bank)[-1]
    assert (last["what"], last["person"]) == ("sign-in-failed", None)
    assert last["details"] == {"way": "provider", "code": "identity-not-linked"}


def test_who_is_shut_out_stays_out(bank: World) -> None:
    link(bank, "bob")
    disable(bank.home, bank.who("ada"), "bob", now=bank.clock())
    assert refusal(of_identity, bank.home, said(), bank.clock()) == "identity-not-linked"


def test_an_account_signs_in_one_person_until_it_is_unlinked(bank: World) -> None:
    number = link(bank, "bob")
    assert refusal(link, bank, "carl") == "identity-linked"
    opened = of_identity(bank.home, said(), bank.clock())
    unlink_identity(bank.home, bank.who("ada"), number, bank.clock())
    assert refusal(of_session, bank.home, opened.token, bank.clock()) == "session-over"
    assert refusal(of_identity, bank.home, said(), bank.clock()) == "identity-not-linked"
    assert refusal(unlink_identity, bank.home, bank.who("ada"), number, bank.clock()) == "identity-unknown"
    link(bank, "carl")
    assert of_identity(bank.home, said(), bank.clock()).actor.login == "carl"
    assert [(it.login, it.issuer, it.subject) for it in identities(bank.home)] == [("carl", ISSUER, "17")]


def test_only_an_administrator_links(bank: World) -> None:
    number = link(bank, "bob")
    for by in ("bob", "law", "carl", "paul", "olga", "udo", "nora"):
        assert refusal(link, bank, by, "19", by=by) == "role-missing-for"
        assert refusal(unlink_identity, bank.home, bank.who(by), number, bank.clock()) == "role-missing-for"
    assert refusal(link, bank, "bert", "19") == "person-unknown"
    assert "17" not in [str(value) for entry in entries(bank) for value in entry["details"].values()]


@pytest.mark.parametrize(("issuer", "subject"), [("", "17"), (ISSUER, ""), (ISSUER, "a\0"), (ISSUER, "x" * 256)])
def test_what_no_account_is_called(small: World, issuer: str, subject: str) -> None:
    assert refusal(link, small, "bob", subject, issuer) == "identity-form"


def begun(bank: World, there: ScriptedProvider, now: datetime = NOW) -> tuple[str, dict[str, Any]]:
    """A sign-in under way: the browser's secret, and what the provider is going to send it back with."""
    secret = begin_elsewhere(bank.home, there.provider(), now).secret
    with bank.home.reading() as session:
        row = session.exec(select(SignInBegun).order_by(SignInBegun.begun.desc())).first()  # type: ignore[attr-defined]
        assert row is not None
        there.nonce = row.nonce
        return secret, {"code": "the-code", "state": row.state}


def finished(bank: World, there: ScriptedProvider, secret: str, answer: dict[str, Any], now: datetime = NOW) -> Opened:
    return finish_elsewhere(bank.home, there.provider(), secret, answer.items(), now)


def test_a_whole_sign_in_at_a_real_provider(bank: World) -> None:
    with authlib_provider() as provider:
        link(bank, "nora", "nadja", provider.issuer)
        started = begin_elsewhere(bank.home, provider)
        answer = went_there(started.address)
        opened = finish_elsewhere(bank.home, provider, started.secret, answer)
        assert opened.actor == bank.who("nora")
        assert refusal(finish_elsewhere, bank.home, provider, started.secret, answer) == "sign-in-not-begun"
    assert "nadja" not in str(entries(bank))


def test_an_answer_counts_once_and_only_in_the_browser_that_asked(bank: World) -> None:
    with scripted_provider() as there:
        link(bank, "bob", "24400320", there.address)
        secret, answer = begun(bank, there)
        assert refusal(finished, bank, there, "0" * 64, answer) == "sign-in-not-begun"
        assert finished(bank, there, secret, answer).actor == bank.who("bob")
        assert refusal(finished, bank, there, secret, answer) == "sign-in-not-begun"


def test_a_wrong_answer_uses_it_up_as_well_and_is_noted(bank: World) -> None:
    with scripted_provider() as there:
        link(bank, "bob", "24400320", there.address)
        secret, answer = begun(bank, there)
        assert refusal(finished, bank, there, secret, answer | {"state": "guessed"}) == "sign-in-state-differs"
        assert entries(bank)[-1]["details"] == {"way": "provider", "code": "sign-in-state-differs"}
        assert refusal(finished, bank, there, secret, answer) == "sign-in-not-begun"


def test_what_nobody_came_back_from_is_cleared(bank: World) -> None:
    with scripted_provider() as there:
        secret, answer = begun(bank, there)
        assert refusal(finished, bank, there, secret, answer, NOW + PATIENCE) == "sign-in-too-late"
        begun(bank, there)
        begun(bank, there, NOW + PATIENCE - timedelta(microseconds=1))
        begun(bank, there, NOW + PATIENCE)
    with bank.home.reading() as session:
        assert len(session.exec(select(SignInBegun)).all()) == 2


def test_the_browser_is_told_no_secret_but_its_own(small: World) -> None:
    with scripted_provider() as there:
        started = begin_elsewhere(small.home, there.provider(), NOW)
    with small.home.reading() as session:
        row = session.exec(select(SignInBegun)).one()
    assert row.verifier not in started.address
    assert started.secret not in row.model_dump_json()
    assert started.secret not in started.address
    assert started.secret not in repr(started)
