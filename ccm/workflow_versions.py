"""Two versions of a workflow compared: the class of the change and the redline, as for the items of content.

Workflows live beside content, not in it, so it is here that both meet.
"""

from __future__ import annotations

import re

from approvals.workflow import Workflow
from content_blocks.change_class import Change, Finding
from content_blocks.change_class.classes import NUMBERED, change_of
from content_blocks.changes import differences
from content_blocks.redline import Redline, redline_of_models
from content_blocks.strictness import ChangeClass

_TITLE = re.compile(r"(steps\.\d+\.)?title(\..+)?")


def workflow_change(before: Workflow, after: Workflow) -> Change:
    """What changed between two versions of a workflow: who has to agree is a rule, what a step is called is style."""
    found = (difference.field for difference in differences(before, after))
    return change_of(Finding(field, _class_of(field)) for field in found)


def _class_of(field: str) -> ChangeClass:
    if field == "version":
        return NUMBERED
    return "style" if _TITLE.fullmatch(field) else "rule"


def workflow_redline(before: Workflow, after: Workflow) -> Redline:
    """What differs between two versions of a workflow, to be read by people who sign."""
    return redline_of_models("workflow", after.workflow, (before.version, before), (after.version, after))
