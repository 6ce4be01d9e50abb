"""A small bank with a store, for tests: its people, its letters, and what they do, each step a word.

`letter` shows the clause `notice` as approved, `reminder` always the newest; both are approved at the beginning.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from approvals.decision import DecisionKind
from ccm.libraries import approved_items, drafted_items
from ccm.store.actor import Actor, Given, actor
from ccm.store.deciding import decide
from ccm.store.founding import found
from ccm.store.home import Home
from ccm.store.importing import import_folder
from ccm.store.people import add_person, grant
from ccm.store.reviews import Filed, all_reviews, filed
from ccm.store.saving import Delivered, Saved, newest, save
from ccm.store.submitting import Wanted, submit, submit_drafts
from content_blocks.change_class import ORDER
from content_blocks.document import CHANNELS
from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from templates_store import loading
from templates_store.choose import Kind
from templates_store.database import open_database
from templates_store.file_library import SHIPPED
from tests import databases
from tests.folders import kept_folder

TINY = Path(__file__).parent / "library"
TODAY = date(2026, 11, 2)
START = datetime(2026, 11, 2, 8, tzinfo=UTC)

PEOPLE: Mapping[str, tuple[Given, ...]] = {
    "ada": (Given("admin"),),
    "bob": (Given("author"),),
    "law": (Given("author", changes=tuple(ORDER[1:])),),
    "carl": (Given("reviewer", step="content"),),
    "cora": (Given("reviewer", step="content"), Given("reviewer", step="compliance")),
    "dora": (Given("reviewer", step="compliance"),),
    "paul": (Given("publisher"),),
    "olga": (Given("operator"),),
    "udo": (Given("auditor"),),
    "nora": (),
}
"""Who there is, and what they may do: `law` owns the locks, `bob` writes what is not locked, `nora` has just come."""


@dataclass
class World:
    """The bank's store, and a clock that goes on by a minute with everything that is done."""

    home: Home
    now: datetime = START
    today: date = TODAY
    people: dict[str, Actor] = field(default_factory=dict)

    def clock(self) -> datetime:
        """The next minute."""
        self.now += timedelta(minutes=1)
        return self.now

    def who(self, login: str) -> Actor:
        """Somebody with the rights they have now."""
        with self.home.reading() as session:
            return actor(session, self.home.organisation, login)

    def text(self, kind: Kind, name: str) -> bytes:
        """What was saved last of an item."""
        with self.home.reading() as session:
            there = newest(session, self.home.organisation, kind, name)
            assert there is not None
            return loading.source_of(session, there)

    def draft(self, kind: Kind, name: str) -> str:
        """The hash of what was saved last of an item."""
        with self.home.reading() as session:
            there = newest(session, self.home.organisation, kind, name)
            return there.hash if there else ""

    def save(self, login: str, kind: Kind, name: str, text: bytes | str) -> Saved:
        """Save an item as it is given."""
        content = text.encode() if isinstance(text, str) else text
        return save(self.home, self.who(login), Delivered(kind, name, content), now=self.clock())

    def edit(self, login: str, kind: Kind, name: str, *swaps: tuple[str, str], **fields: Any) -> Saved:
        """Save what was saved last with other words and fields in it, its translations said to be right."""
        text = self.text(kind, name).decode()
        for old, new in swaps:
            assert old in text, old
            text = text.replace(old, new)
        content = {**read_yaml(text).content, **fields}
        return self.save(login, kind, name, write_yaml(stamp(content, "en")))

    def submit(
        self, login: str, *items: tuple[Kind, str], start: date | None = None, languages: Collection[str] = ()
    ) -> str:
        """Ask for the approval of some drafts, or of all there are, in all or some languages."""
        by, now = self.who(login), self.clock()
        if not items:
            return submit_drafts(self.home, by, self.today, start, now=now, languages=languages)
        return submit(self.home, by, [Wanted(*it) for it in items], self.today, start, now=now, languages=languages)

    def review(self, review: str) -> Filed:
        """A review as it stands."""
        with self.home.reading() as session:
            return filed(session, self.home.organisation, review)

    def reviews(self) -> list[Filed]:
        """All of them, the newest first."""
        with self.home.reading() as session:
            return all_reviews(session, self.home.organisation)

    def decide(self, login: str, review: str, kind: DecisionKind = "approved", reason: str = "because") -> Filed:
        """Somebody decides about what the review is about."""
        subject = self.review(review).row.subject
        return decide(self.home, self.who(login), review, kind, subject, self.today, reason, self.clock())

    def approve(self, review: str, *logins: str) -> Filed:
        """Have a review approved, by those who usually do."""
        for login in logins or ("carl", "dora"):
            if self.review(review).state == "in_review":
                self.decide(login, review)
        return self.review(review)

    def publish(self, login: str, *items: tuple[Kind, str], start: date | None = None) -> Filed:
        """Submit and approve."""
        return self.approve(self.submit(login, *items, start=start))

    def hash(self, template: str = "letter", day: date | None = None, at: datetime | None = None) -> str:
        """The bundle in English that goes out on a day, as far as was known; raises Refused if none does."""
        with self.home.reading() as session:
            library = approved_items(self.home, session, day or self.today, at)
            return library.bundle(library.template(template), "en", "ahorn", day or self.today).hash

    def says(self, template: str = "letter", day: date | None = None, at: datetime | None = None) -> str:
        """The wording of the notice that goes out on a day."""
        with self.home.reading() as session:
            library = approved_items(self.home, session, day or self.today, at)
            bundle = library.bundle(library.template(template), "en", "ahorn", day or self.today)
            return str(bundle.contents["notice"].item.long[0].text.sources["en"])

    def draft_hash(self, template: str = "letter") -> str:
        """The bundle in English that a draft would be."""
        with self.home.reading() as session:
            library = drafted_items(self.home, session, self.today)
            return library.bundle(library.template(template), "en", "ahorn", self.today).hash


