"""Commands start with what they need: nobody waits for a printing press to be told who there is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ccm.cli import PLACES, ccm

PRESSES = {"weasyprint", "fontTools", "pypdfium2", "mrml", "PIL", "lxml", "phonenumbers", "schwifty", "duckdb"}
SERVERS = {"fastapi", "uvicorn", "starlette", "httpx2", "joserfc"}
BUILDERS = {"alembic"}
STORES = {"sqlalchemy", "sqlmodel", "psycopg", "cryptography", "argon2", "pydantic", "babel"}
AFTER = """
import json, sys
from ccm.cli import ccm
ccm.main({arguments!r}, standalone_mode=False)
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


def loaded(*arguments: str, home: Path | None = None) -> set[str]:
    """The packages that are there when a command is through."""
    settings = {**os.environ, "CCM_HOME": str(home)} if home else dict(os.environ)
    code = AFTER.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", code], env=settings, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_list_of_commands_takes_hardly_anything() -> None:
    there = loaded("--help")
    assert "click" in there
    assert there & (PRESSES | SERVERS | BUILDERS | STORES | {"rich"}) == set()


@pytest.mark.parametrize("group", ["review", "access", "audit"])
def test_a_group_of_the_store_takes_no_press_and_no_server(group: str) -> None:
    there = loaded(group, "--help")
    assert "sqlmodel" in there
    assert there & (SERVERS | BUILDERS | {"weasyprint", "duckdb", "mrml", "pypdfium2"}) == set()


@pytest.mark.parametrize("command", [("review", "due"), ("review", "list"), ("access", "list"), ("audit", "head")])
def test_looking_into_a_store_takes_the_store_only(command: tuple[str, ...], tmp_path: Path) -> None:
    password = {"CCM_HOME": str(tmp_path), "CCM_PASSWORD": "correct horse battery staple"}
    founding = ["init", "--organisation", "ahorn", "--title", "Ahorn", "--admin", "ada"]
    subprocess.run([sys.executable, "-m", "ccm", *founding], env={**os.environ, **password}, check=True)
    assert loaded(*command, home=tmp_path) & (PRESSES | SERVERS | BUILDERS | {"psycopg", "jinja2", "babel"}) == set()


@pytest.mark.parametrize("name", PLACES)
def test_the_list_says_of_a_command_what_the_command_says_of_itself(name: str) -> None:
    command = ccm.commands[name]
    assert (command.help or "").partition("\n\n")[0] == PLACES[name].line
    assert command.name == name


@pytest.mark.parametrize("group", [name for name, place in PLACES.items() if place.inside])
def test_commands_of_a_group_have_their_own_names(group: str) -> None:
    inner = ccm.commands[group].commands  # type: ignore[attr-defined]
    assert set(PLACES[group].inside) <= set(inner)
    assert [name for name, command in inner.items() if command.name != name] == []
