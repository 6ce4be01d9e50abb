"""The rules of `templates_store.constraints` as triggers: made, and looked for again where somebody may have been.

SQLite       A row that takes the place of another would make that one go without a word (`INSERT OR REPLACE`), so a
             row may not come under a key that is taken, be it the hidden one.
PostgreSQL   The functions look at our tables only, whatever tables of the same names a session has before them in its
             path; they wait for each other where they are about the same review; and they are on even where a session
             says that it only copies rows from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, Index, Table, UniqueConstraint, text

from templates_store.constraints import FACTS, KEPT, RULES, UNCHANGEABLE, Rule
from templates_store.tables import METADATA

SCHEMA = "ccm_rules"
"""Where PostgreSQL keeps the functions of the triggers."""


SECONDS = re.compile(r"SECONDS\(([\w.]+)\)")
"""How the rules ask for an instant in seconds."""


class Guard(NamedTuple):
    """A trigger: its table, the statement that makes it as the database tells it again, and its function's body."""

    name: str
    table: str
    statement: str
    body: str = ""


def set_up(connection: Connection) -> None:
    """Make every trigger anew."""
    statements = _postgresql_anew(connection) if _is_postgresql(connection) else _sqlite_anew(connection)
    for statement in statements:
        connection.exec_driver_sql(statement)


def guards(connection: Connection) -> list[Guard]:
    """The triggers that there have to be."""
    return list(_postgresql(_home(connection)) if _is_postgresql(connection) else _sqlite())


def guards_lacking(connection: Connection) -> list[str]:
    """The triggers that are not there, are switched off or say something else than the code."""
    there = _there_on_postgresql(connection) if _is_postgresql(connection) else _there_on_sqlite(connection)
    return sorted(it.name for it in guards(connection) if there.get(it.name) != (it.statement, it.body))


def _is_postgresql(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _called(rule: Rule) -> str:
    return f"ccm_{rule.table}_{rule.name.replace('-', '_')}"


def _sqlite() -> Iterator[Guard]:
    for name in sorted(KEPT | FACTS.keys()):
        refuse = f"BEGIN SELECT RAISE(ABORT, 'ccm:{UNCHANGEABLE}:{name}'); END"
        changes = f" WHEN {_changes(name, 'IS NOT', 'rowid')}" if name in FACTS else ""
        for verb, when in (("UPDATE", changes), ("DELETE", ""), ("INSERT", f" WHEN {_taken(METADATA.tables[name])}")):
            called = f"ccm_{name}_{verb.lower()}"
            yield Guard(called, name, f"CREATE TRIGGER {called} BEFORE {verb} ON {name}{when} {refuse}")
    for rule in RULES:
        refuse = f"BEGIN SELECT RAISE(ABORT, 'ccm:{rule.name}:{rule.table}'); END"
        broken = SECONDS.sub(r"CAST(strftime('%s', \1) AS INTEGER)", rule.broken)
        statement = f"CREATE TRIGGER {_called(rule)} BEFORE INSERT ON {rule.table} WHEN {broken} {refuse}"
        yield Guard(_called(rule), rule.table, statement)


def _changes(table: str, differs: str, *more: str) -> str:
    """When an update changes what stays; a log never gets shorter either."""
    changed = [f"NEW.{column} {differs} OLD.{column}" for column in (*FACTS[table], *more)]
    return " OR ".join(changed + (["NEW.size < OLD.size"] if table == "log" else []))


def _taken(table: Table) -> str:
    """When a new row would take the place of one that is there; the hidden key is -1 where nobody gives one."""
    unique: list[UniqueConstraint | Index] = [it for it in table.constraints if isinstance(it, UniqueConstraint)]
    unique += [it for it in table.indexes if it.unique and it.dialect_options["sqlite"]["where"] is None]
    keys = [["rowid"], *sorted([column.name for column in it.columns] for it in (table.primary_key, *unique))]
    same = (" AND ".join(f"t.{column} = NEW.{column}" for column in key) for key in keys)
    return " OR ".join(f"EXISTS (SELECT 1 FROM {table.name} t WHERE {key})" for key in same)  # noqa: S608 - our names


def _sqlite_anew(connection: Connection) -> Iterator[str]:
    yield from (f'DROP TRIGGER "{name}"' for name in _there_on_sqlite(connection))
    yield from (guard.statement for guard in guards(connection))


def _there_on_sqlite(connection: Connection) -> dict[str, tuple[str, str]]:
    found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ccm_%'"))
    return {name: (statement, "") for name, statement in found.all()}


def _postgresql(home: str) -> Iterator[Guard]:
    for name in sorted(KEPT | FACTS.keys()):
        refuse = f"RAISE EXCEPTION USING MESSAGE = 'ccm:{UNCHANGEABLE}:{name}';"
        changes = f"TG_OP = 'UPDATE' AND NOT ({_changes(name, 'IS DISTINCT FROM')})" if name in FACTS else "false"
        body = f"BEGIN IF {changes} THEN RETURN NEW; END IF; {refuse} END"
        yield _guard(f"ccm_{name}_kept", name, "BEFORE DELETE OR UPDATE", "ROW", body, home)
        yield _guard(f"ccm_{name}_whole", name, "BEFORE TRUNCATE", "STATEMENT", f"BEGIN {refuse} END", home)
    for rule in RULES:
        refuse = f"RAISE EXCEPTION USING MESSAGE = 'ccm:{rule.name}:{rule.table}';"
        broken = SECONDS.sub(r"floor(extract(epoch FROM CAST(\1 AS timestamptz)))", rule.broken)
        body = f"BEGIN {_wait(rule)}IF {broken} THEN {refuse} END IF; RETURN NEW; END"
        yield _guard(_called(rule), rule.table, "BEFORE INSERT", "ROW", body, home)


def _guard(name: str, table: str, when: str, each: str, body: str, home: str) -> Guard:
    statement = f"CREATE TRIGGER {name} {when} ON {home}.{table} FOR EACH {each} EXECUTE FUNCTION {SCHEMA}.{name}()"
    return Guard(name, table, statement, body)


def _wait(rule: Rule) -> str:
    """Whoever writes about a review waits for whoever is writing about it, and then sees what they wrote."""
    if "review" not in METADATA.tables[rule.table].columns:
        return ""
    return "PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); "


def _home(connection: Connection) -> str:
    """The schema that our tables are in."""
    return str(connection.execute(text("SELECT quote_ident(current_schema())")).scalar_one())


def _postgresql_anew(connection: Connection) -> Iterator[str]:
    home = _home(connection)
    yield f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE"
    yield f"CREATE SCHEMA {SCHEMA}"
    for guard in guards(connection):
        yield (
            f"CREATE FUNCTION {SCHEMA}.{guard.name}() RETURNS trigger LANGUAGE plpgsql"
            f" SET search_path = pg_catalog, {home}, pg_temp AS $${guard.body}$$"
        )
        yield guard.statement
        yield f"ALTER TABLE {home}.{guard.table} ENABLE ALWAYS TRIGGER {guard.name}"


def _there_on_postgresql(connection: Connection) -> dict[str, tuple[str, str]]:
    """What is there and switched on, told in the words it was made with."""
    found = connection.execute(
        text(
            "SELECT t.tgname, pg_get_triggerdef(t.oid), p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
            " WHERE t.tgname LIKE 'ccm_%' AND t.tgenabled = 'A' AND p.proconfig = ARRAY[CAST(:path AS text)]"
        ),
        {"path": f"search_path=pg_catalog, {_home(connection)}, pg_temp"},
    )
    return {name: (statement, body) for name, statement, body in found.all()}
