"""Two people at once: what both changed in a template since the version they began with, put together.

Blocks are matched by their ids, wherever they stand, fields by their names.  Where only one of the two changed
something, that is taken; where both did, differently, somebody has to choose, and until then it is nobody's loss: the
answer names every such place with both sides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Plain = Mapping[str, Any]
Side = Literal["mine", "theirs"]
GONE = object()
"""In place of what one side does not have."""


@dataclass(frozen=True)
class Clash:
    """A place that both changed: the block, empty for the template itself, the field, and what each side has there."""

    block: str
    field: str
    mine: Any
    theirs: Any


@dataclass
class Merge:
    """How places are chosen where both changed them, by block and field; what is not chosen yet is a clash."""

    chosen: Mapping[tuple[str, str], Side] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)

    def templates(self, base: Plain, mine: Plain, theirs: Plain) -> dict[str, Any]:
        """One template of two; of what clashes it has mine."""
        return self._object(base, mine, theirs, "", "")

    def _object(self, base: Plain, mine: Plain, theirs: Plain, block: str, path: str) -> dict[str, Any]:
        merged = {}
        for name in (*theirs, *(name for name in mine if name not in theirs)):
            before, ours, others = (side.get(name, GONE) for side in (base, mine, theirs))
            value = self._value(before, ours, others, block, f"{path}.{name}" if path else name)
            if value is not GONE:
                merged[name] = value
        return merged

    def _value(self, base: Any, mine: Any, theirs: Any, block: str, path: str) -> Any:
        if mine in (base, theirs):
            return theirs
        if theirs == base:
            return mine
        sides = (base, mine, theirs)
        if all(isinstance(side, Mapping) for side in sides):
            return self._object(base, mine, theirs, block, path)
        if all(_of_blocks(side) for side in sides):
            return self._blocks(base, mine, theirs)
        return self._choose(mine, theirs, block, path)

    def _choose(self, mine: Any, theirs: Any, block: str, path: str) -> Any:
        side = self.chosen.get((block, path))
        if side is None:
            self.clashes.append(Clash(block, path, _shown(mine), _shown(theirs)))
        return theirs if side == "theirs" else mine

    def _blocks(self, base: Sequence[Plain], mine: Sequence[Plain], theirs: Sequence[Plain]) -> list[Any]:
        was, ours, others = ({block["id"]: block for block in side} for side in (base, mine, theirs))
        merged = []
        for name in _order(list(was), list(ours), list(others)):
            kept = self._block(was.get(name, GONE), ours.get(name, GONE), others.get(name, GONE), name)
            if kept is not GONE:
                merged.append(kept)
        return merged

    def _block(self, base: Any, mine: Any, theirs: Any, name: str) -> Any:
        if GONE in (base, mine, theirs):
            return self._came_or_went(base, mine, theirs, name)
        return self._object(base, mine, theirs, name, "")

    def _came_or_went(self, base: Any, mine: Any, theirs: Any, name: str) -> Any:
        """A block that one side alone has; one that was taken away and changed at once is a clash."""
        if base is GONE:
            return mine if theirs is GONE else theirs if mine is GONE else self._choose(mine, theirs, name, "")
        if base in (mine, theirs):
            return GONE
        return self._choose(mine, theirs, name, "")


def _of_blocks(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, Mapping) and "id" in entry for entry in value)


def _order(base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """Their order, unless only mine differs; what I added stands behind what it stood behind."""
    order = list(mine if theirs == base else theirs)
    for place, name in enumerate(mine):
        if name not in order:
            before = next((other for other in reversed(mine[:place]) if other in order), None)
            order.insert(order.index(before) + 1 if before else 0, name)
    return order + [name for name in theirs if name not in order]


def _shown(value: Any) -> Any:
    return None if value is GONE else value
