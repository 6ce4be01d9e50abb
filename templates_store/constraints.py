"""What the database itself refuses, whatever program writes to it: the rules of approval once more, as triggers.

They say the same as `approvals`, in the words of a database: nothing that was written changes, nobody approves their
own work, and nothing is published that lacks its votes.  `set_up` makes them anew with every migration, so that the
rules in force are always those of the code.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, inspect, text

from templates_store.tables import METADATA, MUTABLE

SCHEMA = "ccm_rules"
"""Where PostgreSQL keeps the functions of the triggers."""


class Rule(NamedTuple):
    """Rows that must not come into a table: the name of the rule, and when a new row breaks it."""

    name: str
    table: str
    broken: str


RULES = (
    Rule(
        "own-work",
        "decision",
        "NEW.kind <> 'withdrawn' AND EXISTS (SELECT 1 FROM review_author a WHERE a.review = NEW.review"
        " AND a.person IN (NEW.person, NEW.voter))",
    ),
    Rule(
        "own-submission",
        "decision",
        "NEW.kind <> 'withdrawn' AND EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review"
        " AND r.submitted_by IN (NEW.person, NEW.voter))",
    ),
    Rule(
        "counts-once",
        "decision",
        "NEW.kind = 'approved' AND EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review"
        " AND d.kind = 'approved' AND (d.person IN (NEW.person, NEW.voter) OR d.voter IN (NEW.person, NEW.voter)))",
    ),
    Rule(
        "other-subject",
        "decision",
        "NOT EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review AND r.subject = NEW.subject"
        " AND r.organisation = NEW.organisation)",
    ),
    Rule(
        "step-unknown",
        "decision",
        "NEW.kind = 'approved' AND NOT EXISTS (SELECT 1 FROM review_step s WHERE s.review = NEW.review"
        " AND s.step = NEW.step)",
    ),
    Rule(
        "review-over",
        "decision",
        "EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review AND d.kind <> 'approved')"
        " OR EXISTS (SELECT 1 FROM publication p WHERE p.review = NEW.review)"
        " OR EXISTS (SELECT 1 FROM published_bundle p WHERE p.review = NEW.review)",
    ),
    *(
        Rule(
            "votes-missing",
            table,
            "NOT EXISTS (SELECT 1 FROM review_step s WHERE s.review = NEW.review)"
            " OR EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review AND d.kind <> 'approved')"
            " OR EXISTS (SELECT 1 FROM review_step s WHERE s.review = NEW.review AND s.quorum >"
            " (SELECT count(DISTINCT d.voter) FROM decision d WHERE d.review = s.review AND d.step = s.step"
            " AND d.kind = 'approved'))",
        )
        for table in ("publication", "published_bundle")
    ),
    Rule(
        "not-submitted",
        "publication",
        "NOT EXISTS (SELECT 1 FROM review_item i WHERE i.review = NEW.review AND i.kind = NEW.kind"
        " AND i.name = NEW.name AND i.version = NEW.version AND i.hash = NEW.hash AND i.revision = NEW.revision)",
    ),
    Rule(
        "not-submitted",
        "published_bundle",
        "NOT EXISTS (SELECT 1 FROM review_bundle b WHERE b.review = NEW.review AND b.bundle = NEW.bundle"
        " AND b.hashes = NEW.hashes AND b.template = NEW.template AND b.version = NEW.version)",
    ),
    *(
        Rule(
            "review-begun",
            table,
            "EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review)",
        )
        for table in ("review_step", "review_author", "review_item", "review_bundle")
    ),
    Rule(
        "begins-earlier",
        "postponement",
        "EXISTS (SELECT 1 FROM publication p WHERE p.id = NEW.publication AND p.start >= NEW.start)",
    ),
)


def set_up(connection: Connection) -> None:
    """Make every trigger anew."""
    statements = _postgresql() if connection.dialect.name == "postgresql" else _sqlite(connection)
    for statement in statements:
        connection.exec_driver_sql(statement)


def refused_by(error: Exception) -> str | None:
    """The name of the rule that a database error comes from, if it comes from one of these."""
    told = str(getattr(error, "orig", error))
    names = ("unchangeable", *(rule.name for rule in RULES))
    return next((name for name in names if f"ccm:{name}:" in told), None)


def _kept_tables() -> list[str]:
    return sorted(set(METADATA.tables) - MUTABLE)


def _sqlite(connection: Connection) -> Iterator[str]:
    found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ccm_%'"))
    yield from (f'DROP TRIGGER "{name}"' for (name,) in found.all())
    there = set(inspect(connection).get_table_names())
    for table in _kept_tables():
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER ccm_{table}_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, 'ccm:unchangeable:{table}'); END"
            )
    for rule in RULES:
        if rule.table in there:
            yield (
                f"CREATE TRIGGER {_called(rule)} BEFORE INSERT ON {rule.table} WHEN {rule.broken}"
                f" BEGIN SELECT RAISE(ABORT, 'ccm:{rule.name}:{rule.table}'); END"
            )


def _postgresql() -> Iterator[str]:
    yield f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE"
    yield f"CREATE SCHEMA {SCHEMA}"
    yield (
        f"CREATE FUNCTION {SCHEMA}.unchangeable() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:' || TG_TABLE_NAME; END $$"
    )
    for table in _kept_tables():
        yield (
            f"CREATE TRIGGER ccm_{table}_kept BEFORE UPDATE OR DELETE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.unchangeable()"
        )
        yield (
            f"CREATE TRIGGER ccm_{table}_whole BEFORE TRUNCATE ON {table}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {SCHEMA}.unchangeable()"
        )
    for rule in RULES:
        yield (
            f"CREATE FUNCTION {SCHEMA}.{_called(rule)}() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN IF {rule.broken} THEN RAISE EXCEPTION USING MESSAGE = 'ccm:{rule.name}:{rule.table}'; END IF;"
            " RETURN NEW; END $$"
        )
        yield (
            f"CREATE TRIGGER {_called(rule)} BEFORE INSERT ON {rule.table}"
            f" FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.{_called(rule)}()"
        )


def _called(rule: Rule) -> str:
    return f"ccm_{rule.table}_{rule.name.replace('-', '_')}"
