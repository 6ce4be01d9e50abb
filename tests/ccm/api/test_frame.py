"""What every request passes: bounds, ids, the log, and faults of our own."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ccm.api.frame import CLOSED, LARGEST_BODY
from templates_store.database import open_database
from tests.ccm.api.conftest import HTTPS, signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"
SECRET = "IBAN DE02 1203 0000 0000 2020 51"


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """Somebody who has not signed in; whatever gets past the frame fails the test."""
    with TestClient(app, HTTPS) as made:
        yield made


def test_a_fault_of_our_own_says_nothing_about_itself(app: FastAPI, caplog: pytest.LogCaptureFixture) -> None:
    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError(SECRET)

    with caplog.at_level(logging.DEBUG), TestClient(app, HTTPS) as client:
        answer = client.get("/broken", headers={"Accept-Language": "de"})
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert answer.json()["title"] == "Das Programm hat einen Fehler gemacht."
    assert answer.headers["X-Request-Id"] == answer.json()["request_id"]
    assert CLOSED.items() <= {name.title(): value for name, value in answer.headers.items()}.items()
    told = [record.getMessage() for record in caplog.records if record.name == "ccm.api"]
    assert any(answer.json()["request_id"] in line and "RuntimeError at test_frame.py" in line for line in told)
    assert SECRET not in caplog.text + answer.text


def test_a_database_that_is_away_is_no_fault_of_our_own(app: FastAPI) -> None:
    away = open_database("postgresql://nobody@127.0.0.1:1/nothing")

    @app.get("/away")
    def reads() -> None:
        with away.reading():
            pass

    with TestClient(app, HTTPS) as client:
        answer = client.get("/away", headers={"Accept-Language": "de"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
    assert answer.json()["title"] == "Die Datenbank ist gerade nicht zu erreichen."
    assert "127.0.0.1" not in answer.text


@pytest.mark.parametrize("path", [f"{V1}/session", f"{V1}/reviews", f"{V1}/preview"])
@pytest.mark.parametrize("announced", [True, False], ids=["announced", "in pieces"])
def test_a_body_that_is_too_large_is_not_read(small: World, app: FastAPI, path: str, announced: bool) -> None:
    content = b'{"login": "' + b"x" * LARGEST_BODY + b'"}'
    sent: Any = content if announced else iter([content[:1000], content[1000:]])
    with signed_in(app, small.home, "bob") as bob:
        answer = bob.post(path, content=sent, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["type"]) == (413, "urn:ccm:problem:request-too-large")


@pytest.mark.parametrize(
    "name",
    ["template/corrected", "persona/letter/corrected", "template/batches/x/corrected"],
)
def test_no_name_of_an_item_lifts_the_bound(client: TestClient, name: str) -> None:
    """Batches and corrected files are bounded by themselves; what is called like them is not."""
    content = b'{"text": "' + b"x" * LARGEST_BODY + b'"}'
    answer = client.put(f"{V1}/items/{name}", content=content, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["type"]) == (413, "urn:ccm:problem:request-too-large")


@pytest.mark.parametrize(
    ("content", "status"),
    [(b"{", 422), (b'{"login": "\xe4"}', 400), (b"[" * 100_000, 400), (b'"text"', 422), (b"", 422)],
    ids=["cut off", "no text", "without end", "other form", "empty"],
)
def test_what_cannot_be_read_is_a_problem(client: TestClient, content: bytes, status: int) -> None:
    answer = client.post(f"{V1}/session", content=content, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/", 404), ("GET", f"{V1}/people/", 404), ("PATCH", f"{V1}/people", 405), ("OPTIONS", V1, 404)],
)
def test_where_nothing_is_there_is_a_problem(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, path, follow_redirects=False)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_the_log_tells_routes_and_not_what_was_asked(
    small: World, app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    record = {"id": "1", "language": "en", "email": "erika@example.com", "phone": "+4915112345678", "days": 14}
    with caplog.at_level(logging.DEBUG), signed_in(app, small.home, "bob") as bob:
        letter = {"template": "letter", "record": record, "channels": ["sms"]}
        assert bob.post(f"{V1}/preview", json=letter).status_code == 200
        assert bob.post(f"{V1}/preview", json={**letter, "record": {**record, "days": "erika"}}).status_code == 422
        assert bob.get(f"{V1}/items/template?search=erika").status_code == 200
        assert bob.post(f"{V1}/session", json={"login": "erika", "password": "erika erika"}).status_code == 401
    lines = [it.getMessage() for it in caplog.records if it.name == "ccm.api"]
    assert [line.split()[1:4] for line in lines] == [
        ["POST", f"{V1}/preview", "200"],
        ["POST", f"{V1}/preview", "422"],
        ["GET", f"{V1}/items/{{kind}}", "200"],
        ["POST", f"{V1}/session", "401"],
    ]
    told = " ".join(it.getMessage() for it in caplog.records if not it.name.startswith("httpx"))
    assert not any(value in told for value in ("erika", "+49151", "bob"))


def test_a_problem_does_not_repeat_what_was_wrong(client: TestClient) -> None:
    answer = client.post(f"{V1}/session", json={"login": 17, "password": {"secret": SECRET}})
    assert answer.status_code == 422
    assert {it["where"] for it in answer.json()["problems"]} == {"body.login", "body.password"}
    assert SECRET not in answer.text


@pytest.mark.parametrize("place", ["search", "after"])
def test_text_that_no_database_can_hold_is_nowhere(bank: World, place: str) -> None:
    from ccm.api.app import make_app

    with signed_in(make_app(bank.home), bank.home, "ada") as ada:
        assert ada.get(f"{V1}/items/template", params={place: "a\0"}).status_code in (404, 422)
        assert ada.get(f"{V1}/reviews/%00").status_code == 404
        assert ada.get(f"{V1}/items/template?after=YQBi").status_code == 422  # "a\\0b"
        new = ada.post(f"{V1}/people", json={"login": "eve", "name": "E\0ve"})
        assert (new.status_code, new.json()["type"]) == (422, "urn:ccm:problem:request-form")


SUBJECT = "0" * 64


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        ({"kind": "perhaps", "subject": SUBJECT}, "request-choice", "'approved', 'rejected', 'withdrawn'"),
        ({"kind": "approved"}, "request-part-missing", "muss"),
        ({"kind": "approved", "subject": SUBJECT, "mood": "good"}, "request-part-unknown", "gibt es hier nicht"),
        ({"kind": "approved", "subject": SUBJECT, "reason": "x" * 9000}, "request-most", "länger"),
    ],
)
def test_what_is_not_of_the_form_is_told_with_what_may_stand_there(
    small: World, app: FastAPI, body: dict[str, str], code: str, said: str
) -> None:
    with signed_in(app, small.home, "carl") as carl:
        answer = carl.post(f"{V1}/reviews/r-0000000000/decisions", json=body, headers={"Accept-Language": "de"})
    (problem,) = answer.json()["problems"]
    assert (answer.status_code, problem["code"]) == (422, code)
    assert said in problem["message"]
    assert "perhaps" not in answer.text
