"""Where each piece and row ended up, from the places the program has marked in its own layout.

A place is marked with whose it is (the number of a piece, or the name of a zone) and what: `begin`, `end`, or the
number of a row that begins there.  Of what stands in margins there are places on every page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from content_blocks.document import Document
from renderers.pdf.marks import Box
from renderers.rendition import Mark


class Place(NamedTuple):
    """A page, and millimetres from its left and upper edge."""

    page: int
    x: float
    y: float


Whose: TypeAlias = int | str


class Span(NamedTuple):
    """From where to where something goes, and where its rows begin."""

    whose: Whose
    begin: Place
    end: Place
    rows: list[tuple[int, Place]]


def spans(found: Sequence[Any]) -> Iterator[Span]:
    """The marked places, beginning and end together."""
    begun: dict[Whose, tuple[Place, list[tuple[int, Place]]]] = {}
    for whose, what, page, x, y in found:
        place = Place(page, x, y)
        if what == "begin":
            begun[whose] = (place, [])
        elif what == "end":
            begin, rows = begun.pop(whose)
            yield Span(whose, begin, place, rows)
        else:
            begun[whose][1].append((what, place))


def zones(found: Sequence[Any]) -> dict[str, Box]:
    """Where the zones of the letter head are, by their names."""
    return {
        span.whose: _box(span.begin, span.end.x, span.end.y) for span in spans(found) if isinstance(span.whose, str)
    }


def marks(document: Document, sheet: Mapping[str, Any], inset: float, found: Sequence[Any]) -> tuple[Mark, ...]:
    """A mark for each piece and row on each page it stands on.

    `sheet` are the brand's lengths of a page, `inset` is how far below the edge of a row its words begin.
    """
    pieces = [(piece.id, region == "body") for region, piece in document.pieces()]
    reader = _Reader(sheet, inset)
    return tuple(
        mark for span in spans(found) if isinstance(span.whose, int) for mark in reader.marks(span, *pieces[span.whose])
    )


class _Reader:
    def __init__(self, sheet: Mapping[str, Any], inset: float) -> None:
        self._inset, self._upper = inset, sheet["next_head"]
        self._lower, self._right = sheet["height"] - sheet["bottom"], sheet["width"] - sheet["right"]

    def marks(self, span: Span, name: str, in_body: bool) -> Iterator[Mark]:
        right = self._right if in_body else span.end.x
        for page in range(span.begin.page, span.end.page + 1):
            top = span.begin.y if page == span.begin.page else self._upper
            bottom = span.end.y if page == span.end.page else self._lower
            yield Mark(name, None, page, _box(Place(page, span.begin.x, top), right, bottom))
        for index, (row, place) in enumerate(span.rows):
            following = span.rows[index + 1][1] if index + 1 < len(span.rows) else None
            top = Place(place.page, span.begin.x, place.y - self._inset)
            yield Mark(name, row, place.page, _box(top, right, self._below(span, place, following)))

    def _below(self, span: Span, place: Place, following: Place | None) -> float:
        """Where a row ends: where the next one begins, or with its piece or page."""
        if (following or span.end).page > place.page:
            return float(self._lower)
        return following.y - self._inset if following else span.end.y


def _box(begin: Place, right: float, bottom: float) -> Box:
    """Left, top, width, height in tenths of a millimetre."""
    return (
        round(begin.x * 10),
        round(begin.y * 10),
        round((right - begin.x) * 10),
        round((bottom - begin.y) * 10),
    )
