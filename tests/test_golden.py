"""Goldens: what differs fails and is shown side by side, what nobody asks for is named, what is accepted stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.golden import Golden, stale, write_differences


@pytest.fixture
def folders(tmp_path: Path) -> Golden:
    """A golden comparison in folders of its own, where `sms/reminder.txt` is expected."""
    golden = Golden(update=True, expected=tmp_path / "expected", produced=tmp_path / "produced")
    golden("sms/reminder.txt", "Please pay 12.00 EUR by 3 May.")
    return replace(golden, update=False)


def test_the_same_output_passes_and_leaves_no_page(folders: Golden, tmp_path: Path) -> None:
    folders("sms/reminder.txt", "Please pay 12.00 EUR by 3 May.\n")
    assert write_differences(folders.expected, folders.produced, tmp_path / "page.html") == []
    assert not (tmp_path / "page.html").exists()


def test_other_output_fails_and_is_shown_beside_the_old(folders: Golden, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"sms/reminder\.txt differs"):
        folders("sms/reminder.txt", "Please pay 13.00 EUR by 3 May.")
    assert write_differences(folders.expected, folders.produced, tmp_path / "page.html") == ["sms/reminder.txt"]
    page = (tmp_path / "page.html").read_text()
    assert "expected" in page
    assert "produced" in page


def test_output_that_nobody_expected_fails(folders: Golden) -> None:
    with pytest.raises(AssertionError, match="nothing to compare"):
        folders("push/reminder.txt", "Pay.")


def test_expected_output_that_no_test_produces_is_stale(folders: Golden) -> None:
    (folders.expected / "sms" / "gone.txt").write_text("Nobody asks for this.\n")
    assert stale(folders.expected, folders.produced) == ["sms/gone.txt"]
