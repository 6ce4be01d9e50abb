"""What a sample says about a whole, and how far it may be off.

A simple random sample without replacement says of what was not looked at: on average like what was, give or take.  The
range is the classic one of finite populations (Cochran, Sampling Techniques, 2.8): Student's t times the standard error
of what the unseen rows add up to.  Two hundred letters of one page each would leave no doubt by that rule, and there
is: so each bound is drawn as if one more row had been seen, a step beyond the outermost one.  For a share that comes
close to the exact range: of none in two hundred it says 1.5 per cent at most, where Clopper and Pearson say 1.8.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

NORMAL = 1.959963984540054
"""The normal distribution's quantile of 97.5 per cent: 95 per cent lie between its two signs."""

_FEW = {1: 12.706, 2: 4.303, 3: 3.182}
"""Student's t for degrees of freedom where the expansion is not close enough."""


@dataclass(frozen=True, slots=True)
class Range:
    """What is likely, and between which bounds 95 of 100 such estimates find the truth."""

    likely: float
    least: float
    most: float

    @property
    def exact(self) -> bool:
        """Whether there is no doubt."""
        return self.least == self.most

    def plus(self, known: float) -> Range:
        """The same with something added that is known."""
        return Range(self.likely + known, self.least + known, self.most + known)


def known(value: float) -> Range:
    """What was counted, not estimated."""
    return Range(value, value, value)


def total(seen: Sequence[float], unseen: int, *, step: float = 1, ceiling: float | None = None) -> Range:
    """What `seen` rows and so many `unseen` ones add up to.

    `step` is the least by which rows differ, `ceiling` the most that one row can count.
    """
    counted = sum(seen)
    if not unseen:
        return known(counted)
    if not seen:
        raise ValueError("nothing was seen")
    above = max(seen) + step if ceiling is None else min(max(seen) + step, ceiling)
    below = max(min(seen) - step, 0)
    least = _bound([*seen, below], unseen, -1)
    most = _bound([*seen, above], unseen, +1)
    if ceiling is not None:
        most = min(most, ceiling * unseen)
    return Range(counted + fmean(seen) * unseen, counted + max(least, 0), counted + most)


def _bound(seen: Sequence[float], unseen: int, side: int) -> float:
    """The lower or upper bound of what unseen rows add up to."""
    mean, freedom = fmean(seen), len(seen) - 1
    variance = sum((value - mean) ** 2 for value in seen) / freedom
    error = sqrt(variance * (1 / len(seen) + 1 / unseen))
    return unseen * (mean + side * student(freedom) * error)


def student(freedom: int) -> float:
    """Student's t at 97.5 per cent, by the expansion of Abramowitz and Stegun, 26.7.5."""
    if freedom in _FEW:
        return _FEW[freedom]
    x = NORMAL
    terms = (
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return x + sum(term / float(freedom) ** power for power, term in enumerate(terms, start=1))
