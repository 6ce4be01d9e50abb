"""What a span may say, and what is known of one while it lasts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Facts: TypeAlias = dict[str, str | int]

ATTRIBUTES = frozenset(
    {
        "http.request.method",
        "http.route",
        "http.response.status_code",
        "ccm.template",
        "ccm.template.version",
        "ccm.channel",
        "ccm.engine",
        "ccm.pages",
        "ccm.rows",
        "ccm.outcome",
    }
)
"""Every attribute of a span.  Their values come from closed sets, or are counts."""


@dataclass
class Told:
    """The name, the attributes and the end of a span, as far as they are known."""

    name: str
    attributes: Facts = field(default_factory=dict)
    failed: bool = False
