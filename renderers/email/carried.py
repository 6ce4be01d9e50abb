"""What a mail carries of a document, and what it leaves out on purpose.

Shown by HTML and text part alike and looked for again by the check, so it is decided in one place.  A mail has no
pages: running headers, the address window, and whatever speaks of page numbers stay on paper, unless the piece is
mandatory in mail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from content_blocks.document import REGIONS, Document, Form, Piece, RegionName
from content_blocks.parts import Bullets, Container, Facts, Heading, Leaf, Paragraph, Part, Run, Runs, Table, words
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
    form = piece.form("email")
    if region in PAPER_ONLY and "email" not in piece.mandatory:
        return Carried(region, piece, (), "paper")
    if form.kind == "absent":
        return Carried(region, piece, (), "absent")
    if form.kind == "short":
        return Carried(region, piece, (Paragraph(piece.short),), "short")
    parts = piece.parts if region == "body" else tuple(_pageless(piece.parts))
    if form.kind == "rows" and (cut := tuple(_each_leaf(parts, lambda leaf: _cut(leaf, form)))) != parts:
        return Carried(region, piece, cut, "rows")
    return Carried(region, piece, parts, "" if parts == piece.parts else "pages")


def _cut(leaf: Leaf, form: Form) -> tuple[Leaf, ...]:
    """A table's first rows and the sentence about the others; any other leaf as it is."""
    if not isinstance(leaf, Table) or len(leaf.rows) <= form.rows:
        return (leaf,)
    return (replace(leaf, rows=leaf.rows[: form.rows]), Paragraph(form.more, "small"))


def _each_leaf(parts: tuple[Part, ...], change: Callable[[Leaf], tuple[Leaf, ...]]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Container):
            cells = tuple(tuple(new for leaf in cell for new in change(leaf)) for cell in part.cells)
            yield replace(part, cells=cells)
        else:
            yield from change(part)


def _pageless(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Parts of an outer region without page numbers: a fact, a line of text or an item that has one is dropped."""
    yield from _each_leaf(parts, _pageless_leaf)


def _pageless_leaf(leaf: Leaf) -> tuple[Leaf, ...]:
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
