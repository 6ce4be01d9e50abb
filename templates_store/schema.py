"""Which schema a database has, and which one this program works with: looked at by every command, so without alembic,
which takes longer to load than the look itself.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sqlalchemy import column, inspect, select, table

from content_blocks.problem import refuse
from templates_store.database import Database

STEPS = Path(__file__).parent / "migrations" / "versions"
"""Each migration is a file that begins with its revision; they follow one another in that order."""


def refuse_other_schema(database: Database) -> None:
    """Raises Refused unless the schema is the one of this program."""
    there = _revision(database)
    if there != head():
        raise refuse("", "store-schema-differs", there=there, wanted=head())


def refuse_later_schema(database: Database) -> None:
    """Raises Refused if this program knows no way from the schema to its own."""
    there = _revision(database)
    if there not in revisions():
        raise refuse("", "store-schema-later", there=there, wanted=head())


def head() -> str:
    """The revision of the schema that this program works with."""
    return revisions()[-1]


@cache
def revisions() -> tuple[str, ...]:
    """All revisions that this program knows, the first one first."""
    return tuple(sorted(path.name.partition("_")[0] for path in STEPS.glob("[0-9]*.py")))


def _revision(database: Database) -> str:
    """The revision that the schema has; raises Refused where there is none."""
    with database.engine.connect() as connection:
        if inspect(connection).has_table("alembic_version"):
            there = connection.scalar(select(table("alembic_version", column("version_num")).c.version_num))
        else:
            there = None
    if there is None:
        raise refuse("", "store-missing")
    return str(there)
