"""What the names in a text mean in one place of a template: the same for every record, so worked out only once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from content_blocks.dictionary import Dictionary
from content_blocks.dictionary import names as dictionary_names
from content_blocks.expressions import Expression
from content_blocks.expressions.nodes import Path, every
from content_blocks.parts import Privacy
from content_blocks.setting import FieldFacts, Setting

T = TypeVar("T")

_EMPTY = Dictionary.model_construct(name="", version="", title={}, fields={})

_STRICTNESS: Mapping[Privacy, int] = {"public": 0, "personal": 1, "sensitive": 2}


@dataclass(frozen=True, eq=False)
class Names:
    """The names of a place.  `aliases` are those of repeated elements and of the rows of a table, with their paths in
    the dictionary; `own` are all others that belong to the place, with what is known of them.

    In a content block (`closed`) nothing of the record can be named.
    """

    setting: Setting
    aliases: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, FieldFacts] = field(default_factory=dict)
    closed: bool = False
    _remembered: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def repeated(self, path: Expression, name: str) -> Names:
        """The names for one element of a list."""
        return self.remember(("each", path.source, name), lambda: self._with(aliases={name: f"{self.path(path)}[]"}))

    def gathered(self, path: Expression, name: str) -> Names:
        """The names for some elements of a list together."""
        return self.remember(("all", path.source, name), lambda: self._with(aliases={name: self.path(path)}))

    def naming(self, **own: FieldFacts) -> Names:
        """The names with some more."""
        return self.remember(("own", *own.items()), lambda: self._with(own=own))

    def inside(self, own: Mapping[str, FieldFacts]) -> Names:
        """The names in a content block: its inputs and blanks, and what the brand and the document are called."""
        return Names(self.setting, own=own, closed=True)

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made before under this key, or is made now."""
        if key not in self._remembered:
            self._remembered[key] = make()
        found: T = self._remembered[key]
        return found

    def facts(self, expression: Expression) -> FieldFacts:
        """What is known of an expression's value; who may see it is decided by the strictest field in it."""
        return self.remember(("facts", expression.source), lambda: self._worked_out(expression))

    def _worked_out(self, expression: Expression) -> FieldFacts:
        nodes = [node for node in every(expression.root) if isinstance(node, Path)]
        found = [facts for node in nodes if (facts := self._facts(node))]
        kind = dictionary_names.type_of(expression.root, self.dictionary_names) or "text"
        like = next((facts for facts in found if facts.type == kind), FieldFacts())
        return FieldFacts(kind, strictest(found), like.currency, like.currency_from, like.choices, like.digits)

    def path(self, expression: Expression) -> str:
        """The dictionary's path of the field an expression shows, or of the first one it reads."""
        for node in every(expression.root):
            if isinstance(node, Path):
                found = self.dictionary_names.find(node)
                return found.path if found else node.dotted
        return ""

    def optional(self, expression: Expression) -> bool:
        """Whether the field an expression shows may be absent."""
        node = expression.root
        found = self.dictionary_names.find(node) if isinstance(node, Path) else None
        return found is not None and found.optional

    def written(self, path: str) -> tuple[str, ...]:
        """A path of the dictionary as it is looked up here: `account.transactions[].currency` → `tx`, `currency`."""
        for alias, place in self.aliases.items():
            if path.startswith(f"{place}."):
                return (alias, *path.removeprefix(f"{place}.").split("."))
        return tuple(path.split("."))

    @cached_property
    def dictionary_names(self) -> dictionary_names.Names:
        """The same as the dictionary's checks want it."""
        known = {path: facts.type for path, facts in {**self.setting.built_in, **self.own}.items()}
        return dictionary_names.Names(_EMPTY if self.closed else self.setting.dictionary, self.aliases, known)

    def _with(self, aliases: Mapping[str, str] | None = None, own: Mapping[str, FieldFacts] | None = None) -> Names:
        return Names(self.setting, {**self.aliases, **(aliases or {})}, {**self.own, **(own or {})}, self.closed)

    def _facts(self, path: Path) -> FieldFacts | None:
        known = self.own.get(path.dotted) or self.setting.built_in.get(path.dotted)
        found = self.dictionary_names.find(path)
        if known or found is None:
            return known
        described = self.setting.dictionary.field(found.path.removesuffix("[]"))
        if described is None:
            return None
        privacy = self._privacy_of_group(found.path) if found.type == "group" else described.privacy
        currency = (described.currency, described.currency_from)
        return FieldFacts(found.type, privacy, *currency, described.choices, described.digits)

    def _privacy_of_group(self, path: str) -> Privacy:
        """A group is shown by its fields, such as a salutation by the names in it."""
        known = self.setting.dictionary
        below = (known.field(each) for each in known.paths() if each.startswith(f"{path}."))
        return strictest(FieldFacts(each.type, each.privacy) for each in below if each)


def strictest(fields: Iterable[FieldFacts]) -> Privacy:
    """Who may see something made of several fields: as few as may see each of them."""
    return max((facts.privacy for facts in fields), key=_STRICTNESS.__getitem__, default="public")
