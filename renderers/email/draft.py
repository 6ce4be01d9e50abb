"""A mail while it is being written: the values of its tokens, the words a reader gets, the pictures it carries."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from content_blocks.problem import Problem
from renderers.email.pictures import Inline
from renderers.email.tokens import Slots, escaped
from renderers.email.tree import Token
from renderers.rendition import Mark


@dataclass(slots=True)
class Draft:
    """What grows while the parts of a document are walked through once.

    `words` are what a reader sees, in reading order; `marks` point into their concatenation.  With `marking` the page
    names the piece that each element is of: `mark` is the token for the one being written.
    """

    language: str
    domain: str
    marking: bool = False
    slots: Slots = field(default_factory=Slots)
    words: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    pictures: dict[str, Inline] = field(default_factory=dict)
    place: str = ""
    piece: str = ""
    mark: Token | None = None
    rows: int = 0

    @contextmanager
    def writing(self, region: str, piece: str) -> Iterator[None]:
        """Marks what is said meanwhile as the words of a piece, and names it as the place of problems."""
        self.place, self.piece, self.rows, start = f"{region} {piece}", piece, 0, self.length
        self.mark = self.slots.markup(f'" data-piece="{escaped(piece)}') if self.marking else None
        yield
        self.mark = None
        self.marks.append(Mark(piece, span=(start, max(start, self.length - 1))))

    def end_row(self, start: int) -> None:
        """Marks what was said since `start` as the next row of the piece, counted over all its tables."""
        self.marks.append(Mark(self.piece, self.rows, span=(start, self.length - 1)))
        self.rows += 1

    def say(self, words: str) -> None:
        """Note what a reader sees next, on a line of its own."""
        self.words.append(words)
        self.length += len(words) + 1

    def text(self) -> str:
        """Everything a reader sees; `length` counts the line end after each entry too."""
        return "\n".join(self.words)

    def language_of(self, language: str) -> Token | None:
        """The `lang` of a text, where it is not the mail's own."""
        return self.slots.text(language) if language != self.language else None

    def embed(self, picture: Inline) -> Token:
        """The address of an inline picture, which the mail will carry once however often it is shown."""
        self.pictures[picture.content_id] = picture
        return self.slots.markup("cid:" + picture.content_id)

    def problem(self, code: str, **params: str | int) -> None:
        """Something about the piece being written that keeps the mail from going out."""
        self.slots.problems.append(Problem(self.place, code, params))
