"""A redline as parts, for a page that is to be filed.

On paper nothing may hang on colour, and who only hears the page has no lines either: so what was taken out stands
between `[-` and `-]`, emphasised, what was put in between `{+` and `+}`, strong, as in the view for terminals.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TypeAlias

from content_blocks.parts import Paragraph, Part, Run, Runs, words
from content_blocks.redline import phrases
from content_blocks.redline.as_text import escaped
from content_blocks.redline.catalogue import said
from content_blocks.redline.model import Difference, Entry, Member, Redline, Rule, Stretch, Style, Value, Wording

Passage: TypeAlias = tuple[str, tuple[Part, ...]]
"""Some parts and the language they are in."""

BREAK = Run("", atom="break")


def as_parts(redline: Redline, language: str) -> Iterator[Passage]:
    """The whole redline without its title; each text is a passage of its own, in its own language."""
    if not redline:
        yield language, (Paragraph(words(said("no difference", language))),)
    for entry in redline.entries:
        yield language, (Paragraph(words(phrases.heading(entry, language)), "lead"), *_places(entry, language))
        for difference in entry.differences:
            yield from _of_difference(difference, language)


def legend(language: str) -> Runs:
    """What the marks mean, in the marks themselves."""
    removed, added = Stretch("removed", said("removed", language)), Stretch("added", said("added", language))
    return marked((removed, Stretch("same", " "), added), language)


def _places(entry: Entry, language: str) -> Iterator[Part]:
    return (Paragraph(words(place), "small") for place in phrases.places(entry, language))


def _of_difference(difference: Difference, language: str) -> Iterator[Passage]:
    label = Paragraph(words(_label(difference, language)), "small")
    match difference:
        case Wording():
            yield language, (label,)
            yield difference.language or language, (Paragraph(marked(difference.stretches, language)),)
        case Rule():
            meant = (run for line in phrases.conditions(difference, language) for run in (BREAK, Run(line)))
            yield language, (label, Paragraph((*marked(difference.stretches, language), *meant)))
        case Value():
            yield language, (label, Paragraph(_of_value(difference, language)))
        case Member():
            yield language, (label, Paragraph(words(phrases.member(difference, language))))


def _label(difference: Difference, language: str) -> str:
    spoken = f" ({difference.language})" if isinstance(difference, Wording) and difference.language else ""
    return f"{difference.label.in_language(language)}{spoken}".strip() or said("changed", language)


def _of_value(found: Value, language: str) -> Runs:
    before, after = (phrases.value(value, found.where, language) for value in (found.before, found.after))
    old = () if found.before is None else (Stretch("removed", before),)
    new = () if found.after is None else (Stretch("added", after),)
    gap = (Stretch("same", " "),) if old and new else ()
    return marked((*old, *gap, *new), language)


def marked(stretches: tuple[Stretch, ...], language: str) -> Runs:
    """Some stretches in one text, neighbours of one kind between one pair of marks."""
    rows = groupby(stretches, lambda stretch: stretch.kind)
    return tuple(run for kind, row in rows for run in _row(kind, list(row), language))


def _row(kind: str, row: list[Stretch], language: str) -> Iterator[Run]:
    match kind:
        case "removed":
            yield from (Run("[-"), *(run for stretch in row for run in _shown(stretch, emphasis=True)), Run("-]"))
        case "added":
            yield from (Run("{+"), *(run for stretch in row for run in _shown(stretch, strong=True)), Run("+}"))
        case "restyled":
            for stretch in row:
                yield from (Run("[~"), *_shown(stretch), Run(f"~ {phrases.restyled(stretch, language)}]"))
        case _:
            for stretch in row:
                yield from _shown(stretch)


def _shown(stretch: Stretch, *, strong: bool = False, emphasis: bool = False) -> Iterator[Run]:
    """The words of a stretch; a line break that changed is seen, and so is the look of what came or went."""
    changed = stretch.kind != "same"
    text = escaped(stretch.text, changed=changed)
    text = _blanks(text) if strong or emphasis else text
    text = _styled(text, stretch.style) if changed and stretch.kind != "restyled" else text
    for number, line in enumerate(text.split("\n")):
        if number:
            yield from ((Run("↵", strong, emphasis), BREAK) if changed else (BREAK,))
        yield from (Run(line, strong, emphasis),) if line else ()


def _blanks(text: str) -> str:
    """Blanks that are all that changed are seen."""
    return text.replace(" ", "␣") if text.isspace() else text


def _styled(text: str, style: Style) -> str:
    text = f"*{text}*" if style.emphasis else text
    text = f"**{text}**" if style.strong else text
    return f"[{text}]({style.link})" if style.link else text
