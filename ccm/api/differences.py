"""Where two previews of one template say something else, channel by channel and piece by piece.

What is compared are the words as each channel carries them: a piece of a mail or of a short message is read off its
marks; one on paper is told by its own words, since a page only knows where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from ccm.api.said import Said
from ccm.api.viewing import View, Viewed
from content_blocks.document import ChannelName
from content_blocks.redline.stretches import stretches
from content_blocks.redline.tokens import tokens_of_text
from renderers.shown import Shown, ShownMail, ShownPush, ShownSms

Kind = Literal["only-first", "only-second", "words", "look"]
Side = Literal["both", "first", "second"]
Span = tuple[int, int]
Place = tuple[str, str]
"""A piece and the name of a line; one of both is empty."""

SIDES: Mapping[str, Side] = {"same": "both", "restyled": "both", "removed": "first", "added": "second"}
"""Of two recipients none is the version before: what a redline calls gone is what only the first one gets."""


@dataclass(frozen=True)
class Stretch:
    """Words that both sides say, or only one of them."""

    side: Side
    text: str


@dataclass(frozen=True)
class Difference:
    """A piece that only one side has, that says something else there, or that only looks different.

    Where it is a line of the message rather than a piece, `line` names it.  The spans say where it stands in the text
    of the channel, where that has one.
    """

    channel: ChannelName
    kind: Kind
    piece: str
    line: str
    stretches: tuple[Stretch, ...] = ()
    first_span: Span | None = None
    second_span: Span | None = None


def differences(first: Viewed | None, second: Viewed | None) -> tuple[Difference, ...]:
    """Everything that differs in the channels that both sides have, in the order in which it stands there."""
    old, new = _channels(first), _channels(second)
    both = (channel for channel in old if channel in new)
    return tuple(chain.from_iterable(_in_channel(channel, old[channel], new[channel]) for channel in both))


def _channels(viewed: Viewed | None) -> Mapping[ChannelName, Mapping[Place, Said]]:
    """What each channel says, as far as there is something to see of it."""
    return {view.sheet.channel: _said(view, viewed.said) for view in viewed.views if view.marks} if viewed else {}


def _in_channel(channel: ChannelName, old: Mapping[Place, Said], new: Mapping[Place, Said]) -> Iterator[Difference]:
    for place in _in_order(list(old), list(new)):
        was, will = old.get(place), new.get(place)
        if was != will:
            spans = [it.span if it else None for it in (was, will)]
            yield Difference(channel, _kind(was, will), *place, tuple(_row(was, will)), *spans)


def _in_order(old: list[Place], new: list[Place]) -> list[Place]:
    """All places; one that only the second side has comes after the one that it follows there."""
    found = list(old)
    for before, place in zip([None, *new], new, strict=False):
        if place not in old:
            found.insert(found.index(before) + 1 if before else 0, place)
    return found


def _kind(was: Said | None, will: Said | None) -> Kind:
    if was is None or will is None:
        return "only-second" if was is None else "only-first"
    return "look" if was.text == will.text else "words"


def _row(was: Said | None, will: Said | None) -> Iterator[Stretch]:
    old, new = (tokens_of_text(it.text if it else "") for it in (was, will))
    return (Stretch(SIDES[it.kind], it.text) for it in stretches(old, new))


def _said(view: View, on_paper: Mapping[str, Said]) -> Mapping[Place, Said]:
    """What a channel says, by place, in the order in which it stands there."""
    if view.shown is None:
        return {(it.piece, ""): on_paper[it.piece] for it in view.marks if it.piece in on_paper}
    text, lines = _text(view.shown)
    pieces = {it.piece: it.span for it in view.marks if it.piece and it.row is None and it.span}
    found: dict[Place, Said] = {("", name): Said(words) for name, words in lines.items()}
    if not isinstance(view.shown, ShownMail):
        before = min((start for start, _ in pieces.values()), default=len(text))
        found["", "message"] = _at(text, (0, before))
    said = _in_mail if isinstance(view.shown, ShownMail) else _at
    return {place: it for place, it in found.items() if it.text} | {
        (piece, ""): said(text, span) for piece, span in pieces.items()
    }


def _text(shown: Shown) -> tuple[str, Mapping[str, str]]:
    """The text that marks count in, and the lines beside it."""
    match shown:
        case ShownMail():
            return shown.text, {"from": shown.sender[0], "subject": shown.subject, "preheader": shown.preheader}
        case ShownSms():
            return shown.text, {}
        case ShownPush():
            return shown.body, {"push_title": shown.title}


def _at(text: str, span: Span) -> Said:
    """What stands somewhere, without the gaps around it."""
    said = text[slice(*span)]
    start = span[0] + len(said) - len(said.lstrip())
    return Said(said.strip(), span=(start, start + len(said.strip())))


def _in_mail(text: str, span: Span) -> Said:
    """The words of a text whose lines are filled and ruled: neither says anything."""
    words = (word for word in text[slice(*span)].split() if word.strip("-"))
    return Said(" ".join(words), span=span)
