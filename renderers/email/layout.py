"""Sheets, sections and columns: where the pieces of a document stand in a mail, by the layout of the theme.

`open` sets everything on the page itself, `card` lays the body on a sheet with a border and the rest around it,
`banner` opens with a stripe of the accent colour over the whole width and closes with a tinted one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from content_blocks.document import Document, RegionName
from content_blocks.parts import Container, Part, plain
from content_blocks.parts import Leaf as PartLeaf
from renderers.email.carried import OWN, Carried
from renderers.email.columns import longest_word
from renderers.email.leaves import Writer, leaves
from renderers.email.pictures import Inline
from renderers.email.tree import Card, Column, Image, Leaf, Line, Mail, Section, Token

BESIDE = "0px 10px 0px 10px"
SHORT_WORD, LONG_WORD = 18, 28
PANEL = "18px 20px 4px 20px"


@dataclass(frozen=True, slots=True)
class Logo:
    """The brand's logo for the ground it stands on, and for that ground in the dark where it needs another one."""

    light: Inline
    dark: Inline | None
    width: int
    alt: str


def mail_tree(document: Document, pieces: Sequence[Carried], writer: Writer, logo: Logo) -> Mail:
    """The mail of a document, written in reading order: proof mark, masthead, info block, body, footer."""
    slots = writer.draft.slots
    language, title = slots.text(document.language), slots.text(document.title)
    preheader = _preheader(document, writer)
    above = _above(_of(pieces, "header_first", "header_next", "address"), writer)
    masthead = _masthead(writer, logo)
    info = _info(_of(pieces, "info"), writer)
    body = _body(_of(pieces, "body"), writer)
    footer = _footer(_of(pieces, "footer"), writer)
    return Mail(
        language, document.direction, title, preheader, _arranged(writer, [*above, masthead], [*info, *body], footer)
    )


def _of(pieces: Sequence[Carried], *regions: RegionName) -> list[Carried]:
    return [one for one in pieces if one.region in regions and one.parts]


def _preheader(document: Document, writer: Writer) -> Token | None:
    """The line that a list of mails shows after the subject."""
    words = plain(document.messages.preheader)
    if words:
        writer.draft.say(words)
    return writer.draft.slots.text(words) if words else None


def _arranged(
    writer: Writer, top: list[Section], body: list[Section], footer: list[Section]
) -> tuple[Section | Card, ...]:
    """The sections as the theme's layout puts them together."""
    if writer.look.theme.mail.layout == "card":
        return (*top, Card(tuple(body)), *footer)
    return (*top, Section((), "paper", "14px 0px 14px 0px"), *body, *footer)


def _above(pieces: Sequence[Carried], writer: Writer) -> list[Section]:
    """What has to be read before anything else: that this is a proof, and headers that mail must not lose."""
    sections = []
    for one in pieces:
        ground = "proof" if one.piece.id.startswith(OWN) else "page"
        found = _leaves_of([one], writer, small=False)
        sections.append(Section((Column(found),), ground, writer.look.sides("16px", "0px")))
    return sections


def _masthead(writer: Writer, logo: Logo) -> Section:
    draft, look = writer.draft, writer.look
    draft.say(logo.alt)
    dark = draft.embed(logo.dark) if logo.dark else None
    ground = "banner" if look.theme.mail.layout == "banner" else "page"
    image = Image(
        draft.embed(logo.light),
        draft.slots.text(logo.alt),
        logo.width,
        look.masthead,
        0,
        dark,
        unseen=look.names[ground],
    )
    return Section((Column((image,)),), ground, look.sides("24px", "24px"))


def _info(pieces: Sequence[Carried], writer: Writer) -> list[Section]:
    """The facts of the info block, small and above a line."""
    found = _leaves_of(pieces, writer, small=True)
    return [_section((*found, Line(16)), writer)] if found else []


def _footer(pieces: Sequence[Carried], writer: Writer) -> list[Section]:
    """The footer's pieces side by side, and below them what the mail says about itself."""
    about = [one for one in pieces if one.piece.id.startswith(OWN)]
    others = [one for one in pieces if one not in about]
    rows = [_side_by_side(others[start : start + 3], writer) for start in range(0, len(others), 3)]
    sections = [Section(row, "foot", writer.look.sides("20px", "0px", beside=True), beside=True) for row in rows]
    words = _leaves_of(about, writer, small=True)
    return [*sections, Section((Column(words),), "foot", writer.look.sides("12px", "28px"))]


