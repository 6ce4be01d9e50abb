"""A content block in use: what its wording may name, and the piece it becomes where a template refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content_blocks.block import pieces_of
from content_blocks.content_block import ContentBlock, Input
from content_blocks.document import ContentSource, Piece
from content_blocks.expressions import Value
from content_blocks.lock_mode import meet
from content_blocks.names import Names, strictest
from content_blocks.problem import Problem, Refused
from content_blocks.scope import Scope, Use
from content_blocks.setting import FieldFacts

_CURRENCY = "{} currency"
"""Beside an input, the currency of its amount in this record; no expression can spell such a name."""


@dataclass(frozen=True)
class Content:
    """A content block with its hash, as templates use it."""

    item: ContentBlock
    hash: str

    @property
    def source(self) -> ContentSource:
        """Which version this is."""
        return ContentSource(self.item.block, self.item.version, self.hash)

    def pieces(self, scope: Scope, use: Use) -> Iterator[Piece]:
        """The one piece that a use becomes.

        Raises Refused with every input and blank that is absent, of another type or out of bounds.
        """
        bound = scope.bound(use.lock)
        lock = meet(bound.lock, self.item.lock)
        inner = Scope(self._values(bound, use), self.names(scope.names, use), scope.suffix, lock)
        found = tuple(part for piece in pieces_of(self.item.long, inner) for part in piece.parts)
        yield inner.piece(use, found, self.source, inner.fill(self.item.short))

    def names(self, outer: Names, use: Use) -> Names:
        """The only names its wording sees: its inputs, its blanks, the brand and the document."""
        return outer.remember(("clause", use.id), lambda: outer.inside(self._facts(outer, use)))

    def _facts(self, outer: Names, use: Use) -> dict[str, FieldFacts]:
        facts = {}
        for name, declared in self.item.inputs.items():
            given = outer.facts(use.inputs[name]) if name in use.inputs else FieldFacts()
            by_record = f"input.{_CURRENCY.format(name)}" if given.currency_from and not declared.currency else None
            currency = declared.currency or given.currency
            facts[f"input.{name}"] = FieldFacts(declared.type, given.privacy, currency, by_record)
        for name in self.item.blanks:
            within = [outer.facts(each) for each in use.blanks[name].expressions()] if name in use.blanks else []
            facts[f"blank.{name}"] = FieldFacts(privacy=strictest(within))
        return facts

    def _values(self, outer: Scope, use: Use) -> dict[str, Value]:
        problems: list[Problem] = []
        inputs: dict[str, Value] = {}
        for name, declared in self.item.inputs.items():
            try:
                inputs |= self._input(outer, use, name, declared)
            except Refused as refused:
                problems += [problem.under(f"with.{name}") for problem in refused.problems]
        missing = [name for name in self.item.blanks if name not in use.blanks]
        problems += [Problem(f"blanks.{name}", "blank-missing") for name in missing]
        if problems:
            raise Refused(problems)
        blanks = {name: outer.show(use.blanks[name]) for name in self.item.blanks}
        shared = {name: outer.values[name] for name in ("brand", "document")}
        return {"input": inputs, "blank": blanks, **shared}

    def _input(self, outer: Scope, use: Use, name: str, declared: Input) -> Mapping[str, Value]:
        if name not in use.inputs:
            raise Refused([Problem("", "input-missing")])
        value = use.inputs[name].evaluate(outer.values)
        if code := declared.problem(value):
            raise Refused([Problem("", code, {"block": self.item.block})])
        facts = outer.names.facts(use.inputs[name])
        if facts.type != "money":
            return {name: value}
        currency = outer.currency(facts)
        if declared.currency and currency != declared.currency:
            raise Refused([Problem("", "input-currency", {"block": self.item.block, "currency": declared.currency})])
        return {name: value, _CURRENCY.format(name): currency}
