"""Migrations: the schema as it has to be, made step by step from whatever is there."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

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


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    return config
