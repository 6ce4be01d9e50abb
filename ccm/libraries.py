"""Where items are, named so that another process finds the same ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from approvals.record import instant
from ccm.store.home import Home, home_at
from content_blocks.version_range import VersionRange
from templates_store.database import Session
from templates_store.file_library import Library
from templates_store.items import Items
from templates_store.shelf import Drafts, Published
from templates_store.store_library import StoreLibrary
from templates_store.under_glass import under_glass

PLACES = ("library", "store", "organisation", "known_at", "on", "drafts", "under", "witness")
"""The names under which places are handed on."""


def approved_items(
    home: Home,
    session: Session,
    day: date,
    known_at: datetime | None = None,
    wanted: VersionRange | None = None,
    under: frozenset[str] = frozenset(),
) -> StoreLibrary:
    """What a store has approved for a day, as far as was known at an instant.

    `under` are bundles of one template that are let out under open glasses (`ccm.store.glasses`).
    """
    where = places_of(home, day, drafts=False)
    if known_at:
        where["known_at"] = instant(known_at)
    if under:
        where["under"] = ",".join(sorted(under))
    shelf = Published(session, home.organisation, known_at)
    return StoreLibrary(shelf, day, wanted=wanted, glasses=under_glass(shelf, under), where=where)


def drafted_items(home: Home, session: Session, day: date) -> StoreLibrary:
    """What was saved last, for proofs."""
    where = places_of(home, day, drafts=True)
    return StoreLibrary(Drafts(session, home.organisation), day, approved=False, where=where)


def places_of(home: Home, day: date, *, drafts: bool) -> dict[str, str]:
    """Where a store's drafts are, or what it has approved for a day."""
    named = {"drafts": "yes"} if drafts else {"witness": "ccm.store.runs:note"}
    return {**home.places(), "on": day.isoformat(), **named}


def opened(places: Mapping[str, str]) -> Items:
    """The items that some places name: a folder of files, or the store as it was known at an instant."""
    if "library" in places:
        return Library(Path(places["library"]))
    home = home_at(places)
    session = Session(home.database.engine)  # as long as the process that renders with it
    day = date.fromisoformat(places["on"])
    if "drafts" in places:
        return drafted_items(home, session, day)
    known_at = datetime.fromisoformat(places["known_at"]) if "known_at" in places else None
    under = frozenset(places["under"].split(",")) if "under" in places else frozenset[str]()
    return approved_items(home, session, day, known_at, under=under)
