"""Cards: what is known of an item at a glance, as it was saved last, read off its content once.

A library of ten thousand items is looked through by its cards; nobody opens the items for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeGuard

from content_blocks.item import LANGUAGE
from content_blocks.spoken_fields import spoken_fields
from content_blocks.text import ANY_LANGUAGE, text_hash
from templates_store.choose import Kind

HEADING, OPENING = 60, 200
"""How many characters are no more than a heading, and how many of a text are shown."""
PLACEHOLDER, END = re.compile(r"\{\{[^}]*\}\}"), re.compile(r"\s*(\|[^}]*)?\}\}")
"""A placeholder, and its end: how it is written out does not matter to who looks for it."""


@dataclass(frozen=True, slots=True)
class Card:
    """An item at a glance.

    `title` is by language, under `""` where it is the same in all; `gaps` are languages of it in which a text is
    missing or stale; `opening` is how it begins to speak in each, `words` all that it says, folded for searching.
    `owner` is a content block's or a class's.
    """

    kind: Kind
    name: str
    revision: int
    version: str
    hash: str
    saved_by: str
    saved_at: str
    title: Mapping[str, str]
    languages: tuple[str, ...]
    gaps: frozenset[str]
    document_class: str
    owner: str
    channels: tuple[str, ...]
    review_by: str
    opening: Mapping[str, str]
    words: str

    def opening_in(self, language: str) -> str:
        """How it begins to speak, in a language or the one it was written in first."""
        own = self.opening.get(language) or self.opening.get(ANY_LANGUAGE)
        return own or next(iter(self.opening.values()), "")

    def title_in(self, language: str) -> str:
        """What people call it: in a language, or else in the one it was written in first, or its name."""
        own = self.title.get(language) or self.title.get(ANY_LANGUAGE)
        return own or next(iter(self.title.values()), "") or self.name


def card(kind: Kind, name: str, version: str, hash: str, by: str, at: str, content: str, revision: int) -> Card:
    """The card of a revision."""
    held: dict[str, Any] = json.loads(content)
    texts = list(_texts(held))
    languages = tuple(held.get("languages") or _spoken(texts, held.get("source_language", "")))
    return Card(
        kind,
        name,
        revision,
        version,
        hash,
        by,
        at,
        _title(held.get("title")),
        languages,
        frozenset(_gaps(texts, languages)),
        str(held.get("class", "")) if kind == "template" else "",
        str(held.get("owner", "")),
        tuple(held.get("channels", ())) if kind == "class" else (),
        str(held.get("review_by", "")),
        _opening(held),
        read_aloud("\n".join(_words(texts, held))).casefold(),
    )


def said(content: str) -> list[str]:
    """Every text of an item, one after the other, as one reads it out."""
    held: dict[str, Any] = json.loads(content)
    return [read_aloud(it) for it in _words(_texts(held), held)]


def _opening(held: Mapping[str, Any]) -> dict[str, str]:
    """The first sentences of a text that is more than a heading."""
    for text in _texts(held.get("long") or held.get("body") or []):
        spoken = {ANY_LANGUAGE: text} if isinstance(text, str) else {it: text[it] for it in text if it != "of"}
        if all(len(it) > HEADING for it in spoken.values()):
            return {language: shortened(PLACEHOLDER.sub("…", it).replace("….", "…")) for language, it in spoken.items()}
    return {}


def shortened(text: str) -> str:
    """A text that is no longer than what fits beside a title."""
    text = read_aloud(text)
    return text if len(text) <= OPENING else text[:OPENING].rpartition(" ")[0] + " …"


def read_aloud(text: str) -> str:
    """A text as one reads it out: without marks for emphasis, its placeholders by what they name."""
    return END.sub("›", text).replace("{{ ", "‹").replace("**", "").replace("\\\n", " ")


def _title(title: object) -> dict[str, str]:
    match title:
        case str():
            return {ANY_LANGUAGE: title}
        case dict():
            return {language: text for language, text in title.items() if language != "of"}
    return {}


def _texts(value: object) -> Iterator[Mapping[str, Any] | str]:
    """Every text in an item: maps of languages, and what is the same in all."""
    match value:
        case dict():
            for key, inner in value.items():
                yield from _of_field(inner) if key in spoken_fields() else _texts(inner)
        case list():
            for inner in value:
                yield from _texts(inner)


def _of_field(value: object) -> Iterator[Mapping[str, Any] | str]:
    """The texts of a field that holds some: one, a list of them, or one for each of some names."""
    if isinstance(value, str) or _is_text(value):
        yield value
        return
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _of_field(inner) if isinstance(inner, str) or _is_text(inner) else _texts(inner)


def _is_text(value: object) -> TypeGuard[Mapping[str, Any]]:
    if not isinstance(value, dict):
        return False
    languages = value.keys() - {"of"}
    return bool(languages) and all(_is_language(it) and isinstance(value[it], str) for it in languages)


@lru_cache(maxsize=1024)
def _is_language(name: str) -> bool:
    """Asked of every key of every item, of which there are few different ones."""
    return LANGUAGE.fullmatch(name) is not None


def _words(texts: Iterator[Mapping[str, Any] | str] | list[Any], held: Mapping[str, Any]) -> Iterator[str]:
    for text in texts:
        match text:
            case str():
                yield text
            case _:
                yield from (words for language, words in text.items() if language != "of")
    if citation := held.get("citation"):
        yield str(citation)


def _spoken(texts: list[Any], source: str) -> list[str]:
    """The languages of an item that does not list them, the source first."""
    found = dict.fromkeys(language for text in texts if not isinstance(text, str) for language in text)
    return [source, *sorted(found.keys() - {source, "of"})] if source else []


def _gaps(texts: list[Any], languages: tuple[str, ...]) -> Iterator[str]:
    """The languages in which a text is missing that others have, or translates another one than is there now."""
    for text in texts:
        if isinstance(text, str) or not languages:
            continue
        yield from (it for it in languages if it not in text and it.partition("-")[0] not in text)
        if source := text.get(languages[0]):
            current = text_hash(source)
            yield from (language for language, it in text.get("of", {}).items() if it != current)
