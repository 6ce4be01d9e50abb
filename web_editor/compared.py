"""A proof as a page shows it: each channel of both sides, and the words in which they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from markupsafe import Markup

from ccm.api.previewed import SeenMessage, SeenPage
from ccm.api.routes.proofs import OneSide, ReviewProof
from content_blocks.document import CHANNELS, ChannelName
from content_blocks.redline import Stretch, as_html, in_short, redline_of_texts
from content_blocks.redline.stretches import stretches
from content_blocks.redline.tokens import tokens_of_text

Box = tuple[int, int, int, int]
Boxes = list[Box]
AROUND = 120
"""How much of a page shows above and below what differs, in tenths of a millimetre."""


@dataclass(frozen=True)
class Pair:
    """One channel of a proof: what goes out as things stand, what would, and whether that is something else."""

    channel: ChannelName
    before: SeenMessage | None
    after: SeenMessage | None
    differs: bool


@dataclass(frozen=True)
class Leaf:
    """A page of a letter on both sides, and where they differ."""

    number: int
    before: SeenPage | None
    after: SeenPage | None
    boxes: Boxes

    def close_ups(self) -> list[Box]:
        """What to look at closely: stripes of the page around what differs, each once."""
        return [(0, top, self.after.width, bottom - top) for top, bottom in self._stripes()] if self.after else []

    def _stripes(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        height = self.after.height if self.after else 0
        for _, y, _, h in sorted(self.boxes, key=lambda box: box[1]):
            top, bottom = max(0, y - AROUND), min(height, y + h + AROUND)
            if found and top <= found[-1][1]:
                found[-1] = (found[-1][0], max(bottom, found[-1][1]))
            else:
                found.append((top, bottom))
        return found


@dataclass(frozen=True)
class Woven:
    """A line of a message as one text of both sides."""

    name: str
    stretches: tuple[Stretch, ...]


def pairs(proof: ReviewProof) -> list[Pair]:
    """The channels that there are on either side."""
    old, new = _messages(proof.before), _messages(proof.after)
    found = [it for it in CHANNELS if it in old or it in new]
    return [Pair(it, old.get(it), new.get(it), it in proof.changed) for it in found]


def leaves(pair: Pair, proof: ReviewProof) -> Iterator[Leaf]:
    """The pages of a letter, those that only one side has, too."""
    boxes = {it.page: it.boxes for it in proof.pages}
    both = zip_longest(_pages(pair.before), _pages(pair.after))
    for number, (before, after) in enumerate(both, 1):
        yield Leaf(number, before, after, boxes.get(number, []))


def words(pair: Pair, language: str, said_in: str) -> Markup:
    """The words of a channel that differ, as people read them back from it; empty where none do."""
    found = redline_of_texts(_text(pair.before, pair.channel), _text(pair.after, pair.channel), said_in)
    return Markup(as_html(in_short(found), language, 3)) if found else Markup()  # noqa: S704 - escaped where it is made


def woven(pair: Pair) -> list[Woven]:
    """The lines of a short message, each with what went and what came in it, whole; none for other channels."""
    lines = zip(_lines(pair.before), _lines(pair.after), strict=True)
    return [Woven(name, tuple(stretches(*map(tokens_of_text, both)))) for (name, *both) in _named(lines)]


def _named(lines: Iterable[tuple[tuple[str, str], tuple[str, str]]]) -> Iterator[tuple[str, str, str]]:
    return ((name, old, new) for (name, old), (_, new) in lines if old or new)


def _lines(message: SeenMessage | None) -> list[tuple[str, str]]:
    """The lines that a reader sees of a short message, by name."""
    sms, push = (message.sms, message.push) if message else (None, None)
    return [("title", push.title if push else ""), ("text", push.body if push else sms.text if sms else "")]


def _messages(side: OneSide) -> Mapping[ChannelName, SeenMessage]:
    return {it.channel: it for it in side.preview.messages} if side.preview else {}


def _pages(message: SeenMessage | None) -> list[SeenPage]:
    return message.pages if message else []


def _text(message: SeenMessage | None, channel: str) -> dict[str, str]:
    if message is None:
        return {}
    if message.email:
        return {channel: f"{message.email.subject}\n\n{message.email.preheader}\n\n{message.email.text}"}
    if message.sms:
        return {channel: message.sms.text}
    if message.push:
        return {channel: f"{message.push.title}\n\n{message.push.body}"}
    return {channel: message.text}
