"""Whether the regions around the text fit the room that the letter form and the theme give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from content_blocks.document import Document, RegionName
from content_blocks.problem import Problem, Refused
from content_blocks.theme import Page
from renderers.pdf.marks import Box
from renderers.pdf.sheet import (
    ADDRESS_HEIGHT,
    BROUGHT_HEIGHT,
    FORMS,
    HEIGHT,
    NEXT_HEAD,
    REMARKS_HEIGHT,
    millimetres,
)
from renderers.rendition import Mark

SLACK = 3
"""Tenths of a millimetre that rounding may cost."""


def check_regions(document: Document, theme: Page, marks: Sequence[Mark], zones: Mapping[str, Box]) -> None:
    """Raises Refused with `region-overflow` for each region taller than its place; `zones` are the boxes of the
    address window and the info block."""
    found = {problem.where: problem for problem in (*_zones(theme, zones), *_margins(document, theme, marks))}
    if found:
        raise Refused(found.values())


def _zones(theme: Page, zones: Mapping[str, Box]) -> Iterator[Problem]:
    form = FORMS[theme.form]
    room = {"remarks": REMARKS_HEIGHT, "lines": ADDRESS_HEIGHT, "info": form.text - form.info}
    for name, limit in room.items():
        if name in zones and zones[name][3] > limit * 10 + SLACK:
            yield _problem("info" if name == "info" else "address", limit)


def _margins(document: Document, theme: Page, marks: Sequence[Mark]) -> Iterator[Problem]:
    """Headers may not reach down into the text, nor the footer up; neither may leave the sheet."""
    form = FORMS[theme.form]
    room: dict[RegionName, tuple[float, float]] = {
        "header_first": (0, form.head),
        "header_next": (0, NEXT_HEAD - BROUGHT_HEIGHT),
        "footer": (HEIGHT - millimetres(theme.bottom) + BROUGHT_HEIGHT, HEIGHT),
    }
    for region, (upper, lower) in room.items():
        own = {piece.id for piece in document.region(region)}
        boxes = [mark.box for mark in marks if mark.piece in own and mark.box]
        if any(top < upper * 10 - SLACK or top + height > lower * 10 + SLACK for _, top, _, height in boxes):
            yield _problem(region, lower - upper)


def _problem(region: RegionName, limit: float) -> Problem:
    return Problem(f"pdf {region}", "region-overflow", {"region": region, "millimetres": int(limit)})
