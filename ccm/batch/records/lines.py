"""Lines of a text file, none longer than a record may be: a file without line ends does not fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

LONGEST_LINE = 16 << 20
"""In characters; no recipient's record is longer."""


class Line(NamedTuple):
    """A line with its end, and its number from 1.  Of one that is too long only the beginning is there."""

    number: int
    text: str
    whole: bool = True


def lines(path: Path, encoding: str, newline: str) -> Iterator[Line]:
    """The lines of a file; `newline` as for `open`."""
    with path.open(encoding=encoding, newline=newline) as file:
        number = 0
        while text := file.readline(LONGEST_LINE):
            number += 1
            if len(text) == LONGEST_LINE and not text.endswith("\n"):
                _skip_rest(file)
                yield Line(number, text, whole=False)
            else:
                yield Line(number, text)


def _skip_rest(file: TextIO) -> None:
    while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(("\n", "\r")):
        pass
