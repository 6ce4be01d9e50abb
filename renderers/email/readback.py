"""The finished message read back: is everything a reader must get really in it, in both of its forms?

Every piece and row that the mail carries is looked for in the HTML and in the text part, every link of the HTML in the
text part.  Nothing is taken from the way the mail was made but what it was to carry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal, assert_never

from content_blocks.document import Document
from content_blocks.parts import (
    Bullets,
    Cell,
    Chart,
    Code,
    Facts,
    Heading,
    Leaf,
    Link,
    PageBreak,
    Paragraph,
    Picture,
    Rule,
    Runs,
    Table,
    leaves,
)
from content_blocks.problem import Problem
from renderers.email.carried import Carried, carried
from renderers.email.message_read import ReadMessage, read_message, squeezed
from renderers.link import SCHEMES
from renderers.rendition import Rendition

LARGEST_PAGE = 100_000
LONGEST_LINE = 998


def check(document: Document, rendition: Rendition) -> list[Problem]:
    """Everything that keeps this mail from being sent; an empty list if there is nothing."""
    read = read_message(rendition.content)
    pieces = [one for one in carried(document) if one.parts]
    return [
        *_sizes(rendition.content, read),
        *_links(read),
        *_pictures(read),
        *_attachments(document, read),
        *_words(rendition, read),
        *_missing(pieces, read.seen, "html"),
        *_missing(pieces, read.plain, "text"),
    ]


def _sizes(content: bytes, read: ReadMessage) -> Iterator[Problem]:
    """Gmail cuts a page at about 102 kB; no line of a message is longer than 998 bytes (RFC 5322, 2.1.1)."""
    if read.page_bytes >= LARGEST_PAGE:
        yield Problem("email", "email-too-large", {"bytes": read.page_bytes, "limit": LARGEST_PAGE})
    if max(map(len, content.split(b"\r\n"))) > LONGEST_LINE:
        yield Problem("email", "email-line-too-long", {"limit": LONGEST_LINE})


def _links(read: ReadMessage) -> Iterator[Problem]:
    if any(link.partition(":")[0].lower() not in SCHEMES for link in read.links):
        yield Problem("email", "link-not-allowed", {"schemes": ", ".join(SCHEMES)})
    missing = sum(link not in read.plain for link in set(read.links))
    if missing:
        yield Problem("email", "link-missing-in-text", {"count": missing})


def _pictures(read: ReadMessage) -> Iterator[Problem]:
    """Every picture is inside the mail: opening it asks nothing of the network."""
    if any(source.removeprefix("cid:") not in read.content_ids for source in read.sources):
        yield Problem("email", "picture-not-inside")


def _attachments(document: Document, read: ReadMessage) -> Iterator[Problem]:
    if document.rules.attach_pdf and "application/pdf" not in read.attached:
        yield Problem("email", "attachment-missing")


def _words(rendition: Rendition, read: ReadMessage) -> Iterator[Problem]:
    """What the rendition says a reader sees is what the page shows, no more and no less."""
    if squeezed(rendition.text) != read.seen:
        yield Problem("email", "words-differ")


@dataclass(slots=True)
class _Reader:
    """A place in the words of one form, which moves on with what is found."""

    words: str
    place: int = 0

    def finds(self, wanted: Sequence[str]) -> bool:
        """Whether these come next, in any order; then goes on behind the last of them."""
        ends = []
        for words in wanted:
            start = self.words.find(words, self.place)
            if start < 0:
                return False
            ends.append(start + len(words))
        self.place = max(ends, default=self.place)
        return True


def _missing(pieces: Sequence[Carried], words: str, form: Literal["html", "text"]) -> Iterator[Problem]:
    """The pieces and rows that are not there, or not in their order.

    Rows count from 1 over all tables of a piece; a table's total is its last row.
    """
    reader = _Reader(words)
    for one in pieces:
        place, params = f"email {form} {one.piece.id}", {"piece": one.piece.id, "channel": "email"}
        lost, numbers = 0, count(1)
        for leaf in leaves(one.parts):
            lost += sum(not reader.finds([squeezed(text)]) for text in _texts(leaf))
            for row, number in zip(leaf.lines if isinstance(leaf, Table) else (), numbers, strict=False):
                if not reader.finds(_cells(row)):
                    yield Problem(place, "row-missing", {**params, "row": number})
        if lost:
            yield Problem(place, "piece-missing", {**params})


def _cells(row: Sequence[Cell]) -> list[str]:
    return [squeezed(text) for cell in row for text in ([cell] if isinstance(cell, str) else _runs(cell))]


def _runs(runs: Runs) -> list[str]:
    return [run.text for run in runs if run.text]


def _texts(leaf: Leaf) -> list[str]:  # noqa: C901 - one case for each part
    """The words of a leaf in order, as short as they stand together in every form."""
    match leaf:
        case Heading() | Paragraph():
            return _runs(leaf.runs)
        case Bullets():
            return [text for item in leaf.items for text in _runs(item)]
        case Facts():
            return [text for row in leaf.rows for runs in row for text in _runs(runs)]
        case Picture():
            return [leaf.alt]
        case Code():
            return [leaf.alt, *_runs(leaf.caption)]
        case Chart():
            values = [(name, *(one.texts[at] for one in leaf.series)) for at, name in enumerate(leaf.categories)]
            return [text for row in values for text in row] + [leaf.alt]
        case Link():
            return _runs(leaf.label)
        case Table() | Rule() | PageBreak():
            return []
    assert_never(leaf)
