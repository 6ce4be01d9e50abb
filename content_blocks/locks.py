"""The lock rule: what may be changed between two versions of a template, and by whom.

One pure function that every path making a version calls: editor, API, import, command line.  A block is bound by its
own mode and by those of all blocks around it; a slot is the exception that a locked template leaves on purpose, so
what is inside it is bound by the slot's own mode only.

Where the owners of locks have gone on from the approved version in a draft, others go on from that draft: what it has
changed stays as it is, and what either of the two binds is bound (`Bound`).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce

from content_blocks.block import Block, walk
from content_blocks.changes import Difference, block_differences, out_of_order, text_changes
from content_blocks.document import FIXED_WORDING, REGIONS, LockMode
from content_blocks.lock_mode import ALLOWED, Operation, meet
from content_blocks.problem import Problem
from content_blocks.template import MessageLines, Template
from content_blocks.text import Text

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

    `mode` is what binds it: its own mode met with those around it, for a slot those around it alone.  `inside` is what
    binds the blocks in it.
    """

    region: str
    block: Block
    ancestors: tuple[tuple[Block, str], ...]
    mode: LockMode
    inside: LockMode

    @property
    def where(self) -> str:
        """Its place as problems name it."""
        return f"{self.region}.{self.block.id}"

    @property
    def place(self) -> tuple[str, ...]:
        """What it stands in: another place is a move."""
        return (self.region, *(f"{block.id} {compartment}" for block, compartment in self.ancestors))


@dataclass(frozen=True)
class Bound:
    """A template with what binds it: its own locks, and those of the `approved` version that it was made from.

    The latter is only said where the template is a draft of those who own locks, which may have opened, moved or
    removed what was locked: nobody else may follow them there before that is approved.
    """

    template: Template
    approved: Template | None = None

    @cached_property
    def lock(self) -> LockMode:
        """What binds the template as a whole."""
        return meet(self.template.lock, self.approved.lock) if self.approved else self.template.lock

    @cached_property
    def before(self) -> Mapping[str, Standing]:
        """The blocks of the approved version; none where nothing but the template's own locks counts."""
        return standings(self.approved) if self.approved else {}

    @cached_property
    def blocks(self) -> dict[str, Standing]:
        """Every block of the template by its id, each as both bind it."""
        return _standings(self.template, self.lock, self.before)

    @cached_property
    def strictest(self) -> LockMode:
        """The strictest mode of all blocks, those included that are gone from the draft."""
        modes = (standing.mode for standing in (*self.blocks.values(), *self.before.values()))
        return reduce(meet, modes, self.lock)

    def there(self, standing: Standing) -> LockMode:
        """What bound the place at which a block now stands, before it stood there."""
        known = (self.blocks[block.id] for block, _ in reversed(standing.ancestors) if block.id in self.blocks)
        return next((around.inside for around in known), self.lock)

    def gone(self, name: str) -> LockMode:
        """What binds a block that is not in the draft: its owners have removed it, and nobody else brings it back."""
        return self.before[name].mode if name in self.before and name not in self.blocks else "open"


@dataclass(frozen=True, slots=True)
class Change:
    """One operation at a place, and the mode that binds it there.

    For those who want to know more: `inside` is the field of the block, `around` the id of the block it belongs to
    where that one hides this one, and `before` and `after` both sides: values of a field, standings for a move, and
    all blocks that came or went.
    """

    where: str
    operation: Operation
    mode: LockMode
    inside: str = field(default="", compare=False)
    around: str = field(default="", compare=False)
    before: object = field(default=None, compare=False, repr=False)
    after: object = field(default=None, compare=False, repr=False)

    @property
    def block(self) -> str:
        """The id of the block; empty for what belongs to the template itself."""
        region, _, name = self.where.partition(".")
        return name if region in REGIONS else ""

    def allowed(self, rights: Rights) -> bool:
        """Whether the mode and the person's rights both allow it."""
        if rights.owns_locks:
            return True
        return self.operation in ALLOWED[self.mode] and self.operation in rights.operations

    def problem(self) -> Problem:
        """The change as a problem: locked, or open but not this person's to make."""
        locked = self.operation not in ALLOWED[self.mode]
        return Problem(self.where, "locked" if locked else "not-your-right", {"operation": self.operation})


def lock_violations(
    before: Template, after: Template, rights: Rights, approved: Template | None = None
) -> list[Problem]:
    """Everything in `after` that the locks of `before`, or the person's rights, do not allow.

    `before` is the approved version; or a draft that the owners of locks have made of the `approved` one.
    """
    found = dict.fromkeys(_changes(Bound(before, approved), after))
    return [change.problem() for change in found if not change.allowed(rights)]


def changes(before: Template, after: Template) -> Iterator[Change]:
    """Everything that differs, with the mode that binds it in `before`."""
    return _changes(Bound(before), after)


def _changes(bound: Bound, after: Template) -> Iterator[Change]:
    old, new = bound.blocks, standings(after)
    yield from _removed(old, new)
    yield from _added(bound, new)
    yield from _moved(bound, new)
    yield from _changed(old, new)
    yield from _of_the_template(bound, after)


def standings(template: Template) -> dict[str, Standing]:
    """Every block of a template by its id, in reading order."""
    return _standings(template, template.lock, {})


def _standings(template: Template, lock: LockMode, more: Mapping[str, Standing]) -> dict[str, Standing]:
    """The same, where blocks of the same ids are bound by `more` as well."""
    found = (standing for region in REGIONS for standing in _inside(region, template.region(region), (), lock, more))
    return {standing.block.id: standing for standing in found}


