"""The page about operating on PostgreSQL works on a real one: roles, backups, restoring, upgrading."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import databases
from tests.docs.pages import differences, follow


def test_what_operators_are_told_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "reader"
    folder.mkdir()
    (socket,) = parse_qs(urlsplit(str(databases.server().get_uri())).query)["host"]
    monkeypatch.setenv("PGHOST", socket)
    monkeypatch.setenv("PGUSER", "postgres")
    monkeypatch.setenv("PATH", f"{databases.programs()}:{os.environ['PATH']}")
    for fence, said in follow("operate-on-postgresql.md", folder):
        assert differences(fence.said or "…", said) == [], fence.text
