"""What a change of a content block counts as."""

from __future__ import annotations

from content_blocks.change_class.classes import NUMBERED, Change, Finding, change_of
from content_blocks.change_class.values import class_of_difference
from content_blocks.changes import Difference, differences
from content_blocks.content_block import ContentBlock
from content_blocks.document import FIXED_WORDING
from content_blocks.strictness import ChangeClass

_RULES = frozenset({"block", "owner", "jurisdiction", "effective", "review_by"})
"""What decides where, when and on whose word a wording applies, and does not change it."""


def content_block_change(before: ContentBlock, after: ContentBlock) -> Change:
    """What changed between two versions of a content block."""
    regulated = is_regulated(before) or is_regulated(after)
    return change_of(Finding(found.field, _class_of(found, regulated)) for found in differences(before, after))


def is_regulated(block: ContentBlock) -> bool:
    """Whether a wording is bound: by its lock, or because it cites the rule it fulfils."""
    return block.lock in FIXED_WORDING or bool(block.citation.strip())


def _class_of(found: Difference, regulated: bool) -> ChangeClass:
    """The bounds and units of its inputs are what the wording was approved for, so they are part of it."""
    field = found.field.partition(".")[0]
    if field == "version":
        return NUMBERED
    if field in _RULES:
        return "rule"
    if regulated:
        return "regulated wording"
    return "rule" if field in ("inputs", "blanks", "lock") else class_of_difference(found)
