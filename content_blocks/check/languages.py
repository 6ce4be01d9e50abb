"""Whether everything is written in the languages of the bundle, and translates what it says to translate."""

from __future__ import annotations

from collections.abc import Iterator

from content_blocks.check.subject import Placed, Subject
from content_blocks.content_block import ContentBlock
from content_blocks.problem import Problem


def missing(subject: Subject) -> Iterator[Problem]:
    """A text that is not written in the language, or in the other one of a bilingual template."""
    for placed in subject.texts:
        if placed.content is None:
            for language in _languages(subject, placed):
                if not placed.text.speaks(language):
                    yield Problem(placed.where, "text-language-missing", {"language": language})


def missing_in_content_blocks(subject: Subject) -> Iterator[Problem]:
    """A content block that lacks the language: its owner has to add it, once for all its texts."""
    for site, use, content in subject.clauses:
        for language in subject.bundle.languages:
            texts = (placed.text for placed in subject.texts if placed.content is content)
            if not all(text.speaks(language) for text in texts):
                yield Problem(site.where, "block-language-missing", {"block": use.block, "language": language})


def stale(subject: Subject) -> Iterator[Problem]:
    """A translation of a text that has changed since."""
    for placed, language in _shown(subject):
        if placed.text.key(language) in placed.text.stale(_source(subject, placed)):
            yield Problem(placed.where, "text-stale", {"language": language, "item": _item(subject, placed)})


def unstamped(subject: Subject) -> Iterator[Problem]:
    """A translation that nobody has said to be one of the present source text.

    Where none of an item has its stamp, that is said once: else it would drown everything else in a new translation.
    """
    for (item, language), texts in _translated(subject).items():
        bare = [placed for placed, stamped in texts if not stamped]
        params: dict[str, str | int] = {"language": language, "item": item, "count": len(bare)}
        if len(bare) == len(texts) > 1:
            yield Problem(bare[0].where, "item-unstamped", params)
        else:
            yield from (Problem(placed.where, "text-unstamped", params) for placed in bare)


def _translated(subject: Subject) -> dict[tuple[str, str], list[tuple[Placed, bool]]]:
    """The translations of each item and language, and whether they have their stamp."""
    found: dict[tuple[str, str], list[tuple[Placed, bool]]] = {}
    for placed, language in _shown(subject):
        key, source = placed.text.key(language), _source(subject, placed)
        if key in placed.text.translations(source):
            stamped = key not in placed.text.unstamped(source)
            found.setdefault((_item(subject, placed), language), []).append((placed, stamped))
    return found


def _shown(subject: Subject) -> Iterator[tuple[Placed, str]]:
    """Every text with each language in which it is shown."""
    return ((placed, language) for placed in subject.texts for language in _languages(subject, placed))


def _item(subject: Subject, placed: Placed) -> str:
    """What the file is called that a text is written in."""
    item = placed.content.item if placed.content else subject.bundle.template
    return f"{item.block} {item.version}" if isinstance(item, ContentBlock) else item.template


def _source(subject: Subject, placed: Placed) -> str:
    """The language from which the item that a text belongs to is translated."""
    return placed.content.item.source_language if placed.content else subject.bundle.template.source_language


def _languages(subject: Subject, placed: Placed) -> tuple[str, ...]:
    """Only the body of a bilingual template shows both."""
    return subject.bundle.languages if placed.region == "body" else subject.bundle.languages[:1]
