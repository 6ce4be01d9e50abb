"""The lock rule: what may be changed between two versions of a template, and by whom.

One pure function that every path making a version calls: editor, API, import, command line.  A block is bound by its
own mode and by those of all blocks around it; a slot is the exception that a locked template leaves on purpose, so
what is inside it is bound by the slot's own mode only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from content_blocks.block import Block
from content_blocks.document import REGIONS, LockMode
from content_blocks.item import Item
from content_blocks.problem import Problem
from content_blocks.template import MessageLines, Template
from content_blocks.text import Text

Operation = Literal[
    "word", "blank", "add", "remove", "move", "condition", "style", "channel_form", "language", "lock_mode"
]

ALLOWED: Mapping[LockMode, frozenset[Operation]] = {
    "locked": frozenset(),
    "text": frozenset({"word", "language"}),
    "blanks": frozenset({"blank"}),
    "open": frozenset(
        {"word", "blank", "add", "remove", "move", "condition", "style", "channel_form", "language"},
    ),
}
"""Which operations a mode allows.  The mode itself is changed by the owner of locks only."""

CONDITIONS = frozenset(
    {"when", "each", "name", "where", "rows", "inputs", "block", "version", "hash", "follow", "type"}
)
CHANNEL_FORMS = frozenset({"channels", "mandatory"})


def meet(one: LockMode, other: LockMode) -> LockMode:
    """The mode that allows only what both allow; `text` and `blanks` share nothing."""
    if one == other or other == "open":
        return one
    return other if one == "open" else "locked"


@dataclass(frozen=True, slots=True)
class Rights:
    """What a person's role lets them change; it only narrows what the locks allow.

    `owns_locks` is the compliance team's: for them no block is locked, and they may change modes.
    """

    operations: frozenset[Operation] = ALLOWED["open"]
    owns_locks: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A block, the region it is in, the blocks around it from the outside in, and the modes that bind it.

    `mode` binds the block itself; `around` is the mode of the place it stands in.
    """

    region: str
    block: Block
    ancestors: tuple[Block, ...]
    mode: LockMode
    around: LockMode

    @property
    def where(self) -> str:
        """Its place as problems name it."""
        return f"{self.region}.{self.block.id}"


def standings(template: Template) -> dict[str, Standing]:
    """Every block of a template by its id, in reading order."""
    found: dict[str, Standing] = {}
    for region in REGIONS:
        for standing in _inside(region, template.region(region), (), template.lock):
            found[standing.block.id] = standing
    return found


def _inside(region: str, blocks: tuple[Block, ...], around: tuple[Block, ...], mode: LockMode) -> Iterator[Standing]:
    for block in blocks:
        own = meet(mode, block.lock)
        yield Standing(region, block, around, mode if block.type == "slot" else own, mode)
        inner = block.lock if block.type == "slot" else own
        yield from _inside(region, tuple(block.children()), (*around, block), inner)


def lock_violations(before: Template, after: Template, rights: Rights) -> list[Problem]:
    """Everything in `after` that the locks of `before`, or the person's rights, do not allow."""
    old, new = standings(before), standings(after)
    changes = [
        *_removed(old, new),
        *_added(old, new, before),
        *_moved(old, new),
        *_changed(old, new),
        *_message_lines(before, after),
    ]
    if before.lock != after.lock:
        changes.append(Change("template", "lock_mode", before.lock))
    return [change.problem() for change in changes if not change.allowed(rights)]


@dataclass(frozen=True, slots=True)
class Change:
    """One operation at a place, and the mode that binds it there."""

    where: str
    operation: Operation
    mode: LockMode

    def allowed(self, rights: Rights) -> bool:
        """Whether the mode and the person's rights both allow it."""
        if rights.owns_locks:
            return True
        return self.operation in ALLOWED[self.mode] and self.operation in rights.operations

    def problem(self) -> Problem:
        """The change as a problem: locked, or open but not this person's to make."""
        locked = self.operation not in ALLOWED[self.mode]
        return Problem(self.where, "locked" if locked else "not-your-right", {"operation": self.operation})


