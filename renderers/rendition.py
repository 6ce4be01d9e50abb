"""A document as one channel carries it: bytes, measures, and marks that say where everything ended up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from content_blocks.document import ChannelName


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a piece, or one table row of it (from 0), ended up.

    On paper `page` counts from 1 and `box` is left, top, width, height in tenths of a millimetre from the page's top
    left corner.  In text channels `span` is the start and end in characters of the channel's text.
    """

    piece: str
    row: int | None = None
    page: int | None = None
    box: tuple[int, int, int, int] | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a channel leaves out on purpose: a piece, or the rows after its first ones."""

    piece: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """One channel's output.  `measures` counts what the channel is judged by: pages, segments; `bytes` are those
    of `content` in every channel.

    `text` is what a reader gets to read in the channel, for the checks and for previews.
    """

    channel: ChannelName
    media_type: str
    content: bytes
    text: str = ""
    measures: Mapping[str, int] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
