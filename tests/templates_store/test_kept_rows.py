"""What was written stays, whoever writes to the database; and a rule that somebody took away is missed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ccm.store.auditing import verify
from templates_store.constraints import FACTS, KEPT, RULES
from tests.ccm.store.world import World
from tests.raw_program import Raw
from tests.templates_store.forging import refusal


def _replacing(raw: Raw, table: str) -> list[str]:
    """Ways to make a row go by putting another in its place."""
    if raw.kind == "postgresql":
        return []
    again = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"
    names = ", ".join(f'"{name}"' for (name,) in raw.rows(f"SELECT name FROM pragma_table_info('{table}')"))
    values = ", ".join(f"CAST({name} AS TEXT) || '-other'" for name in names.split(", "))
    hidden = f"INSERT OR REPLACE INTO {table} (rowid, {names}) SELECT rowid, {values} FROM {table} LIMIT 1"
    return [again] if "rowid" in _keys(raw, table) else [again, hidden]


def _keys(raw: Raw, table: str) -> list[str]:
    """`rowid` where the hidden key is one that has a name as well."""
    found = raw.rows(f"SELECT name FROM pragma_table_info('{table}') WHERE pk AND type = 'INTEGER'")
    several = raw.one(f"SELECT count(*) FROM pragma_table_info('{table}') WHERE pk")
    return ["rowid"] if found and several == 1 else []


def forbidden(raw: Raw, table: str) -> list[str]:
    """Everything that would change what a table holds."""
    column = "organisation"
    ways = [
        f"UPDATE {table} SET {column} = 'other'",
        f"DELETE FROM {table}",
        *_replacing(raw, table),
    ]
    if raw.kind == "sqlite":
        return [*ways, f"UPDATE OR IGNORE {table} SET {column} = 'other'", f"UPDATE OR REPLACE {table} SET rowid = 99"]
    return [
        *ways,
        f"TRUNCATE {table} CASCADE",
        f"WITH gone AS (DELETE FROM {table} RETURNING 1) SELECT * FROM gone",
        f"MERGE INTO {table} t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE",
    ]


@pytest.mark.parametrize("table", sorted(KEPT | FACTS.keys()))
def test_what_was_written_stays(bank: World, table: str) -> None:
    raw = Raw(bank.home)
    raw.fill(table)
    if others := [f"ccm_{table}_{rule.name.replace('-', '_')}" for rule in RULES if rule.table == table]:
        raw.unguarded(*others)  # they would be the first to refuse
    before = raw.rows(f"SELECT * FROM {table}")
    modes = ["", "SET session_replication_role = replica"]
    if raw.kind == "sqlite":
        modes = [f"PRAGMA recursive_triggers = {mode}" for mode in ("OFF", "ON")]
    for statement in forbidden(raw, table):
        for mode in modes:
            assert refusal(raw, *filter(None, [mode]), statement).startswith("ccm:unchangeable:"), statement
    assert sorted(raw.rows(f"SELECT * FROM {table}")) == sorted(before)


@pytest.mark.parametrize("table", sorted(KEPT))
def test_without_its_triggers_it_would_not(bank: World, table: str) -> None:
    raw = Raw(bank.home)
    raw.fill(table)
    before = raw.rows(f"SELECT * FROM {table}")
    raw.behind(f"UPDATE {table} SET organisation = 'other'")
    assert raw.rows(f"SELECT * FROM {table}") != before
    raw.behind(f"DELETE FROM {table}")
    assert raw.rows(f"SELECT * FROM {table}") == []


@pytest.mark.parametrize(("table", "columns"), FACTS.items(), ids=FACTS)
def test_of_what_changes_the_facts_stay(bank: World, table: str, columns: tuple[str, ...]) -> None:
    raw = Raw(bank.home)
    for column in columns:
        statement = f"UPDATE {table} SET {column} = {column} || 'x'"
        assert refusal(raw, statement) == f"ccm:unchangeable:{table}"
    raw.run(f"UPDATE {table} SET name = 'Other'")


def test_a_log_never_gets_shorter(bank: World) -> None:
    raw = Raw(bank.home)
    assert refusal(raw, "UPDATE log SET size = size - 1") == "ccm:unchangeable:log"
    raw.run("UPDATE log SET size = size + 1")


def _rewritten(raw: Raw) -> list[str]:
    name = "ccm_decision_own_work"
    if raw.kind == "sqlite":
        never = f"CREATE TRIGGER {name} BEFORE INSERT ON decision WHEN false BEGIN SELECT RAISE(ABORT, ''); END"
        return [f"DROP TRIGGER {name}", never]
    body = "BEGIN RETURN NEW; END"
    return [f"CREATE OR REPLACE FUNCTION ccm_rules.{name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$"]


def _switched_off(raw: Raw) -> list[str]:
    if raw.kind == "postgresql":
        return ["ALTER TABLE decision DISABLE TRIGGER ccm_decision_own_work"]
    return [
        "PRAGMA writable_schema = ON",
        "DELETE FROM sqlite_master WHERE name = 'ccm_decision_own_work'",
    ]


@pytest.mark.parametrize("way", [_rewritten, _switched_off])
def test_a_rule_that_somebody_took_away_is_missed(bank: World, way: Callable[[Raw], list[str]]) -> None:
    assert verify(bank.home) == []
    raw = Raw(bank.home)
    raw.run(*way(raw))
    bank.home.database.engine.dispose()
    assert [(problem.where, problem.code) for problem in verify(bank.home)] == [
        ("ccm_decision_own_work", "guard-missing")
    ]
    raw.guarded()
    assert verify(bank.home) == []
