"""Filling texts for one record: what names mean here, in which language, and what is known about each field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Protocol
from urllib.parse import quote

from content_blocks import parts
from content_blocks.document import CHANNELS, ChannelName, ContentSource, Form, LockMode, Piece
from content_blocks.expressions import Expression, Value
from content_blocks.formats import FORMATS, FormatContext, default_format
from content_blocks.parts import Filled, Privacy, Raw, Run, Runs
from content_blocks.problem import Refused, refuse
from content_blocks.text import LinkedWords, Placeholder, Target, Text, line_target

SAFE_ADDRESS = ("https://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """What the dictionary says of one field: its type, who may see it, and how it is written."""

    type: str = "text"
    privacy: Privacy = "public"
    currency: str | None = None
    currency_from: str | None = None
    choices: Mapping[str, Mapping[str, str]] | None = None
    digits: int | None = None


class SharedContent(Protocol):
    """The side of a content block that a use of it needs."""

    @property
    def source(self) -> ContentSource: ...
    @property
    def blocks(self) -> Sequence[Composable]: ...
    @property
    def short(self) -> Text | None: ...
    def scope(self, outer: Scope, where: str, inputs: Mapping[str, Expression], blanks: Mapping[str, Any]) -> Scope: ...


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same for all records of one template version, brand and language.

    `fields` gives the facts of a dictionary path such as `account.transactions[].amount`, `None` if it has none.
    `assets` maps names to hashes, `rules_mandatory` content block names to the channels that demand them.
    """

    language: str
    locale: str
    labels: Mapping[str, str]
    fields: Callable[[str], FieldFacts | None]
    assets: Mapping[str, str] = field(default_factory=dict)
    contents: Mapping[str, SharedContent] = field(default_factory=dict)
    required: Mapping[str, tuple[ChannelName, ...]] = field(default_factory=dict)
    channels: tuple[ChannelName, ...] = CHANNELS


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
    def pieces(self, scope: Scope) -> Iterator[Piece]: ...


@dataclass(frozen=True, slots=True)
class Scope:
    """The names a text may use for one record, and where in the document it stands.

    `aliases` maps the name of a repeated element to its dictionary path; `suffix` tells repetitions apart.
    """

    values: Mapping[str, Value]
    setting: Setting
    aliases: Mapping[str, str] = field(default_factory=dict)
    suffix: str = ""
    lock: LockMode = "open"

    def fill(self, text: Text | None) -> Runs:
        """The runs of a text for this record; raises Refused if a value is missing or cannot be formatted."""
        if text is None:
            return ()
        atoms = text.in_language(self.setting.language)
        return tuple(run for atom in atoms if (run := self._run(atom)).text or run.atom or run.filled)

    def show(self, text: Text | None) -> str:
        """The words of a text for this record."""
        return parts.plain(self.fill(text))

    def address(self, text: Text) -> str:
        """The address a text gives, values percent-encoded; raises Refused for any scheme but https, mailto, tel."""
        return self._link(line_target(text.in_language(self.setting.language)))

    def holds(self, condition: Expression) -> bool:
        """Whether a condition is true for this record."""
        return condition.holds(self.values)

    def asset(self, name: str) -> str:
        """The hash of a stored asset; raises Refused if the library has none of that name."""
        if name not in self.setting.assets:
            raise refuse("", "asset-unknown", asset=name)
        return self.setting.assets[name]

    def leaves(self, blocks: Sequence[Composable]) -> tuple[parts.Leaf, ...]:
        """The leaves that some blocks come down to."""
        return tuple(part for block in blocks for part in block.parts(self) if not isinstance(part, parts.Container))

    def each(self, path: Expression, name: str) -> Iterator[Scope]:
        """A scope for every element of a list, which goes by `name` in it."""
        elements = path.evaluate(self.values)
        dictionary_path = f"{self.dictionary_path(str(path.path))}[]"
        aliases = {**self.aliases, name: dictionary_path}
        for number, element in enumerate(elements if isinstance(elements, list) else [], start=1):
            values = {**self.values, name: element}
            yield replace(self, values=values, aliases=aliases, suffix=f"{self.suffix}#{number}")

    def naming(self, name: str, value: Value, path: str) -> Scope:
        """The same scope in which `name` is a value of the kind found at a dictionary path, or a part of its list."""
        return replace(self, values={**self.values, name: value}, aliases={**self.aliases, name: path})

    def dictionary_path(self, path: str) -> str:
        """A path as written here, as the dictionary names it: `tx.amount` → `account.transactions[].amount`."""
        head, dot, rest = path.partition(".")
        return f"{self.aliases[head]}{dot}{rest}" if head in self.aliases else path

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
            short=short or self.fill(block.short),
            source=source,
            lock=block.lock if self.lock == "open" else self.lock,
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
        return Form("rows", form.rows, replace(self, values={**self.values, **counts}).fill(form.more))

    def _run(self, atom: Run | Placeholder | LinkedWords) -> Run:
        match atom:
            case Run():
                return atom
            case LinkedWords(run, target):
                return replace(run, link=self._link(target))
        text, filled = self._value(atom.expression)
        link = self._link(atom.target) if atom.target else None
        return Run(text, atom.strong, atom.emphasis, link, filled)

    def _value(self, expression: Expression) -> tuple[str, Filled]:
        raw = expression.evaluate(self.values)
        path = self.dictionary_path(expression.path or next(iter(expression.paths()), ""))
        facts = self._facts(path, raw)
        locked = self.lock != "open"
        if isinstance(raw, str) and raw == expression.default:
            return raw, Filled(path, facts.type, raw, facts.privacy, locked)
        name, arguments = expression.format or (default_format(facts.type), {})
        text = FORMATS[name].apply(raw, self._context(facts), **arguments)
        return text, Filled(path, facts.type, _raw(raw), facts.privacy, locked)

    def _facts(self, path: str, raw: Value) -> FieldFacts:
        facts = self.setting.fields(path)
        if facts is None or facts.type in ("list", "group"):
            return FieldFacts(_type_of(raw), facts.privacy if facts else "public")
        return facts

    def _context(self, facts: FieldFacts) -> FormatContext:
        setting = self.setting
        currency = facts.currency
        if facts.currency_from:
            value: Any = self.values
            for step in facts.currency_from.split("."):
                value = value.get(step) if isinstance(value, Mapping) else None
            currency = str(value) if value else None
        choices = facts.choices
        words = {key: by.get(setting.language) or by["en"] for key, by in choices.items()} if choices else None
        return FormatContext(setting.language, setting.locale, setting.labels, currency, words, facts.digits)

    def _link(self, target: Target) -> str:
        if len(target) == 1 and isinstance(target[0], Expression):
            address = str(target[0].evaluate(self.values))
            if not address.lower().startswith(SAFE_ADDRESS) or any(c.isspace() for c in address):
                raise refuse("", "link-address")
            return address
        return "".join(step if isinstance(step, str) else self._encoded(step) for step in target)

    def _encoded(self, expression: Expression) -> str:
        value = expression.evaluate(self.values)
        if isinstance(value, list | dict):
            raise refuse("", "link-address")
        return quote(str(value), safe="")


def _raw(value: Value) -> Raw:
    return None if isinstance(value, list | dict) else value


def _type_of(value: Value) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case Decimal():
            return "decimal"
        case str():
            return "text"
        case dict():
            return "group"
    return "list" if isinstance(value, list) else "date"


__all__ = ["Composable", "FieldFacts", "Refused", "Scope", "Setting"]
