"""A content block: shared wording with an owner, versioned on its own, long and short form approved as one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from content_blocks.block import LOCK_WORDS, SHARED, labelled, walk
from content_blocks.block_reading import read_blocks
from content_blocks.characters import is_blank
from content_blocks.document import LockMode
from content_blocks.expressions import Value
from content_blocks.item import Day, Item, ItemName, Language, Name, Version, collected
from content_blocks.problem import Problem, Refused
from content_blocks.text import Inline, Line, Text


class Effective(Item):
    """From which day to which day a version may be in force, both included; open at the ends that are not given."""

    start: Day | None = labelled(
        "First day", "Erster Tag", "Open if empty.", "Offen, wenn leer.", default=None, alias="from"
    )
    until: Day | None = labelled("Last day", "Letzter Tag", "Open if empty.", "Offen, wenn leer.", default=None)

    def covers(self, day: date) -> bool:
        """Whether a day lies within."""
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)


InputType = Literal["text", "integer", "decimal", "money", "percent", "date"]
TYPE_WORDS = {
    "text": ("Text of its own", "Freier Text"),
    "integer": ("Whole number", "Ganze Zahl"),
    "decimal": ("Number", "Dezimalzahl"),
    "money": ("Amount of money", "Geldbetrag"),
    "percent": ("Percentage", "Prozentsatz"),
    "date": ("Day", "Datum"),
}


class Input(Item):
    """What a content block wants to know: the type, the unit it is counted in, and the bounds it was approved for.

    `min` and `max` are inclusive; an amount has bounds only in a stated currency, and one in another is refused.
    `max_length` bounds a text in characters: what stands inside regulated wording is a name, not another sentence.
    """

    type: InputType = labelled("Type", "Art", choices=TYPE_WORDS)
    label: Line = labelled("Label", "Bezeichnung", "What authors call it.", "So nennen es Autoren.")
    currency: str | None = labelled(
        "Currency", "Währung", "Of an amount; any if empty.", "Bei Beträgen; leer heißt: jede.", default=None
    )
    unit: str | None = labelled("Unit", "Einheit", "What it is counted in.", "Worin gezählt wird.", default=None)
    min: str | None = labelled("At least", "Mindestens", default=None)
    max: str | None = labelled("At most", "Höchstens", default=None)
    max_length: int = labelled(
        "Greatest length",
        "Höchstlänge",
        "Of a text, in characters.",
        "Eines Textes, in Zeichen.",
        default=80,
        ge=1,
        le=500,
    )

    @model_validator(mode="after")
    def _has_readable_bounds(self) -> Input:
        bounds = [bound for bound in (self.min, self.max) if bound is not None]
        if bounds and self.type == "money" and self.currency is None:
            raise PydanticCustomError("input-bounds-currency", "bounds need a currency")
        try:
            _ = [self._bound(bound) for bound in bounds]
        except (ValueError, InvalidOperation):
            raise PydanticCustomError("input-bounds", "unreadable bounds") from None
        return self

    def problem(self, value: Value) -> str | None:
        """The code of what is wrong with a value, if anything."""
        if type(value) not in _PYTHON_TYPES[self.type]:
            return "input-type"
        if isinstance(value, str):
            return "input-empty" if is_blank(value) else "input-too-long" if len(value) > self.max_length else None
        low, high = self._bounds
        within = (low is None or low <= value) and (high is None or value <= high)
        return None if within else "input-out-of-bounds"

    def narrower(self, other: Input) -> bool:
        """Whether its bounds refuse a value that those of another input of the same type allow."""
        low, high = self._bounds
        wide_low, wide_high = other._bounds
        above = low is not None and (wide_low is None or wide_low < low)
        return above or (high is not None and (wide_high is None or high < wide_high))

    @property
    def _bounds(self) -> tuple[Any, Any]:
        low, high = (bound if bound is None else self._bound(bound) for bound in (self.min, self.max))
        return low, high

    def _bound(self, bound: str) -> Any:
        if self.type == "date":
            return date.fromisoformat(bound)
        if self.type == "text":
            raise ValueError("a text has no bounds")
        if not (number := Decimal(bound)).is_finite():
            raise ValueError("nothing compares with NaN, and infinity bounds nothing")
        return number


_PYTHON_TYPES: dict[InputType, tuple[type, ...]] = {
    "text": (str,),
    "integer": (int,),
    "decimal": (Decimal, int),
    "money": (Decimal, int),
    "percent": (Decimal, int),
    "date": (date,),
}


class Blank(Item):
    """A gap in locked wording that the author of a template fills, with at most `max_length` characters."""

    label: Line = labelled("Label", "Bezeichnung", "What authors call it.", "So nennen es Autoren.")
    max_length: int = labelled(
        "Greatest length", "Höchstlänge", "In characters.", "In Zeichen.", default=60, ge=1, le=500
    )


Blocks = Annotated[tuple[Any, ...], BeforeValidator(collected(lambda content: read_blocks(content, SHARED)))]


class ContentBlock(Item):
    """One version; never edited once it is referenced.

    `citation` names the rule it fulfils, `review_by` the day its owner has to look at it again.
    """

    block: ItemName
    version: Version
    title: Line = labelled("Title", "Titel")
    owner: str = labelled("Owner", "Eigentümer", "Who answers for it.", "Wer dafür einsteht.")
    jurisdiction: tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], ...] = labelled(
        "Jurisdictions", "Rechtsräume", "Countries, as DE, AT.", "Länder, wie DE, AT."
    )
    citation: str = labelled(
        "Citation",
        "Fundstelle",
        "The rule that it fulfils.",
        "Die Vorschrift, die sie erfüllt.",
    )
    source_language: Language = labelled(
        "Source language", "Ausgangssprache", "The others translate it.", "Die anderen übersetzen sie."
    )
    review_by: Day = labelled(
        "Review by", "Zu prüfen bis", "Its owner looks at it again by then.", "Bis dahin prüft der Eigentümer erneut."
    )
    effective: Effective = labelled(
        "Valid",
        "Gültig",
        "The days on which it may be shown.",
        "Die Tage, an denen sie gezeigt wird.",
        default=Effective(),
    )
    lock: LockMode = labelled(
        "Lock",
        "Sperre",
        "What authors of templates may change in it.",
        "Was Autoren von Vorlagen darin ändern dürfen.",
        choices=LOCK_WORDS,
        default="locked",
    )
    inputs: dict[Name, Input] = labelled(
        "Inputs",
        "Eingaben",
        "What it wants to know of each template.",
        "Was sie von jeder Vorlage wissen will.",
        default_factory=dict,
    )
    blanks: dict[Name, Blank] = labelled(
        "Blanks", "Lücken", "Gaps that authors fill.", "Stellen, die Autoren füllen.", default_factory=dict
    )
    long: Blocks = labelled("Wording", "Wortlaut")
    short: Inline | None = labelled(
        "Short form",
        "Kurzform",
        "The sentence that SMS and push show instead.",
        "Der Satz, den SMS und Push stattdessen zeigen.",
        default=None,
    )
    note: str = labelled("Remark", "Bemerkung", "No recipient sees it.", "Kein Empfänger sieht sie.", default="")

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Every text with its place, the labels of inputs and blanks included."""
        yield "title", self.title
        yield from ((f"inputs.{name}.label", declared.label) for name, declared in self.inputs.items())
        yield from ((f"blanks.{name}.label", blank.label) for name, blank in self.blanks.items())
        for block in walk(self.long):
            for field, text in block.texts():
                yield f"long.{block.id}.{field}", text
        if self.short:
            yield "short", self.short

    @model_validator(mode="after")
    def _ids_are_unique(self) -> ContentBlock:
        collected(refuse_repeated)([(f"long.{block.id}", block.id) for block in walk(self.long)])
        return self


def refuse_repeated(ids: list[tuple[str, str]]) -> None:
    """Raises Refused with the place of every id that some block before has already."""
    seen: set[str] = set()
    problems = []
    for place, name in ids:
        if name in seen:
            problems.append(Problem(place, "block-id-repeated"))
        seen.add(name)
    if problems:
        raise Refused(problems)
