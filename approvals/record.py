"""The one text form of what is decided and logged: canonical JSON, the bytes that are hashed and signed.

Records hold plain data only: texts, whole numbers, yes or no, none, lists, mappings.  Instants are UTC in ISO 8601
with microseconds, so that a record read back from any database has the same bytes as the one that was written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any


def record_bytes(record: Mapping[str, Any]) -> bytes:
    """Canonical JSON in UTF-8: keys sorted, no white space.  Raises TypeError for floats and anything not plain."""
    _refuse_unplain(record)
    return json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def record_hash(record: Mapping[str, Any]) -> str:
    """SHA-256 over the canonical JSON, in hexadecimal."""
    return sha256(record_bytes(record)).hexdigest()


def instant(at: datetime) -> str:
    """An instant as records hold it: `2026-11-02T08:15:00.000000Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _refuse_unplain(value: object) -> None:
    match value:
        case None | str() | bool() | int():
            return
        case Mapping():
            for entry in value.values():
                _refuse_unplain(entry)
        case list() | tuple():
            for entry in value:
                _refuse_unplain(entry)
        case _:
            raise TypeError(f"no record can hold {type(value).__name__}")
