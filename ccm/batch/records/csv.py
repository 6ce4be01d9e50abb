"""CSV (RFC 4180) as it really comes: other separators, a byte order mark, quotes that are never closed.

Every value is text; only the data dictionary gives types.  The file as a whole is refused for its header alone; a bad
line costs one row, and the lines after it are read as if it were not there.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

from ccm.batch.records.encoding import recognise
from ccm.batch.records.lines import LONGEST_LINE, Line, lines
from ccm.batch.records.scan import Scan
from content_blocks.problem import Problem, Refused, refuse

SEPARATORS = ";,\t|"
LONGEST_RECORD = 200
"""A quoted field that goes on for more lines than this was never closed."""

_QUOTED = re.compile(r'"[^"]*"')

csv.field_size_limit(LONGEST_LINE)


def reader(path: Path, scan: Scan, stated: str | None) -> Callable[[], Iterator[dict[str, object] | Problem]]:
    """A function that reads the file from its start; refused where encoding or header cannot be used."""
    encoding, separator, header = layout(path, scan, stated)

    def read() -> Iterator[dict[str, object] | Problem]:
        table = _table(lines(path, encoding, ""), separator, len(header))
        next(table)
        for cells in table:
            yield cells if isinstance(cells, Problem) else dict(zip(header, cells, strict=True))

    return read


def layout(path: Path, scan: Scan, stated: str | None) -> tuple[str, str, list[str]]:
    """Encoding, separator and column names; refused where one of them is not certain."""
    encoding = recognise(scan, path, stated)
    first = next(lines(path, encoding, ""), None)
    if first is None or not first.text.strip():
        raise refuse(path.name, "data-empty")
    separator = _separator(first.text, path.name)
    cells = next(_table(lines(path, encoding, ""), separator, None))
    return encoding, separator, _header(cells, path.name)


def _separator(header: str, name: str) -> str:
    """The separator that is most frequent in the header outside quotes."""
    bare = _QUOTED.sub("", header)
    counts = sorted((bare.count(separator) for separator in SEPARATORS), reverse=True)
    if counts[0] and counts[0] == counts[1]:
        raise refuse(name, "separator-unknown")
    return max(SEPARATORS, key=bare.count)


def _header(cells: list[str] | Problem, name: str) -> list[str]:
    if isinstance(cells, Problem):
        raise Refused([cells.within(name)])
    header = [cell.strip() for cell in cells]
    unnamed = [Problem(name, "column-unnamed", {"number": n}) for n, cell in enumerate(header, 1) if not cell]
    twice = sorted({cell for cell in header if cell and header.count(cell) > 1})
    problems = unnamed + [Problem(name, "column-repeated", {"column": column}) for column in twice]
    if problems:
        raise Refused(problems)
    return header


def _table(stream: Iterator[Line], separator: str, width: int | None) -> Iterator[list[str] | Problem]:
    """The records' cells, `width` each once it is known.

    A record that spans several lines and then is no good began with a quote that was never closed: only its first
    line is at fault, and the others are read again as lines of their own.
    """
    back: deque[Line] = deque()
    source = iter(lambda: back.popleft() if back else next(stream, None), None)
    for line in source:
        taken, cells = _record(line, source, separator)
        if len(taken) > 1 and (cells is None or len(cells) != (width or len(cells))):
            back.extendleft(reversed(taken[1:]))
            cells = None
        if cells is None:
            yield Problem(f"line {line.number}", "quote-unclosed" if line.whole else "line-too-long")
        elif width is not None and cells and len(cells) != width:
            yield Problem(f"line {line.number}", "columns-differ", {"expected": width, "found": len(cells)})
        elif cells:
            width = width or len(cells)
            yield cells


def _record(line: Line, source: Iterator[Line], separator: str) -> tuple[list[Line], list[str] | None]:
    """The lines that one record takes up and its cells; None where its quotes do not close as they should."""
    taken, text = [line], line.text
    cells = _cells(text, separator) if line.whole else None
    while cells == [] and text.strip():
        following = next(source, None) if len(taken) < LONGEST_RECORD else None
        if following is None:
            return taken, None
        taken.append(following)
        text += following.text
        cells = _cells(text, separator) if '"' in following.text else []
    return taken, cells


def _cells(text: str, separator: str) -> list[str] | None:
    """The cells of a record's text; none of them while a quoted field is still open, None where quotes are wrong."""
    if '"' not in text:
        text = text.rstrip("\r\n")
        return text.split(separator) if text.strip() else []
    try:
        return next(csv.reader([text], delimiter=separator, strict=True), [])
    except csv.Error as error:
        return [] if "unexpected end" in str(error) else None
