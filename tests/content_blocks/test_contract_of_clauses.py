"""Which changes of content blocks break the data contract: of templates that use them, and their own."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from content_blocks.content_block import ContentBlock
from content_blocks.contract import Break, bundle_breaks, content_block_breaks
from content_blocks.item import read_item
from tests.content_blocks.edited_library import World, edited, shipped

Plain = dict[str, Any]
Edit = Callable[[Plain], object]

INPUTS: dict[str, tuple[Callable[[World], object], list[Break]]] = {
    "narrower bounds": (lambda w: rate(w).update(max="19"), [Break("body.overdraft-interest.with.rate", "bounds")]),
    "a bound less": (lambda w: rate(w).pop("max"), []),
    "wider bounds": (lambda w: rate(w).update(max="30"), []),
    "another unit": (lambda w: rate(w).update(unit="per month"), [Break("body.overdraft-interest.with.rate", "unit")]),
    "another currency": (
        lambda w: w.blocks["overdraft-interest 1.1"]["inputs"]["limit"].update(currency="CHF"),
        [Break("body.overdraft-interest.with.limit", "currency")],
    ),
    "another type": (lambda w: rate(w).update(type="decimal"), [Break("body.overdraft-interest.with.rate", "type")]),
    "narrower bounds of what the template states itself": (
        lambda w: w.blocks["deposit-guarantee 1.1"]["inputs"]["limit"].update(max="100000"),
        [],
    ),
    "a clause less": (lambda w: w.take("guarantee"), []),
    "other words": (lambda w: w.blocks["overdraft-interest 1.1"]["short"].update(de="x"), []),
    "a required field more": (
        lambda w: w.dictionary["fields"].update(branch={"type": "text"}),
        [Break("branch", "required")],
    ),
}


def rate(world: World) -> Plain:
    found: Plain = world.blocks["overdraft-interest 1.1"]["inputs"]["rate"]
    return found


@pytest.mark.parametrize(("edit", "expected"), INPUTS.values(), ids=INPUTS)
def test_what_breaks_the_contract_of_a_template(edit: Callable[[World], object], expected: list[Break]) -> None:
    assert list(bundle_breaks(*edited(edit))) == expected


BLOCKS: dict[str, tuple[Edit, list[Break]]] = {
    "an input more": (
        lambda b: b["inputs"].update(weeks={"type": "integer", "label": "x"}),
        [Break("inputs.weeks", "required")],
    ),
    "an input less": (lambda b: b["inputs"].pop("months"), [Break("inputs.months", "removed")]),
    "a blank more": (lambda b: b["blanks"].update(place={"label": "x"}), [Break("blanks.place", "required")]),
    "a shorter blank": (lambda b: b["blanks"]["hours"].update(max_length=40), [Break("blanks.hours", "bounds")]),
    "narrower bounds": (lambda b: b["inputs"]["months"].update(min="7"), [Break("inputs.months", "bounds")]),
    "other words": (lambda b: b.update(short="x"), []),
}


@pytest.mark.parametrize(("edit", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_what_breaks_the_contract_of_a_content_block(edit: Edit, expected: list[Break]) -> None:
    before = shipped().blocks["overdraft-advice 1.0"]
    changed = copy.deepcopy(before)
    changed["long"] = [{"id": "text", "type": "text", "text": "x"}]
    edit(changed)
    assert list(content_block_breaks(read_item(ContentBlock, before), read_item(ContentBlock, changed))) == expected
