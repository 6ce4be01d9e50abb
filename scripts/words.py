#!/usr/bin/env python
"""Brings the catalogues of the product's own words up to date: `python -m scripts.words`.

Every text marked with `_(…)` in our rooms, and in the library that prints the command line's own words, is gathered.
What was translated keeps its translation, what is new waits for one with an empty `msgstr`, what nobody says any more
goes.  Catalogues hold no dates and no places in the source: they change when words do, and never otherwise.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from ccm.words import DOMAIN, LOCALES

ROOT = Path(__file__).resolve().parent.parent
ISLAND = ROOT / "web_editor" / "island" / "src"
STATIC = ROOT / "web_editor" / "static"
FOLDERS = (ROOT / "ccm", ROOT / "web_editor", Path(click.__file__).parent)
SOURCES = [("**.py", "python"), ("views/**.html", "jinja2"), ("island/src/**.ts", "javascript")]
TRANSLATIONS = ("de",)

MessageId = str | tuple[str, ...]


class Words(Catalog):
    """A catalogue whose header says how to read it and nothing that changes from day to day."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The language, the encoding and the rule for plurals, as gettext wants them."""
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


def main() -> int:
    """Rewrite the catalogues; 1 if words wait for their translation."""
    waiting = 0
    for language in TRANSLATIONS:
        words = catalogue(language)
        place(language, "po").parent.mkdir(parents=True, exist_ok=True)
        place(language, "po").write_bytes(as_po(words))
        place(language, "mo").write_bytes(as_mo(words))
        spoken(language).write_text(island_words(words), encoding="utf-8")
        waiting += sum(not is_translated(words, id) for id in said())
    print(f"{waiting} waiting for a translation")
    return 1 if waiting else 0


def place(language: str, ending: str) -> Path:
    """Where the catalogue of a language lies, as text (`po`) or compiled (`mo`)."""
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


def catalogue(language: str) -> Words:
    """Everything that is said, with the translations there are."""
    before = written(language)
    words = Words(language, DOMAIN, fuzzy=False, header_comment="# The product's words; see scripts/words.py.")
    for id in said():
        known = before.get(id) if before else None
        words.add(id, string=known.string if known else "")
    return words


def written(language: str) -> Catalog | None:
    """The catalogue as it lies there; None if there is none yet."""
    path = place(language, "po")
    return read_po(BytesIO(path.read_bytes()), locale=language, domain=DOMAIN) if path.exists() else None


def said() -> Iterator[MessageId]:
    """Every marked text, once; singular and plural together."""
    seen: set[MessageId] = set()
    for folder in FOLDERS:
        for _file, _line, id, _remarks, _context in extract_from_dir(folder, SOURCES, keywords=DEFAULT_KEYWORDS):
            if id and id not in seen:
                seen.add(id)
                yield id


def spoken(language: str) -> Path:
    """Where the words lie that the scripts of the pages say in a language."""
    return STATIC / f"words.{language}.js"


def island_words(words: Catalog) -> str:
    """What the scripts of the pages say, as a script of its own: browsers keep it, and it comes packed."""
    found = extract_from_dir(ISLAND, [("**.ts", "javascript")], keywords=DEFAULT_KEYWORDS)
    said = sorted({str(id) for _file, _line, id, _remarks, _context in found})
    shown = {id: message.string for id in said if (message := words.get(id)) and message.string not in ("", id)}
    return f"globalThis.ccmWords = {json.dumps(shown, ensure_ascii=False, indent=0)};\n"


def is_translated(words: Catalog, id: MessageId) -> bool:
    """Whether every form of a text has its words."""
    message = words.get(id)
    forms = message.string if message else ""
    return all(forms) if isinstance(forms, tuple) else bool(forms)


def as_po(words: Catalog) -> bytes:
    """The text that people translate in."""
    stream = BytesIO()
    write_po(stream, words, width=110, no_location=True, sort_output=True)
    return stream.getvalue()


def as_mo(words: Catalog) -> bytes:
    """The form that gettext reads."""
    stream = BytesIO()
    write_mo(stream, words)
    return stream.getvalue()


if __name__ == "__main__":
    sys.exit(main())
