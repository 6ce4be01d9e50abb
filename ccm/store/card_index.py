"""The cards of an organisation's items, kept in memory: what was saved since is added, and nothing is read twice.

Revisions are only ever added, so the highest number that was read says what there is still to read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from ccm.store.cards import Card, card
from ccm.store.home import Home
from templates_store.choose import Kind
from templates_store.database import Session, col, func, select
from templates_store.tables import Revision

CARDED: tuple[Kind, ...] = ("template", "block", "class")
"""The kinds that have cards."""
Cards = dict[tuple[str, str], Card]


@dataclass
class _Index:
    read: int = 0
    cards: Cards = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)


_kept: WeakKeyDictionary[object, dict[str, _Index]] = WeakKeyDictionary()
_making = Lock()


def cards(session: Session, organisation: str) -> Mapping[tuple[str, str], Card]:
    """The card of each template, content block and document class, by kind and name."""
    with _making:
        index = _kept.setdefault(session.get_bind(), {}).setdefault(organisation, _Index())
    with index.lock:
        newest = _read(session, organisation, index.read)
        if newest:
            index.cards = index.cards | newest  # whoever reads goes on with what they have
            index.read = max(it.revision for it in newest.values())
        return index.cards


def read_ahead(home: Home) -> None:
    """Read the cards before somebody asks for them: of ten thousand templates it takes seconds, once."""
    with home.reading() as session:
        cards(session, home.organisation)


def _read(session: Session, organisation: str, read: int) -> Cards:
    """The cards of what was saved since, of each item the newest."""
    new = (Revision.organisation == organisation, col(Revision.kind).in_(CARDED), col(Revision.id) > read)
    last = select(func.max(Revision.id)).where(*new).group_by(col(Revision.kind), col(Revision.name))
    called = select(Revision.kind, Revision.name, Revision.version, Revision.hash).where(col(Revision.id).in_(last))
    found: Any = called.add_columns(
        col(Revision.saved_by), col(Revision.saved_at), col(Revision.content), col(Revision.id)
    )
    rows = session.exec(found.execution_options(yield_per=500))
    return {(row[0], row[1]): card(*row) for row in rows}
