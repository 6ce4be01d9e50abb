"""A mail as a tree of exactly MJML's levels: sections hold columns, columns hold leaves.

The generator owns the tree; nobody ever joins MJML from strings, so a tag cannot be left open or crossed (mrml would
compile that without a word).  The tree is structure only: widths, colours and styles of the theme.  Every text and
address in it is a token, which gets its value after the compile.  `piece` is set in proofs for looking at only: it
stands for the id of the piece that something is of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType, TypeAlias

Token = NewType("Token", str)
Element = Literal["p", "h1", "h2", "h3", "ul", "ol"]
Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one element: `style` is its inline CSS, `gap` the room below it in pixels.

    `above` is the room above it, unless it comes first.  `tone` is the class by which the dark palette finds it;
    `language` is set where it differs from the mail's.
    """

    element: Element
    words: Token
    style: str
    tone: str = "ink"
    gap: int = 16
    above: int = 0
    language: Token | None = None
    piece: Token | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """A real table: `head` and `body` are rows of cells, `caption` names it, `size` is that of its text in pixels."""

    body: Token
    head: Token | None = None
    caption: Token | None = None
    caption_style: str = ""
    size: int = 15
    gap: int = 24
    language: Token | None = None
    piece: Token | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """An embedded picture by its Content-ID, `width` CSS pixels wide and never wider than the screen.

    `dark` is the same picture for a dark background.  With `beside`, words stand next to it.  `unseen` is the style of
    the words that clients show instead while they block pictures.
    """

    source: Token
    alt: Token
    width: int
    align: Align
    gap: int = 16
    dark: Token | None = None
    beside: Token | None = None
    language: Token | None = None
    unseen: str = ""
    piece: Token | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """A call to action: a link with an area large enough for a thumb."""

    label: Token
    address: Token
    gap: int = 24
    language: Token | None = None
    piece: Token | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A dividing line."""

    gap: int = 24
    piece: Token | None = None


Leaf: TypeAlias = Text | Rows | Image | Button | Line


@dataclass(frozen=True, slots=True)
class Column:
    """Leaves one below the other, `percent` of the section's width; one below the other on a phone.

    `tone` makes it a panel (`neutral`, `notice`, `warning`); `inset` is its padding as CSS lengths.
    """

    leaves: tuple[Leaf, ...]
    percent: int | None = None
    tone: str = ""
    inset: str = "0px"


@dataclass(frozen=True, slots=True)
class Section:
    """Columns side by side on a ground (`page`, `paper`, `banner`, `foot`, `proof`); `padding` as CSS lengths.

    `beside` tells that its columns bring half of the space between them with them.
    """

    columns: tuple[Column, ...]
    ground: str
    padding: str
    beside: bool = False
    piece: Token | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """Sections on one sheet with a border."""

    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Mail:
    """The whole mail.  Its language and title are tokens too: two languages share one compiled structure."""

    language: Token
    direction: Literal["ltr", "rtl"]
    title: Token
    preheader: Token | None
    sheets: tuple[Section | Card, ...]
