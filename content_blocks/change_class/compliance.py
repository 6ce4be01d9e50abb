"""What a change of a document class counts as."""

from __future__ import annotations

from content_blocks.change_class.classes import NUMBERED, Change, Finding, change_of
from content_blocks.changes import differences
from content_blocks.document_class import DocumentClass
from content_blocks.strictness import ChangeClass

_CLASSES: dict[str, ChangeClass] = {"version": NUMBERED, "title": "style"}


def document_class_change(before: DocumentClass, after: DocumentClass) -> Change:
    """What changed between two versions of a document class: it consists of rules, whatever it is called."""
    found = (difference.field for difference in differences(before, after))
    return change_of(Finding(field, _CLASSES.get(field, "rule")) for field in found)
