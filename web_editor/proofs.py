"""Which proof somebody looks at: one combination of all that are asked for, a persona, a channel, and how it lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from ccm.api.routes.proofs import TouchedTemplate
from ccm.api.routes.reviews import ReviewedBundle
from content_blocks.document import ChannelName

Day = Annotated[date | None, BeforeValidator(lambda said: said or None)]
"""A day as a form sends it, where none may be said."""
Way = Literal["side", "close", "over", "difference"]


@dataclass(frozen=True)
class Shown:
    """One proof among all: a template in a language and under a brand from a day, for a persona."""

    template: str
    language: str
    brand: str
    day: str
    persona: str

    def query(self, **more: str) -> str:
        """Where it is, as the query of an address."""
        return urlencode({"view": "proofs", **self.__dict__, **more})


class Chosen(BaseModel):
    """What the address of a review's page says: of the text a language, and whether only what is new `since` one's last
    look; of the proofs which one."""

    model_config = ConfigDict(frozen=True)

    tongue: str = Field(default="", max_length=20)
    since: bool = False
    template: str = Field(default="", max_length=80)
    language: str = Field(default="", max_length=20)
    brand: str = Field(default="", max_length=80)
    day: Day = None
    persona: str = Field(default="", max_length=80)
    channel: ChannelName | Literal[""] = ""
    way: Way = "side"

    def query(self, **more: Any) -> str:
        """Which proof it is, as the query of an address."""
        said = self.model_dump(mode="json", include={"template", "language", "brand", "day", "persona"})
        return urlencode({name: value for name, value in {**more, **said}.items() if value}, doseq=True)

    def place(self, found: Sequence[Shown]) -> int:
        """Which of some proofs it is, the first that fits, counted from 0; -1 where there are none."""
        return max(range(len(found)), key=lambda number: (self._fits(found[number]), -number), default=-1)

    def _fits(self, shown: Shown) -> tuple[bool, int]:
        """The template first; of that the one with the most in common."""
        same = [str(getattr(self, it)) == getattr(shown, it) for it in ("language", "brand", "day")]
        return (self.template == shown.template, sum(same))


def combinations(bundles: Iterable[ReviewedBundle], touched: Iterable[TouchedTemplate]) -> list[Shown]:
    """The proofs to be looked at one after the other: of each combination that of its template's first persona."""
    personas: Mapping[str, list[str]] = {it.template: [person.name for person in it.personas] for it in touched}
    return [
        Shown(it.template, it.language, it.brand, it.day, persona)
        for it in bundles
        for persona in personas.get(it.template, [])[:1]
    ]
