"""The content blocks that a template may show, each in the version that it would show today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from ccm.store.access import sees
from ccm.store.actor import Actor
from ccm.store.home import Home
from content_blocks.content_block import ContentBlock
from templates_store import loading
from templates_store.choose import Listed, choose
from templates_store.database import Session
from templates_store.shelf import Drafts, Published

MOST = 500
"""How many are offered at once; who has more searches by name."""

Held = Literal["in force", "later", "over", "draft"]


@dataclass(frozen=True)
class Choosable:
    """A content block in one version, with its hash; `held` says whether it would be shown today, and why not."""

    item: ContentBlock
    hash: str
    held: Held
    start: date | None
    until: date | None


def clauses_to_choose(home: Home, by: Actor, today: date, search: str = "") -> list[Choosable]:
    """Those that are somebody's business, by name; `search` is a part of the name."""
    with home.reading() as session:
        found = _found(session, home.organisation, by, today, search)
        return list(islice(found, MOST))


def _found(session: Session, organisation: str, by: Actor, today: date, search: str) -> Iterator[Choosable]:
    published, drafts = Published(session, organisation), Drafts(session, organisation)
    for name in drafts.names("block"):
        if search in name and sees(by, "block", name):
            yield _shown(session, published.versions("block", name) or drafts.versions("block", name), published, today)


def _shown(session: Session, versions: list[Listed], published: Published, today: date) -> Choosable:
    """The version in force; without one the next, else the last that there is."""
    later = sorted((it for it in versions if it.start and it.start > today), key=lambda it: it.start or today)
    chosen = choose(versions, today) or next(iter(later), max(versions, key=lambda it: it.order))
    found = loading.revision(session, chosen.place)
    approved = chosen in published.versions("block", found.name)
    held: Held = "draft" if not approved else "later" if chosen in later else "over"
    if approved and chosen == choose(versions, today):
        held = "in force"
    return Choosable(loading.item_of("block", found.content), found.hash, held, chosen.start, chosen.until)
