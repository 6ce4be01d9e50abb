"""Founding is all or nothing: whoever is stopped in the middle of it begins again, and nobody's key is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from approvals.keys import make_key, read_key
from ccm.store.auditing import export, verify
from ccm.store.founding import found
from ccm.store.home import Home, open_home
from ccm.store.opening import First, open_store
from ccm.store.people import people
from content_blocks.problem import Refused
from templates_store.database import select
from templates_store.tables import Head
from tests import databases
from tests.ccm.store.entering import PASSWORD
from tests.databases import KINDS

KILLED = """
import os, signal, sys
from {module} import {owner} as owner
def kill(*_given, **_named):
    os.kill(os.getpid(), signal.SIGKILL)
owner.{step} = kill
from ccm.cli import main
main()
"""
"""A program that dies at a step of founding, as the machine going off would have it."""
BEFORE = {
    "the key is made": ("ccm.store", "founding", "make_key"),
    "the administrator is entered": ("ccm.store", "opening", "enter_person"),
    "their role is": ("ccm.store", "opening", "enter_grant"),
    "it is signed": ("ccm.store.turn", "Turn", "seal"),
}
INIT = ("init", "--organisation", "ahorn", "--title", "Ahorn Bank", "--admin", "ada")


@pytest.fixture(params=KINDS)
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """A home with an empty database."""
    place = tmp_path / "home"
    place.mkdir()
    return {"CCM_HOME": str(place), "CCM_DATABASE_URL": databases.empty(request.param, place)}


def killed(settings: dict[str, str], step: tuple[str, str, str]) -> None:
    """Found a store, and get as far as a step."""
    module, owner, name = step
    code = KILLED.format(module=module, owner=owner, step=name)
    environment = {**os.environ, **settings, "CCM_PASSWORD": PASSWORD}
    done = subprocess.run([sys.executable, "-c", code, *INIT], env=environment, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


def founded(settings: dict[str, str]) -> Home:
    """Founded by the same words."""
    return open_store("ahorn", "Ahorn Bank", First("ada", "Ada", PASSWORD), settings)


@pytest.mark.parametrize("step", BEFORE)
def test_who_is_killed_in_the_middle_has_founded_nothing_and_begins_again(settings: dict[str, str], step: str) -> None:
    killed(settings, BEFORE[step])
    with pytest.raises(Refused, match="store-missing"):
        open_home(settings)
    home = founded(settings)
    assert [(it.login, it.given[0][1].role) for it in people(home)] == [("ada", "admin")]
    assert verify(home) == []
    assert [path.name for path in home.key_file.parent.iterdir()] == ["ahorn.pem"]
    home.database.engine.dispose()


def test_who_is_killed_after_it_all_has_a_store(settings: dict[str, str]) -> None:
    killed(settings, ("ccm.store.home", "Home", "take_over"))
    with pytest.raises(Refused, match="organisation-exists"):
        founded(settings)
    home = open_home(settings)
    assert home.signing_key().public == read_key(home.key_file).public
    assert [it.login for it in people(home)] == ["ada"]
    assert verify(home) == []
    home.database.engine.dispose()


def test_a_store_is_never_there_without_somebody_who_can_let_others_in(settings: dict[str, str]) -> None:
    home = founded(settings)
    entries = list(export(home))
    assert sum('"what":"role-granted"' in entry for entry in entries) == 1
    with home.reading() as session:
        assert [row.size for row in session.exec(select(Head))] == [len(entries)], "one turn, one head"
    home.database.engine.dispose()


def test_a_key_that_lies_there_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    key = make_key(tmp_path / "keys" / "ahorn.pem")
    with pytest.raises(Refused, match="key-in-the-way"):
        found("ahorn", "Ahorn Bank", {"CCM_HOME": str(tmp_path)})
    assert read_key(tmp_path / "keys" / "ahorn.pem").public == key.public


def test_a_key_that_a_founding_left_is_never_thrown_away(tmp_path: Path) -> None:
    """It may be one that another database was founded with, by somebody who was stopped just then."""
    (tmp_path / "keys").mkdir()
    left = make_key(tmp_path / "keys" / "ahorn.next.pem")
    home = found("ahorn", "Ahorn Bank", {"CCM_HOME": str(tmp_path)})
    assert home.signing_key().public == left.public
    home.database.engine.dispose()
