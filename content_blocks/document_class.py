"""A document class: what compliance demands of every message of a kind, whatever a template says itself."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from content_blocks.document import CHANNELS, ChannelName, PdfEngine
from content_blocks.item import Condition, Item, ItemName, Language, Version
from content_blocks.text import Line


class RequiredContent(Item):
    """A content block that has to be there: for which languages and channels, and at which end of the body.

    Empty `languages` or `jurisdictions` mean all of them.  With `when` it may stand under this condition, and no other.
    """

    block: ItemName
    languages: tuple[Language, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    channels: tuple[ChannelName, ...] = CHANNELS
    place: Literal["anywhere", "first", "last"] = "anywhere"
    when: Condition | None = None


class DocumentClass(Item):
    """The rules for one kind of message.

    `language_fallback` and `channel_fallback` serve recipients whose own choice is missing or unknown; without them
    such a row is quarantined.  `retention_years` is how long what was sent has to be kept.  `workflow` names the steps
    that a change of these messages has to pass.
    """

    name: ItemName = Field(alias="class")
    version: Version
    title: Line
    owner: str
    workflow: ItemName = "standard"
    channels: tuple[ChannelName, ...] = CHANNELS
    required: tuple[RequiredContent, ...] = ()
    forbidden: tuple[str, ...] = ()
    attach_pdf: bool = False
    unsubscribe: bool = False
    personal_on_lock_screen: bool = False
    sms_segments: int = Field(default=4, ge=1, le=10)
    pdf_engine: PdfEngine = "weasyprint"
    language_fallback: Language | None = None
    channel_fallback: ChannelName | None = None
    retention_years: int = Field(default=10, ge=0, le=99)
    note: str = ""

    def requires(self, language: str, jurisdiction: str) -> tuple[RequiredContent, ...]:
        """What has to be there in a language, under a jurisdiction."""
        return tuple(
            entry
            for entry in self.required
            if (not entry.languages or language in entry.languages)
            and (not entry.jurisdictions or jurisdiction in entry.jurisdictions)
        )

    def demands(self, language: str, jurisdiction: str) -> dict[str, tuple[ChannelName, ...]]:
        """The content blocks that have to be there, with all channels that demand them."""
        entries = self.requires(language, jurisdiction)
        names = dict.fromkeys(entry.block for entry in entries)
        channels = {name: {c for entry in entries if entry.block == name for c in entry.channels} for name in names}
        return {name: tuple(channel for channel in CHANNELS if channel in channels[name]) for name in names}
