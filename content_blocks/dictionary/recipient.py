"""Who a record is for, by the roles its dictionary marks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from content_blocks.dictionary.field_types import Role
from content_blocks.dictionary.model import Dictionary
from content_blocks.document import CHANNELS, Recipient

_PLATFORMS = ("fcm", "apns", "webpush")


def recipient(dictionary: Dictionary, values: Mapping[str, Any]) -> Recipient:
    """The recipient of a validated record.  A channel or push platform nobody knows counts as not given."""
    channel = by_role(dictionary, values, "preferred_channel")
    platform = by_role(dictionary, values, "push_platform")
    return Recipient(
        id=str(by_role(dictionary, values, "id") or ""),
        name=" ".join(str(part) for path in dictionary.role("name") if (part := _at(values, path))),
        email=by_role(dictionary, values, "email"),
        phone=by_role(dictionary, values, "phone"),
        push_token=by_role(dictionary, values, "push_token"),
        push_platform=platform if platform in _PLATFORMS else None,
        preferred_channel=channel if channel in CHANNELS else None,
    )


def by_role(dictionary: Dictionary, values: Mapping[str, Any], role: Role) -> Any:
    """The value of the field with a role in a validated record; None if there is no such field or value."""
    return next((_at(values, path) for path in dictionary.role(role)), None)


def _at(values: Any, path: str) -> Any:
    for name in path.split("."):
        values = values.get(name) if isinstance(values, Mapping) else None
    return values
