"""The bank on each database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ccm.store.proofs import Auditor, Sealed, auditor, made
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


@pytest.fixture(scope="session")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sealed]:
    """A bank with two runs, which nobody changes."""
    found = made(tmp_path_factory.mktemp("sealed"), tmp_path_factory.mktemp("home"))
    yield found
    forget(found.bank.home.database)


@pytest.fixture
def eve(tmp_path: Path) -> Auditor:
    """An auditor who has nothing of ours but one file."""
    return auditor(tmp_path / "auditor")
