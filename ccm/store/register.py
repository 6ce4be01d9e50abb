"""The compliance register: the approved wordings with whom they belong to, what they cite, and until when they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ccm.store.home import Home
from ccm.store.where_used import count_uses
from templates_store import loading
from templates_store.choose import Listed, choose
from templates_store.database import Session
from templates_store.shelf import Published


@dataclass(frozen=True)
class Registered:
    """A content block in force, or the next one to be.

    `ends` is the last day it is in force; `followed` tells whether another version is approved for the day after, in
    every jurisdiction that this one is for.  `review_by` is when its owner has to look at it again.
    """

    block: str
    version: str
    owner: str
    citation: str
    jurisdiction: tuple[str, ...]
    start: date | None
    ends: date | None
    followed: bool
    review_by: date
    used: int

    def acts_by(self) -> date:
        """The day by which its owner has to do something."""
        return min(self.review_by, self.ends) if self.ends and not self.followed else self.review_by


@dataclass(frozen=True)
class Filter:
    """Which part of the register is wanted; `within` are days from today by which something has to be done."""

    owner: str | None = None
    citation: str | None = None
    jurisdiction: str | None = None
    within: int | None = None


def register(home: Home, today: date, wanted: Filter = Filter()) -> list[Registered]:
    """The register as it is today, what needs its owner first on top."""
    with home.reading() as session:
        found = [it for it in _registered(session, home.organisation, today) if _fits(it, wanted, today)]
    return sorted(found, key=lambda it: (it.acts_by(), it.block, it.version))


def _registered(session: Session, organisation: str, today: date) -> Iterator[Registered]:
    shelf = Published(session, organisation)
    for name in shelf.names("block"):
        versions = shelf.versions("block", name)
        now = choose(versions, today)
        coming = [it for it in versions if it.start and it.start > today and it.retired is None]
        for version in [*([now] if now else []), *coming]:
            yield _entry(session, organisation, version, versions)


def _entry(session: Session, organisation: str, version: Listed, versions: list[Listed]) -> Registered:
    item = loading.item_of("block", loading.revision(session, version.place).content)
    after = choose(versions, version.until + timedelta(days=1)) if version.until else None
    successor = loading.item_of("block", loading.revision(session, after.place).content) if after else None
    return Registered(
        version.name,
        version.version,
        item.owner,
        item.citation,
        item.jurisdiction,
        version.start,
        version.until,
        successor is not None and set(item.jurisdiction) <= set(successor.jurisdiction),
        item.review_by,
        count_uses(session, organisation, "block", version.name),
    )


def _fits(entry: Registered, wanted: Filter, today: date) -> bool:
    return (
        (wanted.owner is None or entry.owner == wanted.owner)
        and (wanted.citation is None or wanted.citation.casefold() in entry.citation.casefold())
        and (wanted.jurisdiction is None or wanted.jurisdiction in entry.jurisdiction)
        and (wanted.within is None or entry.acts_by() <= today + timedelta(days=wanted.within))
    )
