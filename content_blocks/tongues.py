"""An item in fewer languages: its plain content with some of them left out, and translations held to what is left."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from content_blocks.text import text_hash


def narrowed(content: Mapping[str, Any], wanted: Collection[str]) -> dict[str, Any]:
    """A template's plain content in some of its languages; all of them, where none is wanted.

    Where the source language goes, the first one that stays is the source of the others.
    """
    known: list[str] = content["languages"]
    spoken = [it for it in known if it in (wanted or known)]
    if spoken == known:
        return dict(content)
    made = {key: inner for key, value in content.items() if (inner := _in_few(value, known, spoken)) is not None}
    if not set(made.get("bilingual", ())) <= set(spoken):
        del made["bilingual"]
    return {**made, "languages": spoken}


def _in_few(value: Any, known: Sequence[str], spoken: Sequence[str]) -> Any:
    """The same in the languages that stay; none for a text that says nothing in any of them."""
    match value:
        case dict() if _is_text(value, known):
            return _text(value, known[0], spoken)
        case dict():
            inner = {key: _in_few(it, known, spoken) for key, it in value.items()}
            return {key: it for key, it in inner.items() if it is not None}
        case list():
            return [_in_few(it, known, spoken) for it in value]
    return value


def _is_text(value: Mapping[str, Any], known: Sequence[str]) -> bool:
    """Whether a mapping is a text: every key a language of the template, but for what it translates."""
    return (
        bool(value) and value.keys() <= {*known, "of"} and all(isinstance(value[it], str) for it in value if it != "of")
    )


def _text(value: Mapping[str, Any], source: str, spoken: Sequence[str]) -> dict[str, Any] | None:
    words = {language: value[language] for language in value if language in spoken}
    of = {language: it for language, it in value.get("of", {}).items() if language in spoken}
    if source not in spoken and spoken[0] in words:
        of = _of_the_new_source(value, source, spoken[0], of)
    if not words:
        return None
    return {**words, "of": of} if of else words


def _of_the_new_source(value: Mapping[str, Any], source: str, new: str, of: Mapping[str, str]) -> dict[str, str]:
    """What translated the same as the new source translates that from now on; what was stale stays so."""
    meant = value.get("of", {}).get(new)
    current = text_hash(value[source]) if source in value else None
    fresh = meant == current
    return {
        language: text_hash(value[new]) if fresh and it == current else it
        for language, it in of.items()
        if language != new
    }
