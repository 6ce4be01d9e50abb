"""Link addresses: literal text with placeholders in it, whose scheme and host no record can choose."""

from __future__ import annotations

import re
from typing import TypeAlias

from content_blocks.expressions import Expression
from content_blocks.problem import refuse

Target: TypeAlias = "tuple[str | Expression, ...]"
"""A link's address in pieces: literal text, and expressions whose values are percent-encoded."""

FIXED = re.compile(
    r"https://[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?(?=[/?#]|\Z)|mailto:|tel:", re.ASCII | re.IGNORECASE
)
"""How an address has to begin: with a scheme and, for https, a whole host in ASCII and no user name before it."""

_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f]")
_STEPS_UP = re.compile(r"[^?#]*/\.{1,2}(?=[/?#]|\Z)")
"""A step of a path that is `.` or `..`, which browsers resolve even if it is percent-encoded (WHATWG URL, 4.5)."""


def checked_target(pieces: Target) -> Target:
    """The pieces of an address as they are.

    Raises Refused unless scheme and host stand there literally, or the whole address is one single placeholder: then
    only a field of type `url` can fill it.
    """
    if len(pieces) == 1 and isinstance(pieces[0], Expression):
        return pieces
    start = pieces[0] if pieces and isinstance(pieces[0], str) else ""
    begins = FIXED.match(start)
    complete = begins is not None and (len(pieces) == 1 or start != begins[0] or start.endswith(":"))
    if not complete or any(isinstance(piece, str) and _UNSEEN.search(piece) for piece in pieces):
        raise refuse("", "link-address")
    return pieces


def is_address(value: object) -> bool:
    """Whether a whole value may be an address by itself."""
    return isinstance(value, str) and FIXED.match(value) is not None and not _UNSEEN.search(value)


def steps_up(address: str) -> bool:
    """Whether an address leads elsewhere in the site than it seems to, by a step up or in place."""
    return _STEPS_UP.match(address) is not None


def spared(target: Target, place: int) -> str:
    """The characters that need no percent-encoding in the value at a place of an address: those that belong to an
    address of its scheme, and behind a question mark none."""
    if any(isinstance(piece, str) and "?" in piece for piece in target[:place]):
        return ""
    start = str(target[0]).lower()
    return "@" if start.startswith("mailto:") else "+" if start.startswith("tel:") else ""
