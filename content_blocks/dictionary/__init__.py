"""The data dictionary: what a recipient record may hold, and the reader that lets nothing else in."""

from __future__ import annotations

from content_blocks.dictionary.check import check_condition, check_expression
from content_blocks.dictionary.field import Field
from content_blocks.dictionary.field_types import FIELD_TYPES, FieldType, Role
from content_blocks.dictionary.model import Dictionary, TextFormats
from content_blocks.dictionary.reader import Reader, compile_reader
from content_blocks.dictionary.recipient import by_role, recipient
from content_blocks.dictionary.rows import nest
from content_blocks.dictionary.schema import json_schema

__all__ = [
    "FIELD_TYPES",
    "Dictionary",
    "Field",
    "FieldType",
    "Reader",
    "Role",
    "TextFormats",
    "by_role",
    "check_condition",
    "check_expression",
    "compile_reader",
    "json_schema",
    "nest",
    "recipient",
]