def _side_by_side(pieces: Sequence[Carried], writer: Writer) -> tuple[Column, ...]:
    """A column for each piece, wider where a word is long, so that web addresses stay whole."""
    cells, lengths = [], []
    for one in pieces:
        before = len(writer.draft.words)
        cells.append(_leaves_of([one], writer, small=True))
        longest = max(map(longest_word, writer.draft.words[before:]), default=0)
        lengths.append(min(max(longest, SHORT_WORD), LONG_WORD))
    shares = [100 * length // sum(lengths) for length in lengths[1:]]
    columns = zip(cells, [100 - sum(shares), *shares], strict=True)
    return tuple(Column(cell, share, inset=BESIDE) for cell, share in columns)


def _leaves_of(pieces: Iterable[Carried], writer: Writer, small: bool) -> tuple[Leaf, ...]:
    """Pieces of an outer region as leaves; containers are opened, as there is no room for them."""
    found: list[Leaf] = []
    for one in pieces:
        with writer.draft.writing(one.region, one.piece.id):
            for cell in _cells(one.parts):
                found += _marked(leaves(cell, writer, one.piece.language, small), writer)
    return tuple(found)


def _marked(found: tuple[Leaf, ...], writer: Writer) -> tuple[Leaf, ...]:
    """The leaves of the piece being written, as such where that is asked for."""
    mark = writer.draft.mark
    return tuple(replace(leaf, piece=mark) for leaf in found) if mark else found


def _body(pieces: Sequence[Carried], writer: Writer) -> list[Section]:
    """Pieces as sections: what follows each other in one, each panel and each set of columns in its own."""
    sections: list[Section] = []
    for _, group in groupby(_flow(pieces, writer), lambda one: isinstance(one, Section)):
        found = list(group)
        boxes = [one for one in found if isinstance(one, Section)]
        sections += boxes or [_section([one for one in found if not isinstance(one, Section)], writer)]
    return sections


def _flow(pieces: Iterable[Carried], writer: Writer) -> Iterator[Leaf | Section]:
    """The leaves of all pieces in order, a panel or a set of columns as a section of its own."""
    for one in pieces:
        with writer.draft.writing(one.region, one.piece.id):
            for part in one.parts:
                if isinstance(part, Container) and part.kind != "keep":
                    yield _box(part, writer, one.piece.language)
                else:
                    for cell in _cells((part,)):
                        yield from _marked(leaves(cell, writer, one.piece.language), writer)


def _cells(parts: Iterable[Part]) -> Iterator[tuple[PartLeaf, ...]]:
    """The leaves of some parts, container or not."""
    for part in parts:
        yield from part.cells if isinstance(part, Container) else ((part,),)


def _section(found: Sequence[Leaf], writer: Writer) -> Section:
    return Section((Column(tuple(found)),), "paper", writer.look.sides("0px", "0px"))


def _box(container: Container, writer: Writer, language: str) -> Section:
    """A panel, or columns side by side."""
    cells = [leaves(cell, writer, language) for cell in container.cells]
    if container.kind == "panel":
        column = Column(tuple(leaf for cell in cells for leaf in cell), tone=container.tone, inset=PANEL)
        return Section((column,), "paper", writer.look.sides("4px", "20px"), piece=writer.draft.mark)
    shares = _shares(cells, writer.look.room)
    columns = tuple(Column(cell, share, inset=BESIDE) for cell, share in zip(cells, shares, strict=True))
    return Section(columns, "paper", writer.look.sides("8px", "0px", beside=True), True, writer.draft.mark)


def _shares(cells: Sequence[tuple[Leaf, ...]], room: int) -> list[int]:
    """The columns' widths in percent: those that hold nothing but a picture take its width, the others the rest."""
    pictures = [max((leaf.width for leaf in cell if isinstance(leaf, Image)), default=0) for cell in cells]
    alone = [all(isinstance(leaf, Image) and not leaf.beside for leaf in cell) for cell in cells]
    fixed = [100 * (width + 20) // (room + 20) if only else 0 for width, only in zip(pictures, alone, strict=True)]
    if all(alone) or sum(fixed) > 70:
        return [100 // len(cells)] * len(cells)
    return [share or (100 - sum(fixed)) // alone.count(False) for share in fixed]
