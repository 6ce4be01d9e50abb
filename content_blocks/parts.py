"""What a reader sees: the closed set of parts that every block comes down to and every channel can show.

Texts are sequences of runs.  Nothing here is still to be decided: no placeholder, no condition, no slot.  Lengths are
whole millimetres, so that no float ever enters a hash.  To add a part is rare and meant to be felt: each renderer
matches over `Part` and ends in `assert_never`, so the type checker names every place that has to learn of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

Raw: TypeAlias = str | bool | int | Decimal | date | None
Privacy = Literal["public", "personal", "sensitive"]


@dataclass(frozen=True, slots=True)
class Filled:
    """Where a filled run came from; no later stage parses its text back to learn this.

    `field` is the path in the data dictionary (`account.transactions[].amount`), or `brand.…`, `input.…`, `blank.…`.
    `locked` tells that it stands in locked wording.
    """

    field: str
    type: str
    raw: Raw
    privacy: Privacy = "personal"
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style.  `text` is literal: renderers escape it and never read it as markup.

    `atom` is empty for text; `break` is a line break; `page` and `pages` stand for the page number and the page
    count, and are allowed in headers, footers and the info block only.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    filled: Filled | None = None
    atom: Literal["", "break", "page", "pages"] = ""


Runs: TypeAlias = tuple[Run, ...]

_SIGN = re.compile(r"(?<!\S)-[^\s\d]+(?=[\d\s])")


def signed(run: Run) -> tuple[str, str, str]:
    """The text of an amount in three: what must stand on one line is in the middle.

    Lines may break between a hyphen and a currency sign (Unicode UAX 14), as in `-€5.00`: at a line's end the minus
    reads as a hyphen, and the next line begins with another amount.
    """
    found = _SIGN.search(run.text) if run.filled and run.filled.type == "money" else None
    return (run.text[: found.start()], found[0], run.text[found.end() :]) if found else (run.text, "", "")


def plain(runs: Runs) -> str:
    """The words of some runs, a line break as a newline; page atoms have no words."""
    return "".join("\n" if run.atom == "break" else run.text for run in runs)


def words(text: str) -> Runs:
    """Literal text as runs."""
    return (Run(text),) if text else ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the first of a document is level 1 and levels never jump (ISO 14289-1, 7.4)."""

    level: Literal[1, 2, 3]
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text.  `lead` opens a letter with emphasis, `small` is for side remarks and legal wording."""

    runs: Runs
    tone: Literal["body", "lead", "small"] = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of one level, marked by dots or, if `ordered`, by numbers."""

    items: tuple[Runs, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value pairs.  With `total` the last pair is the sum of the others and shown so."""

    rows: tuple[tuple[Runs, Runs], ...]
    total: bool = False


ColumnKind = Literal["text", "number", "money", "percent", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column.  Alignment and wrapping follow from `kind`.

    `width` is in millimetres on paper, `None` takes what is left.  On a narrow screen the columns with the smallest
    `priority` stay side by side (1 and 2), the others move below the row.
    """

    label: str
    kind: ColumnKind = "text"
    width: int | None = None
    priority: int = 1


Cell: TypeAlias = str | Runs


@dataclass(frozen=True, slots=True)
class Carry:
    """Subtotals carried over a page break ("Übertrag"): the engine only picks, compose has computed.

    `after[i]` is the formatted running total after row i; `opening` the one before the first row, if it is shown.
    `column` is the column it stands in.
    """

    column: int
    brought_label: str
    carried_label: str
    after: tuple[str, ...]
    opening: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under labelled columns.  A cell is a plain string unless it needs runs; `total` is one more row at the end.

    `caption` names the table for people who cannot see it; it is shown where `caption_shown`.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    carry: Carry | None = None
    caption_shown: bool = False

    @property
    def lines(self) -> tuple[tuple[Cell, ...], ...]:
        """All rows, the total as the last of them."""
        return self.rows if self.total is None else (*self.rows, self.total)


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored picture by the hash of its bytes; `alt` is what it says to those who cannot see it."""

    asset: str
    alt: str
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code (ISO/IEC 18004) with its payload and the same content in print beside it."""

    payload: str
    alt: str
    caption: Runs = ()
    size: int = 32


@dataclass(frozen=True, slots=True)
class Series:
    """One line or set of bars of a chart: exact values and the texts that show them."""

    name: str
    values: tuple[Decimal, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures as bars or lines; `alt` is the sentence that says the same, and the values themselves stay readable."""

    kind: Literal["bars", "lines"]
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Link:
    """A button: a call to action with its address, printed in words on paper."""

    label: Runs
    url: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A dividing line."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page where there are pages."""


Leaf: TypeAlias = Heading | Paragraph | Bullets | Facts | Table | Picture | Code | Chart | Link | Rule | PageBreak


@dataclass(frozen=True, slots=True)
class Container:
    """Leaves set off from the rest: `panel` (a tinted box), `columns` (side by side), `keep` (not parted by a page).

    `cells` has one entry for a panel or keep-together and one per column for columns.
    """

    kind: Literal["panel", "columns", "keep"]
    cells: tuple[tuple[Leaf, ...], ...]
    tone: Literal["neutral", "notice", "warning"] = "neutral"


Part: TypeAlias = Leaf | Container


def leaves(parts: Iterable[Part]) -> Iterator[Leaf]:
    """The leaves in reading order, out of their containers."""
    for part in parts:
        if isinstance(part, Container):
            yield from (leaf for cell in part.cells for leaf in cell)
        else:
            yield part
