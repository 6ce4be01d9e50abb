"""In which mode somebody may edit each block of a template, told from its plain data: the same as `locks.standings`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from content_blocks.document import REGIONS, LockMode
from content_blocks.lock_mode import meet
from content_blocks.locks import Rights
from web_editor.document.shapes import FieldShape, Shape, shapes

Plain = Mapping[str, Any]


@dataclass(frozen=True)
class Standing:
    """A block as files have it, with its shape, the mode that binds it for somebody, and that of what is inside it."""

    content: Plain
    shape: Shape
    mode: LockMode
    inside: LockMode

    @property
    def id(self) -> str:
        return str(self.content["id"])

    @property
    def fixed(self) -> bool:
        """Whether nothing in it can be edited, so that a document names it only."""
        return self.mode == "locked" and not self.shape.compartments


def standing(content: Plain, around: LockMode, rights: Rights) -> Standing:
    """A block within what binds its place; for those who own locks, nothing is bound."""
    shape = shapes()[content["type"]]
    own: LockMode = "open" if rights.owns_locks else content.get("lock", shape.lock)
    if shape.type == "slot":
        return Standing(content, shape, around, own)
    mode = meet(around, own)
    return Standing(content, shape, mode, mode)


def template_mode(template: Plain, rights: Rights) -> LockMode:
    """The mode of the template itself."""
    mode: LockMode = "open" if rights.owns_locks else template.get("lock", "open")
    return mode


def standings(template: Plain, rights: Rights) -> dict[str, Standing]:
    """Every block of a template by its id."""
    mode = template_mode(template, rights)
    return {found.id: found for region in REGIONS for found in every_block(template.get(region) or (), mode, rights)}


def every_block(blocks: Any, around: LockMode, rights: Rights) -> Iterator[Standing]:
    """Some blocks and all inside them, as somebody may edit them."""
    for content in blocks:
        found = standing(content, around, rights)
        yield found
        for field in found.shape.compartments:
            for _, inner in compartments(content, field):
                yield from every_block(inner, found.inside, rights)


def compartments(content: Plain, field: FieldShape) -> list[tuple[str, Any]]:
    """The blocks in a field by the place they stand in: `blocks`, or `cells.0`, `cells.1`."""
    held = content.get(field.name) or ()
    if field.cells:
        return [(f"{field.name}.{number}", cell) for number, cell in enumerate(held)]
    return [(field.name, held)]
