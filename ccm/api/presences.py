"""Who has which draft open right now: kept in memory for less than a minute, and written down nowhere.

A server that is started anew has forgotten it; those who are there say so again before anybody misses them.  Where
several servers share a database, each knows of those who write through it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

LASTS = 45.0
"""How long somebody counts as there after they said so, in seconds; editors say so three times as often."""

MOST_TABS = 8
"""Of one person at one item; the oldest is forgotten."""

Item = tuple[str, str, str]
"""Organisation, kind and name."""


@dataclass(frozen=True)
class Presence:
    """Somebody at an item: by whom one knows them, the language they write in, and the block they are in, if any."""

    person: str
    name: str
    language: str
    block: str


class Presences:
    """Everybody who is anywhere."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._there: dict[Item, dict[tuple[str, str], tuple[float, Presence]]] = {}
        self._lock = threading.Lock()

    def say(self, item: Item, tab: str, who: Presence) -> tuple[Presence, ...]:
        """Note that somebody is there in a tab of theirs; returns the others, each once, by name."""
        with self._lock:
            self._forget()
            tabs = self._there.setdefault(item, {})
            tabs.pop((who.person, tab), None)
            tabs[who.person, tab] = (self._clock(), who)
            mine = [key for key in tabs if key[0] == who.person]
            for key in mine[:-MOST_TABS]:
                del tabs[key]
            others = {person: found for (person, _), (_, found) in tabs.items() if person != who.person}
        return tuple(sorted(others.values(), key=lambda it: (it.name, it.person)))

    def leave(self, item: Item, tab: str, person: str) -> None:
        """Note that somebody has closed a tab."""
        with self._lock:
            self._there.get(item, {}).pop((person, tab), None)

    def _forget(self) -> None:
        """Forget those of whom nothing was heard for too long."""
        old = self._clock() - LASTS
        for item, tabs in list(self._there.items()):
            kept = {key: it for key, it in tabs.items() if it[0] > old}
            if kept:
                self._there[item] = kept
            else:
                del self._there[item]
