"""The place in the editor where a fault of a template is mended."""

from __future__ import annotations

import re
from urllib.parse import quote

from content_blocks.document import REGIONS
from content_blocks.problem import Problem

PLACE = re.compile(rf"templates/(?P<name>[^/\s]+)\.yaml(?::\d+)? (?:{'|'.join(REGIONS)})\.(?P<block>[^.\s]+)")
"""What checks say: the file with its line, then region, block and field."""


def written_at(problem: Problem) -> str:
    """The address of the block in the editor, in the language that the fault is about; empty where there is none."""
    found = PLACE.match(problem.where)
    if not found:
        return ""
    language = problem.params.get("language", "")
    asked = f"?language={quote(str(language))}" if language else ""
    return f"/templates/{quote(found['name'])}/edit{asked}#{quote(found['block'])}"
