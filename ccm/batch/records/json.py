"""JSON without losing anything: decimals stay exact, and what Python lets pass but JSON forbids is found.

In a file of lines a broken one costs one row.  In an array nobody can say where the next record begins after a broken
one, so the whole file is read through before it is used.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TextIO

from ccm.batch.records.encoding import recognise_json
from ccm.batch.records.lines import LONGEST_LINE, lines
from ccm.batch.records.scan import Scan
from content_blocks.problem import Problem, refuse

BLOCK = 1 << 16
LONGEST_NUMBER = 40
"""In digits before or after the point: an exponent can ask for a gigabyte of zeros."""

_BLANK = " \t\r\n"


class Decoder:
    """Decodes one value at a time and remembers what was wrong in it."""

    def __init__(self) -> None:
        self._faults: list[Problem] = []
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_float=self._decimal,
            parse_int=self._integer,
            parse_constant=self._constant,
        )

    def decode(self, text: str, start: int = 0) -> tuple[dict[str, object] | Problem, int]:
        """The record that starts at a place, or what is wrong with it, and where it ends.

        Raises ValueError where it is no JSON, RecursionError where it is nested too deep.
        """
        self._faults.clear()
        value, end = self._decoder.raw_decode(text, start)
        if self._faults:
            return self._faults[0], end
        if not isinstance(value, dict):
            return Problem("", "record-not-object"), end
        if text.find("\\u", start, end) >= 0 and not _encodes(value):
            return Problem("", "text-surrogate"), end
        return value, end

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        content = dict(pairs)
        if len(content) != len(pairs):
            self._faults.append(Problem("", "json-key-repeated"))
        return content

    def _decimal(self, text: str) -> Decimal:
        number = Decimal(text)
        if abs(number.adjusted()) > LONGEST_NUMBER or len(text) > 2 * LONGEST_NUMBER:
            self._faults.append(Problem("", "file-number-too-long", {"digits": LONGEST_NUMBER}))
            return Decimal(0)
        return number

    def _integer(self, text: str) -> int:
        if len(text) > LONGEST_NUMBER:
            self._faults.append(Problem("", "file-number-too-long", {"digits": LONGEST_NUMBER}))
            return 0
        return int(text)

    def _constant(self, _: str) -> None:
        self._faults.append(Problem("", "number-not-finite"))


def lines_reader(path: Path, scan: Scan, stated: str | None) -> Callable[[], Iterator[dict[str, object] | Problem]]:
    """A function that reads a file with one record a line; blank lines do not count."""
    encoding = recognise_json(scan, path, stated)

    def read() -> Iterator[dict[str, object] | Problem]:
        decoder = Decoder()
        for line in lines(path, encoding, "\n"):
            place = f"line {line.number}"
            if not line.whole:
                yield Problem(place, "line-too-long")
            elif text := line.text.strip(_BLANK):
                record = _line(decoder, text)
                yield record.within(place) if isinstance(record, Problem) else record

    return read


def _line(decoder: Decoder, text: str) -> dict[str, object] | Problem:
    try:
        record, end = decoder.decode(text)
    except (ValueError, RecursionError):
        return Problem("", "json-broken")
    return record if end == len(text) else Problem("", "json-broken")


def reader(path: Path, scan: Scan, stated: str | None) -> Callable[[], Iterator[dict[str, object] | Problem]]:
    """A function that reads a file with an array of records, or with records one after the other."""
    encoding = recognise_json(scan, path, stated)

    def read() -> Iterator[dict[str, object] | Problem]:
        with path.open(encoding=encoding) as file:
            for number, record in enumerate(_Values(file, path.name), start=1):
                yield record.within(f"record {number}") if isinstance(record, Problem) else record

    for _ in read():
        pass
    return read


class _Values:
    """The values in a stream, as few characters in memory as the longest one needs."""

    def __init__(self, file: TextIO, name: str) -> None:
        self._file, self._name = file, name
        self._decoder = Decoder()
        self._text, self._at, self._passed = "", 0, 0

    def __iter__(self) -> Iterator[dict[str, object] | Problem]:
        array = self._skip("[")
        while (following := self._peek()) not in ("", "]"):
            yield self._value()
            following = self._peek()
            if array and following == ",":
                self._skip(",")
                if self._peek() == "]":
                    raise self._broken()
            elif array and following != "]":
                raise self._broken()
        if array and not self._skip("]"):
            raise self._broken()
        if self._peek():
            raise self._broken()

    def _value(self) -> dict[str, object] | Problem:
        found = self._attempt()
        # A value that ends where the text read so far ends may go on after it.
        while found is None or found[1] == len(self._text):
            more = self._read_on()
            found = self._attempt()
            if not more:
                break
        if found is None:
            raise self._broken()
        record, self._at = found
        return record

    def _attempt(self) -> tuple[dict[str, object] | Problem, int] | None:
        try:
            return self._decoder.decode(self._text, self._at)
        except RecursionError:
            raise self._broken() from None
        except ValueError:
            return None

    def _peek_at(self, at: int) -> str:
        return self._text[at : at + 1]

    def _peek(self) -> str:
        """The next character that is not blank, without taking it; empty at the end."""
        while True:
            while (found := self._peek_at(self._at)) and found in _BLANK:
                self._at += 1
            if found or not self._read_on():
                return found

    def _skip(self, mark: str) -> bool:
        found = self._peek() == mark
        self._at += found
        return found

    def _read_on(self) -> bool:
        """Read one more block, forgetting what has been taken; False at the end of the file."""
        block = self._file.read(max(BLOCK, len(self._text) - self._at))
        self._passed += self._at
        self._text, self._at = self._text[self._at :] + block, 0
        if len(self._text) > 2 * LONGEST_LINE:
            raise refuse(self._name, "line-too-long")
        return bool(block)

    def _broken(self) -> Exception:
        return refuse(self._name, "json-file-broken", place=self._passed + self._at + 1)


def _encodes(value: object) -> bool:
    """Whether all texts in it are Unicode: a lone surrogate is half a character (RFC 8259, section 8.2)."""
    try:
        json.dumps(value, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        return False
    return True
