"""What an attack is: a name, what it tries, which guards it meets, and up to three ways of trying it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Where = Literal["browser", "document", "item"]
"""In the editor's page; a document sent to where the editor saves; or an item brought in past the editor."""

GUARDS: Mapping[str, str] = {
    "rule": "No transaction of the editor passes that changes what is bound (`locks.ts`).",
    "keep": "A state that was put into the editor past its rule is put back (`locks.ts`).",
    "freeze": "Documents that were let through can no longer be changed in place (`locks.ts`).",
    "typing": "Typing on a chosen block types nothing (`editor.ts`).",
    "compose": "Composing (IME) on a chosen block moves behind it first (`editor.ts`).",
    "paste": "What is pasted comes in as words (`paste.ts`).",
    "copy": "Locked blocks are left out of what is copied (`paste.ts`).",
    "drop": "What is dropped from elsewhere is not taken (`paste.ts`).",
    "parse": "No rule reads a locked block from HTML (`schema.ts`).",
    "redraw": "Locked wording that was tampered with is drawn again (`views.ts`).",
    "shadow": "Locked wording has a closed shadow tree, so nobody can give it another (`views.ts`).",
    "told": "What the server said of locked wording can not be changed afterwards (`views.ts`).",
    "seen": "Whether locked wording is seen is looked at; what hides it is taken away, or writing stops (`seen.ts`).",
    "reader": "The editor's own reading of the page leaves the inside of locked blocks alone (`views.ts`).",
    "saving": "Saving refuses what the locks of the approved version forbid (`ccm/store/saving.py`).",
    "classes": "Saving refuses changes of a class that is not one's own (`ccm/store/saving.py`).",
    "begun": "A copy is bound by what it began as until a version of it is approved (`ccm/store/saving.py`).",
    "number": "The number of an approved version stands for it for ever (`ccm/store/saving.py`).",
    "put": "Locked blocks of a document take their content from the template, by their ids (`putting.py`).",
    "form": "A document of any other form is refused (`guard.py`).",
    "newest": "Nobody saves over what they have not seen (`If-Match`).",
    "person": "Saving asks who one is and what one may write.",
    "token": "A change has to come from one of our own pages (CSRF).",
}
"""Every guard by its name: what it does, and where."""

Attempt = Callable[[Any], None]


@dataclass(frozen=True)
class Mechanism:
    """One way to get at locked wording.

    `guards` are those it meets: with all of them switched off it succeeds.  `variants` are ways of trying it, by name.
    What has to have happened before, and is no part of it, is `prepare`.
    """

    name: str
    tries: str
    where: Where
    guards: tuple[str, ...]
    variants: Mapping[str, Attempt]
    template: str = "fortress"
    prepare: Attempt | None = None

    def __post_init__(self) -> None:
        assert 1 <= len(self.variants) <= 3, self.name
        assert set(self.guards) <= GUARDS.keys(), self.name
