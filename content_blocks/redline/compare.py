"""Redlines of items, and of what two renditions say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias, TypeVar

from pydantic import BaseModel

from content_blocks.block import Block
from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary
from content_blocks.document import CHANNELS, REGIONS
from content_blocks.document_class import DocumentClass
from content_blocks.item import Item
from content_blocks.redline import catalogue
from content_blocks.redline.blocks import entries_of_blocks
from content_blocks.redline.data_fields import entries_of_fields
from content_blocks.redline.model import Entry, Label, Redline, Subject, Wording, change_of
from content_blocks.redline.stretches import stretches
from content_blocks.redline.tokens import Token, tokens_of_text
from content_blocks.redline.values import fields_that_differ
from content_blocks.template import Template
from content_blocks.theme import Theme

Comparable: TypeAlias = Template | ContentBlock | Dictionary | DocumentClass | Theme
AnItem = TypeVar("AnItem", Template, ContentBlock, Dictionary, DocumentClass, Theme)

_NAMED_BY: Mapping[type[Item], tuple[Subject, str]] = {
    Template: ("template", "template"),
    ContentBlock: ("content_block", "block"),
    Dictionary: ("dictionary", "name"),
    DocumentClass: ("document_class", "name"),
    Theme: ("theme", "theme"),
}
_REFLOWED = frozenset({"pdf"})


def redline(before: AnItem, after: AnItem) -> Redline:
    """What differs between two versions of a template, content block, data dictionary, document class or theme."""
    subject: Subject = _NAMED_BY[type(after)][0]
    called: str = getattr(after, _NAMED_BY[type(after)][1])
    entries = (*_entry_of_item(before, after, subject, called), *_parts_of(before, after))
    return Redline(subject, called, before.version, after.version, entries)


def redline_of_models(
    subject: Subject, name: str, before: tuple[str, BaseModel], after: tuple[str, BaseModel]
) -> Redline:
    """What differs between two versions of something that is no item of this room, each with its version number."""
    differences = tuple(fields_that_differ(before[1], after[1], "", Label("", ""), _APART))
    entry = Entry(subject, Label(*catalogue.SUBJECTS[subject]), name, differences=differences)
    return Redline(subject, name, before[0], after[0], (entry,) if differences else ())


def redline_of_texts(before: Mapping[str, str], after: Mapping[str, str], language: str = "") -> Redline:
    """What differs between what two renditions say, read back by channel; a channel may be missing on one side.

    Lines of a page end where the page does, which says nothing: on paper only paragraphs count.
    """
    present = {*before, *after}
    channels = [channel for channel in dict.fromkeys((*CHANNELS, *before, *after)) if channel in present]
    found = (_entry_of_channel(channel, before.get(channel), after.get(channel), language) for channel in channels)
    return Redline("texts", "", "", "", tuple(entry for entry in found if entry))


def _parts_of(before: Comparable, after: Comparable) -> Iterator[Entry]:
    match before, after:
        case Template(), Template():
            yield from entries_of_blocks(_regions(before), _regions(after))
        case ContentBlock(), ContentBlock():
            yield from entries_of_blocks({"long": before.long}, {"long": after.long})
        case Dictionary(), Dictionary():
            yield from entries_of_fields(before, after)


def _regions(template: Template) -> dict[str, tuple[Block, ...]]:
    return {region: template.region(region) for region in REGIONS}


_TEXT = Label("Text", "Text")
_APART = frozenset({"version", "long", *REGIONS})
"""Fields that a redline tells in its head or by blocks."""


def _entry_of_item(before: Comparable, after: Comparable, subject: Subject, name: str) -> Iterator[Entry]:
    ignored = _APART | {"fields"} if isinstance(after, Dictionary) else _APART
    if found := tuple(fields_that_differ(before, after, "", Label("", ""), ignored)):
        yield Entry(subject, Label(*catalogue.SUBJECTS[subject]), name, differences=found)


def _entry_of_channel(channel: str, before: str | None, after: str | None, language: str) -> Entry | None:
    old, new = (_tokens(text or "", channel) for text in (before, after))
    if old == new and (before is None) is (after is None):
        return None
    label = Label(*catalogue.CHANNELS.get(channel, (channel, channel)))
    wording = Wording("", _TEXT, language, stretches(old, new))
    found = (wording,) if old or new else ()
    return Entry(channel, label, "", change_of(before, after), differences=found)


def _tokens(text: str, channel: str) -> list[Token]:
    return list(tokens_of_text(_reflowed(text) if channel in _REFLOWED else text))


def _reflowed(text: str) -> str:
    """The text with single line ends as blanks: only an empty line parts paragraphs."""
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n"))
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
