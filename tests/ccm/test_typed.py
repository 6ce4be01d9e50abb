"""A command that the product shows works when it is copied: run by a shell where the user is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ccm.commands.typed import typed
from ccm.terminal import Exit
from tests.source import ROOT


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `ccm` that was started by its path, in a folder that the shell does not search."""
    program = tmp_path / "env ironment" / "ccm"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ccm "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [str(program)])
    return program


def works(command: str) -> bool:
    """Whether the shell finds the program, which then looks for the folder."""
    done = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8", check=False)
    return done.returncode == Exit.USAGE and "Directory 'nowhere at all' does not exist" in done.stderr


def command() -> str:
    """A command as the product would show it."""
    return typed("batch", "status", "nowhere at all")


def test_below_the_user_it_is_the_way_from_there(program: Path) -> None:
    assert command() == "'env ironment/ccm' batch status 'nowhere at all'"
    assert works(command())


def test_elsewhere_it_is_the_whole_way(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "home")
    assert command() == f"'{program}' batch status 'nowhere at all'"
    assert works(command())


def test_on_the_path_it_is_ccm(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    assert command() == "ccm batch status 'nowhere at all'"
    assert works(command())


def test_another_ccm_on_the_path_is_not_meant(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "ccm").write_text("#!/bin/sh\n")
    (other / "ccm").chmod(0o755)
    monkeypatch.setenv("PATH", f"{other}:{os.environ['PATH']}")
    assert command().startswith("'env ironment/ccm'")


def test_as_a_module_it_is_python(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [str(ROOT / "ccm" / "__main__.py")])
    assert command().endswith("-m ccm batch status 'nowhere at all'")
    assert works(command())
