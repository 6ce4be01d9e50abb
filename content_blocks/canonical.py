"""Canonical JSON and hashes over it: sorted keys, Unicode NFC, no floats, no layout.

Two people who write the same content in another order, spelling of accents or indentation get the same hash.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any


def canonical_json(content: object) -> str:
    """The one text form of plain data: str, bool, int, None, lists, mappings, and frozen dataclasses of those.

    Dates are ISO 8601 and decimals plain strings; a field at its default value in a dataclass is written all the
    same.  Raises TypeError for floats, sets and anything else.
    """
    return json.dumps(as_data(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def sha256(content: bytes | str) -> str:
    """Lower-case hexadecimal SHA-256 (FIPS 180-4); text is taken as UTF-8."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def canonical_hash(content: object) -> str:
    """SHA-256 of the canonical JSON."""
    return sha256(canonical_json(content))


def as_data(content: object) -> Any:
    """Plain data that JSON can hold without loss, texts in NFC."""
    match content:
        case str():
            return unicodedata.normalize("NFC", content)
        case bool() | int() | None:
            return content
        case Decimal():
            return format(content, "f")
        case date():
            return content.isoformat()
        case Mapping():
            return {str(as_data(key)): as_data(value) for key, value in content.items()}
        case Sequence() if not isinstance(content, bytes | bytearray):
            return [as_data(item) for item in content]
        case _ if is_dataclass(content):
            return {f.name: as_data(getattr(content, f.name)) for f in fields(content)}
    raise TypeError(f"no canonical form for {type(content).__name__}")
