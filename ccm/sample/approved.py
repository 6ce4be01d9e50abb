"""The demo's bank: its store, its people, and how its messages were approved, by the use cases that everybody uses."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from secrets import token_hex

from ccm.store.actor import Actor, Given, actor
from ccm.store.deciding import decide
from ccm.store.founding import found
from ccm.store.home import Home
from ccm.store.importing import import_folder
from ccm.store.passwords import set_password
from ccm.store.people import add_person, grant
from ccm.store.reviews import Filed, filed
from ccm.store.submitting import submit_drafts
from content_blocks.strictness import ORDER
from templates_store.file_library import SHIPPED

ORGANISATION = "ahorn"
PEOPLE: dict[str, tuple[str, tuple[Given, ...]]] = {
    "ada": ("Ada Winter", (Given("admin"),)),
    "bruno": ("Bruno Sommer", (Given("author"),)),
    "clara": ("Clara Recht", (Given("author", changes=ORDER[1:]),)),
    "dilek": ("Dilek Aydın", (Given("reviewer", step="content"),)),
    "emil": ("Emil Paragraf", (Given("reviewer", step="compliance"), Given("publisher"))),
    "frida": ("Frida Lauf", (Given("operator"), Given("auditor"))),
}
"""Who works there: the administrator, an author, the owner of the clauses, two reviewers, and operations."""


@dataclass(frozen=True)
class Approved:
    """The store, the review that all of its items came in by, and the password its people sign in with."""

    home: Home
    items: int
    review: Filed
    password: str


def approved_sample(place: Path, today: date) -> Approved:
    """A new store in a folder, with the sample library in it, approved.  An earlier one in the folder is replaced."""
    shutil.rmtree(place, ignore_errors=True)
    home = found(ORGANISATION, "Ahorn Bank", {"CCM_HOME": str(place)})
    password = "-".join(token_hex(2) for _ in range(4))
    _settle(home, password)
    saved = import_folder(home, _who(home, "clara"), SHIPPED)
    review = submit_drafts(home, _who(home, "clara"), today)
    return Approved(home, len(saved), _approve(home, review, today), password)


def _settle(home: Home, password: str) -> None:
    ada: Actor | None = None
    for login, (name, roles) in PEOPLE.items():
        add_person(home, ada, login, name)
        for given in roles:
            grant(home, ada, login, given)
        set_password(home, ada, login, password)
        ada = ada or _who(home, login)


def _approve(home: Home, review: str, today: date) -> Filed:
    with home.reading() as session:
        found = filed(session, home.organisation, review)
    for login in ("dilek", "emil"):
        found = decide(home, _who(home, login), review, "approved", found.row.subject, today)
    return found


def _who(home: Home, login: str) -> Actor:
    with home.reading() as session:
        return actor(session, home.organisation, login)
