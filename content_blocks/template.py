"""A template: one message for all channels, as its author writes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from content_blocks.block import ANYTHING, LOCK_WORDS, Block, labelled, walk
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

    title: Line | None = labelled(
        "Title of the document",
        "Titel des Dokuments",
        "What a window or tab shows.",
        "So heißt das Fenster.",
        default=None,
    )
    subject: Line | None = labelled("Subject", "Betreff", default=None)
    preheader: Line | None = labelled(
        "Preview text", "Vorschautext", "Shown behind the subject.", "Steht hinter dem Betreff.", default=None
    )
    sms: Line | None = labelled("SMS", "SMS", "Instead of the short forms.", "Statt der Kurzformen.", default=None)
    push_title: Line | None = labelled("Push title", "Push-Titel", default=None)
    push_body: Line | None = labelled(
        "Push text", "Push-Text", "Instead of the short forms.", "Statt der Kurzformen.", default=None
    )
    deep_link: Address | None = labelled(
        "Opens", "Öffnet", "Where a tap on the push message leads.", "Wohin der Push führt.", default=None
    )
    unsubscribe: Address | None = labelled("Unsubscribe", "Abmelden", default=None)


class Template(Item):
    """One version of a template.

    `languages` are those it is written in, the first one its source; `brands` the themes it may appear under, the
    first one its own.  `lock` binds the order of its blocks and the message lines.  With `bilingual` it shows two
    languages after each other, block by block.
    """

    template: ItemName
    version: Version
    title: Line = labelled("Title", "Titel")
    languages: tuple[Language, ...] = labelled(
        "Languages", "Sprachen", "The first one is the source.", "Die erste ist die Quelle.", min_length=1
    )
    document_class: ItemName = labelled("Document class", "Dokumentklasse", alias="class")
    dictionary: ItemName = labelled("Data dictionary", "Datenwörterbuch")
    brands: tuple[ItemName, ...] = labelled(
        "Brands", "Marken", "The first one is its own.", "Die erste ist ihre eigene.", min_length=1
    )
    jurisdiction: str = labelled("Jurisdiction", "Rechtsraum", default="DE")
    effective: Effective = labelled("In force", "Gültig", default=Effective())
    bilingual: tuple[Language, Language] | None = labelled(
        "Bilingual",
        "Zweisprachig",
        "Both languages, block by block.",
        "Beide Sprachen, Baustein für Baustein.",
        default=None,
    )
    lock: LockMode = labelled(
        "Lock",
        "Sperre",
        "Binds the order of its blocks and the message lines.",
        "Bindet die Reihenfolge der Bausteine und die Nachrichtenzeilen.",
        choices=LOCK_WORDS,
        default="open",
    )
    messages: MessageLines = MessageLines()
    header_first: Blocks = labelled("Head of the first page", "Kopf der ersten Seite", default=())
    header_next: Blocks = labelled("Head of the next pages", "Kopf der Folgeseiten", default=())
    address: Blocks = labelled("Address", "Anschrift", default=())
    info: Blocks = labelled("Info block", "Informationsblock", default=())
    body: Blocks = labelled("Body", "Text")
    footer: Blocks = labelled("Footer", "Fuß", default=())
    note: str = labelled("Remark", "Bemerkung", "No recipient sees it.", "Kein Empfänger sieht sie.", default="")

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
