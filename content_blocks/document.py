"""A composed document: the channel not chosen, everything else decided.

The waist of the house: blocks come down to this, channels start from it.  It holds no placeholder, condition, slot or
group any more, and its canonical JSON form serves goldens, engines and workers alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from content_blocks.parts import Part, Runs, plain

ChannelName = Literal["pdf", "email", "sms", "push"]
"""The registry of channels: each name is that of a file or folder in `renderers/`, and of nothing else."""

CHANNELS: tuple[ChannelName, ...] = get_args(ChannelName)

PdfEngine = Literal["weasyprint", "typst"]
"""What prints a letter: the reference engine, or the one for volume.  It is part of what is approved."""

RegionName = Literal["header_first", "header_next", "address", "info", "body", "footer"]
REGIONS: tuple[RegionName, ...] = ("header_first", "header_next", "address", "info", "body", "footer")

LockMode = Literal["locked", "text", "blanks", "open"]
FIXED_WORDING: frozenset[LockMode] = frozenset({"locked", "blanks"})
"""The modes in which nobody but the owner of the lock may change a word; `text` only binds the order of blocks."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a channel carries a piece: `full`, its table cut to the first `rows` with the sentence `more` after it
    (only where rows are left out), its `short` sentence, or `absent`."""

    kind: Literal["full", "rows", "short", "absent"] = "full"
    rows: int = 0
    more: Runs = ()


@dataclass(frozen=True, slots=True)
class ContentSource:
    """The version of a shared content block that a piece shows."""

    name: str
    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What one block became: long parts, a short sentence, and how each channel carries it.

    `id` is the block's id, with `#n` for the n-th repetition (from 1).  `mandatory` names the channels that may not
    go out without it.
    """

    id: str
    parts: tuple[Part, ...]
    language: str
    short: Runs = ()
    source: ContentSource | None = None
    lock: LockMode = "open"
    mandatory: tuple[ChannelName, ...] = ()
    forms: Mapping[ChannelName, Form] = field(default_factory=dict)

    @property
    def locked(self) -> bool:
        """Whether its wording is fixed, so that no channel may shorten or respell it."""
        return self.lock in FIXED_WORDING

    def form(self, channel: ChannelName) -> Form:
        """How `channel` carries this piece: in full on paper and in mail, in its short sentence elsewhere,
        unless the block says otherwise.

        Paper and mail have room: a piece without a short sentence is never shown by it, nor a mandatory one not at all.
        """
        usual = Form("full" if channel in ("pdf", "email") else "short")
        form = self.forms.get(channel, usual)
        said = form.kind != "short" or plain(self.short).strip()
        return form if said and not (form.kind == "absent" and channel in self.mandatory) else usual


@dataclass(frozen=True, slots=True)
class Messages:
    """The message lines: texts that belong to one channel.  Empty means the template has none."""

    subject: Runs = ()
    preheader: Runs = ()
    sms: Runs = ()
    push_title: Runs = ()
    push_body: Runs = ()


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where the message goes, by the roles the data dictionary marks.  `id` names the record in the run folder."""

    id: str
    name: str = ""
    email: str | None = None
    phone: str | None = None
    push_token: str | None = None
    push_platform: Literal["fcm", "apns", "webpush"] | None = None
    preferred_channel: ChannelName | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What the document class demands of the channels."""

    channels: tuple[ChannelName, ...] = CHANNELS
    attach_pdf: bool = False
    unsubscribe: str | None = None
    personal_on_lock_screen: bool = False
    sms_segments: int = 6
    deep_link: str | None = None
    pdf_engine: PdfEngine = "weasyprint"


@dataclass(frozen=True, slots=True)
class Document:
    """One recipient's message, ready for any channel.

    `labels` are the theme's words in this language ("page", "of", …), so that renderers own no wording.  `as_of` is
    the day the document speaks of; all times in outputs derive from it.
    """

    template: str
    version: str
    bundle: str
    theme: str
    language: str
    as_of: date
    title: str
    recipient: Recipient
    regions: Mapping[RegionName, tuple[Piece, ...]]
    messages: Messages = Messages()
    rules: Rules = Rules()
    labels: Mapping[str, str] = field(default_factory=dict)
    direction: Literal["ltr", "rtl"] = "ltr"
    proof: str = ""

    def region(self, name: RegionName) -> tuple[Piece, ...]:
        """The pieces of a region in order; none if the document does not use it."""
        return self.regions.get(name, ())

    def pieces(self) -> Iterator[tuple[RegionName, Piece]]:
        """Every piece with its region, in reading order."""
        for name in REGIONS:
            for piece in self.region(name):
                yield name, piece
