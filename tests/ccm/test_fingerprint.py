"""The engine fingerprint changes with everything that could change a byte of output."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ccm.fingerprint import DECIDING, OUR_ROOMS, ROOT, own_code

BESIDES = ("library/", "locale/", "__pycache__/", "py.typed", "specimen.png")
"""What is in a bundle's hash itself, is read by users of the product only, or by no renderer at all."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for room in OUR_ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("library", "__pycache__"))
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "renderers/pdf/body.py",
        "renderers/pdf/styles/text.css",
        "renderers/pdf/no_system_fonts.conf",
        "templates_store/choose.py",
    ],
)
def test_a_changed_file_is_another_engine(copy: Path, name: str) -> None:
    before = own_code(copy)
    with (copy / name).open("a") as file:
        file.write("\n")
    assert own_code(copy) != before


def test_no_kind_of_file_is_forgotten() -> None:
    files = [path.relative_to(ROOT) for room in OUR_ROOMS for path in (ROOT / room).rglob("*") if path.is_file()]
    kept = [path for path in files if not any(part in str(path) for part in BESIDES)]
    assert [str(path) for path in kept if not any(path.match(kind) for kind in DECIDING)] == []
