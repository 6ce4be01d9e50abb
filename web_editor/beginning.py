"""How a letter or content block begins that is made of nothing, and what it is called where nobody says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
LONGEST = 60
"""How long a name that is made of a title gets."""


def name_of(title: str, folder: str = "") -> str:
    """A name made of a title, in a folder: small letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(GERMAN))
    words = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")
    name = f"{folder}-{words}" if folder else words
    return (name if name[:1].isalpha() else f"x-{name}")[:LONGEST].strip("-")


def numbered(name: str) -> Iterable[str]:
    """The name itself, and others for where it is taken."""
    yield name
    yield from (f"{name}-{number}" for number in range(2, 30))


def empty_letter(
    name: str,
    title: str,
    languages: Sequence[str],
    document_class: Mapping[str, Any],
    dictionary: str,
    brands: Sequence[str],
) -> dict[str, Any]:
    """A letter that says nothing yet but its title, and shows what its document class asks for."""
    return {
        "template": name,
        "version": "1.0",
        "title": title,
        "languages": list(languages),
        "class": document_class["class"],
        "dictionary": dictionary,
        "brands": list(brands),
        "messages": {"subject": title},
        "body": [{"id": "headline", "type": "heading", "level": 1, "text": title}, *_asked_for(document_class)],
    }


def _asked_for(document_class: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """A use of each content block that the class wants in every such letter."""
    names = dict.fromkeys(str(it["block"]) for it in document_class.get("required", ()))
    for name in names:
        yield {"id": name, "type": "clause", "block": name, "follow": "approved", "mandatory": True}


def empty_block(
    name: str, title: str, language: str, owner: str, citation: str, jurisdiction: str, review_by: date, *, lock: str
) -> dict[str, Any]:
    """A content block that says no more than its title yet."""
    return {
        "block": name,
        "version": "1.0",
        "title": {language: title},
        "owner": owner,
        "jurisdiction": [jurisdiction],
        "citation": citation,
        "source_language": language,
        "review_by": review_by.isoformat(),
        "lock": lock,
        "long": [{"id": "text", "type": "text", "text": {language: title}}],
    }
