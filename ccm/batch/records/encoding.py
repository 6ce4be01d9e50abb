"""The encoding of a text file, recognised or refused by name, never guessed.

Unicode is certain, since the whole file was decoded; other than UTF-8 says so by a byte order mark.  What is left in
banks' exports is Windows-1252, with Latin-1 in it.  It is taken where Windows-1250, its Central European neighbour,
would read the same, and where no word looks as if it came from DOS or an old Macintosh.
"""

from __future__ import annotations

import re

from ccm.batch.records.scan import Scan
from content_blocks.problem import refuse

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽž"
_CAPITAL = "À-ÖØ-ÞŒŠŽ"
_IMPLAUSIBLE = re.compile(
    rf"[A-Za-z][{_CAPITAL}][a-z]|[a-z][{_CAPITAL}]"  # BŠcker, JosŽ: Macintosh
    rf"|[{_LETTER}][„‚§¤¦¨¬µ¶]|[€…†‡‰™¤¦¨¬®°±¶¸”][{_LETTER}]"  # Gro§, K”ln, …sterreich: Macintosh, DOS
    "|[À-ÖØ-öø-ÿŒœŠšŽž]{3}"  # no Western word has three such letters in a row, Greek and Cyrillic words have
)


def recognise(scan: Scan, name: str) -> str:
    """Python's name of the encoding; refused where it is not certain."""
    if scan.unicode:
        return scan.unicode
    if _reads_as_western(scan):
        return "cp1252"
    raise refuse(name, "encoding-unknown", guess=_guess(scan.sample))


def recognise_json(scan: Scan, name: str) -> str:
    """JSON is UTF-8 (RFC 8259, section 8.1); UTF-16 and UTF-32 with their marks are let through."""
    encoding = recognise(scan, name)
    if encoding == "cp1252":
        raise refuse(name, "encoding-unknown", guess=encoding)
    return encoding


def _guess(sample: bytes) -> str:
    """A name to help whoever exported the file; it decides nothing."""
    from charset_normalizer import from_bytes  # slow to load, and rarely needed

    best = from_bytes(sample).best()
    return best.encoding if best else "?"


def _reads_as_western(scan: Scan) -> bool:
    try:
        same = scan.bytes_seen.decode("cp1252") == scan.bytes_seen.decode("cp1250")
    except UnicodeDecodeError:
        return False
    return same and b"\0" not in scan.bytes_seen and not _IMPLAUSIBLE.search(scan.sample.decode("cp1252"))
