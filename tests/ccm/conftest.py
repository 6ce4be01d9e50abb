"""What the tests of commands begin with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from templates_store.database import open_database
from tests.ccm.shop import Shop, ready


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """The bank with its letters approved, and passwords for those who act in these tests."""
    monkeypatch.chdir(tmp_path)
    for name in ("CCM_USER", "CCM_PASSWORD", "CCM_NEW_PASSWORD", "CCM_DATABASE_URL", "CCM_ORGANISATION"):
        monkeypatch.delenv(name, raising=False)
    place, bank = tmp_path / "home", ready()
    shutil.copytree(bank.home.place, place)
    home = replace(bank.home, place=place, database=open_database(f"sqlite:///{place / 'ccm.db'}"))
    yield Shop(replace(bank, home=home), tmp_path, {"CCM_HOME": str(place), "COLUMNS": "160"})
    home.database.engine.dispose()
