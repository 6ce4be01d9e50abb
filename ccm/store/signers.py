"""Who signed for a log, and when: the key of its founding, and those it was rotated to, each named by the one before.

The entry that names a new key is the last that the old one signs: heads and decisions after it are the new key's.  So
a key that was stolen once it had been replaced signs nothing any more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from templates_store.tables import Entry


@dataclass(frozen=True)
class Signers:
    """Public keys in order, each with the place of the first entry that it signs for."""

    keys: tuple[tuple[int, str], ...]

    def of_head(self, size: int) -> str:
        """The key that has to be under a head over so many entries."""
        return self.of_entry(size - 1)

    def of_entry(self, place: int) -> str:
        """The key that has to be under what an entry tells of."""
        return [key for first, key in self.keys if first <= max(place, 0)][-1]


def signers(founding: str, rows: Iterable[Entry]) -> Signers:
    """The keys of a log: that of its founding, and the others as its entries name them."""
    rotated = [(row.place + 1, str(json.loads(row.details).get("key"))) for row in rows if row.what == "key-rotated"]
    return Signers(((0, founding), *rotated))
