"""The log searched: by who did something, what it was, what it was about, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from approvals import log
from ccm.store.home import Home
from ccm.store.reviews import names_of
from ccm.store.turn import as_entry
from templates_store.database import Session, col, or_, select
from templates_store.tables import Entry


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; what is empty does not narrow.

    `text` is looked for in the details, where names of items and ids of reviews and batches are; `template/letter` is
    found however an entry names it, and for a login what was done to that person.  `first` and `last` are days in UTC,
    both included.
    """

    login: str = ""
    what: str = ""
    text: str = ""
    first: date | None = None
    last: date | None = None


def search_log(
    home: Home, search: Search, place: int | None, limit: int, *, newest_first: bool = False
) -> list[log.Entry]:
    """Entries that fit, in order from a place on, that one included, or the newest first back from it."""
    with home.reading() as session:
        found = select(Entry).where(Entry.organisation == home.organisation, *_narrowing(session, home, search))
        if place is not None:
            found = found.where(col(Entry.place) <= place if newest_first else col(Entry.place) >= place)
        ordered = found.order_by(col(Entry.place).desc() if newest_first else col(Entry.place))
        return [as_entry(row) for row in session.exec(ordered.limit(limit))]


def logins(home: Home) -> Mapping[str, str]:
    """The logins of people by the id that the log names them by."""
    with home.reading() as session:
        return names_of(session, home.organisation)


def _narrowing(session: Session, home: Home, search: Search) -> list[Any]:
    ids = {login: person for person, login in names_of(session, home.organisation).items()}
    found: list[Any] = []
    if search.login:
        found.append(col(Entry.person) == ids.get(search.login, search.login))
    if search.what:
        found.append(col(Entry.what) == search.what)
    if search.text:
        texts = sorted({search.text, ids.get(search.text, search.text), *_as_items(search.text)})
        found.append(or_(*(col(Entry.details).contains(text, autoescape=True) for text in texts)))
    if search.first:
        found.append(col(Entry.at) >= search.first.isoformat())
    if search.last:
        found.append(col(Entry.at) < (search.last + timedelta(days=1)).isoformat())
    return found


def _as_items(text: str) -> Iterator[str]:
    """The ways in which details name an item that was written as `kind/name`."""
    kind, stroke, name = text.partition("/")
    if stroke:
        yield f"{kind} {name} "
        yield f'"kind":"{kind}","name":"{name}"'
