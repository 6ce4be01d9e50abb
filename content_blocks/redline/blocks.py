"""Which blocks came, went, moved and changed: each block is known by its id, whatever else became of it.

A block is moved when it stands in something else, or when its order among those that stayed beside it differs; of
these the fewest that explain the new order.  What moves along inside a moved block has not moved itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from content_blocks.block import Block
from content_blocks.changes import out_of_order
from content_blocks.redline.catalogue import label_of
from content_blocks.redline.model import Difference, Entry, Label, Spot, Value, change_of
from content_blocks.redline.values import fields_that_differ

Regions = Mapping[str, Sequence[Block]]


@dataclass(frozen=True, slots=True)
class _Standing:
    """A block and where it stands."""

    block: Block
    spot: Spot

    @property
    def place(self) -> tuple[str, str, int]:
        """What it stands in directly."""
        return ("", self.spot.around[-1], self.spot.compartment) if self.spot.around else (self.spot.region, "", 0)


_Standings = Mapping[str, _Standing]


def entries_of_blocks(before: Regions, after: Regions) -> Iterator[Entry]:
    """An entry for each block that is not as it was, in reading order; what went stands where it was last seen."""
    old, new = _standings(before), _standings(after)
    moved = _moved(old, new)
    for name in _reading_order(old, new):
        if entry := _entry(name, old.get(name), new.get(name), moved=name in moved):
            yield entry


def _standings(regions: Regions) -> _Standings:
    found = (standing for region, blocks in regions.items() for standing in _inside(blocks, Spot(region)))
    return {standing.block.id: standing for standing in found}


def _inside(blocks: Iterable[Block], around: Spot) -> Iterator[_Standing]:
    last: str | None = None
    for block in blocks:
        yield _Standing(block, Spot(around.region, around.around, around.compartment, last))
        last = block.id
        compartments = list(block.compartments())
        for number, (_, inner) in enumerate(compartments, start=1):
            there = Spot(around.region, (*around.around, block.id), number if len(compartments) > 1 else 0)
            yield from _inside(inner, there)


def _moved(old: _Standings, new: _Standings) -> frozenset[str]:
    shared = [name for name in old if name in new]
    elsewhere = {name for name in shared if old[name].place != new[name].place}
    beside: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    later: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for names, standings, groups in ((shared, old, beside), (new, new, later)):
        for name in names:
            if name in old and name not in elsewhere:
                groups[standings[name].place].append(name)
    return frozenset(elsewhere).union(*(out_of_order(names, later[place]) for place, names in beside.items()))


def _reading_order(old: _Standings, new: _Standings) -> list[str]:
    gone: dict[str | None, list[str]] = defaultdict(list)
    last: str | None = None
    for name in old:
        if name in new:
            last = name
        else:
            gone[last].append(name)
    order = list(gone[None])
    for name in new:
        order += [name, *gone.get(name, ())]
    return order


def _entry(name: str, old: _Standing | None, new: _Standing | None, *, moved: bool) -> Entry | None:
    standing = new or old
    assert standing is not None
    found = tuple(_differences(old.block if old else None, new.block if new else None))
    if old and new and not found and not moved:
        return None
    return Entry(
        f"{standing.spot.region}.{name}",
        Label(standing.block.title["en"], standing.block.title["de"]),
        name,
        change_of(old, new),
        moved,
        None,
        old.spot if old else None,
        new.spot if new else None,
        found,
    )


def _differences(before: Block | None, after: Block | None) -> Iterator[Difference]:
    """Everything in which a block itself differs; the blocks inside it speak for themselves, but not the number of
    places for them."""
    block = after or before
    assert block is not None
    nested = frozenset((*(before.nested if before else ()), *block.nested))
    ignored = nested | {"id"} if before and after else nested | {"id", "type"}
    if before and after:
        old, new = (len(list(side.compartments())) for side in (before, after))
        if old != new:
            name = (after.nested or before.nested)[0]
            model = type(after) if name in type(after).model_fields else type(before)
            yield Value(name, label_of(model, name), old, new)
    yield from fields_that_differ(before, after, "", Label("", ""), ignored)
