"""A document as the data that the static program prints.

The program is the same for all documents and never built from words: a recipient's name is a string in JSON, and
nothing in the program evaluates strings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from content_blocks.document import Document, Piece, RegionName
from content_blocks.parts import Part, plain
from content_blocks.theme import Brand
from renderers.pdf.attached import AttachedFile
from renderers.pdf.carried import carried
from renderers.pdf.closing import closing
from renderers.pdf.page import Numbered, by_region, split
from renderers.pdf.typst.breaking import Ruler
from renderers.pdf.typst.leaves import Leaves
from renderers.pdf.typst.running import Data, Room, running
from renderers.pdf.words import page_of
from renderers.short_parts import lines_of


@dataclass(frozen=True)
class Writer:
    """Writes documents of one brand as data; `looks` are its tokens, `pictures` the files of stored ones by
    hash."""

    brand: Brand
    looks: Data
    pictures: Mapping[str, str]
    ruler: Ruler

    def __call__(self, document: Document, files: Sequence[AttachedFile]) -> Data:
        """The data of a document and what is attached to it."""
        return _Letter(self, document).data() | {"files": [attached(file) for file in files]}


class _Letter:
    def __init__(self, writer: Writer, document: Document) -> None:
        self._brand, self._looks, self._document = writer.brand, writer.looks, document
        self._ruler = writer.ruler
        self._leaves = Leaves(document, writer.brand.theme, writer.looks, self._ruler, writer.pictures)

    def data(self) -> dict[str, Data]:
        document, regions = self._document, by_region(self._document)
        remarks, lines = self._window(regions["address"])
        return {
            "language": tongue(document.language),
            "right_to_left": document.direction == "rtl",
            "title": document.title,
            "day": [document.as_of.year, document.as_of.month, document.as_of.day],
            "proof": document.proof,
            "masthead": self._pieces(regions["header_first"], self._room(80, "margin")),
            "next": self._pieces(regions["header_next"], self._room(self._width, "margin")),
            "footer": self._footer(regions["footer"]),
            "page_of": self._page_of(regions),
            "remarks": remarks,
            "lines": lines,
            "info": self._pieces(regions["info"], self._info_room()),
            "body": self._body(regions["body"]),
        }

    @property
    def _width(self) -> float:
        page = self._looks["page"]
        return float(page["width"] - page["left"] - page["right"])

    def _room(self, width: float, style: str) -> Room:
        return Room(width, self._looks["styles"][style]["size"])

    def _info_room(self) -> Room:
        """In the info block columns are as wide as their words."""
        return replace(self._room(self._looks["page"]["info"]["width"], "info"), narrow=True, halves=(0.48, 0.48))

    def _pieces(self, pieces: Numbered, room: Room) -> list[Data]:
        return [self._piece(number, piece, carried(piece), room) for number, piece in pieces if carried(piece)]

    def _piece(self, number: int, piece: Piece, parts: tuple[Part, ...], room: Room, *, marked: bool = True) -> Data:
        own = tongue(piece.language) if piece.language != self._document.language else None
        return {"n": number if marked else -1, "language": own, "parts": self._leaves.parts(parts, room)}

    def _footer(self, pieces: Numbered) -> list[Data]:
        """The pieces of the footer, which stand side by side, each with how much of the width it asks for."""
        shown = [(number, piece, carried(piece)) for number, piece in pieces if carried(piece)]
        shares = [self._longest_line(parts) for *_, parts in shown]
        return [
            self._piece(*each, self._room(self._width * share / sum(shares), "margin")) | {"share": share}
            for each, share in zip(shown, shares, strict=True)
        ]

    def _longest_line(self, parts: tuple[Part, ...]) -> float:
        """In em; not nothing, so that a piece without words has a place too."""
        said = (plain(line.runs) for part in parts for line in lines_of(part))
        return max((self._ruler.width(line) for text in said for line in text.split("\n")), default=0.0) or 1.0

    def _body(self, pieces: Numbered) -> Data:
        """The pieces of the body; those from `closing` on stand together on one page."""
        held = closing([piece for _, piece in pieces])
        room = self._room(self._width, "body")
        return {
            "pieces": self._pieces(pieces[: len(pieces) - held], room),
            "closing": self._pieces(pieces[len(pieces) - held :], room),
        }

    def _window(self, pieces: Numbered) -> tuple[list[Data], list[Data]]:
        """The two zones of the window; a piece that has both is marked where its address stands."""
        remarks, lines = [], []
        for number, piece in pieces:
            small, large = map(tuple, split(carried(piece)))
            if small:
                remarks.append(self._piece(number, piece, small, self._room(80, "remarks"), marked=not large))
            if large:
                lines.append(self._piece(number, piece, large, self._room(80, "address")))
        return remarks, lines

    def _page_of(self, regions: Mapping[RegionName, Numbered]) -> Data:
        """The theme's words for the page, unless a region of the document already says which page it is."""
        label = self._document.labels.get("page_of", "")
        around = (part for name in regions if name != "body" for _, piece in regions[name] for part in carried(piece))
        numbered = any(run.atom == "page" for part in around for line in lines_of(part) for run in line.runs)
        return running(page_of(label), self._room(self._width, "margin"), self._ruler) if label and not numbered else []


def tongue(language: str) -> list[str]:
    """A language and its region, empty unless it has one."""
    code, _, region = language.partition("-")
    return [code, region]


def attached(file: AttachedFile) -> Data:
    """An attached file; its bytes as numbers, since JSON has no bytes."""
    return {
        "name": file.name,
        "content": list(file.content),
        "media_type": file.media_type,
        "description": file.description,
        "relationship": file.relationship.lower(),
    }
