"""The main menu: what somebody's roles give them reason to open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ccm.store.actor import Actor, Role
from ccm.words import Speech

_ = Speech("en")  # marks the words; the view says them in the reader's language


@dataclass(frozen=True)
class Entry:
    """A place in the menu: where it leads, what it is called, its picture, and whether one is there."""

    address: str
    title: str
    icon: str
    here: bool = False


PLACES: tuple[tuple[str, str, str, tuple[Role, ...]], ...] = (
    ("/", _("Home"), "home", ()),
    ("/templates", _("Templates"), "template", ()),
    ("/blocks", _("Content blocks"), "block", ()),
    ("/reviews", _("Reviews"), "review", ()),
    ("/batches", _("Batches"), "batch", ("operator", "auditor")),
    ("/audit", _("Audit log"), "log", ("auditor",)),
    ("/administration", _("Administration"), "gear", ("admin", "auditor", "author")),
)
"""Address, title, icon, and the roles that have business there; none means everybody."""


def entries(by: Actor, path: str) -> list[Entry]:
    """The menu of somebody who is at an address."""
    return list(_entries(by, path))


def _entries(by: Actor, path: str) -> Iterator[Entry]:
    for address, title, icon, roles in PLACES:
        if not roles or by.has(*roles):
            here = path == address or (address != "/" and path.startswith(f"{address}/"))
            yield Entry(address, title, icon, here)
