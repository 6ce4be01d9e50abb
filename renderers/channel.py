"""What a channel is: a way to render documents, and to read back what became of them.

Each channel is a file or folder of its name beside this one with a function `open_channel` and an `ENDING`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol, TypeAlias

from content_blocks.document import Document
from content_blocks.problem import Problem
from content_blocks.theme import Brand
from renderers.rendition import Rendition
from renderers.shown import Shown

Render: TypeAlias = Callable[[Document, bytes | None], Rendition]
"""Renders a document; the bytes are the PDF that the document class attaches to its mails, if it does."""

Check: TypeAlias = Callable[[Document, Rendition], list[Problem]]
"""Reads a rendition back and says what of the document is not in it."""

Show: TypeAlias = Callable[[Document], Shown | None]
"""What somebody sees of a message, be it fit to be sent or not; None where only the rendition itself can be shown."""


def nothing_to_see(_document: Document, _rendition: Rendition) -> list[Problem]:
    """The reader's own device decides how it looks."""
    return []


def as_it_is(_document: Document) -> None:
    """The rendition itself is what there is to be shown."""


class Channel(NamedTuple):
    """A channel opened for one brand and its assets.

    `check` reads every rendition back; `look` judges what can be seen of it, which template and theme decide: it is
    for samples.  `show` is for previews, and so is `crowded`: it renders what has no room in its place all the same,
    for looking at and never for sending.
    """

    render: Render
    check: Check
    look: Check = nothing_to_see
    show: Show = as_it_is
    crowded: Render | None = None


class ChannelModule(Protocol):
    """What the file or folder of a channel has: the ending of the files it makes, and how it is opened."""

    ENDING: str

    @staticmethod
    def open_channel(brand: Brand, assets: Mapping[str, bytes], /) -> Channel:
        """The channel made ready once for all documents of a brand; `assets` are bytes by their hash."""
        ...
