"""One look through a whole input file: its hash, its encoding, and about how many rows it has."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from content_blocks.problem import refuse

BLOCK = 1 << 20
ODD_LINES = 64 << 10
"""So many bytes of lines with non-ASCII characters are kept to recognise an encoding by."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a file looks like.  `odd` is a sample of its lines that are not plain ASCII; `start` its first bytes."""

    sha256: str
    start: bytes
    newlines: int
    utf8: bool
    nul: bool
    odd: bytes

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
    digest, start, newlines, nul, odd = sha256(), b"", 0, False, bytearray()
    decoder, utf8 = codecs.getincrementaldecoder("utf-8")(), True
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
            start = start or block[:4]
            newlines += block.count(b"\n")
            nul = nul or b"\0" in block
            utf8 = utf8 and _decodes(decoder, block)
            if not utf8 and len(odd) < ODD_LINES:
                odd += b"\n".join(line for line in block.split(b"\n") if not line.isascii())[:ODD_LINES]
    return Scan(digest.hexdigest(), start, newlines, utf8 and _decodes(decoder, b"", final=True), nul, bytes(odd))


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True