def _removed(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[Change]:
    for name, standing in old.items():
        if name not in new:
            yield Change(standing.where, "remove", meet(standing.mode, standing.around))


def _added(old: Mapping[str, Standing], new: Mapping[str, Standing], before: Template) -> Iterator[Change]:
    for name, standing in new.items():
        if name in old:
            continue
        parent = old.get(standing.ancestors[-1].id) if standing.ancestors else None
        inside_slot = parent is not None and parent.block.type == "slot"
        mode = parent.block.lock if parent and inside_slot else parent.mode if parent else before.lock
        if standing.ancestors and parent is None:
            continue  # it came with the new block around it
        yield Change(standing.where, "add", mode)


def _moved(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[Change]:
    """A block is moved when what is around it differs, or when its order among the bound ones does."""
    for name, standing in old.items():
        other = new.get(name)
        if other and _place(standing) != _place(other):
            yield Change(standing.where, "move", meet(standing.mode, standing.around))
    bound = [name for name, standing in old.items() if name in new and standing.mode != "open"]
    order = [name for name in new if name in set(bound)]
    for name in (first for first, second in zip(bound, order, strict=True) if first != second):
        yield Change(old[name].where, "move", old[name].mode)


def _place(standing: Standing) -> tuple[str, ...]:
    return (standing.region, *(block.id for block in standing.ancestors))


def _changed(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[Change]:
    for name, standing in old.items():
        if name in new:
            operations = set(_differences(standing.block, new[name].block))
            yield from (Change(standing.where, operation, standing.mode) for operation in sorted(operations))
            yield from _conditions_around(standing, new[name])


def _conditions_around(old: Standing, new: Standing) -> Iterator[Change]:
    """Putting a locked clause under "if false" hides it without touching it."""
    for before, after in zip(old.ancestors, new.ancestors, strict=False):
        if before.id == after.id and "condition" in set(_differences(before, after)):
            yield Change(old.where, "condition", old.mode)


def _differences(before: Block, after: Block) -> Iterator[Operation]:
    names = {*type(before).model_fields, *type(after).model_fields} - {"id", "note"} - {*before.nested, *after.nested}
    for name in names:
        one, other = getattr(before, name, None), getattr(after, name, None)
        if one != other:
            yield _operation(name, one, other)


def _operation(name: str, before: object, after: object) -> Operation:
    if name == "lock":
        return "lock_mode"
    if name == "blanks":
        return "blank"
    if name in CONDITIONS:
        return "condition"
    if name in CHANNEL_FORMS:
        return "channel_form"
    return _wording(before, after)


def _wording(before: object, after: object) -> Operation:
    texts = [value for value in (before, after) if isinstance(value, Text)]
    if len(texts) == 2 and texts[0].languages() != texts[1].languages():
        shared = texts[0].languages() & texts[1].languages()
        same = all(texts[0].sources[language] == texts[1].sources[language] for language in shared)
        return "language" if same else "word"
    return "word" if texts or _words_only(before, after) else "style"


def _words_only(before: object, after: object) -> bool:
    """Whether two settings differ in nothing but the words of their texts."""
    if isinstance(before, Text) and isinstance(after, Text):
        return True
    if type(before) is not type(after):
        return False
    match before, after:
        case (tuple() as one, tuple() as other):
            return len(one) == len(other) and all(map(_same_or_words, one, other))
        case (Item() as one, Item() as other):
            names = type(one).model_fields
            return all(_same_or_words(getattr(one, name), getattr(other, name)) for name in names)
    return False


def _same_or_words(before: object, after: object) -> bool:
    return before == after or _words_only(before, after)


def _message_lines(before: Template, after: Template) -> Iterator[Change]:
    for name in MessageLines.model_fields:
        one, other = getattr(before.messages, name), getattr(after.messages, name)
        if one != other:
            yield Change(f"messages.{name}", _wording(one, other), before.lock)
