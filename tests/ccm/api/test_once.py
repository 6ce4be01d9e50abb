"""A request that is sent twice, since nobody knows whether the first one was heard."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ccm.api.app import make_app
from ccm.store.answering import KEPT, Answer, Question, begin, give_up, keep
from ccm.store.api_keys import keys
from ccm.store.people import people
from templates_store.database import select
from templates_store.tables import Answered
from tests.ccm.api.conftest import HTTPS, signed_in
from tests.ccm.store.entering import refusal
from tests.ccm.store.world import World

V1 = "/api/v1"
AGAIN = {"Idempotency-Key": "a7c1d7e2-0001"}
EVE = {"login": "eve", "name": "Eve"}
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


def test_the_second_time_gives_the_first_answer(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "ada") as ada:
        first = ada.post(f"{V1}/people", json=EVE, headers=AGAIN)
        second = ada.post(f"{V1}/people", json=EVE, headers=AGAIN)
        without = ada.post(f"{V1}/people", json=EVE)
    assert (first.status_code, second.status_code, without.status_code) == (201, 201, 409)
    assert second.json() == first.json()
    assert (first.headers.get("Idempotency-Replayed"), second.headers["Idempotency-Replayed"]) == (None, "true")
    assert first.headers["X-Request-Id"] != second.headers["X-Request-Id"]


def test_a_key_stands_for_one_batch(small: World, app: FastAPI) -> None:
    """Data that is of another length, or said to be other data, is another question."""
    batches, kind = f"{V1}/batches?template=letter", {"Content-Type": "text/csv", **AGAIN}
    with signed_in(app, small.home, "olga") as olga:
        first = olga.post(batches, content=b"id\n1\n", headers={**kind, "Content-Digest": "sha-256=:YQ==:"})
        same = olga.post(batches, content=b"id\n1\n", headers={**kind, "Content-Digest": "sha-256=:YQ==:"})
        longer = olga.post(batches, content=b"id\n1\n2\n", headers={**kind, "Content-Digest": "sha-256=:YQ==:"})
        other = olga.post(batches, content=b"id\n2\n", headers={**kind, "Content-Digest": "sha-256=:Yg==:"})
    assert (first.status_code, same.json()["id"]) == (202, first.json()["id"])
    assert {it.json()["problems"][0]["code"] for it in (longer, other)} == {"idempotency-key-differs"}


def test_a_key_stands_for_one_question(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "ada") as ada:
        ada.post(f"{V1}/people", json=EVE, headers=AGAIN)
        body = ada.post(f"{V1}/people", json={**EVE, "name": "Eva"}, headers=AGAIN)
        path = ada.post(f"{V1}/people/eve/roles", json={"role": "author"}, headers=AGAIN)
        bad = ada.post(f"{V1}/people", json=EVE, headers={"Idempotency-Key": "short"})
    assert [(it.status_code, it.json()["problems"][0]["code"]) for it in (body, path, bad)] == [
        (422, "idempotency-key-differs"),
        (422, "idempotency-key-differs"),
        (422, "idempotency-key-form"),
    ]


@pytest.mark.parametrize("kind", ["application/json", "Application/JSON", "application/people+json"])
def test_what_the_body_says_is_part_of_the_question(small: World, app: FastAPI, kind: str) -> None:
    with signed_in(app, small.home, "ada") as ada:
        answers = [
            ada.post(f"{V1}/people", content=json.dumps(it), headers={**AGAIN, "Content-Type": kind})
            for it in (EVE, {**EVE, "login": "mallory"})
        ]
    assert [it.status_code for it in answers] == [201, 422]


def test_what_failed_may_be_tried_again(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "ada") as ada:
        wrong = ada.post(f"{V1}/people/eve/roles", json={"role": "author"}, headers=AGAIN)
        ada.post(f"{V1}/people", json=EVE)
        right = ada.post(f"{V1}/people/eve/roles", json={"role": "author"}, headers=AGAIN)
    assert (wrong.status_code, right.status_code) == (404, 201)


def test_keys_of_two_people_have_nothing_to_do_with_each_other(small: World, app: FastAPI) -> None:
    new = {"name": "x", "scopes": ["read"], "days": 1}
    for login in ("ada", "bob"):
        with signed_in(app, small.home, login) as client:
            assert client.post(f"{V1}/keys", json=new, headers=AGAIN).status_code == 201
    assert {it.login for it in keys(small.home)} == {"ada", "bob"}


def test_a_secret_is_neither_kept_nor_shown_again(small: World, app: FastAPI) -> None:
    new = {"name": "x", "scopes": ["read"], "days": 1}
    with signed_in(app, small.home, "bob") as bob:
        made = bob.post(f"{V1}/keys", json=new, headers=AGAIN)
        again = bob.post(f"{V1}/keys", json=new, headers=AGAIN)
    assert (again.status_code, again.json()["type"]) == (409, "urn:ccm:problem:answer-shown-once")
    assert len(keys(small.home)) == 1
    with small.home.reading() as session:
        assert [it.content for it in session.exec(select(Answered))] == [""]
    assert made.json()["key"].startswith("ccm_")


def test_many_at_once_do_it_once(bank: World) -> None:
    app = make_app(bank.home)
    with signed_in(app, bank.home, "ada") as ada, ThreadPoolExecutor(6) as many:
        codes = list(many.map(lambda _: ada.post(f"{V1}/people", json=EVE, headers=AGAIN).status_code, range(6)))
    assert 201 in codes
    assert set(codes) <= {201, 409}
    assert [it.login for it in people(bank.home)].count("eve") == 1


def test_nobody_without_a_role_leaves_anything_behind(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "nora") as nora, TestClient(app, HTTPS) as nobody:
        assert nora.post(f"{V1}/people", json=EVE, headers=AGAIN).status_code == 403
        assert nobody.post(f"{V1}/people", json=EVE, headers=AGAIN).status_code == 401
    with small.home.reading() as session:
        assert session.exec(select(Answered)).all() == []


def test_an_answer_is_kept_for_a_day(bank: World) -> None:
    question = Question(bank.who("bob").id, "key-1", "digest")
    assert begin(bank.home, question, NOW) is None
    assert refusal(begin, bank.home, question, NOW) == "answer-under-way"
    keep(bank.home, question, Answer(201, "{}"))
    assert begin(bank.home, question, NOW + KEPT - timedelta(seconds=1)) == Answer(201, "{}")
    assert begin(bank.home, question, NOW + KEPT) is None
    give_up(bank.home, question)
    assert begin(bank.home, question, NOW + KEPT) is None
