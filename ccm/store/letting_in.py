"""Letting a guest in by their link, with the patience that signing in has: whoever sends links in bulk has to wait.

A link cannot be guessed; each that is tried costs a look at the store all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from approvals.opinion import Opinion, Stance
from ccm.store.attempts import begin_attempt, forget
from ccm.store.home import Home
from ccm.store.inviting import Shown, give_opinion, guest
from content_blocks.problem import Refused

Found = TypeVar("Found")


def shown_to_guest(home: Home, token: str, address: str = "", now: datetime | None = None) -> Shown:
    """What a guest may see; raises Refused as `guest` does, and with the seconds to wait after too many bad links."""
    return _with_patience(home, token, address, now, lambda: guest(home, token, now))


def said_by_guest(
    home: Home, token: str, stance: Stance, words: str, address: str = "", now: datetime | None = None
) -> Opinion:
    """Note what a guest thinks; raises Refused as `give_opinion` does, and with the seconds to wait."""
    return _with_patience(home, token, address, now, lambda: give_opinion(home, token, stance, words, now))


def _with_patience(home: Home, token: str, address: str, now: datetime | None, do: Callable[[], Found]) -> Found:
    """An attempt counts until the link turns out to be good, whatever else is wrong then."""
    tried = begin_attempt(home, f"link {token}", address, now)
    bad = False
    try:
        return do()
    except Refused as refused:
        bad = refused.problems[0].code == "link-not-valid"
        raise
    finally:
        if not bad:
            with home.turn(now) as turn:
                forget(turn, tried)
