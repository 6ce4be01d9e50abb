"""The bank on each database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ccm.store.tampering import lived
from tests.ccm.store.world import World, world
from tests.databases import KINDS, forget


@pytest.fixture(params=KINDS)
def bank(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A bank whose letters are approved, on SQLite and on PostgreSQL."""
    made = world(request.param, tmp_path)
    yield made
    forget(made.home.database)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[World]:
    """The same on SQLite only, for what no database can make a difference to."""
    made = world("sqlite", tmp_path)
    yield made
    forget(made.home.database)


@pytest.fixture(params=KINDS)
def busy(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """The bank after some weeks of work, on each database."""
    made = lived(request.param, tmp_path)
    yield made
    forget(made.home.database)
