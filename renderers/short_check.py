"""Reading a short message back: every piece is found in the final text or was left out on purpose.

The plan of the renderer is not asked: what is expected comes from the document, and only a piece of business text may
be excused by the rendition's own list of what it leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator

from content_blocks.document import Document, Piece
from content_blocks.parts import Runs, plain
from content_blocks.problem import Problem
from renderers.downgrade import as_written, downgraded
from renderers.rendition import Rendition
from renderers.short_parts import Line
from renderers.short_text import Passage, line_name, passage_of, spelled

_CUT = ("shortened", "no-room")


def missing_pieces(document: Document, rendition: Rendition, message_line: Runs, text: str) -> Iterator[Problem]:
    """`piece-missing` for each piece, and for the message line, that `text` does not show in its order and in full.

    A message line that is listed as shortened is excused, mandatory pieces never.
    """
    has_line = bool(plain(message_line).strip())
    left_out = {one.piece: one.reason for one in rendition.left_out}
    position = 0
    for passage in _expected(document, rendition, message_line, has_line, left_out):
        found = _end(text, passage, position)
        if found is None:
            params = {"piece": passage.piece, "channel": rendition.channel}
            yield Problem(f"{rendition.channel} {passage.piece}", "piece-missing", params)
        else:
            position = found


def _expected(
    document: Document, rendition: Rendition, message_line: Runs, has_line: bool, left_out: dict[str, str]
) -> Iterator[Passage]:
    name = line_name(rendition.channel)
    if has_line and name not in left_out:
        yield Passage((Line(message_line),), name)
    for _, piece in document.pieces():
        if not _excused(piece, rendition, left_out.get(piece.id)):
            yield passage_of(piece, rendition.channel, has_line)


def _excused(piece: Piece, rendition: Rendition, reason: str | None) -> bool:
    if rendition.channel in piece.mandatory or reason in (None, "rows"):
        return False
    return not piece.locked or reason not in _CUT


def _end(text: str, passage: Passage, position: int) -> int | None:
    """Where the lines of a passage end in `text`, if they are there from `position` on, in one spelling."""
    for spelling in (as_written, downgraded):
        lines = "\n".join(spelled(line.runs, passage.locked, spelling) for line in passage.lines)
        found = f"\n{text}\n".find(f"\n{lines}\n", position)
        if lines.strip() and found >= 0:
            return found + len(lines) + 1
    return None
