"""Version ranges as requests name them: `3`, `3.2`, `>=3.2,<5`.

Every term is a stretch of versions, and a range is what all of its terms share: `3` is everything from 3.0 to before
4.0, `3.2` that one version, `~=3.2` everything from 3.2 to before 4.0.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from content_blocks.problem import refuse

Number: TypeAlias = tuple[int, int]

BEGIN: Number = (0, 0)
END: Number = (10**6, 0)
"""Above every version there can be: its numbers have six digits at most."""

MAX_LENGTH = 80
_TERM = re.compile(r"(?P<operator>|==|~=|>=|<=|>|<) *(?P<major>0|[1-9][0-9]{0,5})(\.(?P<minor>0|[1-9][0-9]{0,5}))?")
_BOTH = frozenset({">", "<=", "~=", "=="})
"""Operators that need both numbers: whether `>3` begins at 3.1 or at 4.0 is what nobody should have to guess."""


@dataclass(frozen=True, slots=True)
class VersionRange:
    """The versions from `low` to before `high`."""

    low: Number
    high: Number

    def matches(self, version: str) -> bool:
        """Whether a version lies within."""
        return self.low <= number(version) < self.high

    def latest(self, versions: Iterable[str]) -> str | None:
        """The highest of some versions that lies within; None if there is none."""
        return max(filter(self.matches, versions), key=number, default=None)


def number(version: str) -> Number:
    """A version as it compares: 3.10 is later than 3.9."""
    major, minor = version.split(".")
    return int(major), int(minor)


def parse_range(source: str) -> VersionRange:
    """The range that is written; raises Refused if it cannot be read, or if no version can be within."""
    if len(source) > MAX_LENGTH:
        raise refuse("", "version-range")
    terms = [_term(term.strip()) for term in source.split(",")]
    low, high = max(term.low for term in terms), min(term.high for term in terms)
    if low >= high:
        raise refuse("", "version-range-empty")
    return VersionRange(low, high)


def _term(source: str) -> VersionRange:
    found = _TERM.fullmatch(source)
    if found is None:
        raise refuse("", "version-range")
    operator, major = found["operator"], int(found["major"])
    if found["minor"] is not None:
        return VersionRange(*_STRETCHES[operator or "=="](major, int(found["minor"])))
    if operator in _BOTH:
        raise refuse("", "version-range-both-numbers", operator=operator)
    return VersionRange(*_STRETCHES[operator or "~="](major, 0))


_STRETCHES: Mapping[str, Callable[[int, int], tuple[Number, Number]]] = {
    "==": lambda major, minor: ((major, minor), (major, minor + 1)),
    "~=": lambda major, minor: ((major, minor), (major + 1, 0)),
    ">=": lambda major, minor: ((major, minor), END),
    ">": lambda major, minor: ((major, minor + 1), END),
    "<": lambda major, minor: (BEGIN, (major, minor)),
    "<=": lambda major, minor: (BEGIN, (major, minor + 1)),
}
