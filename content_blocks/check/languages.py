"""Whether everything is written in the languages of the bundle, and translates what it says to translate."""

from __future__ import annotations

from collections.abc import Iterator

from content_blocks.check.subject import Placed, Subject
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
    for placed in subject.texts:
        template = subject.bundle.template
        source = placed.content.item.source_language if placed.content else template.source_language
        for language in _languages(subject, placed):
            if placed.text.key(language) in placed.text.stale(source):
                yield Problem(placed.where, "text-stale", {"language": language})


def _languages(subject: Subject, placed: Placed) -> tuple[str, ...]:
    """Only the body of a bilingual template shows both."""
    return subject.bundle.languages if placed.region == "body" else subject.bundle.languages[:1]
