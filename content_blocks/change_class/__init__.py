"""The class of a change, computed from two versions: it picks the route a review takes.

    change = bundle_change(approved, proposed)
    change.strictest       "rule"
    change.findings        what changed, where, and the class of each

Nobody states the class of what they changed: whoever could call a clause a layout could send it past compliance.
"""

from __future__ import annotations

from content_blocks.change_class.bundles import bundle_change
from content_blocks.change_class.classes import Change, Finding
from content_blocks.change_class.clauses import content_block_change
from content_blocks.change_class.compliance import document_class_change
from content_blocks.change_class.data import dictionary_change
from content_blocks.change_class.looks import asset_change, theme_change
from content_blocks.change_class.personas import persona_change
from content_blocks.change_class.templates import template_change
from content_blocks.strictness import ORDER, ChangeClass, strictest

__all__ = [
    "ORDER",
    "Change",
    "ChangeClass",
    "Finding",
    "asset_change",
    "bundle_change",
    "content_block_change",
    "dictionary_change",
    "document_class_change",
    "persona_change",
    "strictest",
    "template_change",
    "theme_change",
]
