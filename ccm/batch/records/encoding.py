"""The encoding of a text file, recognised or refused by name, never guessed.

Unicode is certain, since the whole file was decoded; other than UTF-8 says so by a byte order mark.  What is left in
banks' exports is Windows-1252, which is taken where every line is certain to be it.  For all others, whoever runs the
batch has to say what they are.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from ccm.batch.records.lines import lines
from ccm.batch.records.scan import Scan
from ccm.batch.records.western import is_western
from content_blocks.problem import refuse

_NO_CHARACTER_SETS = ("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7")


def known(name: str) -> str | None:
    """Python's name for an encoding, such as `cp1252` for Windows-1252; None if it has none."""
    try:
        found = codecs.lookup(name)
        "".encode(found.name)
    except LookupError:
        return None
    return None if found.name.replace("_", "-") in _NO_CHARACTER_SETS else found.name


def recognise(scan: Scan, path: Path, stated: str | None) -> str:
    """Python's name of the encoding; `stated` says what it is where it is not Unicode; refused if it is not certain."""
    if scan.unicode:
        return scan.unicode
    if stated:
        _refuse_undecodable(path, stated)
        return stated
    _refuse_other_than_western(scan, path)
    return "cp1252"


def recognise_json(scan: Scan, path: Path, stated: str | None) -> str:
    """JSON is UTF-8 (RFC 8259, section 8.1); UTF-16 and UTF-32 with their marks are let through."""
    if scan.unicode or stated:
        return recognise(scan, path, stated)
    raise _unknown(scan, path.name)


def _refuse_undecodable(path: Path, encoding: str) -> None:
    try:
        for _ in lines(path, encoding, ""):
            pass
    except UnicodeError:
        raise refuse(path.name, "encoding-wrong", encoding=encoding) from None


def _refuse_other_than_western(scan: Scan, path: Path) -> None:
    try:
        for line in lines(path, "cp1252", ""):
            if not is_western(line.text):
                raise _unknown(scan, f"{path.name} line {line.number}")
    except UnicodeDecodeError:
        raise _unknown(scan, path.name) from None


def _unknown(scan: Scan, where: str) -> Exception:
    """With a name to help whoever exported the file; it decides nothing."""
    from charset_normalizer import from_bytes  # slow to load, and rarely needed

    best = from_bytes(scan.sample).best()
    return refuse(where, "encoding-unknown", guess=best.encoding if best else "?")
