"""What stays the same for all records of one template version, brand and language, and what is known of each field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from content_blocks.dictionary import Dictionary
from content_blocks.document import CHANNELS, ChannelName
from content_blocks.parts import Privacy


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """What is known of one field: its type, who may see it, and how it is written.

    `currency_from` is the path of the field that names the currency of an amount.
    """

    type: str = "text"
    privacy: Privacy = "public"
    currency: str | None = None
    currency_from: str | None = None
    choices: Mapping[str, Mapping[str, str]] | None = None
    digits: int | None = None


@dataclass(frozen=True)
class Setting:
    """What texts are filled against.

    `built_in` gives the facts of names that no dictionary has (`brand.…`, `document.date`), `assets` maps names to
    hashes, `required` content block names to the channels that demand them.
    """

    language: str
    locale: str
    labels: Mapping[str, str]
    dictionary: Dictionary
    built_in: Mapping[str, FieldFacts] = field(default_factory=dict)
    assets: Mapping[str, str] = field(default_factory=dict)
    required: Mapping[str, tuple[ChannelName, ...]] = field(default_factory=dict)
    channels: tuple[ChannelName, ...] = CHANNELS