def locks_wording(template: Template) -> bool:
    """Whether a template has locked wording of its own, besides the content blocks that it shows."""
    return any(
        it.mode in FIXED_WORDING and not it.block.nested and it.block.type not in ("clause", "slot")
        for it in standings(template).values()
    )


def _inside(
    region: str,
    blocks: Sequence[Block],
    around: tuple[tuple[Block, str], ...],
    mode: LockMode,
    more: Mapping[str, Standing],
) -> Iterator[Standing]:
    for block in blocks:
        is_slot, other = block.type == "slot", more.get(block.id)
        own = mode if is_slot else meet(mode, block.lock)
        inside = block.lock if is_slot else own
        if other:
            own, inside = meet(own, other.mode), meet(inside, other.inside if is_slot else other.mode)
        yield Standing(region, block, around, own, inside)
        for compartment, inner in block.compartments():
            yield from _inside(region, inner, (*around, (block, compartment)), inside, more)


def _removed(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[Change]:
    for name, standing in old.items():
        if name not in new:
            yield Change(standing.where, "remove", standing.mode, before=(standing.block,))


def _added(bound: Bound, new: Mapping[str, Standing]) -> Iterator[Change]:
    old = bound.blocks
    for name, standing in new.items():
        if name in old:
            continue
        parent = standing.ancestors[-1][0].id if standing.ancestors else None
        again = bound.gone(name)
        if parent is None or parent in old or again != "open":  # otherwise it came with the new block around it
            came = tuple(block for block in walk((standing.block,)) if block.id not in old)
            yield Change(standing.where, "add", meet(bound.there(standing), again), after=came)


def _moved(bound: Bound, new: Mapping[str, Standing]) -> Iterator[Change]:
    """A block is moved when what is around it differs, or when its order among the bound ones does.

    It is bound by where it comes from, and by where it goes: an open sentence has no business in locked wording.
    """
    old = bound.blocks
    elsewhere = [name for name, standing in old.items() if name in new and standing.place != new[name].place]
    fixed = [name for name, standing in old.items() if name in new and standing.mode != "open"]
    order = [name for name in new if name in set(fixed)]
    swapped = [first for first, second in zip(fixed, order, strict=True) if first != second]
    for name in (*elsewhere, *swapped, *_open_ones_moved(old, new)):
        mode = old[name].mode
        if name in elsewhere:
            mode = meet(mode, bound.there(new[name]))
        yield Change(old[name].where, "move", mode, before=old[name], after=new[name])


def _open_ones_moved(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[str]:
    """Open blocks in another order among those they stand beside, or on the other side of a bound one."""
    stayed = [name for name, standing in old.items() if name in new and standing.place == new[name].place]
    beside: dict[tuple[str, ...], list[str]] = {}
    for name in stayed:
        beside.setdefault(old[name].place, []).append(name)
    for place, names in beside.items():
        after = [name for name in new if name in set(names) and new[name].place == place]
        bound = {name for name in names if old[name].mode != "open"}
        moved = out_of_order(*([name for name in names if name not in bound] for names in (names, after)))
        was, now = behind(names, bound), behind(after, bound)
        yield from (name for name in names if name not in bound and (name in moved or was[name] != now[name]))


def behind(names: Sequence[str], those: Container[str]) -> dict[str, frozenset[str]]:
    """For each of some names, which of `those` come before it."""
    passed: frozenset[str] = frozenset()
    found = {}
    for name in names:
        found[name] = passed
        passed = passed | {name} if name in those else passed
    return found


def _changed(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[Change]:
    for name, standing in old.items():
        if name not in new:
            continue
        for found in _sorted(block_differences(standing.block, new[name].block)):
            yield Change(standing.where, found.operation, standing.mode, found.field, "", found.before, found.after)
        yield from _hidden(standing, new[name])


def _hidden(old: Standing, new: Standing) -> Iterator[Change]:
    """Putting a locked clause under "if false" hides it without touching it, and so does a panel left out."""
    for (one, _), (other, _) in zip(old.ancestors, new.ancestors, strict=False):
        if one.id != other.id:
            continue
        for found in _sorted(block_differences(one, other)):
            if found.operation in HIDING:
                yield Change(old.where, found.operation, old.mode, found.field, one.id, found.before, found.after)


def _sorted(found: Iterable[Difference]) -> list[Difference]:
    return sorted(found, key=lambda difference: difference.operation)


def _of_the_template(bound: Bound, after: Template) -> Iterator[Change]:
    """Its lock, title and message lines, and what it is: class, data, languages, dates.

    Its class and jurisdiction say what its bound blocks are there for, so the strictest of them binds these two.
    """
    before = bound.template
    for name, operation in _TEMPLATE_FIELDS.items():
        one, other = getattr(before, name), getattr(after, name)
        if one != other:
            called = Template.model_fields[name].alias or name
            mode = bound.strictest if name in _DUTIES else bound.lock
            yield Change("template", operation, mode, called, "", one, other)
    lines: list[tuple[str, Text | None, Text | None]] = [("title", before.title, after.title)]
    lines += [
        (f"messages.{name}", getattr(before.messages, name), getattr(after.messages, name))
        for name in MessageLines.model_fields
    ]
    for where, one, other in lines:
        for operation in text_changes(one, other):
            yield Change(where, operation, bound.lock, before=one, after=other)


_TEMPLATE_FIELDS: Mapping[str, Operation] = {
    "lock": "lock_mode",
    **dict.fromkeys(("languages", "bilingual"), "language"),
    "brands": "style",
    **dict.fromkeys(("template", "document_class", "dictionary", "jurisdiction", "effective"), "condition"),
}

_DUTIES = frozenset({"document_class", "jurisdiction"})
"""What decides which clauses a template must show, where, and to whom."""
