"""Lines of the log: one object each for programs, a readable line for people, and nothing quoted in either."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ccm.telemetry.asked import ASKED, Asked, note_user
from ccm.telemetry.logs import JsonLine, TextLine, in_json, log_settings
from tests.ccm.api.conftest import HTTPS, signed_in
from tests.ccm.store.entering import refusal
from tests.ccm.store.world import World
from tests.ccm.telemetry.watching import lines_kept

V1 = "/api/v1"
SECRET = "Erika Mustermann"


@pytest.fixture
def asked() -> Iterator[Asked]:
    """A request that is being answered."""
    made = Asked("request-17")
    telling = ASKED.set(made)
    yield made
    ASKED.reset(telling)


def record(message: str, *values: Any, name: str = "ccm.api", **extra: Any) -> logging.LogRecord:
    failure = sys.exc_info() if sys.exc_info()[0] else None
    made = logging.LogRecord(name, logging.WARNING, __file__, 1, message, values, failure)
    made.__dict__ |= extra
    return made


def test_a_line_for_programs_is_one_object(asked: Asked) -> None:
    note_user("p-0123456789ab")
    line = JsonLine().format(record("so\nit %s", "is", event="request", route="/x/{id}", status=200, id="K-17"))
    told = json.loads(line)
    assert "\n" not in line
    assert datetime.fromisoformat(told.pop("time")).tzinfo == UTC
    assert told.pop("user") not in ("", "p-0123456789ab")
    assert told == {
        "level": "WARNING",
        "logger": "ccm.api",
        "event": "request",
        "request_id": "request-17",
        "route": "/x/{id}",
        "status": 200,
        "message": "so\nit is",
    }


def test_the_same_person_has_the_same_sign_and_nobody_none(asked: Asked) -> None:
    signs = []
    for person in ("p-1", "p-2", "p-1"):
        note_user(person)
        signs.append(json.loads(JsonLine().format(record("x")))["user"])
    assert signs[0] == signs[2] != signs[1]
    ASKED.set(None)
    told = json.loads(JsonLine().format(record("x")))
    assert (told["user"], told["request_id"]) == (None, None)


def fail() -> None:
    raise RuntimeError(SECRET)


@pytest.mark.parametrize("form", [JsonLine(), TextLine()])
def test_a_fault_is_told_by_kind_and_place(form: logging.Formatter, asked: Asked) -> None:
    try:
        fail()
    except RuntimeError:
        line = form.format(record("it failed"))
    assert "RuntimeError at test_logs.py:" in line
    assert "request-17" in line
    assert SECRET not in line
    assert "\n" not in line


@pytest.mark.parametrize("form", [JsonLine(), TextLine()])
def test_what_other_libraries_say_is_not_repeated(form: logging.Formatter) -> None:
    assert SECRET not in form.format(record("cannot draw %s", SECRET, name="weasyprint.text"))
    assert "cannot send" in form.format(record("cannot send", name="opentelemetry.exporter"))


def test_people_read_a_sentence() -> None:
    line = TextLine().format(record("%s GET /x 200 1.0 ms", "request-17"))
    assert line.endswith(" WARNING request-17 GET /x 200 1.0 ms")


def test_the_form_is_a_setting() -> None:
    assert [in_json(settings) for settings in ({}, {"CCM_LOG": "text"}, {"CCM_LOG": "json"})] == [False, False, True]
    assert refusal(in_json, {"CCM_LOG": "xml"}) == "log-form-unknown"
    formatters = [log_settings(settings={"CCM_LOG": form})["formatters"]["line"]["()"] for form in ("text", "json")]
    assert [it.rpartition(".")[2] for it in formatters] == ["TextLine", "JsonLine"]


def test_every_problem_has_the_id_of_its_line(small: World, app: FastAPI) -> None:
    with lines_kept() as kept:
        with TestClient(app, HTTPS) as stranger:
            answers = [stranger.get(f"{V1}/nowhere"), stranger.get(f"{V1}/reviews"), stranger.post(f"{V1}/session")]
        with signed_in(app, small.home, "bob") as bob:
            answers += [bob.get(f"{V1}/reviews/r-0000000000"), bob.get(f"{V1}/items/template")]
    told = [json.loads(line) for line in kept if line.startswith("{")]
    lines = [line for line in told if line["event"] == "request"]
    assert [line["request_id"] for line in lines] == [answer.headers["X-Request-Id"] for answer in answers]
    assert [line["request_id"] for line in lines[:4]] == [answer.json()["request_id"] for answer in answers[:4]]
    assert [line["status"] for line in lines] == [404, 401, 422, 404, 200]
    assert [line["route"] for line in lines] == ["-", *(f"{V1}{it}" for it in ROUTES)]
    assert {bool(line["user"]) for line in lines[:3]} == {False}
    assert lines[3]["user"] == lines[4]["user"] != "bob"


ROUTES = ("/reviews", "/session", "/reviews/{review}", "/items/{kind}")
