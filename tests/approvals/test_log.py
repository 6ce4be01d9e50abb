"""Whatever is done to a log behind its back is found, with the heads that were kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from approvals.log import Entry, Head, faults, root_of

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
Rows = list[tuple[Entry, str]]


def row(entry: Entry) -> tuple[Entry, str]:
    """An entry with the leaf hash that belongs to it: whoever forges one forges that as well."""
    return entry, entry.leaf()


def log(size: int) -> Rows:
    return [row(Entry(n, START + timedelta(minutes=n), "anna", "saved", {"n": n})) for n in range(size)]


def head(rows: Rows) -> Head:
    size, root = root_of(leaf for _entry, leaf in rows)
    return Head("bank", size, root, START)


def changed(rows: Rows) -> Rows:
    return [*rows[:3], row(replace(rows[3][0], person="bert")), *rows[4:]]


def swapped(rows: Rows) -> Rows:
    one, other = (replace(rows[n][0], place=m) for n, m in ((3, 4), (4, 3)))
    return [*rows[:3], row(other), row(one), *rows[5:]]


def renumbered(rows: Rows) -> Rows:
    return [row(replace(entry, place=n)) for n, (entry, _leaf) in enumerate(rows)]


ATTACKS: dict[str, tuple[Callable[[Rows], Rows], str]] = {
    "an entry changed": (changed, "log-head"),
    "an entry changed, its hash forgotten": (
        lambda rows: [*rows[:3], (changed(rows)[3][0], rows[3][1]), *rows[4:]],
        "log-entry",
    ),
    "an entry deleted": (lambda rows: [*rows[:3], *rows[4:]], "log-place"),
    "an entry deleted, the others renumbered": (lambda rows: renumbered([*rows[:3], *rows[4:]]), "log-cut"),
    "two swapped": (swapped, "log-head"),
    "one inserted": (lambda rows: renumbered([*rows[:3], *log(1), *rows[3:]]), "log-head"),
    "the tail cut off": (lambda rows: rows[:7], "log-cut"),
    "an old backup restored and written on": (
        lambda rows: [*rows[:7], *renumbered([*rows[:7], *log(4)])[7:]],
        "log-head",
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_attack_is_found_with_a_head_kept_elsewhere(attack: str) -> None:
    rows = log(10)
    kept = head(rows)
    change, code = ATTACKS[attack]
    forged = change(rows)
    found = list(faults((entry for entry, _ in forged), (leaf for _, leaf in forged), [kept]))
    assert code in [fault for fault, _place in found]


def test_a_log_that_only_grew_is_right_under_every_head() -> None:
    rows = log(20)
    heads = [head(rows[:size]) for size in range(21)]
    assert list(faults((entry for entry, _ in rows), (leaf for _, leaf in rows), heads)) == []
