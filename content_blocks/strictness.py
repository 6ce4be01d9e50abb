"""The classes of change, and which of two is the stricter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

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


def strictest(classes: Iterable[ChangeClass]) -> ChangeClass:
    """The strictest of some classes; `none` if there are none."""
    return max(classes, key=ORDER.index, default="none")
