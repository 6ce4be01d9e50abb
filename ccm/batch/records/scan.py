"""One look through a whole input file: its hash, its encoding, and about how many rows it has."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from content_blocks.problem import refuse

BLOCK = 1 << 20
SAMPLE = 64 << 10
"""So many bytes of lines with other than ASCII characters are kept to guess at an encoding by."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a file looks like.

    `unicode` is the Unicode encoding that all of it was decoded with, if any; otherwise `sample` holds some of
    its lines that are not ASCII.
    """

    sha256: str
    newlines: int
    unicode: str | None
    sample: bytes

    def rows(self, kind: str) -> int | None:
        """About how many records the file has, where lines tell."""
        match kind:
            case "csv":
                return max(self.newlines - 1, 0)
            case "json-lines":
                return self.newlines
        return None


def scan(path: Path) -> Scan:
    """Read the file once; refused where it cannot be opened."""
    try:
        return _scan(path)
    except OSError as error:
        raise refuse(path.name, "file-unreadable", reason=error.strerror or "") from error


def _scan(path: Path) -> Scan:
    digest, newlines, sample = sha256(), 0, bytearray()
    with path.open("rb") as file:
        encoding = _by_mark(file.read(4))
        file.seek(0)
        decoder, decodes = codecs.getincrementaldecoder(encoding)(), True
        while block := file.read(BLOCK):
            digest.update(block)
            newlines += block.count(b"\n")
            decodes = decodes and _decodes(decoder, block)
            if not decodes:
                sample += _odd_lines(block)[: SAMPLE - len(sample)]
    decodes = decodes and _decodes(decoder, b"", final=True)
    return Scan(digest.hexdigest(), newlines, encoding if decodes else None, bytes(sample))


def _by_mark(start: bytes) -> str:
    """The encoding that a byte order mark names; UTF-8 where there is none."""
    marks = {codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32"}
    marks |= {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
    return next((encoding for mark, encoding in marks.items() if start.startswith(mark)), "utf-8-sig")


def _odd_lines(block: bytes) -> bytes:
    return b"".join(line + b"\n" for line in block.split(b"\n") if not line.isascii())


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, *, final: bool = False) -> bool:
    """Whether a block is in the encoding; a NUL shows that it is another one in disguise."""
    try:
        return "\0" not in decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
