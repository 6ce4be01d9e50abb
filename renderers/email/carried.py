"""What a mail carries of a document, and what it leaves out on purpose.

Shown by HTML and text part alike and looked for again by the check, so it is decided in one place.  A mail has no
pages: running headers, the address window, and whatever speaks of page numbers stay on paper, unless the piece is
mandatory in mail.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from content_blocks.document import REGIONS, Document, Piece, RegionName
from content_blocks.parts import Bullets, Facts, Heading, Leaf, Paragraph, Part, Run, Runs, words
from renderers.forms import each_leaf, in_form
from renderers.rendition import LeftOut

OWN = "mail."
PAPER_ONLY: tuple[RegionName, ...] = ("header_first", "header_next", "address")


@dataclass(frozen=True, slots=True)
class Carried:
    """A piece as the mail shows it; `left_out` says what is missing of it, or empty.

    `parts` is empty where nothing of the piece is shown.
    """

    region: RegionName
    piece: Piece
    parts: tuple[Part, ...]
    left_out: str = ""


def carried(document: Document) -> list[Carried]:
    """Every piece in reading order as the mail shows it, with what the mail says of itself in the theme's words."""
    pieces = [_carried(region, piece) for region, piece in document.pieces()]
    own = [*_proof(document), *_attached(document), *_about(document)]
    return sorted([*pieces, *own], key=lambda one: REGIONS.index(one.region))


def _own(region: RegionName, name: str, words: Runs, document: Document) -> Carried:
    """A piece that no block has written."""
    piece = Piece(OWN + name, (Paragraph(words, "small"),), document.language)
    return Carried(region, piece, piece.parts)


def _proof(document: Document) -> Iterator[Carried]:
    if document.proof:
        yield _own("header_first", "proof", (Run(document.proof, strong=True),), document)


def _attached(document: Document) -> Iterator[Carried]:
    if document.rules.attach_pdf:
        yield _own("body", "attached", words(document.labels["mail_attached"]), document)


def _about(document: Document) -> Iterator[Carried]:
    """Why the recipient gets this mail, and how to stop it where the document class lets them."""
    runs = words(document.labels["mail_reason"])
    if document.rules.unsubscribe:
        runs = (*runs, Run(" "), Run(document.labels["unsubscribe"], link=document.rules.unsubscribe))
    yield _own("footer", "about", runs, document)


def left_out(pieces: list[Carried]) -> tuple[LeftOut, ...]:
    """What the mail leaves out, with the reason: `paper`, `absent`, `short`, `rows` or `pages`."""
    return tuple(LeftOut(one.piece.id, one.left_out) for one in pieces if one.left_out)


def _carried(region: RegionName, piece: Piece) -> Carried:
    if region in PAPER_ONLY and "email" not in piece.mandatory:
        return Carried(region, piece, (), "paper")
    parts = in_form(piece, "email")
    shown = parts if region == "body" else each_leaf(parts, _pageless)
    if parts != piece.parts:
        return Carried(region, piece, shown, piece.form("email").kind)
    return Carried(region, piece, shown, "" if shown == parts else "pages")


def _pageless(leaf: Leaf) -> tuple[Leaf, ...]:
    """A leaf of an outer region without page numbers: a fact, a line of text or an item that has one is dropped."""
    match leaf:
        case Facts():
            rows = tuple(row for row in leaf.rows if not any(map(_has_page, row)))
            return (leaf,) if rows == leaf.rows else (replace(leaf, rows=rows),) if rows else ()
        case Bullets():
            items = tuple(item for item in leaf.items if not _has_page(item))
            return (replace(leaf, items=items),) if items else ()
        case Paragraph() | Heading():
            return () if _has_page(leaf.runs) else (leaf,)
    return (leaf,)


def _has_page(runs: Runs) -> bool:
    return any(run.atom in ("page", "pages") for run in runs)
