"""Looks at how long words and rows are before the engine does.

A word without an end is laid out anew for each line it takes, which takes minutes; a row or a label of a chart that
goes on for pages is none that anybody can read, nor can be read back as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from content_blocks.document import Document, Piece
from content_blocks.parts import Chart, Table, leaves
from content_blocks.problem import Problem, Refused
from renderers.pdf.carried import carried
from renderers.pdf.said import Reader, drawn, texts, values

LONGEST_WORD = 2000
LONGEST_ROW = 2000
"""In characters: about half a page."""

_WORD = re.compile(rf"[^ \t\r\n]{{{LONGEST_WORD + 1},}}")


def check_lengths(document: Document) -> None:
    """Raises Refused with `word-too-long` for what has no place to end a line, by its field where it is a value, and
    with `row-too-long`."""
    pieces = [piece for _, piece in document.pieces()]
    words = {piece.id for piece in pieces if any(map(_WORD.search, texts(piece)))}
    if words:
        words = {field for field, text in values(document) if _WORD.search(text)} or words
    problems = [Problem(place, "word-too-long", {"limit": LONGEST_WORD}) for place in sorted(words)]
    rows = (piece.id for piece in pieces if any(len(text) > LONGEST_ROW for text in _rows(piece)))
    problems += [Problem(f"pdf {place}", "row-too-long", {"piece": place, "limit": LONGEST_ROW}) for place in rows]
    if problems:
        raise Refused(problems)


def _rows(piece: Piece) -> Iterator[str]:
    """The rows of the tables and the labels of the charts in a piece."""
    reader = Reader(1, 1)
    for leaf in leaves(carried(piece)):
        if isinstance(leaf, Table):
            yield from map(reader.cells, leaf.lines)
        elif isinstance(leaf, Chart):
            yield from drawn(leaf)
