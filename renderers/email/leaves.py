"""From the parts a reader sees to the leaves of a mail: one function for each part."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from content_blocks.parts import (
    Bullets,
    Chart,
    Code,
    Facts,
    Heading,
    Link,
    PageBreak,
    Paragraph,
    Picture,
    Rule,
    Runs,
    Table,
    plain,
)
from content_blocks.parts import Leaf as Part
from renderers.email.charts import chart_rows
from renderers.email.draft import Draft
from renderers.email.facts import facts_rows
from renderers.email.look import Look, millimetres
from renderers.email.pictures import LARGEST_CODE, Inline, code_picture
from renderers.email.runs import runs_html
from renderers.email.tables import table_rows
from renderers.email.tree import Button, Element, Image, Leaf, Line, Text, Token

HEADINGS: tuple[Element, Element, Element] = ("h1", "h2", "h3")
GAPS = (16, 12, 8)
ABOVE = (0, 14, 6)


@dataclass(frozen=True, slots=True)
class Writer:
    """What every leaf of one mail is written with.  `picture` finds a stored picture by its hash."""

    draft: Draft
    look: Look
    picture: Callable[[str], Inline | None]
    labels: Mapping[str, str]


def leaves(parts: Sequence[Part], writer: Writer, language: str, small: bool = False) -> tuple[Leaf, ...]:
    """Parts as leaves, in order.  A part that has no place in a mail, such as a page break, gives none.

    `small` is on in the footer and the info block.
    """
    other = writer.draft.language_of(language)
    found: list[Leaf] = []
    for part in parts:
        found += _leaves(part, writer, other, small)
    return tuple(found)


def _leaves(part: Part, writer: Writer, other: Token | None, small: bool) -> tuple[Leaf, ...]:  # noqa: C901
    match part:
        case Heading():
            return (_heading(part, writer, other),)
        case Paragraph():
            return (_paragraph(part, writer, other, small),)
        case Bullets():
            return (_bullets(part, writer, other),)
        case Facts():
            return (facts_rows(part, writer.draft, writer.look, other, small),)
        case Table():
            return (table_rows(part, writer.draft, writer.look, other),)
        case Picture():
            return _picture(part, writer, other)
        case Code():
            return _code(part, writer, other)
        case Chart():
            return _chart(part, writer, other)
        case Link():
            return (_button(part, writer, other),)
        case Rule():
            return (Line(),)
        case PageBreak():
            return ()
    assert_never(part)


def _said(runs: Runs, writer: Writer) -> Token:
    """The slot of some runs, their words noted."""
    writer.draft.say(plain(runs))
    return writer.draft.slots.markup(runs_html(runs, writer.draft.slots, writer.look.link, writer.draft.place))


def _heading(heading: Heading, writer: Writer, other: Token | None) -> Text:
    level = heading.level - 1
    words, style = _said(heading.runs, writer), writer.look.headings[level]
    return Text(HEADINGS[level], words, style, "ink title", GAPS[level], ABOVE[level], other)


def _paragraph(paragraph: Paragraph, writer: Writer, other: Token | None, small: bool) -> Text:
    look, words = writer.look, _said(paragraph.runs, writer)
    if small or paragraph.tone == "small":
        return Text("p", words, look.small, "muted", 8 if small else 16, language=other)
    return Text("p", words, look.lead if paragraph.tone == "lead" else look.body, "ink", 16, language=other)


def _bullets(bullets: Bullets, writer: Writer, other: Token | None) -> Text:
    draft, look = writer.draft, writer.look
    items = []
    for item in bullets.items:
        draft.say(plain(item))
        items.append(f'<li style="margin:0 0 6px">{runs_html(item, draft.slots, look.link, draft.place)}</li>')
    return Text(
        "ol" if bullets.ordered else "ul", draft.slots.markup("".join(items)), look.bullets, "ink", 16, language=other
    )


def _picture(picture: Picture, writer: Writer, other: Token | None) -> tuple[Leaf, ...]:
    found = writer.picture(picture.asset)
    if found is None:
        writer.draft.problem("picture-not-for-mail", asset=picture.asset[:12])
        return ()
    writer.draft.say(picture.alt)
    width = min(millimetres(picture.width) if picture.width else writer.look.room, writer.look.room)
    alt = writer.draft.slots.text(picture.alt)
    return (Image(writer.draft.embed(found), alt, width, writer.look.start, language=other),)


def _code(code: Code, writer: Writer, other: Token | None) -> tuple[Leaf, ...]:
    """A QR code with its content in print beside it; what a reader sees first is the code."""
    draft = writer.draft
    found = code_picture(code.payload, millimetres(code.size), draft.domain)
    if found is None:
        draft.problem("code-cannot-hold", limit=LARGEST_CODE)
        return ()
    picture, width = found
    draft.say(code.alt)
    alt = draft.slots.text(code.alt)
    beside = _said(code.caption, writer) if code.caption else None
    return (Image(draft.embed(picture), alt, width, writer.look.start, beside=beside, language=other),)


def _chart(chart: Chart, writer: Writer, other: Token | None) -> tuple[Leaf, ...]:
    """The chart, its title shown unless the heading before it says the same, and the sentence that says it in words."""
    draft, look = writer.draft, writer.look
    shown = not draft.words or draft.words[-1] != chart.title
    rows = chart_rows(chart, draft, look, writer.labels["chart_category"], shown, other)
    draft.say(chart.alt)
    return (rows, Text("p", draft.slots.text(chart.alt), look.small, "muted", 16, language=other))


def _button(link: Link, writer: Writer, other: Token | None) -> Button:
    label = _said(link.label, writer)
    return Button(label, writer.draft.slots.link(link.url, writer.draft.place), language=other)
