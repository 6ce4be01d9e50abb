"""The looks a theme can choose from, in figures: what the style sheets of the reference engine say in `../styles`.

Lengths of borders are points, all others millimetres.
"""

from __future__ import annotations

from typing import Any

Look = dict[str, Any]

TABLES: dict[str, Look] = {
    "lines": {
        "size": 1.0,
        "around": None,
        "columns": None,
        "zebra": False,
        "head": {"size": "small", "above": 1.0, "below": 1.5, "line": [1.0, "ink"], "ground": None,
                 "colour": "ink", "strong": True, "italic": False},
        "row": {"above": 1.6, "below": 1.6, "line": [0.4, "rule"]},
        "total": {"above": 1.6, "below": 1.6, "over": None, "line": [1.0, "ink"]},
        "facts": {"above": 1.0, "below": 1.0, "line": [0.4, "rule"], "over": None},
    },
    "zebra": {
        "size": 0.94,
        "around": None,
        "columns": None,
        "zebra": True,
        "head": {"size": 0.9, "above": 2.0, "below": 2.0, "line": None, "ground": "accent",
                 "colour": "on_accent", "strong": True, "italic": False},
        "row": {"above": 1.6, "below": 1.6, "line": None},
        "total": {"above": 1.6, "below": 1.6, "over": [1.0, "accent"], "line": None},
        "facts": {"above": 0.7, "below": 0.7, "line": None, "over": [0.75, "accent"]},
    },
    "ledger": {
        "size": 0.96,
        "around": [0.75, "ink"],
        "columns": [0.3, "rule"],
        "zebra": False,
        "head": {"size": 1.0, "above": 1.2, "below": 1.2, "line": [0.4, "ink"], "ground": None,
                 "colour": "muted", "strong": False, "italic": True},
        "row": {"above": 0.8, "below": 0.8, "line": [0.25, "rule"]},
        "total": {"above": 1.2, "below": 1.2, "over": [0.4, "ink"], "line": [0.25, "rule"]},
        "facts": {"above": 0.5, "below": 0.5, "line": None, "over": [0.4, "ink"]},
    },
}  # fmt: skip
"""By `Theme.table`; `head.size` is that of small print, or times that of the rows."""

PANELS: dict[str, dict[str, Look]] = {
    "tint": {
        tone: {"ground": ground, "sides": None, "ends": None, "radius": 2.0, "across": 6.0, "down": 5.0}
        for tone, ground in (("neutral", "panel"), ("notice", "notice"), ("warning", "warning"))
    },
    "frame": {
        "neutral": {"ground": None, "sides": None, "ends": [0.75, "accent"], "radius": 0.0, "across": 0.0, "down": 3.5},
        "notice": {"ground": "notice", "sides": [0.5, "rule"], "ends": [0.5, "rule"], "radius": 0.0,
                   "across": 4.0, "down": 3.5},
        "warning": {"ground": "warning", "sides": [0.5, "accent"], "ends": [0.5, "accent"], "radius": 0.0,
                    "across": 4.0, "down": 3.5},
    },
}  # fmt: skip
"""By `Theme.panel` and the tone of a panel."""

HEADINGS: dict[str, Look] = {
    "plain": {"colour": "accent", "line": False, "band": False, "small_caps": False},
    "rule": {"colour": "ink", "line": True, "band": False, "small_caps": False},
    "small_caps": {"colour": "accent", "line": False, "band": False, "small_caps": True},
    "band": {"colour": "on_accent", "line": False, "band": True, "small_caps": False},
}
"""By `Type.heading_style`, of headings of the second level."""
