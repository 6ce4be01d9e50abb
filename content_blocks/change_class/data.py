"""What a change of a data dictionary counts as."""

from __future__ import annotations

import re

from content_blocks.change_class.classes import NUMBERED, Change, Finding, change_of
from content_blocks.changes import differences
from content_blocks.dictionary import Dictionary
from content_blocks.strictness import ChangeClass

_PRIVACY = re.compile(r"fields\..*\.privacy")
_CHOICE_WORDS = re.compile(r"fields\..*\.choices\.[^.]+\.[^.]+")


def dictionary_change(before: Dictionary, after: Dictionary) -> Change:
    """What changed between two versions of a data dictionary."""
    found = [Finding(difference.field, _class_of(difference.field)) for difference in differences(before, after)]
    if before.said_by_order() != after.said_by_order():
        found.append(Finding("fields", "rule"))  # the parts of a name in another order are another name
    return change_of(found)


def _class_of(field: str) -> ChangeClass:
    """All of it is read by those who fill in records, labels and samples included; some decides more than that.

    The privacy of a field decides what a lock screen shows, and the words of a choice are printed wherever the field
    is shown, in locked wording too.
    """
    if field == "version":
        return NUMBERED
    return "rule" if _PRIVACY.fullmatch(field) or _CHOICE_WORDS.fullmatch(field) else "data contract"
