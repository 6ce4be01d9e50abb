"""Stamping: saying of every translation in an item which source text it translates.

Whoever stamps says that the translations are right as they stand.  Later, when the source text is changed, the stamp
no longer fits and the translation is stale until somebody has read it again.
"""

from __future__ import annotations

from collections.abc import Mapping

from content_blocks.item import LANGUAGE
from content_blocks.text import text_hash
from content_blocks.yaml_source import Plain


def source_language(content: Mapping[str, Plain]) -> str | None:
    """The language that an item's other languages are translated from; None for items that do not tell."""
    languages = content.get("languages")
    first = languages[0] if isinstance(languages, list) and languages else content.get("source_language")
    return first if isinstance(first, str) else None


def stamp(content: Mapping[str, Plain], source: str) -> dict[str, Plain]:
    """An item's plain content with `of` brought up to date in every text that is written in `source` and others.

    Everything else stays as it is and in the order it was in; `of` comes last in its text.
    """
    return {key: _stamped(value, source) for key, value in content.items()}


def _stamped(value: Plain, source: str) -> Plain:
    match value:
        case dict() if _is_translated(value, source):
            return _with_hashes(value, source)
        case dict():
            return stamp(value, source)
        case list():
            return [_stamped(entry, source) for entry in value]
    return value


def _is_translated(value: Mapping[str, Plain], source: str) -> bool:
    """Whether a mapping is a text: every key a language, the source among them."""
    texts = {key: text for key, text in value.items() if key != "of"}
    return source in texts and all(isinstance(text, str) and LANGUAGE.fullmatch(key) for key, text in texts.items())


def _with_hashes(text: Mapping[str, Plain], source: str) -> dict[str, Plain]:
    words = {language: words for language, words in text.items() if language != "of"}
    current = text_hash(str(words[source]))
    of: dict[str, Plain] = {language: current for language in words if language != source}
    return {**words, "of": of} if of else words
