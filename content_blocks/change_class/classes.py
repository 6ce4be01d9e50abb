"""The classes of change, and which of two is the stricter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar, get_args

from content_blocks.item import Item

ChangeClass = Literal["none", "style", "layout", "business wording", "data contract", "rule", "regulated wording"]
ORDER: tuple[ChangeClass, ...] = get_args(ChangeClass)
"""From the least strict to the strictest: by how much harm a mistake does, and how easily it stays unseen.

- `none` decides no output and no check: remarks, the layout of a file, what a persona is called.
- A wrong `style` is seen at a glance and misleads nobody; `layout` may set things apart that belong together.
- `business wording` makes a promise to a customer, but one that the business may make.
- A broken `data contract` is loud: records are refused before anything is sent.
- A wrong `rule` is silent: every letter looks right, and the wrong people get it, or the right amount in a wrong form.
- `regulated wording` is what a law or a court reads, so it needs those who answer for it, whatever else is changed.
"""

T = TypeVar("T", bound=Item)


def strictest(classes: Iterable[ChangeClass]) -> ChangeClass:
    """The strictest of some classes; `none` if there are none."""
    return max(classes, key=ORDER.index, default="none")


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
