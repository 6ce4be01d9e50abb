"""The encoding of a text file, recognised or refused by name, never guessed.

UTF-8 is certain, since the whole file was decoded; UTF-16 by its byte order mark.  What is left in banks' exports is
Windows-1252 (with Latin-1 in it): taken only where every word with an odd byte then reads as Western European.
"""

from __future__ import annotations

import codecs
import re

from ccm.batch.records.scan import Scan
from content_blocks.problem import refuse

_LETTERS = "A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ"
_MARKS_IN_WORDS = re.compile(rf"[A-Za-z][^{_LETTERS}\x00-\x7f’–·­\xa0]+[a-z]")
_CAPITAL_IN_WORD = re.compile(r"[a-zß-ÿ][À-ÖØ-ÞŒŠŽŸ][a-zß-ÿ]")
_FOREIGN_RUN = re.compile(r"[À-ÿŒœŠšŽžŸ]{3}")


def recognise(scan: Scan, name: str) -> str:
    """Python's name of the encoding; refused where it is not certain."""
    if scan.start.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise refuse(name, "encoding-unknown", guess="UTF-32")
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
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return not any(pattern.search(text) for pattern in (_MARKS_IN_WORDS, _CAPITAL_IN_WORD, _FOREIGN_RUN))
