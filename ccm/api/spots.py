"""Where an editor has to jump to for a problem: the block and the field, read off the place that a problem names.

Places come from three sides: checks name file, region, block and field (`templates/letter.yaml body.notice.text.de`),
renderers the channel and a piece (`pdf notice`), records a field (`customer.iban`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from content_blocks.document import CHANNELS, REGIONS
from content_blocks.problem import Problem
from content_blocks.template import Template


class Spot(NamedTuple):
    """A region, a block and a field, each empty where a problem is not about one.

    Without a block, `field` is one of the template itself (`messages.subject.de`) or of the record.
    """

    region: str = ""
    block: str = ""
    field: str = ""


def spots_of(template: Template) -> Mapping[str, str]:
    """The region of each block of a template."""
    return {block.id: region for region, block in template.blocks()}


def spot(problem: Problem, regions: Mapping[str, str]) -> Spot:
    """Where a problem of a template with these blocks is."""
    steps = _path(problem.where).split(".")
    if steps[0] in REGIONS:
        region, steps = steps[0], steps[1:]
        if not steps or block_of(steps[0]) not in regions:
            return Spot(region, "", ".".join(steps))
    if (block := block_of(steps[0])) in regions:
        return Spot(regions[block], block, ".".join(steps[1:]))
    piece = block_of(str(problem.params.get("piece", "")))
    return Spot(regions[piece], piece) if piece in regions else Spot("", "", ".".join(steps))


def block_of(piece: str) -> str:
    """The block that a piece came from: a repeated one has a number."""
    return piece.partition("#")[0]


def _path(place: str) -> str:
    """The path inside of a place: next after a file, last after a channel, and first where neither is named."""
    first, *more = place.split(" ")
    if first in CHANNELS:
        return more[-1] if more else ""
    return (more[0] if more else "") if "/" in first else first
