"""What people install works without this checkout: the wheel, in a clean environment, with what it declares."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.source import ROOMS, ROOT

UV = Path(sys.executable).parent / "uv"


def run(*command: str | Path, inside: Path) -> str:
    """What a command prints; its complaints when it fails."""
    done = subprocess.run(list(map(str, command)), cwd=inside, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, inside=ROOT)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_every_file_of_the_rooms_and_nothing_else(wheel: Path) -> None:
    files = (path for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file())
    ours = {str(path.relative_to(ROOT)) for path in files if path.suffix != ".pyc" and "island" not in path.parts}
    assert {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name} == ours


def test_the_command_works_in_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    run(UV, "venv", "--quiet", "--python", sys.executable, tmp_path / "clean", inside=tmp_path)
    python = tmp_path / "clean" / "bin" / "python"
    install: list[str | Path] = [UV, "pip", "install", "--quiet", "--python", python]
    run(*install, "--require-hashes", "-r", ROOT / "requirements" / "ccm.txt", inside=tmp_path)
    run(*install, "--no-deps", wheel, inside=tmp_path)
    run(UV, "pip", "check", "--python", python, inside=tmp_path)
    ccm, away = tmp_path / "clean" / "bin" / "ccm", tmp_path / "away"
    away.mkdir()
    names = [found["name"] for found in json.loads(run(ccm, "template", "list", "--json", inside=away))]
    assert "card-blocked" in names
    run(ccm, "render", "card-blocked", "--persona", "lost", "--out", "out", inside=away)
    assert {path.suffix for path in (away / "out").iterdir()} == {".pdf", ".eml", ".json"}
