"""A use of a shared content block: regulated wording, by reference and never by copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from content_blocks.block import LOCK_WORDS, Block, labelled
from content_blocks.document import LockMode, Piece
from content_blocks.item import Formula, ItemName, Name, Version
from content_blocks.scope import Scope
from content_blocks.text import Line


class Clause(Block):
    """Shows a content block: a pinned version with its hash, or the approved one in force (`follow`).

    `with` maps each of the block's inputs to a field or constant; `blanks` fills the gaps it leaves to the author, for
    which the use's own lock has to be `blanks` or `open`.
    """

    type_name: ClassVar = "clause"
    title: ClassVar = {"en": "Clause", "de": "Klausel"}
    place: ClassVar = "template"

    lock: LockMode = labelled(
        "Lock",
        "Sperre",
        "What others may change: set by the owners of locks.",
        "Was andere ändern dürfen; das bestimmen die Eigentümer der Sperren.",
        choices=LOCK_WORDS,
        default="locked",
    )
    block: ItemName = labelled("Content block", "Textbaustein")
    version: Version | None = labelled("Version", "Version", "Stays at this one.", "Bleibt bei dieser.", default=None)
    hash: str | None = labelled(
        "Hash",
        "Prüfsumme",
        "Of the pinned version, so that nothing else is ever shown.",
        "Der festgehaltenen Version, damit nie etwas anderes erscheint.",
        default=None,
        pattern=r"^[0-9a-f]{64}$",
    )
    follow: Literal["approved", "always"] | None = labelled(
        "Follow",
        "Folgen",
        "Shows the version in force instead of a pinned one.",
        "Zeigt die gültige Version statt einer festen.",
        choices={"approved": ("The approved version", "Der freigegebenen"), "always": ("Always", "Immer")},
        default=None,
    )
    inputs: dict[Name, Formula] = labelled(
        "With",
        "Mit",
        "A field or constant for each of its inputs.",
        "Für jede ihrer Eingaben ein Feld oder fester Wert.",
        default_factory=dict,
        alias="with",
    )
    blanks: dict[Name, Line] = labelled(
        "Blanks", "Lücken", "Fills the gaps in it.", "Füllt die Lücken darin.", default_factory=dict
    )

    @model_validator(mode="after")
    def _pinned_or_following(self) -> Clause:
        pinned = self.version is not None and self.hash is not None
        loose = self.version is None and self.hash is None
        if not (pinned if self.follow is None else loose):
            raise PydanticCustomError("clause-pin", "either follow, or version and hash")
        return self

    @property
    def wanted(self) -> str:
        """The name under which a bundle keeps what this use refers to; two uses may pin different versions."""
        return self.block if self.version is None else f"{self.block} {self.version}"

    def pieces(self, scope: Scope) -> Iterator[Piece]:
        return scope.contents[self.wanted].pieces(scope, self)

    specimen: ClassVar = {
        "type": "clause",
        "id": "clause",
        "block": "specimen-clause",
        "follow": "approved",
        "with": {"limit": "account.limit"},
        "blanks": {"hours": {"en": "9 am to 5 pm", "de": "9 bis 17 Uhr"}},
        "mandatory": True,
    }
