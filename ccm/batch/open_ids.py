"""Which ids a run and its supplements have left open: what of corrected data is rendered, and what never again."""

from __future__ import annotations

import sqlite3
from itertools import groupby

from ccm.batch.folder import RunFolder
from ccm.batch.verify import manifest_lines
from content_blocks.problem import refuse

TAKEN = 2
"""What an id is that corrected data has brought, besides open (0) and closed (1)."""


class OpenIds:
    """Which ids a run and its supplements have left open.

    Rows that were quarantined for want of an id of their own may come back under an id that the run has not seen; there
    can be no more of those than there were such rows.
    """

    def __init__(self, first: RunFolder) -> None:
        self._ids = sqlite3.connect("", isolation_level=None)
        self._ids.execute("CREATE TABLE ids (id TEXT PRIMARY KEY, closed INTEGER) WITHOUT ROWID")
        self._ids.execute("BEGIN")
        self._nameless = self._unknown = 0
        self._repeated = False
        for folder in (first, *first.supplements()):
            self._read(folder, first)

    def take(self, record_id: str) -> bool:
        """Whether a record with this id is to be rendered."""
        known = self._closed(record_id)
        self._repeated |= known == TAKEN
        if known:
            return False
        self._unknown += known is None
        self._note(record_id, closed=TAKEN, new=False)
        return True

    def knows(self, record_id: str) -> bool:
        """Whether the run has seen this id."""
        return self._closed(record_id) is not None

    def refuse_unfit(self) -> None:
        """Refuse ids that the run has never seen, where no nameless row can explain them, and one that comes twice.

        A row more with the id of another would be held back for want of its own, and so make room for a new one.
        """
        if self._repeated:
            raise refuse("", "id-repeated")
        if self._unknown > self._nameless:
            raise refuse("", "ids-unknown", found=self._unknown, open=self._nameless)

    def close(self) -> None:
        """Forget the ids."""
        self._ids.close()

    def _closed(self, record_id: str | None) -> int | None:
        found = self._ids.execute("SELECT closed FROM ids WHERE id = ?", (record_id,)).fetchone()
        return found[0] if found else None

    def _read(self, folder: RunFolder, first: RunFolder) -> None:
        for _, lines in groupby(manifest_lines(folder), lambda line: line["row"]):
            line = next(lines)
            before = self._closed(line["id"])
            if line["outcome"] != "quarantined":
                self._note(line["id"], closed=True, new=before is None and folder != first)
            elif line["id"] is None or before or (before is not None and folder == first):
                self._nameless += 1
            else:
                self._note(line["id"], closed=False, new=before is None and folder != first)

    def _note(self, record_id: str, *, closed: int, new: bool) -> None:
        """Remember an id; a `new` one, first seen in a supplement, stands for a row that had none."""
        self._nameless -= new
        self._ids.execute("INSERT OR REPLACE INTO ids VALUES (?, ?)", (record_id, closed))
