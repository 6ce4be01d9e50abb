"""A redline as plain text, for a terminal or a mail; it is understood without colour.

    [-struck out-] {+put in+} [~the same words~ strong instead of plain]

The line break inside a text is shown as ↵, and blanks that came or went as ␣, others than
the usual one by their number.  Long passages that stayed are cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

from content_blocks.redline import phrases
from content_blocks.redline.catalogue import said
from content_blocks.redline.model import Difference, Entry, Member, Redline, Rule, Stretch, Style, Value, Wording

WIDTH = 100
MOST_WORDS = 40
"""A passage of more words that stayed is cut to half as many at each end that touches a change."""

_UNPARTED = "\0"
"""A blank at which no line may end; no text holds the character itself."""

_MARKS = re.compile(r"(\[-|-\]|\{\+|\+\}|\[~|~\])")


def as_text(redline: Redline, language: str = "en") -> str:
    """The whole redline; lines end as in files."""
    lines = [phrases.title(redline, language), ""]
    if not redline:
        return "\n".join([*lines, said("no difference", language), ""])
    lines += [said("legend", language), ""]
    for entry in redline.entries:
        lines += [*_of_entry(entry, language), ""]
    return "\n".join(lines)


def _of_entry(entry: Entry, language: str) -> Iterator[str]:
    yield from _wrapped(f"■ {phrases.heading(entry, language)}", "  ")
    for place in phrases.places(entry, language):
        yield from _wrapped(f"  {place}", "    ")
    for difference in entry.differences:
        yield from _of_difference(difference, language)


def _of_difference(difference: Difference, language: str) -> Iterator[str]:
    match difference:
        case Wording():
            said_in = f" ({difference.language})" if difference.language else ""
            label = f"{difference.label.in_language(language)}{said_in}".strip()
            yield from _labelled(label, marked(difference.stretches, language))
        case Rule():
            yield from _labelled(difference.label.in_language(language), marked(difference.stretches, language))
            for line in phrases.conditions(difference, language):
                yield from _wrapped(f"      {line}", "        ")
        case Value():
            yield from _labelled(difference.label.in_language(language), _of_value(difference, language))
        case Member():
            yield from _labelled(difference.label.in_language(language), phrases.member(difference, language))


def _of_value(found: Value, language: str) -> str:
    before, after = (phrases.value(value, found.where, language) for value in (found.before, found.after))
    old = [] if found.before is None else [f"[-{escaped(before)}-]"]
    new = [] if found.after is None else [f"{{+{escaped(after)}+}}"]
    return " ".join([*old, *new])


def marked(stretches: tuple[Stretch, ...], language: str = "en") -> str:
    """Some stretches in one text, with marks."""
    rows = [list(row) for _, row in groupby(stretches, lambda stretch: stretch.kind)]
    last = len(rows) - 1
    return "".join(_row(row, language, first=n == 0, last=n == last) for n, row in enumerate(rows))


def _row(row: list[Stretch], language: str, *, first: bool, last: bool) -> str:
    """Neighbours of one kind between one pair of marks."""
    match row[0].kind:
        case "same":
            return _cut("".join(map(_shown, row)).replace("↵", "↵\n"), first=first, last=last)
        case "removed":
            return f"[-{_changed(row)}-]"
        case "added":
            return f"{{+{_changed(row)}+}}"
        case "restyled":
            return "".join(_restyled(stretch, language) for stretch in row)


def _shown(stretch: Stretch) -> str:
    """The words of a stretch; what is whole stays on one line."""
    text = escaped(stretch.text, changed=stretch.kind != "same")
    return "↵" if stretch.atom == "break" else text.replace(" ", _UNPARTED) if stretch.atom else text


def _changed(row: list[Stretch]) -> str:
    text = "".join(_styled(_shown(stretch), stretch.style) for stretch in row)
    return (
        re.sub(r"\s", lambda blank: "␣" if blank[0] == " " else f"‹U+{ord(blank[0]):04X}›", text)
        if text.isspace()
        else text
    )


def _restyled(stretch: Stretch, language: str) -> str:
    return f"[~{_shown(stretch)}~ {phrases.restyled(stretch, language)}]"


def _styled(text: str, style: Style) -> str:
    """Words with their own look, as authors write it: what is struck out or put in may differ in nothing else."""
    text = f"*{text}*" if style.emphasis else text
    text = f"**{text}**" if style.strong else text
    return f"[{text}]({style.link})" if style.link else text


def escaped(text: str, *, changed: bool = True) -> str:
    """The text with a backslash in marks of its own, so that no text can look like a change."""
    return _MARKS.sub(lambda mark: f"{mark[0][0]}\\{mark[0][1]}", phrases.printable(text, changed=changed))


def _cut(text: str, *, first: bool, last: bool) -> str:
    words = re.split(r"(?<=\s)(?=\S)", text)
    if len(words) <= MOST_WORDS:
        return text
    half = MOST_WORDS // 2
    start, end = "" if first else "".join(words[:half]), "" if last else "".join(words[-half:])
    return f"{start}[…] {end}"


def _labelled(label: str, text: str) -> Iterator[str]:
    lines = text.split("\n")
    yield from _wrapped(f"  {label}: {lines[0]}" if label else f"  {lines[0]}", "      ")
    for line in lines[1:]:
        yield from _wrapped(f"      {line}", "      ")


def _wrapped(line: str, further: str) -> list[str]:
    lines = wrap(line, WIDTH, subsequent_indent=further, break_long_words=False, break_on_hyphens=False)
    return [line.replace(_UNPARTED, " ") for line in lines] or [""]
