"""Where composing stands: the values of one record under the names of one place, and how that place is bound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from content_blocks import parts
from content_blocks.document import CHANNELS, FIXED_WORDING, ChannelName, ContentSource, Form, LockMode, Piece
from content_blocks.expressions import Expression, Value
from content_blocks.fill import Plan, currency, link, plan
from content_blocks.lock_mode import meet
from content_blocks.names import Names
from content_blocks.parts import Runs
from content_blocks.problem import Refused, refuse
from content_blocks.setting import FieldFacts, Setting
from content_blocks.text import Address, Text

COUNTS = {name: FieldFacts("integer") for name in ("shown", "hidden", "total")}
"""What the sentence after a cut table may name."""


class Composable(Protocol):
    """The side of a block that composing needs."""

    @property
    def id(self) -> str: ...
    @property
    def lock(self) -> LockMode: ...
    @property
    def mandatory(self) -> bool | tuple[ChannelName, ...]: ...
    @property
    def short(self) -> Text | None: ...
    @property
    def channels(self) -> Mapping[ChannelName, Any]: ...
    def parts(self, scope: Scope) -> Sequence[parts.Part]: ...


class Use(Composable, Protocol):
    """The side of a clause that its content block needs."""

    @property
    def inputs(self) -> Mapping[str, Expression]: ...
    @property
    def blanks(self) -> Mapping[str, Text]: ...


class SharedContent(Protocol):
    """The side of a content block that a clause needs."""

    def pieces(self, scope: Scope, use: Use) -> Iterator[Piece]: ...


@dataclass(frozen=True, slots=True)
class Scope:
    """The values a text may use for one record.

    `suffix` tells repetitions apart, `#n` for each list around (from 1); `lock` is the mode that binds what stands
    here; `contents` is what clauses refer to.
    """

    values: Mapping[str, Value]
    names: Names
    suffix: str = ""
    lock: LockMode = "open"
    contents: Mapping[str, SharedContent] = field(default_factory=dict)

    @property
    def setting(self) -> Setting:
        """What stays the same for all records."""
        return self.names.setting

    def fill(self, text: Text | None) -> Runs:
        """The runs of a text for this record; raises Refused if a value is missing or cannot be formatted."""
        return self._plan(text).runs(self.values) if text else ()

    def show(self, text: Text | None) -> str:
        """The words of a text for this record."""
        return self._plan(text).words(self.values) if text else ""

    def address(self, text: Address) -> str:
        """The address a text gives; raises Refused for what no channel may link to."""
        names = self.names
        make = names.remember(("address", id(text)), lambda: link(text.target(names.setting.language), names))
        return make(self.values)

    def holds(self, condition: Expression | None) -> bool:
        """Whether a condition is true for this record; none always is."""
        return condition is None or condition.holds(self.values)

    def currency(self, facts: FieldFacts) -> str | None:
        """The currency of an amount in this record."""
        return currency(facts, self.names, self.values)

    def asset(self, name: str) -> str:
        """The hash of a stored asset; raises Refused if the library has none of that name."""
        if name not in self.setting.assets:
            raise refuse("", "asset-unknown", asset=name)
        return self.setting.assets[name]

    def each(self, path: Expression, name: str) -> Iterator[Scope]:
        """A scope for every element of a list, which goes by `name` in it; raises Refused if it is no list."""
        names = self.names.repeated(path, name)
        for number, element in enumerate(self._elements(path), start=1):
            yield Scope({**self.values, name: element}, names, f"{self.suffix}#{number}", self.lock, self.contents)

    def gathered(self, path: Expression, name: str, elements: list[Value]) -> Scope:
        """A scope in which some elements of a list go by `name` together."""
        return replace(self, values={**self.values, name: elements}, names=self.names.gathered(path, name))

    def naming(self, values: Mapping[str, Value], facts: Mapping[str, FieldFacts]) -> Scope:
        """A scope with some more names."""
        return replace(self, values={**self.values, **values}, names=self.names.naming(**facts))

    def bound(self, lock: LockMode) -> Scope:
        """The same inside a block of some lock mode."""
        mode = meet(self.lock, lock)
        return self if mode == self.lock else replace(self, lock=mode)

    def leaves(self, blocks: Sequence[Composable]) -> tuple[parts.Leaf, ...]:
        """The leaves that some blocks come down to."""
        return tuple(_leaf(block, part) for block in blocks for part in block.parts(self.bound(block.lock)))

    def piece(
        self, block: Composable, found: tuple[parts.Part, ...], source: ContentSource | None = None, short: Runs = ()
    ) -> Piece:
        """The piece a block became, with how each channel carries it."""
        demanded = self.setting.required.get(source.name, ()) if source else ()
        own = self.setting.channels if block.mandatory is True else block.mandatory or ()
        return Piece(
            id=f"{block.id}{self.suffix}",
            parts=found,
            language=self.setting.language,
            short=short,
            source=source,
            lock=self.lock,
            mandatory=tuple(channel for channel in CHANNELS if channel in own or channel in demanded),
            forms={name: self._form(form, found) for name, form in block.channels.items()},
        )

    def _form(self, form: Any, found: tuple[parts.Part, ...]) -> Form:
        if form.form != "rows":
            return Form(form.form)
        total = max((len(part.rows) for part in found if isinstance(part, parts.Table)), default=0)
        if total <= form.rows:
            return Form("full")
        counts = {"shown": form.rows, "hidden": total - form.rows, "total": total}
        return Form("rows", form.rows, self.naming(counts, COUNTS).fill(form.more))

    def _plan(self, text: Text) -> Plan:
        locked = self.lock in FIXED_WORDING
        return self.names.remember((id(text), locked), lambda: plan(text, self.names, locked=locked))

    def _elements(self, path: Expression) -> list[Value]:
        try:
            elements = path.evaluate(self.values)
        except Refused:
            if self.names.optional(path):
                return []  # a list that may be absent has no elements then
            raise
        if not isinstance(elements, list):
            raise refuse("", "list-path")
        return elements


def _leaf(block: Composable, part: parts.Part) -> parts.Leaf:
    if isinstance(part, parts.Container):
        raise TypeError(f"a block that stands in a container must not become one: {block.id}")
    return part
