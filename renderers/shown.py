"""What somebody gets to see of a message in each channel: for previews, never for sending.

A message that may not go out can be looked at all the same, so nothing here says that it may.  Spans count in
characters (Unicode code points) of the text beside them, places on paper in tenths of a millimetre.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from renderers.gsm import Dear
from renderers.rendition import LeftOut, Mark

Box: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture inside a mail; `content_id` is what the page calls it after `cid:`."""

    content_id: str
    media_type: str
    sha256: str
    content: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class ShownMail:
    """A mail in its two forms: `html` as it is sent, but with `data-piece` on the outermost elements of each piece, and
    `text` with `marks` that count in it.  `html_bytes` measures the page as it is sent."""

    subject: str
    preheader: str
    sender: tuple[str, str]
    to: tuple[str, str]
    html: str = field(repr=False)
    text: str = field(repr=False)
    html_bytes: int
    marks: tuple[Mark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    pictures: tuple[ShownPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment of a text message: its span in the whole text, and its units of the encoding."""

    span: tuple[int, int]
    text: str
    units: int


@dataclass(frozen=True, slots=True)
class ShownSms:
    """A text message as a phone shows it; `room` is how many units one segment of so many holds, `limit` how many
    segments the document class allows."""

    to: str
    text: str = field(repr=False)
    encoding: Literal["GSM-7", "UCS-2"]
    units: int
    room: int
    limit: int
    segments: tuple[Segment, ...] = ()
    dear: tuple[Dear, ...] = ()
    marks: tuple[Mark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownPush:
    """A push message as a lock screen shows it, the bytes of each service's payload and how many it takes.

    Marks count in `body`.  `cut` names the pieces and lines that are shortened or for which there was no room.
    """

    title: str
    body: str
    sizes: Mapping[str, int]
    limits: Mapping[str, int]
    cut: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


Shown: TypeAlias = ShownMail | ShownSms | ShownPush