def letters(folder: Path) -> Path:
    """The library that the bank begins with."""
    shutil.copytree(TINY, folder)
    shutil.copytree(SHIPPED / "themes" / "ahorn", folder / "themes" / "ahorn")
    return folder


TOKEN = "  token: {type: text, as: push_token, required: false, label: {en: App, de: App}, sample: token-17}\n"


def in_every_channel(library: Path) -> Path:
    """The same library, its letters in all four channels."""
    document_class, dictionary = library / "classes/letter.yaml", library / "dictionaries/letter.yaml"
    channels = f"channels: [{', '.join(CHANNELS)}]\npersonal_on_lock_screen: true"
    opened = document_class.read_text().replace("channels: [email, sms]", channels)
    document_class.write_text(opened.replace("'1.0'", "'1.1'", 1))
    dictionary.write_text(dictionary.read_text().replace("'1.0'", "'1.1'", 1) + TOKEN)
    return library


def settle(home: Home, people: Iterable[str] = PEOPLE) -> None:
    """Let the people in."""
    ada = None
    for login in people:
        add_person(home, ada, login, login.title(), now=START)
        for given in PEOPLE[login]:
            grant(home, ada, login, given, now=START)
        with home.reading() as session:
            ada = ada or actor(session, home.organisation, "ada")


@cache
def _founded(kind: str) -> Home:
    """A store with everything approved, which each test gets a copy of."""
    folder = kept_folder("world")
    address = databases.empty(kind, folder)
    world = World(found("ahorn", "Ahorn Bank", {"CCM_HOME": str(folder), "CCM_DATABASE_URL": address}, START))
    settle(world.home)
    import_folder(world.home, world.who("law"), letters(folder / "letters"), world.clock())
    world.publish("law")
    world.home.database.engine.dispose()
    return world.home


def world(kind: str, folder: Path) -> World:
    """A copy of the bank in a folder of its own."""
    founded = _founded(kind)
    address = founded.database.engine.url.render_as_string(hide_password=False)
    shutil.copytree(founded.place / "keys", folder / "keys")
    url = databases.copied(address.replace("postgresql+psycopg", "postgresql"), folder)
    return World(Home(folder, open_database(url), founded.organisation), START + timedelta(hours=1))
