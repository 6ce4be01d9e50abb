"""A content block: shared wording with an owner, versioned on its own, long and short form approved as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from content_blocks.block import SHARED, Block, read_blocks, walk
from content_blocks.document import ContentSource, LockMode
from content_blocks.expressions import Expression, Value
from content_blocks.item import Day, Identifier, Item, ItemName, Language, Version, collected
from content_blocks.problem import Problem, Refused
from content_blocks.scope import FieldFacts, Scope
from content_blocks.text import Inline, Line, Text


class Effective(Item):
    """From which day to which day a version may be in force, both included; open at the ends that are not given."""

    start: Day | None = Field(default=None, alias="from")
    until: Day | None = None

    def covers(self, day: date) -> bool:
        """Whether a day lies within."""
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)


class Input(Item):
    """What a content block wants to know: the type, the unit it is counted in, and the bounds it was approved for."""

    type: Literal["text", "integer", "decimal", "money", "percent", "date"]
    label: Line
    currency: str | None = None
    unit: str | None = None
    min: str | None = None
    max: str | None = None

    def problem(self, value: Value) -> str | None:
        """The code of what is wrong with a value, if anything."""
        if not isinstance(value, _PYTHON_TYPES[self.type]) or isinstance(value, bool):
            return "input-type"
        if isinstance(value, int | Decimal) and not _between(Decimal(value), self.min, self.max):
            return "input-out-of-bounds"
        if isinstance(value, date) and not _between(value, self.min, self.max):
            return "input-out-of-bounds"
        return None


class Blank(Item):
    """A gap in locked wording that the author of a template fills."""

    label: Line
    max_length: int = Field(default=60, ge=1, le=500)


Blocks = Annotated[tuple[Any, ...], BeforeValidator(collected(lambda content: read_blocks(content, SHARED)))]


class ContentBlock(Item):
    """One version; never edited once it is referenced.

    `citation` names the rule it fulfils, `review_by` the day its owner has to look at it again.
    """

    block: ItemName
    version: Version
    title: Line
    owner: str
    jurisdiction: tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], ...]
    citation: str
    source_language: Language
    review_by: Day
    effective: Effective = Effective()
    lock: LockMode = "locked"
    inputs: dict[Identifier, Input] = Field(default_factory=dict)
    blanks: dict[Identifier, Blank] = Field(default_factory=dict)
    long: Blocks
    short: Inline | None = None
    note: str = ""

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Every text with its place, the labels of inputs and blanks included."""
        yield "title", self.title
        for name, asked in {**self.inputs, **self.blanks}.items():
            yield f"{name}.label", asked.label
        for block in walk(self.long):
            for field, text in block.texts():
                yield f"long.{block.id}.{field}", text
        if self.short:
            yield "short", self.short


@dataclass(frozen=True)
class Content:
    """A content block with its hash, as templates use it."""

    item: ContentBlock
    hash: str

    @property
    def source(self) -> ContentSource:
        """Which version this is."""
        return ContentSource(self.item.block, self.item.version, self.hash)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the long form."""
        return self.item.long

    @property
    def short(self) -> Text | None:
        """The short form."""
        return self.item.short

    def scope(self, outer: Scope, where: str, inputs: Mapping[str, Expression], blanks: Mapping[str, Line]) -> Scope:
        """The only names its wording sees: its inputs, its blanks, the brand and the document.

        Raises Refused with every input that is absent, of another type or out of bounds.
        """
        values = self._inputs(outer, where, inputs)
        fields = self._fields(outer, inputs)
        named: dict[str, Value] = {
            "input": values,
            "blank": {name: outer.show(blanks.get(name)) for name in self.item.blanks},
            "brand": outer.values["brand"],
            "document": outer.values["document"],
        }
        setting = replace(outer.setting, fields=lambda path: fields.get(path) or outer.setting.fields(path))
        return replace(outer, values=named, setting=setting, aliases={}, lock=self.item.lock)

    def _inputs(self, outer: Scope, where: str, inputs: Mapping[str, Expression]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        problems = []
        for name, declared in self.item.inputs.items():
            try:
                values[name] = inputs[name].evaluate(outer.values)
            except KeyError:
                problems.append(Problem(f"{where}.with.{name}", "input-missing"))
                continue
            except Refused as refused:
                problems += [problem.within(f"{where}.with.{name}") for problem in refused.problems]
                continue
            if code := declared.problem(values[name]):
                problems.append(Problem(f"{where}.with.{name}", code, {"block": self.item.block}))
        if problems:
            raise Refused(problems)
        return values

    def _fields(self, outer: Scope, inputs: Mapping[str, Expression]) -> dict[str, FieldFacts]:
        facts = {f"blank.{name}": FieldFacts() for name in self.item.blanks}
        for name, declared in self.item.inputs.items():
            path = inputs[name].path if name in inputs else None
            source = outer.setting.fields(outer.dictionary_path(path)) if path else None
            privacy = source.privacy if source else "public"
            currency_from = source.currency_from if source and not declared.currency else None
            currency = declared.currency or (source.currency if source else None)
            facts[f"input.{name}"] = FieldFacts(declared.type, privacy, currency, currency_from)
        return facts


_PYTHON_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "text": str,
    "integer": int,
    "decimal": (Decimal, int),
    "money": (Decimal, int),
    "percent": (Decimal, int),
    "date": date,
}


def _between(value: Decimal | date, low: str | None, high: str | None) -> bool:
    read = Decimal if isinstance(value, Decimal) else date.fromisoformat
    return (low is None or read(low) <= value) and (high is None or value <= read(high))  # type: ignore[operator]
