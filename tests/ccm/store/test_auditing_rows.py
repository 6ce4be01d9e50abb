"""Whatever is done to the store behind the back of ccm is found: the log knows every row, and none is strange to it.

Who tampers here owns the database, takes every trigger away and puts it back; only the key they do not have.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column

from ccm.store.auditing import verify
from templates_store.marks import CHANGING, OF_THE_LOG, marked_tables
from templates_store.tables import METADATA, MUTABLE
from tests.ccm.store.tampering import codes, entries, lived, place_of, rewrite, sql
from tests.ccm.store.world import World
from tests.raw_program import Raw


def test_every_table_is_marked_the_log_itself_or_only_for_signing_in() -> None:
    """Whoever adds a table has thought of what happens when somebody changes it."""
    marked = {table.name for table in marked_tables()}
    assert marked | OF_THE_LOG | MUTABLE == METADATA.tables.keys()
    assert marked & MUTABLE == CHANGING
    assert [table.name for table in marked_tables() if "organisation" not in table.columns] == []


@pytest.mark.parametrize("table", [table.name for table in marked_tables()])
def test_no_row_of_any_table_changes_comes_or_goes_unseen(busy: World, table: str) -> None:
    raw = Raw(busy.home)
    if raw.one(f"SELECT count(*) FROM {table}") == 0:
        raw.fill(table)
        raw.behind(f"UPDATE {table} SET organisation = 'ahorn'")
        assert "row-unlogged" in codes(busy)
        raw.behind(f"DELETE FROM {table}")
        assert codes(busy) == set()
    else:
        column = _changeable(table)
        raw.behind(f"UPDATE {table} SET {column.name} = {raw.anything(column)}")
        assert codes(busy) >= ({"row-gone"} if column.name == "organisation" else {"row-unlogged", "row-gone"})
        raw.behind(f"DELETE FROM {table}")
        assert {problem.code for problem in verify(busy.home) if problem.params.get("table") == table} == {"row-gone"}


def _changeable(table: str) -> Column[Any]:
    """A column that does not say which row it is; that of whose it is, if there is no other."""
    return [it for it in METADATA.tables[table].columns if not it.primary_key and not it.foreign_keys][-1]


APPROVED = "(SELECT review FROM publication WHERE version = '1.1' AND kind = 'block')"
OPEN = "(SELECT review FROM review_item WHERE version = '1.2' AND kind = 'block')"
REJECTED = "(SELECT review FROM decision WHERE kind = 'rejected')"


def _person(login: str) -> str:
    return f"(SELECT id FROM person WHERE login = '{login}')"


def _copy(table: str, where: str, **changes: str) -> Callable[[World], object]:
    return lambda bank: Raw(bank.home).behind(Raw(bank.home).copy(table, where, **changes))


def _decision_and_entry(bank: World) -> None:
    place = place_of(bank, "decided")
    rewrite(bank, lambda log: [*log[:place], *log[place + 1 :]], f"DELETE FROM decision WHERE review = {OPEN}")


def _published(bank: World) -> None:
    raw = Raw(bank.home)
    about = {"review": OPEN, "version": "'1.2'"}
    raw.behind(raw.copy("publication", "kind = 'block' AND version = '1.1'", **about))


def _bundle_published(bank: World) -> None:
    raw = Raw(bank.home)
    one = f"review = {APPROVED} AND bundle = (SELECT min(bundle) FROM published_bundle WHERE review = {APPROVED})"
    raw.behind(raw.copy("published_bundle", one, review=REJECTED))


ROWS: dict[str, tuple[Callable[[World], object], str]] = {
    "a decision and its entry deleted": (_decision_and_entry, "log-head"),
    "a decision deleted": (sql(f"DELETE FROM decision WHERE review = {OPEN}"), "decision-gone"),
    "a decision's reason changed": (
        sql(f"UPDATE decision SET reason = 'fine' WHERE review = {REJECTED}"),
        "decision-unsigned",
    ),
    "a rejection made an approval": (
        sql(f"UPDATE decision SET kind = 'approved' WHERE review = {REJECTED}"),
        "decision-unsigned",
    ),
    "a decision of a kind that there is not": (
        sql(f"UPDATE decision SET kind = 'agreed' WHERE review = {REJECTED}"),
        "decision-unsigned",
    ),
    "a decision moved to another review": (
        sql(f"UPDATE decision SET review = {OPEN} WHERE review = {APPROVED} AND step = 'compliance'"),
        "decision-unsigned",
    ),
    "a decision given to another person": (
        sql(f"UPDATE decision SET person = {_person('cora')} WHERE review = {OPEN}"),
        "decision-unsigned",
    ),
    "a decision copied": (
        _copy("decision", f"review = {APPROVED} AND step = 'compliance'", review=OPEN),
        "decision-unlogged",
    ),
    "an item's hash changed": (sql(f"UPDATE review_item SET hash = 'x' WHERE review = {OPEN}"), "review-altered"),
    "a quorum lowered": (sql(f"UPDATE review_step SET quorum = 0 WHERE review = {OPEN}"), "review-altered"),
    "a step taken out": (
        sql(f"DELETE FROM review_step WHERE review = {OPEN} AND step = 'compliance'"),
        "review-altered",
    ),
    "all steps taken out": (sql(f"DELETE FROM review_step WHERE review = {OPEN}"), "review-altered"),
    "a step's words damaged": (sql(f"UPDATE review_step SET words = '[' WHERE review = {OPEN}"), "review-altered"),
    "an author forgotten": (sql(f"DELETE FROM review_author WHERE review = {OPEN}"), "row-gone"),
    "a review's bundle changed": (
        sql(f"UPDATE review_bundle SET bundle = bundle || 'x' WHERE review = {OPEN}"),
        "review-altered",
    ),
    "a review deleted": (sql(f"DELETE FROM review WHERE id = {OPEN}"), "review-gone"),
    "published by hand": (_published, "published-unapproved"),
    "a bundle published by hand": (_bundle_published, "published-unapproved"),
    "a publication's day changed": (sql("UPDATE publication SET start = '2026-01-01'"), "row-unlogged"),
    "a published bundle's hashes changed": (sql("UPDATE published_bundle SET hashes = '{}'"), "row-unlogged"),
    "a retirement undone": (sql("DELETE FROM retirement"), "row-gone"),
    "a postponement changed": (sql("UPDATE postponement SET start = '2026-11-02'"), "row-unlogged"),
    "a wording given another's text": (
        sql("UPDATE blob SET content = (SELECT max(b.content) FROM blob b)"),
        "row-unlogged",
    ),
    "a parsed wording changed": (
        sql("UPDATE revision SET content = replace(content, 'months', 'years')"),
        "row-unlogged",
    ),
    "a role given by hand": (_copy("granted", "role = 'publisher'", person=_person("bob")), "row-unlogged"),
    "a role taken by hand": (
        sql(
            "INSERT INTO grant_end (granted, organisation, ended_by, ended_at)"
            " SELECT id, organisation, person, granted_at FROM granted WHERE role = 'auditor'"
        ),
        "row-unlogged",
    ),
    "a role taken back given again": (sql("DELETE FROM grant_end"), "row-gone"),
    "somebody let in again": (sql("UPDATE person SET disabled = '' WHERE login = 'xenia'"), "row-unlogged"),
    "somebody's password replaced": (
        sql("UPDATE person SET password = (SELECT password FROM person WHERE login = 'vera') WHERE login = 'ada'"),
        "row-unlogged",
    ),
    "two people's logins swapped": (
        sql(
            "UPDATE person SET login = 'x' WHERE login = 'bob'",
            "UPDATE person SET login = 'bob' WHERE login = 'carl'",
            "UPDATE person SET login = 'carl' WHERE login = 'x'",
        ),
        "row-unlogged",
    ),
    "a key that never ends": (sql("UPDATE api_key SET expires = '2099-01-01T00:00:00.000000Z'"), "row-unlogged"),
}  # fmt: skip


@pytest.mark.parametrize(("attack", "code"), ROWS.values(), ids=ROWS)
def test_tampering_beside_the_log_is_found(busy: World, attack: Callable[[World], object], code: str) -> None:
    attack(busy)
    assert code in codes(busy)


def test_what_somebody_was_before_does_not_come_back(busy: World) -> None:
    """The log knows that state of a person too, but as one that is over."""
    raw = Raw(busy.home)
    raw.behind("UPDATE person SET password = '' WHERE login = 'vera'")
    assert codes(busy) == {"row-unlogged", "row-gone"}
    assert [problem.where.split()[0] for problem in verify(busy.home) if problem.code == "row-unlogged"] == ["person"]


def test_what_the_log_said_before_is_in_every_export(busy: World) -> None:
    """Marks are in the exported log too: who keeps it can hold any row against it later."""
    assert {table for entry in entries(busy) for table in entry.rows} >= {
        "decision",
        "person",
        "publication",
        "revision",
    }


UNREADABLE = {
    "half a character": "UPDATE person SET name = CAST(X'FF' AS TEXT)",
    "bytes for a text": "UPDATE decision SET reason = X'FF'",
    "a word for a number": "UPDATE head SET size = 'x' WHERE size = (SELECT min(size) FROM head)",
    "a key that is none": "UPDATE log SET key = 'x'",
}


@pytest.mark.parametrize("statement", UNREADABLE.values(), ids=UNREADABLE)
def test_what_no_column_can_hold_is_a_finding_too(tmp_path: Path, statement: str) -> None:
    bank = lived("sqlite", tmp_path)
    Raw(bank.home).behind(statement)
    assert codes(bank) == {"store-unreadable"}
    bank.home.database.engine.dispose()
