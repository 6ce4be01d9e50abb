"""A template: one message for all channels, as its author writes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from content_blocks.block import ANYTHING, Block, walk
from content_blocks.block_reading import read_blocks
from content_blocks.content_block import Effective, refuse_repeated
from content_blocks.document import REGIONS, LockMode, RegionName
from content_blocks.item import Item, ItemName, Language, Version, collected
from content_blocks.text import Address, Line, Text

Blocks = Annotated[tuple[Any, ...], BeforeValidator(collected(lambda content: read_blocks(content, ANYTHING)))]


class MessageLines(Item):
    """The texts that belong to one channel; where one is absent, the blocks' short forms speak.

    `title` is the document's own: what a window, a tab or a screen reader calls it; the template's, if not given.
    """

    title: Line | None = None
    subject: Line | None = None
    preheader: Line | None = None
    sms: Line | None = None
    push_title: Line | None = None
    push_body: Line | None = None
    deep_link: Address | None = None
    unsubscribe: Address | None = None


class Template(Item):
    """One version of a template.

    `languages` are those it is written in, the first one its source; `brands` the themes it may appear under, the
    first one its own.  `lock` binds the order of its blocks and the message lines.  With `bilingual` it shows two
    languages after each other, block by block.
    """

    template: ItemName
    version: Version
    title: Line
    languages: tuple[Language, ...] = Field(min_length=1)
    document_class: ItemName = Field(alias="class")
    dictionary: ItemName
    brands: tuple[ItemName, ...] = Field(min_length=1)
    jurisdiction: str = "DE"
    effective: Effective = Effective()
    bilingual: tuple[Language, Language] | None = None
    lock: LockMode = "open"
    messages: MessageLines = MessageLines()
    header_first: Blocks = ()
    header_next: Blocks = ()
    address: Blocks = ()
    info: Blocks = ()
    body: Blocks
    footer: Blocks = ()
    note: str = ""

    @property
    def source_language(self) -> str:
        """The language the others are translated from."""
        return self.languages[0]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Template:
        collected(refuse_repeated)([(f"{region}.{block.id}", block.id) for region, block in self.blocks()])
        return self

    @model_validator(mode="after")
    def _speaks_both_languages(self) -> Template:
        if self.bilingual and not set(self.bilingual) <= set(self.languages):
            raise PydanticCustomError("bilingual-languages", "bilingual-languages")
        return self

    def region(self, name: RegionName) -> tuple[Block, ...]:
        """The blocks of a region in order."""
        blocks: tuple[Block, ...] = getattr(self, name)
        return blocks

    def blocks(self) -> Iterator[tuple[RegionName, Block]]:
        """Every block with its region, nested ones after the one they stand in."""
        for name in REGIONS:
            for block in walk(self.region(name)):
                yield name, block

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Every text with its place, message lines and title included."""
        yield "title", self.title
        for field in MessageLines.model_fields:
            if text := getattr(self.messages, field):
                yield f"messages.{field}", text
        for region, block in self.blocks():
            for field, text in block.texts():
                yield f"{region}.{block.id}.{field}", text
