"""A bank that has been busy for a while, and what somebody could do to its database who owns it, but not the key."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from approvals.keys import SigningKey
from approvals.log import Entry, Head, peaks_of, root_of
from approvals.record import instant, record_bytes
from ccm.store.actor import Given
from ccm.store.api_keys import make_key
from ccm.store.auditing import SignedHead, export, verify
from ccm.store.home import Home
from ccm.store.passwords import set_password
from ccm.store.people import add_person, disable, grant, revoke
from ccm.store.retiring import postpone, retire
from ccm.store.turn import parsed
from templates_store.database import open_database
from tests import databases
from tests.ccm.store.world import World, world
from tests.folders import kept_folder
from tests.raw_program import Raw

PASSWORD = "Ahornsirup im Winter"


def live(bank: World) -> None:
    """What happens in a few weeks: versions, reviews that end in each way, people who come, change and go."""
    ada, paul = bank.who("ada"), bank.who("paul")
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    later = bank.publish("law", ("block", "notice"), start=bank.today.replace(month=12))
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    bank.publish("bob", ("template", "letter"))
    bank.edit("bob", "template", "reminder", title={"en": "Reminder", "de": "Mahnung"}, version="1.1")
    bank.decide("carl", bank.submit("bob", ("template", "reminder")), "rejected", "not like that")
    bank.edit("law", "block", "notice", ("three months", "four months"), version="1.2")
    bank.decide("carl", bank.submit("law", ("block", "notice")))
    retire(bank.home, paul, "template", "letter", "1.1", "a slip", bank.clock())
    postpone(bank.home, paul, later.row.id, bank.today.replace(month=12, day=24), "not yet", bank.today, bank.clock())
    for login in ("vera", "xenia"):
        add_person(bank.home, ada, login, login.title(), now=bank.clock())
    number = grant(bank.home, ada, "vera", Given("publisher"), now=bank.clock())
    revoke(bank.home, ada, number, now=bank.clock())
    disable(bank.home, ada, "xenia", bank.clock())
    set_password(bank.home, ada, "vera", PASSWORD, bank.clock())
    make_key(bank.home, bank.who("bob"), "nightly", ["read"], 30, bank.clock())


@cache
def _lived(kind: str) -> World:
    bank = world(kind, kept_folder("lived"))
    live(bank)
    bank.home.database.engine.dispose()
    return bank


def lived(kind: str, folder: Path) -> World:
    """A copy of the bank after those weeks."""
    founded = _lived(kind)
    shutil.copytree(founded.home.place / "keys", folder / "keys")
    url = databases.copied(Raw(founded.home).url, folder)
    return World(Home(folder, open_database(url), founded.home.organisation), founded.now)


def codes(bank: World, *kept: SignedHead) -> set[str]:
    """The codes of what verifying finds."""
    return {problem.code for problem in verify(bank.home, kept)}


def sql(*statements: str) -> Callable[[World], object]:
    """A tampering that is nothing but statements."""
    return lambda bank: Raw(bank.home).behind(*statements)


def entries(bank: World) -> list[Entry]:
    """The log as it is."""
    found = [json.loads(line) for line in export(bank.home)]
    return [replace(Entry(**it), at=parsed(it["at"])) for it in found]


def place_of(bank: World, what: str) -> int:
    """The place of the last entry of a kind."""
    return next(entry.place for entry in reversed(entries(bank)) if entry.what == what)


def rewrite(bank: World, change: Callable[[list[Entry]], Iterable[Entry]], *more: str) -> list[Entry]:
    """Write the log anew with everything that can be computed right: places, hashes, and what it is continued from."""
    changed = [replace(entry, place=place) for place, entry in enumerate(change(entries(bank)))]
    peaks = json.dumps(peaks_of(entry.leaf() for entry in changed))
    Raw(bank.home).behind(
        "DELETE FROM entry",
        *(_inserted(bank.home.organisation, entry) for entry in changed),
        f"UPDATE log SET size = {len(changed)}, peaks = '{peaks}'",
        *more,
    )
    return changed


def _inserted(organisation: str, entry: Entry) -> str:
    person = quoted(entry.person) if entry.person else "NULL"
    details = quoted(record_bytes(entry.details).decode())
    rows = quoted(record_bytes(entry.rows).decode() if entry.rows else "")
    facts = f"'{organisation}', {entry.place}, '{instant(entry.at)}', {person}, '{entry.what}', {details}, {rows}"
    columns = "organisation, place, at, person, what, details, rows, leaf"
    return f"INSERT INTO entry ({columns}) VALUES ({facts}, '{entry.leaf()}')"


def heads_anew(bank: World, changed: list[Entry], key: SigningKey) -> None:
    """Put a single head over a rewritten log, signed by some key."""
    size, root = root_of(entry.leaf() for entry in changed)
    made = Head(bank.home.organisation, size, root, changed[-1].at)
    values = f"'{made.log}', {size}, '{root}', '{instant(made.at)}', '{key.public}', '{key.sign(made.record()).value}'"
    Raw(bank.home).behind(
        "DELETE FROM head", f"INSERT INTO head (organisation, size, root, at, key, signature) VALUES ({values})"
    )


def quoted(value: str) -> str:
    """A text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"
