"""Where a file is no YAML: which of the usual slips it probably is, so that its author is told what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ruamel.yaml.error import MarkedYAMLError

_SLIPS = (
    (re.compile(r"\s*\t"), "yaml-tab"),
    (re.compile(r"(.*:|\s*-)\s+\{\{"), "yaml-placeholder"),
    (re.compile(r"(.*:|\s*-)\s+[*&%@`]"), "yaml-first-character"),
)
"""What a line looks like in which somebody wrote YAML by mistake, and the code of its sentence."""


def slip(text: str, error: Exception) -> tuple[int, str]:
    """The line (from 1) and the code of what makes a text no YAML.

    Parsers often notice on the line after the one that is wrong.
    """
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return 1, "yaml-syntax"
    mark = error.problem_mark
    lines: Sequence[str] = text.splitlines()
    for number in (mark.line, mark.line - 1):
        for looks, code in _SLIPS:
            if 0 <= number < len(lines) and looks.match(lines[number]):
                return number + 1, code
    colon = str(error.problem).startswith("mapping values are not allowed")
    return mark.line + 1, "yaml-colon" if colon else "yaml-syntax"
