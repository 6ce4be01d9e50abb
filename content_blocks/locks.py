"""The lock rule: what may be changed between two versions of a template, and by whom.

One pure function that every path making a version calls: editor, API, import, command line.  A block is bound by its
own mode and by those of all blocks around it; a slot is the exception that a locked template leaves on purpose, so
what is inside it is bound by the slot's own mode only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from content_blocks.block import Block
from content_blocks.changes import block_changes, text_changes
from content_blocks.document import REGIONS, LockMode
from content_blocks.lock_mode import ALLOWED, Operation, meet
from content_blocks.problem import Problem
from content_blocks.template import MessageLines, Template

HIDING: frozenset[Operation] = frozenset({"condition", "channel_form"})
"""Changes of a block that can make the blocks inside it disappear."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What a person's role lets them change; it only narrows what the locks allow.

    `owns_locks` is the compliance team's: for them no block is locked, and they may change modes.
    """

    operations: frozenset[Operation] = ALLOWED["open"]
    owns_locks: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A block, its region, and the blocks around it from the outside in, each with the compartment it leads into.

    `mode` is what binds it: its own mode met with those around it, for a slot those around it alone.
    """

    region: str
    block: Block
    ancestors: tuple[tuple[Block, str], ...]
    mode: LockMode

    @property
    def where(self) -> str:
        """Its place as problems name it."""
        return f"{self.region}.{self.block.id}"

    @property
    def place(self) -> tuple[str, ...]:
        """What it stands in: another place is a move."""
        return (self.region, *(f"{block.id} {compartment}" for block, compartment in self.ancestors))


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


def lock_violations(before: Template, after: Template, rights: Rights) -> list[Problem]:
    """Everything in `after` that the locks of `before`, or the person's rights, do not allow."""
    return [change.problem() for change in dict.fromkeys(changes(before, after)) if not change.allowed(rights)]


def changes(before: Template, after: Template) -> Iterator[Change]:
    """Everything that differs, with the mode that binds it in `before`."""
    old, new = standings(before), standings(after)
    yield from _removed(old, new)
    yield from _added(old, new, before)
    yield from _moved(old, new)
    yield from _changed(old, new)
    yield from _of_the_template(before, after)


def standings(template: Template) -> dict[str, Standing]:
    """Every block of a template by its id, in reading order."""
    found = (standing for region in REGIONS for standing in _inside(region, template.region(region), (), template.lock))
    return {standing.block.id: standing for standing in found}


def _inside(
    region: str, blocks: Sequence[Block], around: tuple[tuple[Block, str], ...], mode: LockMode
) -> Iterator[Standing]:
    for block in blocks:
        standing = Standing(region, block, around, mode if block.type == "slot" else meet(mode, block.lock))
        yield standing
        for compartment, inner in block.compartments():
            yield from _inside(region, inner, (*around, (block, compartment)), _mode_inside(standing))


def _mode_inside(standing: Standing) -> LockMode:
    return standing.block.lock if standing.block.type == "slot" else standing.mode


def _removed(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[Change]:
    for name, standing in old.items():
        if name not in new:
            yield Change(standing.where, "remove", standing.mode)


def _added(old: Mapping[str, Standing], new: Mapping[str, Standing], before: Template) -> Iterator[Change]:
    for name, standing in new.items():
        if name in old:
            continue
        parent = standing.ancestors[-1][0].id if standing.ancestors else None
        if parent is None:
            yield Change(standing.where, "add", before.lock)
        elif parent in old:  # otherwise it came with the new block around it
            yield Change(standing.where, "add", _mode_inside(old[parent]))


def _moved(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[Change]:
    """A block is moved when what is around it differs, or when its order among the bound ones does."""
    for name, standing in old.items():
        if name in new and standing.place != new[name].place:
            yield Change(standing.where, "move", standing.mode)
    bound = [name for name, standing in old.items() if name in new and standing.mode != "open"]
    order = [name for name in new if name in set(bound)]
    for name in (first for first, second in zip(bound, order, strict=True) if first != second):
        yield Change(old[name].where, "move", old[name].mode)


def _changed(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[Change]:
    for name, standing in old.items():
        if name not in new:
            continue
        for operation in sorted(block_changes(standing.block, new[name].block)):
            yield Change(standing.where, operation, standing.mode)
        for operation in sorted(_hidden(standing, new[name])):
            yield Change(standing.where, operation, standing.mode)


def _hidden(old: Standing, new: Standing) -> frozenset[Operation]:
    """Putting a locked clause under "if false" hides it without touching it, and so does a panel left out."""
    pairs = zip(old.ancestors, new.ancestors, strict=False)
    return (
        frozenset(
            operation for (one, _), (other, _) in pairs if one.id == other.id for operation in block_changes(one, other)
        )
        & HIDING
    )


def _of_the_template(before: Template, after: Template) -> Iterator[Change]:
    """Its lock, title and message lines, and what it is: class, data, languages, dates."""
    for operation, names in _TEMPLATE_FIELDS.items():
        if any(getattr(before, name) != getattr(after, name) for name in names):
            yield Change("template", operation, before.lock)
    lines = [("title", before.title, after.title)]
    lines += [
        (f"messages.{name}", getattr(before.messages, name), getattr(after.messages, name))
        for name in MessageLines.model_fields
    ]
    for where, one, other in lines:
        yield from (Change(where, operation, before.lock) for operation in sorted(text_changes(one, other)))


_TEMPLATE_FIELDS: Mapping[Operation, tuple[str, ...]] = {
    "lock_mode": ("lock",),
    "language": ("languages", "bilingual"),
    "style": ("brands",),
    "condition": ("template", "document_class", "dictionary", "jurisdiction", "effective"),
}
