"""What was changed, where, and the class of each change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from content_blocks.item import Item
from content_blocks.strictness import ChangeClass, strictest

T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What was changed: its place as problems name it, and the class of the change."""

    where: str
    change_class: ChangeClass

    def within(self, place: str) -> Finding:
        """The same seen from one level further out."""
        return Finding(f"{place} {self.where}".strip(), self.change_class)


@dataclass(frozen=True, slots=True)
class Change:
    """Everything that changed between two versions, each thing once."""

    findings: tuple[Finding, ...] = ()

    @property
    def strictest(self) -> ChangeClass:
        """The class of the whole: that of its strictest part."""
        return strictest(finding.change_class for finding in self.findings)

    def within(self, place: str) -> Change:
        """The same seen from one level further out."""
        return Change(tuple(finding.within(place) for finding in self.findings))


def change_of(findings: Iterable[Finding]) -> Change:
    """A change of some findings: each once, and of those that decide nothing none."""
    return Change(tuple(dict.fromkeys(finding for finding in findings if finding.change_class != "none")))


NUMBERED: ChangeClass = "style"
"""The class of another version number: it is seen in identifiers only, but it is part of what is approved."""
