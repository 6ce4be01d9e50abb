"""The journal keeps what it has taken, wherever its last line is torn."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from ccm.batch.job import Made
from ccm.batch.journal import Journal, counted
from ccm.batch.outcome import Outcome, Row, finished, quarantined
from content_blocks.problem import Problem

ROWS = [
    finished(Row(2, "C-2", "C-2", {}), [Made("sms", ".json", b"{}", {"segments": 2})]),
    quarantined(1, None, [Problem("id", "id-missing")]),
    finished(Row(4, "Ä", "A", {}), []),
]


def test_outcomes_come_back_in_row_order(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "journal")) as journal:
        journal.append(ROWS[:2])
        journal.append(ROWS[2:])
        assert [outcome.row for outcome in journal] == [1, 2, 4]
        assert (3 in journal, 4 in journal, 5 in journal, 0 in journal) == (False, True, False, False)
        assert journal.outcome(2) == ROWS[0]
        with pytest.raises(KeyError):
            journal.outcome(3)
    assert counted(tmp_path / "journal") == {"done": 1, "quarantined": 1, "skipped": 1}
    assert counted(tmp_path / "nowhere") == {}


def test_a_journal_torn_anywhere_keeps_its_whole_lines_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with closing(Journal(path)) as journal:
        journal.append(ROWS)
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        with closing(Journal(path)) as journal:
            kept = list(journal)
            assert len(kept) == whole[:length].count(b"\n")
            journal.append([row for row in ROWS if row.row not in journal])
            assert list(journal) == sorted(ROWS, key=lambda outcome: outcome.row)
        assert path.read_bytes() == whole


def test_a_damaged_line_costs_itself_and_what_follows(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with closing(Journal(path)) as journal:
        journal.append(ROWS)
    first, _, third = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + b"\0\0\0\n" + third)
    with closing(Journal(path)) as journal:
        assert list[Outcome](journal) == ROWS[:1]
