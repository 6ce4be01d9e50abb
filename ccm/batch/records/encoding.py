"""The encoding of a text file, recognised or refused by name, never guessed.

UTF-8 is certain, since the whole file was decoded; UTF-16 by its byte order mark.  What is left in banks' exports is
Windows-1252, with Latin-1 in it.  It is taken where Windows-1250, its Central European neighbour, would read the same,
and where no word looks as if it came from DOS or an old Macintosh.
"""

from __future__ import annotations

import codecs
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
    if scan.start.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise refuse(name, "encoding-unknown", guess="utf_32")
    if scan.start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if scan.utf8 and not scan.nul:
        return "utf-8-sig"
    if not scan.nul and _reads_as_western(scan.odd):
        return "cp1252"
    raise refuse(name, "encoding-unknown", guess="?" if scan.nul else _guess(scan.odd))


def recognise_json(scan: Scan, name: str) -> str:
    """JSON is UTF-8 (RFC 8259, section 8.1); UTF-16 with its mark is let through as well."""
    encoding = recognise(scan, name)
    if encoding == "cp1252":
        raise refuse(name, "encoding-unknown", guess=encoding)
    return encoding


def _guess(sample: bytes) -> str:
    """A name to help whoever exported the file; it decides nothing."""
    from charset_normalizer import from_bytes  # slow to load, and rarely needed

    best = from_bytes(sample).best()
    return best.encoding if best else "?"


def _reads_as_western(sample: bytes) -> bool:
    try:
        text, central = sample.decode("cp1252"), sample.decode("cp1250")
    except UnicodeDecodeError:
        return False
    return text == central and not _IMPLAUSIBLE.search(text)
