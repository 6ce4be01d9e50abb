"""Redlines: two versions compared word by word and rule by rule, to be read by people who sign.

found = redline(approved, proposed)      frozen data, see `model`
as_text(found, "de")                     for a terminal or a mail
as_html(found, "de")                     a fragment for a page
as_data(found)                           for programs, described by `json_schema()`
"""

from __future__ import annotations

from content_blocks.redline.as_data import as_data, from_data, json_schema
from content_blocks.redline.as_html import as_html
from content_blocks.redline.as_text import as_text
from content_blocks.redline.compare import redline, redline_of_models, redline_of_texts
from content_blocks.redline.model import (
    Difference,
    Entry,
    Label,
    Member,
    Redline,
    Rule,
    Spot,
    Stretch,
    Style,
    Value,
    Wording,
)
from content_blocks.redline.narrowing import in_one_language, in_short, languages

__all__ = [
    "Difference",
    "Entry",
    "Label",
    "Member",
    "Redline",
    "Rule",
    "Spot",
    "Stretch",
    "Style",
    "Value",
    "Wording",
    "as_data",
    "as_html",
    "as_text",
    "from_data",
    "in_one_language",
    "in_short",
    "json_schema",
    "languages",
    "redline",
    "redline_of_models",
    "redline_of_texts",
]
