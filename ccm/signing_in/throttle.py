"""Slowing down who guesses: after a few failures each further attempt has to wait longer, and never for ever.

The rule is asked twice, with the failures of the account and with those of the network address; the longer wait holds.
Attempts that come while one has to wait are refused before the password is looked at, and are not failures.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

FIRST = 5
"""The failure from which on there is a wait."""
BEGINNING = timedelta(seconds=1)
"""The first wait; each further failure doubles it."""
LONGEST = timedelta(minutes=15)
"""No wait is longer.  About a hundred guesses a day remain, which NIST SP 800-63B-4, 3.2.2, takes for few enough."""
MEMORY = timedelta(days=1)
"""Failures before that no longer count."""


def wait(attempts: Iterable[datetime], now: datetime, first: int = FIRST) -> timedelta | None:
    """How long until the next attempt may be made, None for now; `attempts` are failures since the last success.

    `first` is the failure from which on to wait; an address that many people share may be given more.
    """
    counted = sorted(instant for instant in attempts if now - instant < MEMORY)
    if len(counted) < first:
        return None
    left = min(counted[-1], now) + _pause(len(counted) - first) - now
    return left if left > timedelta() else None


def _pause(doublings: int) -> timedelta:
    return min(BEGINNING * (1 << min(doublings, 20)), LONGEST)
