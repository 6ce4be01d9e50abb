"""The text part of a mail: the same pieces in plain lines, with every row and every link.

Lines are at most 76 characters wide, as far as words and addresses allow; an address is never broken and stands in
angle brackets (RFC 3986, appendix C).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import assert_never

from content_blocks.parts import (
    Bullets,
    Cell,
    Chart,
    Code,
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
    Runs,
    Table,
    plain,
)
from renderers.email.carried import Carried
from renderers.link import safe_address
from renderers.rendition import Mark

WIDTH = 76
BETWEEN = "\n\n"
BLANKS = str.maketrans("\t\r\n", "   ")


def text_part(pieces: Iterable[Carried]) -> str:
    """All pieces one below the other, parted by empty lines, the footer by a line of dashes."""
    return BETWEEN.join(block for _, block in _all_blocks(pieces)) + "\n"


def text_marks(pieces: Iterable[Carried]) -> tuple[Mark, ...]:
    """Where in the text part each piece stands, in characters."""
    blocks = list(_all_blocks(pieces))
    starts = accumulate((len(block) + len(BETWEEN) for _, block in blocks), initial=0)
    spans: dict[str, tuple[int, int]] = {}
    for (piece, block), start in zip(blocks, starts, strict=False):
        begin, _ = spans.get(piece, (start, 0))
        spans[piece] = (begin, start + len(block))
    return tuple(Mark(piece, span=span) for piece, span in spans.items() if piece)


def _all_blocks(pieces: Iterable[Carried]) -> Iterator[tuple[str, str]]:
    """Every block of the text with the piece it is of, none for the line above the footer."""
    footer = False
    for one in pieces:
        if one.region == "footer" and one.parts and not footer:
            yield "", "-" * WIDTH
            footer = True
        yield from ((one.piece.id, block) for block in _blocks(one.parts))


def _blocks(parts: Sequence[Part]) -> list[str]:
    found, above = [], ""
    for part in parts:
        if isinstance(part, Container):
            found += [block for cell in part.cells for block in _blocks(cell)]
        else:
            found.append(_block(part, above))
            above = flat(plain(part.runs)) if isinstance(part, Heading) else ""
    return [block for block in found if block]


def _block(leaf: Leaf, above: str) -> str:  # noqa: C901 - one case for each part
    match leaf:
        case Heading():
            return _heading(leaf)
        case Paragraph():
            return wrapped(said(leaf.runs))
        case Bullets():
            return _bullets(leaf)
        case Facts():
            return _facts(leaf)
        case Table():
            return _table(leaf, above)
        case Picture():
            return wrapped(f"[{flat(leaf.alt)}]")
        case Code():
            return "\n".join(filter(None, (wrapped(f"[{flat(leaf.alt)}]"), wrapped(said(leaf.caption)))))
        case Chart():
            return _chart(leaf, above)
        case Link():
            return f"{wrapped(said(leaf.label))}:\n<{safe_address(leaf.url) or ''}>"
        case Rule():
            return "-" * (WIDTH // 2)
        case PageBreak():
            return ""
    assert_never(leaf)


def flat(text: str) -> str:
    """Text without line ends and tabs of its own."""
    return text if text.isprintable() else text.translate(BLANKS)


def said(runs: Runs) -> str:
    """Runs as text, each link with its address unless its words are the address."""
    found = []
    for run in runs:
        found.append("\n" if run.atom == "break" else flat(run.text))
        address = safe_address(run.link) if run.link else None
        if address and address != run.text:
            found.append(f" <{address}>")
    return "".join(found)


def wrapped(text: str, first: str = "", later: str = "") -> str:
    """Text in lines of at most 76 characters; `first` and `later` start the first line and the others."""
    if len(text) + len(first) <= WIDTH and (not later or "\n" not in text):
        return first + text
    lines: list[str] = []
    for stretch in text.split("\n"):
        _wrap_stretch(stretch, lines, first, later)
    return "\n".join(lines)


def _wrap_stretch(stretch: str, lines: list[str], first: str, later: str) -> None:
    line = later if lines else first
    started = False
    for word in stretch.split(" "):
        if started and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line, started = later, False
        line = f"{line} {word}" if started else line + word
        started = True
    lines.append(line)


def _heading(heading: Heading) -> str:
    words = wrapped(said(heading.runs))
    underline = {1: "=", 2: "-"}.get(heading.level, "")
    return f"{words}\n{underline * max(map(len, words.splitlines()), default=0)}".rstrip()


def _bullets(bullets: Bullets) -> str:
    marks = [f"{number}. " if bullets.ordered else "- " for number in range(1, len(bullets.items) + 1)]
    return "\n".join(
        wrapped(said(item), mark, " " * len(mark)) for mark, item in zip(marks, bullets.items, strict=True)
    )


def _facts(facts: Facts) -> str:
    """Names and values in two columns, or one below the other where they do not fit."""
    rows = [(said(name), said(value)) for name, value in facts.rows]
    if _fits(rows):
        sides = ("left", "right" if facts.total else "left")
        lines = _columns(rows, sides)
        return "\n".join([*lines[:-1], "-" * len(lines[0]), lines[-1]] if facts.total else lines)
    return "\n".join(wrapped(f"{name}: {value}", "", "  ") for name, value in rows)


def _table(table: Table, above: str) -> str:
    """A table as far as it fits: all columns side by side, or figures side by side and words below, or one cell a line.

    The caption is there where the template shows it and the heading above does not say the same.
    """
    labels = [flat(column.label) for column in table.columns]
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    total = [_cell(cell) for cell in table.total] if table.total else None
    grid = [labels, *rows, *([total] if total else [])]
    shown = table.caption_shown and flat(table.caption) != above
    caption = [flat(table.caption), ""] if shown else []
    figures = [index for index, column in enumerate(table.columns) if column.kind != "text"]
    sides = ["left" if column.kind in ("text", "date") else "right" for column in table.columns]
    if _fits(grid):
        lines = _columns(grid, sides)
    elif figures and _fits([[row[index] for index in figures] for row in grid]):
        lines = _figures_first(grid, figures, sides)
    else:
        return "\n\n".join([*caption[:1], *(_record(labels, row) for row in grid[1:])])
    rule = "-" * min(WIDTH, max(len(line) for line in "\n".join(lines).split("\n")))
    body = [*lines[1:-1], rule, lines[-1]] if total else lines[1:]
    return "\n".join([*caption, lines[0], rule, *body])


def _figures_first(grid: Sequence[Sequence[str]], figures: Sequence[int], sides: Sequence[str]) -> list[str]:
    """Each row as a line of its dates and figures, with its words indented below."""
    heads = _columns([[row[index] for index in figures] for row in grid], [sides[index] for index in figures])
    found = []
    for head, row in zip(heads, grid, strict=True):
        below = [wrapped(cell, "  ", "  ") for index, cell in enumerate(row) if index not in figures and cell]
        found.append("\n".join([head, *below]))
    return found


def _cell(cell: Cell) -> str:
    return flat(cell) if isinstance(cell, str) else said(cell)


def _record(labels: Sequence[str], row: Sequence[str]) -> str:
    pairs = [(label, cell) for label, cell in zip(labels, row, strict=True) if cell]
    return "\n".join(wrapped(f"{label}: {cell}" if label else cell, "", "  ") for label, cell in pairs)


def _fits(rows: Sequence[Sequence[str]]) -> bool:
    """Whether every row fits on one line in columns."""
    if any("\n" in cell for row in rows for cell in row):
        return False
    return sum(_widths(rows)) + 2 * (len(rows[0]) - 1) <= WIDTH if rows else True


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(len, column)) for column in zip(*rows, strict=True)]


def _columns(rows: Sequence[Sequence[str]], sides: Sequence[str]) -> list[str]:
    layout = [
        (width, str.rjust if side == "right" else str.ljust) for width, side in zip(_widths(rows), sides, strict=True)
    ]
    return [
        "  ".join([place(cell, width) for cell, (width, place) in zip(row, layout, strict=True)]).rstrip(" ")
        for row in rows
    ]


def _chart(chart: Chart, above: str) -> str:
    """Title, one line for each category, and the sentence that says it in words."""
    title = [] if flat(chart.title) == above else [flat(chart.title)]
    lines = [
        f"{flat(category)}: " + ", ".join(f"{flat(series.name)} {flat(series.texts[at])}" for series in chart.series)
        for at, category in enumerate(chart.categories)
    ]
    return "\n".join([*title, *(wrapped(line, "", "  ") for line in lines), "", wrapped(flat(chart.alt))])
