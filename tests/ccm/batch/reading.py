"""Reading files of records in tests: what is in them, or what they are refused with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ccm.batch.records import open_file
from content_blocks.problem import Problem, Refused

HEADER = "id;name\n"


def read(path: Path) -> list[Any]:
    """The records; problems as `(where, code)`."""
    return [(record.where, record.code) if isinstance(record, Problem) else record for _, record in open_file(path)]


def read_text(tmp_path: Path, text: str, name: str = "people.csv", encoding: str = "utf-8") -> list[Any]:
    """The records of a file with this text."""
    (tmp_path / name).write_bytes(text.encode(encoding))
    return read(tmp_path / name)


def refusal(path: Path) -> list[str]:
    """The codes that a file is refused with."""
    with pytest.raises(Refused) as refused:
        read(path)
    return [problem.code for problem in refused.value.problems]
