"""Migrations: the schema as it has to be, made step by step from whatever is there."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from content_blocks.problem import refuse
from templates_store import triggers
from templates_store.database import WRITING, Database
from templates_store.roles import grant_application

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(database: Database, until: str = "head", role: str = "") -> None:
    """Bring the schema to a revision, and the rules that the database keeps to those of the code.

    `role` is the one of PostgreSQL that the application signs in as: it gets what it needs (`templates_store.roles`).
    All of it happens, or nothing does.
    """
    with database.engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        command.upgrade(_config(connection), until)
        if until == "head":
            triggers.set_up(connection)
            if role:
                grant_application(connection, role)


def refuse_other_schema(database: Database) -> None:
    """Raises Refused unless the schema is the one of this program."""
    there = _revision(database)
    if there != head():
        raise refuse("", "store-schema-differs", there=there, wanted=head())


def refuse_later_schema(database: Database) -> None:
    """Raises Refused if this program knows no way from the schema to its own."""
    there = _revision(database)
    if there not in {script.revision for script in _scripts().walk_revisions()}:
        raise refuse("", "store-schema-later", there=there, wanted=head())


def head() -> str:
    """The revision of the schema that this program works with."""
    found = _scripts().get_current_head()
    assert found is not None
    return found


def _revision(database: Database) -> str:
    """The revision that the schema has; raises Refused where there is none."""
    with database.engine.connect() as connection:
        there = MigrationContext.configure(connection).get_current_revision()
    if there is None:
        raise refuse("", "store-missing")
    return there


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(SCRIPTS))


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    return config
