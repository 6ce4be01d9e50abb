"""The whole document as one HTML page: head, running regions, letter head, body.

Address and info block come first in reading order and are placed by the sheet; headers and footers are running
elements, which the engine repeats in the page margins.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from content_blocks.document import Document, Piece, RegionName
from content_blocks.parts import Paragraph, Part, Table, leaves
from content_blocks.theme import Brand
from renderers.pdf.assets import address
from renderers.pdf.body import Body, RowIds, piece_id
from renderers.pdf.carried import carried
from renderers.pdf.closing import closing
from renderers.pdf.markup import element, join, void
from renderers.pdf.stylesheet import CELL_INSET
from renderers.pdf.words import PAGE_ATOM, inline, page_of

Numbered = list[tuple[int, Piece]]


def page(document: Document, brand: Brand) -> Markup:
    """The HTML of a document."""
    body = Body(document, brand.theme)
    regions = by_region(document)
    columns = columns_of_footer(body, regions["footer"])
    above = (
        masthead(body, regions["header_first"], brand),
        running("header-next", body, regions["header_next"]),
        letter_head(body, regions),
    )
    inside = (
        *above,
        element("div", columns, *page_number(document, join((columns, *above))), class_="footer"),
        proof(document),
        *letter(body, regions["body"]),
    )
    direction = "rtl" if document.direction == "rtl" else None
    root = element("html", head(document, brand), element("body", *inside), lang=document.language, dir=direction)
    return Markup("<!DOCTYPE html>") + root


def letter(body: Body, pieces: Numbered) -> Iterator[Markup]:
    """The pieces of the body, its end held together."""
    loose = len(pieces) - closing([piece for _, piece in pieces])
    for index, (number, piece) in enumerate(pieces):
        held = ("held" if index > loose else "whole") if index >= loose else None
        yield body.piece(number, piece, held)


def by_region(document: Document) -> dict[RegionName, Numbered]:
    """The pieces of each region, numbered over the whole document."""
    regions: dict[RegionName, Numbered] = {
        name: [] for name in ("header_first", "header_next", "address", "info", "body", "footer")
    }
    for number, (name, piece) in enumerate(document.pieces()):
        regions[name].append((number, piece))
    return regions


def head(document: Document, brand: Brand) -> Markup:
    """Title, author and date; the date is the day the document speaks of, since a rendering has no clock."""
    day = document.as_of.isoformat()
    return element(
        "head",
        element("title", document.title),
        void("meta", name="author", content=brand.theme.title),
        void("meta", name="dcterms.created", content=day),
        void("meta", name="dcterms.modified", content=day),
        carried_amounts(document, brand),
    )


def carried_amounts(document: Document, brand: Brand) -> Markup:
    """Moves the sums carried over a page break below the column they belong to, if that is not the last one."""
    parts = (part for piece in document.region("body") for part in leaves(carried(piece)))
    table = next((part for part in parts if isinstance(part, Table) and part.carry), None)
    after = [column.width or 0 for column in table.columns[table.carry.column + 1 :]] if table and table.carry else []
    if not sum(after):
        return Markup()
    inset = f"padding-right: {sum(after) + CELL_INSET[brand.theme.table]:g}mm"
    return element("style", f"@page {{ @top-right {{ {inset} }} @bottom-right {{ {inset} }} }}")


def masthead(body: Body, pieces: Numbered, brand: Brand) -> Markup:
    """The logo and what the document puts beside it."""
    logo = void("img", src=address(brand.files[brand.theme.logo]), alt=brand.theme.title, class_="logo")
    beside = (body.piece(number, piece) for number, piece in pieces)
    return element("div", logo, element("div", *beside, class_="beside"), class_="masthead")


def running(name: str, body: Body, pieces: Numbered) -> Markup:
    """A region that repeats in the margin of every page, its pieces side by side."""
    return element("div", *(body.piece(number, piece) for number, piece in pieces), class_=name)


def columns_of_footer(body: Body, pieces: Numbered) -> Markup:
    """The pieces of the footer side by side."""
    return running("columns-of-footer", body, pieces)


def page_number(document: Document, regions: Markup) -> list[Markup]:
    """The theme's words for the page, unless a region of the document already says which page it is."""
    label = document.labels.get("page_of", "")
    numbered = PAGE_ATOM in regions
    return [element("p", inline(page_of(label)), class_="page-of")] if label and not numbered else []


def proof(document: Document) -> Markup:
    """The mark of a document that may be looked at but never sent."""
    return element("div", document.proof, class_="proof") if document.proof else Markup()


def letter_head(body: Body, regions: dict[RegionName, Numbered]) -> Markup:
    """The address in the window of the envelope and the info block beside it; nothing if the document has neither."""
    zones = window(body, regions["address"])
    info = join(body.piece(number, piece) for number, piece in regions["info"])
    if not zones and not info:
        return Markup()
    inside = element("div", zones, class_="window"), element("div", info, class_="info", id="info")
    return element("div", *inside, class_="letter-head")


def window(body: Body, pieces: Numbered) -> Markup:
    """The two zones of the window: small print belongs to the remarks above, the rest to the address below.

    A piece that has both is marked where its address stands.
    """
    zones: dict[str, list[Markup]] = {"remarks": [], "lines": []}
    for number, piece in pieces:
        ids = RowIds(number)
        small, large = ([body.part(part, ids) for part in parts] for parts in split(carried(piece)))
        if small:
            zones["remarks"].append(
                element("div" if large else "section", *small, id=None if large else piece_id(number))
            )
        if large:
            zones["lines"].append(element("section", *large, id=piece_id(number)))
    return join(element("div", *inside, class_=zone, id=zone) for zone, inside in zones.items() if inside)


def split(parts: tuple[Part, ...]) -> tuple[list[Part], list[Part]]:
    """The parts in small print and the others."""
    small: list[Part] = [part for part in parts if isinstance(part, Paragraph) and part.tone == "small"]
    return small, [part for part in parts if part not in small]
