"""The schema: from nothing and from the first one it comes to what the program works with, and loses nothing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, inspect, select
from sqlalchemy.exc import DBAPIError

from ccm.store.auditing import verify
from ccm.store.home import Home
from templates_store.database import Database, open_database
from templates_store.migrating import SCRIPTS, migrate
from templates_store.schema import head
from templates_store.schema import revisions as known_revisions
from templates_store.tables import METADATA
from templates_store.triggers import guards_lacking
from tests import databases
from tests.ccm.store.world import START, World
from tests.databases import KINDS
from tests.raw_program import Raw

FIRST = Path(__file__).parent / "first_schema"


@pytest.fixture(params=KINDS)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database with nothing in it."""
    database = open_database(databases.empty(request.param, tmp_path))
    yield database
    database.engine.dispose()


@pytest.fixture
def first(empty: Database, tmp_path: Path) -> World:
    """A bank's store as it was under the first schema."""
    home = Home(tmp_path, empty, "ahorn")
    script = (FIRST / f"{empty.kind}.sql").read_text("utf-8")
    if empty.kind == "sqlite":
        with sqlite3.connect(Raw(home).address) as connection:
            connection.executescript(script)
    else:
        with psycopg.connect(Raw(home).address, autocommit=True) as other:
            other.execute(script.encode())
    home.key_file.parent.mkdir()
    shutil.copyfile(FIRST / "ahorn.pem", home.key_file)
    home.key_file.chmod(0o600)
    return World(home, START.replace(day=4))


def differences(database: Database) -> list[object]:
    """How the schema differs from what the program says it is."""
    with database.engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), METADATA))


def schema(database: Database) -> str | None:
    """The revision of the schema."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def columns(database: Database) -> dict[str, list[str]]:
    """The columns of all tables."""
    found = inspect(database.engine)
    return {name: [it["name"] for it in found.get_columns(name)] for name in found.get_table_names()}


def rows(database: Database, wanted: dict[str, list[str]]) -> dict[str, list[tuple[object, ...]]]:
    """Everything in some columns of some tables."""
    there = MetaData()
    there.reflect(database.engine)
    with database.engine.connect() as connection:
        return {
            name: sorted(
                (tuple(row) for row in connection.execute(select(*(there.tables[name].c[it] for it in names)))), key=str
            )
            for name, names in wanted.items()
            if name != "alembic_version"
        }


def revisions() -> list[str]:
    """All steps of the schema in their order."""
    return [script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()][::-1]


def test_from_nothing_it_comes_to_what_the_program_says(empty: Database) -> None:
    migrate(empty)
    assert differences(empty) == []
    assert schema(empty) == head()


def test_step_by_step_it_comes_to_the_same(empty: Database) -> None:
    assert revisions() == [*known_revisions()]
    for revision in revisions():
        migrate(empty, revision)
        assert schema(empty) == revision
    assert differences(empty) == []


def test_from_the_first_schema_nothing_is_lost(first: World) -> None:
    database = first.home.database
    assert schema(database) == revisions()[0]
    there = columns(database)
    before = rows(database, there)
    assert [name for name, found in before.items() if not found] == []
    migrate(database)
    assert differences(database) == []
    assert rows(database, there) == before
    assert verify(first.home) == []


def test_after_it_people_go_on_working(first: World) -> None:
    migrate(first.home.database)
    assert first.says("letter") == first.says("reminder")
    waiting = next(it for it in first.reviews() if it.state == "in_review")
    first.decide("dora", waiting.row.id)
    first.edit("bob", "template", "reminder", version="1.2", title={"en": "Payment", "de": "Zahlung"})
    assert first.publish("bob", ("template", "reminder")).state == "approved"
    assert verify(first.home) == []


def test_what_was_tampered_with_before_it_is_found_after_it(first: World) -> None:
    raw = Raw(first.home)
    raw.drop_all()
    raw.run("UPDATE publication SET start = '2026-01-01'")
    migrate(first.home.database)
    assert {problem.code for problem in verify(first.home)} == {"row-unlogged", "row-gone"}


def test_a_second_time_it_changes_nothing(first: World) -> None:
    database = first.home.database
    migrate(database)
    there = columns(database)
    before = rows(database, there)
    migrate(database)
    assert (columns(database), rows(database, there)) == (there, before)
    assert verify(first.home) == []


@pytest.mark.parametrize("in_the_way", ["api_key", "look"])
def test_one_that_fails_leaves_nothing(first: World, in_the_way: str) -> None:
    """Something is in the way of a later step: those before it are undone, and the rules are still kept."""
    database = first.home.database
    Raw(first.home).run(f"CREATE TABLE {in_the_way} (mine integer)")
    before = columns(database)
    with pytest.raises(DBAPIError):
        migrate(database)
    assert columns(database) == before
    assert schema(database) == revisions()[0]
    with pytest.raises(DBAPIError, match="ccm:unchangeable:decision"), database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM decision")
    Raw(first.home).run(f"DROP TABLE {in_the_way}")
    migrate(database)
    assert verify(first.home) == []


def test_it_brings_back_every_rule(first: World) -> None:
    database = first.home.database
    Raw(first.home).drop_all()
    migrate(database)
    with database.engine.connect() as connection:
        assert guards_lacking(connection) == []
