"""Probes: whether the server lives and can do its work, with its database and its children taken away."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest
from fastapi.testclient import TestClient

from ccm.api import health
from ccm.api.app import make_app
from ccm.api.frame import CLOSED
from ccm.api.hand import Limits
from ccm.api.press import Press
from ccm.store.home import Home
from templates_store.database import open_database
from tests.ccm.api.conftest import HTTPS
from tests.ccm.api.labours import echo, hang
from tests.ccm.store.world import World
from tests.databases import server


@pytest.fixture(autouse=True)
def thorough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every probe looks for itself, and waits for a machine that has much else to do."""
    monkeypatch.setattr(health, "FRESH", -1.0)
    monkeypatch.setattr(health, "PATIENCE", 30.0)


@pytest.fixture
def one() -> Iterator[Press]:
    """A press of one child."""
    made = Press(1, Limits(seconds=30))
    yield made
    made.close()


def probe(home: Home, press: Press) -> tuple[int, str]:
    """What somebody is told who does not sign in."""
    with TestClient(make_app(home, press), HTTPS) as stranger:
        assert (stranger.get("/healthz").status_code, stranger.get("/healthz").text) == (200, "ok\n")
        answer = stranger.get("/readyz")
    assert CLOSED.items() <= {name.title(): value for name, value in answer.headers.items()}.items()
    return answer.status_code, answer.text


READY, NOT_READY = (200, "ready\n"), (503, "not ready\n")


def test_a_server_whose_database_is_taken_away_is_not_ready_until_it_is_back(
    bank: World, press: Press, caplog: pytest.LogCaptureFixture
) -> None:
    assert press.ask().result()
    assert probe(bank.home, press) == READY
    with taken_away(bank.home):
        assert probe(bank.home, press) == NOT_READY
    assert probe(bank.home, press) == READY
    told = [it for it in caplog.records if it.name == "ccm.health"]
    assert [it.levelname for it in told] == ["WARNING"]


@contextmanager
def taken_away(home: Home) -> Iterator[None]:
    """A database that nobody can reach meanwhile."""
    if home.database.file:
        aside = home.database.file.rename(home.database.file.with_suffix(".away"))
        yield
        aside.rename(home.database.file)
        return
    name = home.database.engine.url.database
    with psycopg.connect(str(server().get_uri()), autocommit=True) as superuser:
        superuser.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false".encode())
        superuser.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
        yield
        superuser.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true".encode())


def test_a_database_of_another_schema_is_not_worked_with(
    bank: World, press: Press, caplog: pytest.LogCaptureFixture
) -> None:
    from sqlalchemy import text

    with bank.home.database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    assert press.ask().result()
    assert probe(bank.home, press) == NOT_READY
    assert "store-schema-differs" in caplog.text


@pytest.mark.parametrize("address", ["postgresql://nobody@127.0.0.1:1/nothing", "sqlite:////nowhere/ccm.db"])
def test_a_database_that_never_was_there(small: World, press: Press, address: str) -> None:
    assert press.ask().result()
    assert probe(replace(small.home, database=open_database(address)), press) == NOT_READY
    assert not Path("/nowhere").exists()


def test_a_database_that_does_not_answer_is_waited_for_only_so_long(
    small: World, press: Press, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert press.ask().result()
    monkeypatch.setattr(health, "PATIENCE", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        hanging = open_database(f"postgresql://nobody@127.0.0.1:{silent.getsockname()[1]}/nothing")
        assert probe(replace(small.home, database=hanging), press) == NOT_READY
    assert "database-too-slow" in caplog.text


def test_children_that_do_not_answer(small: World, one: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    _, child = one.begin(echo, 1).result()
    assert probe(small.home, one) == READY
    monkeypatch.setattr(health, "PATIENCE", 0.5)
    psutil.Process(child).suspend()
    assert probe(small.home, one) == NOT_READY
    psutil.Process(child).resume()
    assert one.ask().result()
    assert probe(small.home, one) == READY


def test_a_child_that_is_gone_is_replaced_and_answers(small: World, one: Press) -> None:
    _, child = one.begin(echo, 1).result()
    psutil.Process(child).kill()
    assert one.ask().result() in (True, False)  # the one that was asked may have been the one that died
    assert one.ask().result()
    assert probe(small.home, one) == READY


def test_children_at_work_are_ready(small: World, one: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long letter has a limit of its own; taking the server away from others for it would help nobody."""
    assert one.ask().result()
    monkeypatch.setattr(health, "PATIENCE", 3.0)
    at_work = one.begin(hang, 1)
    assert probe(small.home, one) == READY
    assert not at_work.done()


def test_who_asks_again_and_again_costs_nothing(
    small: World, press: Press, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(health, "FRESH", 60.0)
    assert press.ask().result()
    with TestClient(make_app(small.home, press), HTTPS) as stranger:
        assert stranger.get("/readyz").text == "ready\n"
        with taken_away(small.home), caplog.at_level(logging.INFO):
            told: list[Any] = [stranger.get("/readyz").text for _ in range(20)]
    assert set(told) == {"ready\n"}
    assert [it for it in caplog.records if it.name.startswith("ccm")] == []  # probes are no news
