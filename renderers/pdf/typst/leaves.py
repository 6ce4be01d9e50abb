"""Parts as data: the place where the volume engine learns of each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import assert_never

from content_blocks.document import Document
from content_blocks.parts import (
    Bullets,
    Carry,
    Cell,
    Chart,
    Code,
    Column,
    Container,
    Facts,
    Heading,
    Leaf,
    Link,
    PageBreak,
    Paragraph,
    Part,
    Picture,
    Rule,
    Run,
    Runs,
    Table,
)
from content_blocks.problem import refuse
from content_blocks.theme import Theme
from renderers.pdf.chart import drawing
from renderers.pdf.figures import symbol
from renderers.pdf.table import FEW, SHORT, label_place
from renderers.pdf.typst.breaking import Ruler
from renderers.pdf.typst.running import Data, Room, one_line, running
from renderers.pdf.words import address

GAP = 8.0
"""Between columns, in millimetres."""


class Leaves:
    """Writes the parts of one document as data, each for the room it stands in."""

    def __init__(
        self, document: Document, theme: Theme, looks: Data, ruler: Ruler, pictures: Mapping[str, str]
    ) -> None:
        self._labels, self._theme, self._looks, self._ruler = document.labels, theme, looks, ruler
        self._pictures = pictures

    def parts(self, parts: tuple[Part, ...], room: Room) -> list[Data]:
        """Some parts, one after the other."""
        return [self._container(part, room) if isinstance(part, Container) else self.leaf(part, room) for part in parts]

    def _container(self, part: Container, room: Room) -> Data:
        inner = self._rooms(part, room)
        cells = [[self.leaf(leaf, inside) for leaf in cell] for cell, inside in zip(part.cells, inner, strict=True)]
        data = {"k": part.kind, "cells": cells}
        match part.kind:
            case "panel":
                return {**data, "tone": part.tone}
            case "columns":
                held = any(map(code_width, part.cells))
                return {
                    **data,
                    "widths": [code_width(cell) and code_width(cell) + GAP for cell in part.cells],
                    "held": held,
                }
            case "keep":
                return data
        assert_never(part.kind)

    def _rooms(self, part: Container, room: Room) -> list[Room]:
        """The room in each cell of a container."""
        if part.kind == "panel":
            return [replace(room, width=room.width - 2 * self._looks["panel"][part.tone]["across"])] * len(part.cells)
        if part.kind == "keep":
            return [room] * len(part.cells)
        fixed = [code_width(cell) for cell in part.cells]
        left = room.width - sum(fixed) - GAP * (len(fixed) - 1)
        widths = (width or left / max(fixed.count(0), 1) for width in fixed)
        return [Room(width, room.size, narrow=True, halves=(0.34, 0.62)) for width in widths]

    def leaf(self, part: Leaf, room: Room) -> Data:  # noqa: C901 - one case for each part
        """One part for its room."""
        match part:
            case Heading():
                return {
                    "k": "heading",
                    "level": part.level,
                    "runs": self._runs(part.runs, self._sized(room, f"heading_{part.level}")),
                }
            case Paragraph():
                return {
                    "k": "paragraph",
                    "tone": part.tone,
                    "runs": self._runs(part.runs, self._sized(room, part.tone)),
                }
            case Bullets():
                inside = Room(room.width - 5, room.size, room.narrow)
                return {
                    "k": "bullets",
                    "ordered": part.ordered,
                    "items": [self._runs(item, inside) for item in part.items],
                }
            case Facts():
                return self._facts(part, room)
            case Table():
                return self._table(part, room)
            case Picture():
                return self._picture(part)
            case Code():
                caption = self._runs(part.caption, Room(max(room.width - part.size - 5, 10), room.size))
                return {"k": "code", "svg": symbol(part), "alt": part.alt, "size": part.size, "caption": caption}
            case Chart():
                return {"k": "chart", "title": part.title, "svg": str(drawing(part, self._theme)), "alt": part.alt}
            case Link():
                return self._button(part, room)
            case Rule():
                return {"k": "rule"}
            case PageBreak():
                return {"k": "page-break"}
        assert_never(part)

    def _runs(self, runs: Runs, room: Room) -> Data:
        return running(runs, room, self._ruler)

    def _sized(self, room: Room, style: str) -> Room:
        """The room at the size of another style; running text goes no wider than the measure."""
        if style == "body":
            return room
        return Room(room.width, self._looks["styles"][style]["size"], room.narrow)

    def _facts(self, part: Facts, room: Room) -> Data:
        sides = [Room(room.width * each - 1, room.size, narrow=True) for each in room.halves]
        rows = [[self._runs(runs, side) for runs, side in zip(row, sides, strict=True)] for row in part.rows]
        return {"k": "facts", "rows": rows, "total": part.total, "whole": len(part.rows) <= FEW}

    def _table(self, part: Table, room: Room) -> Data:
        widths = column_widths(part.columns, room.width)
        inset, size = 2 * self._looks["table"]["cell"], self._looks["styles"]["rows"]["size"]
        rooms = [Room(max(width - inset, 4), size, narrow=True) for width in widths]
        lines = [[self._cell(cell, each) for cell, each in zip(row, rooms, strict=True)] for row in part.lines]
        return {
            "k": "table",
            "caption": part.caption if part.caption_shown else "",
            "columns": [[self._ruler.fitted(column.label, each.em), column.kind, column.width or 0]
                        for column, each in zip(part.columns, rooms, strict=True)],
            "rows": lines,
            "total": part.total is not None,
            "carry": carried_lines(part, part.carry) if part.carry else None,
            "whole": len(part.rows) <= SHORT and not part.carry,
        }  # fmt: skip

    def _cell(self, cell: Cell, room: Room) -> Data:
        return self._ruler.fitted(one_line(cell), room.em) if isinstance(cell, str) else self._runs(cell, room)

    def _picture(self, part: Picture) -> Data:
        if not part.alt.strip():
            raise refuse("picture", "picture-without-alt")
        return {"k": "picture", "file": self._pictures[part.asset], "alt": part.alt, "width": part.width or 0}

    def _button(self, part: Link, room: Room) -> Data:
        where = (Run(self._labels.get("more_at", "") + " "), Run(part.url, link=address(part.url)))
        inside = Room(room.width - 5, room.size, room.narrow)
        return {"k": "button", "label": self._runs(part.label, inside), "where": self._runs(where, inside)}


def code_width(cell: tuple[Leaf, ...]) -> float:
    """How wide a column is that holds nothing but codes, and leaves the rest to the others; 0 for any other."""
    sizes = [leaf.size for leaf in cell if isinstance(leaf, Code)]
    return max(sizes) + 4.0 if sizes and len(sizes) == len(cell) else 0.0


@lru_cache(maxsize=256)
def column_widths(columns: tuple[Column, ...], width: float) -> list[float]:
    """How wide each column is: those without a width of their own share what is left."""
    left = width - sum(column.width or 0 for column in columns)
    rest = max(sum(not column.width for column in columns), 1)
    return [float(column.width or left / rest) for column in columns]


def carried_lines(part: Table, carry: Carry) -> Data:
    """What is carried over a page break: labels, sums after each row, and the columns they stand in."""
    return {
        "brought": carry.brought_label,
        "carried": carry.carried_label,
        "opening": carry.opening,
        "after": carry.after,
        "column": carry.column,
        "label": label_place(part, carry.column),
    }
