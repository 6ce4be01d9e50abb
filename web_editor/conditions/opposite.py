"""The opposite of a comparison, as people would say it: not smaller is at least as great.

Values that are compared are of one kind and in one order, so either holds where the other does not, and what cannot be
compared is refused for both.
"""

from __future__ import annotations

from dataclasses import replace

from content_blocks.expressions.nodes import Compare, Operator

OPPOSITE: dict[Operator, Operator] = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def opposite(comparison: Compare) -> Compare:
    """What holds exactly where the comparison does not."""
    return replace(comparison, operator=OPPOSITE[comparison.operator])
