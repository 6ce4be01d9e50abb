"""Looking through a library: everything by every way people look for it, and as quickly for many as for few."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from ccm.store.actor import Given
from ccm.store.archiving import archive
from ccm.store.cards import said
from ccm.store.folders import Folder, folders
from ccm.store.people import add_person, grant
from ccm.store.shelves import Page, Wish, shelf
from templates_store.choose import Kind
from tests.ccm.store.world import World

LETTER: tuple[Kind, str] = ("template", "letter")
TODAY = datetime.now(UTC).date()


def looked(bank: World, login: str = "bob", kind: Kind = "template", **wish: object) -> Page:
    return shelf(bank.home, bank.who(login), kind, Wish(**wish))  # type: ignore[arg-type]


def names(bank: World, login: str = "bob", kind: Kind = "template", **wish: object) -> list[str]:
    return [it.card.name for it in looked(bank, login, kind, **wish).entries]


def another(bank: World, name: str, title: str = "", login: str = "bob") -> None:
    text = bank.text("template", "letter").decode().replace("template: letter", f"template: {name}")
    old = "title: {en: A letter, de: Ein Schreiben, of: {de: 06c382c34285}}"
    assert old in text
    bank.save(login, "template", name, text.replace(old, f"title: {title}") if title else text)


def test_what_people_read_is_on_the_card(bank: World) -> None:
    found = looked(bank, search="schreiben").entries[0]
    assert (found.card.title_in("de"), found.card.title_in("en"), found.card.title_in("fr")) == (
        "Ein Schreiben",
        "A letter",
        "A letter",
    )
    assert (found.owner, found.card.document_class, found.channels) == ("compliance", "letter", ("email", "sms"))
    assert (found.state, found.approved.in_force, found.saved_by) == ("in force", "1.0", "law")
    clause = looked(bank, kind="block").entries[0]
    assert (clause.card.name, clause.owner, clause.uses, clause.card.languages) == (
        "notice",
        "compliance",
        3,  # two letters, and the class that asks for it
        ("en", "de"),
    )


def test_words_are_found_in_the_texts_and_shown(bank: World) -> None:
    found = looked(bank, search="DAYS")
    assert [it.card.name for it in found.entries][:1] == ["letter"]
    assert found.entries[0].excerpt == ("You have ‹", "days", "› days.")
    assert names(bank, kind="block", search="zwei monaten") == ["notice"]
    assert names(bank, kind="block", search="675g") == ["notice"]
    assert names(bank, search="clause follow") == []  # how it is made is not what it says
    assert looked(bank, search="letter").entries[0].excerpt is None


@pytest.mark.parametrize("wanted", ["grüsse", "GRÜSSE", "grüße"])
def test_words_that_are_longer_in_small_letters_are_shown_whole(bank: World, wanted: str) -> None:
    bank.edit("bob", "template", "letter", ("You have", "Grüße! You have"), version="1.1")
    assert looked(bank, search=wanted).entries[0].excerpt == ("", "Grüße", "! You have ‹days› days.")


def test_a_draft_counts_as_soon_as_it_is_saved(bank: World) -> None:
    assert names(bank, search="weeks") == []
    bank.edit("bob", *LETTER, ("You have", "Weeks are"), version="1.1")
    found = looked(bank, search="weeks").entries[0]
    assert (found.state, found.card.version, found.approved.in_force, found.saved_by) == ("draft", "1.1", "1.0", "bob")
    assert names(bank, where="draft") == names(bank, by="bob") == ["letter"]
    bank.submit("bob", LETTER)
    assert (names(bank, where="draft"), names(bank, where="waiting")) == ([], ["letter"])


def test_where_things_stand(small: World) -> None:
    assert names(small, where="in-force") == ["letter", "reminder"]
    assert names(small, where="ending") == names(small, where="coming") == names(small, where="archived") == []
    small.today = TODAY
    ends: Any = {"effective": {"from": "2026-01-01", "until": str(TODAY + timedelta(days=30))}}
    small.edit("law", *LETTER, version="1.1", **ends)
    small.publish("law", LETTER)
    assert looked(small, where="ending").entries[0].due == TODAY + timedelta(days=30)
    small.edit("law", *LETTER, version="1.2", effective={"from": str(TODAY + timedelta(days=20))})
    small.publish("law", LETTER)
    coming = looked(small, where="coming").entries[0]
    assert (coming.approved.coming, coming.approved.begins) == ("1.2", TODAY + timedelta(days=20))


def test_the_archive_is_apart(small: World) -> None:
    archive(small.home, small.who("paul"), *LETTER, "Nobody sends it.", small.clock())
    assert (names(small), names(small, where="archived")) == (["reminder"], ["letter"])
    assert looked(small).choices.archived == 1
    small.edit("bob", *LETTER, version="1.1")
    assert names(small) == ["letter", "reminder"]


def test_what_lacks_a_language_is_found(small: World) -> None:
    assert names(small, missing="fr") == ["letter", "reminder"]
    assert names(small, missing="de") == []
    text = small.text("template", "letter").decode().replace("version: '1.0'", "version: '1.1'", 1)
    small.save(
        "bob", "template", "letter", text.replace("You have {{ days", "There are {{ days")
    )  # now German is stale
    assert names(small, missing="de") == ["letter"]
    assert looked(small, search="letter").entries[0].card.gaps == {"de"}


def test_filters_and_order(small: World) -> None:
    another(small, "card-lost", "{en: Ämtliches, de: Zuletzt}")
    another(small, "card-stolen", "Middle")
    assert names(small, channel="sms") == names(small, document_class="letter") == names(small, owner="compliance")
    assert names(small, channel="pdf") == names(small, owner="nobody") == []
    assert names(small) == ["letter", "reminder", "card-lost", "card-stolen"]
    assert names(small, language="de")[-1] == "card-lost"
    assert names(small, order="changed", backwards=True)[0] == "card-stolen"
    assert names(small, order="state")[:2] == ["card-lost", "card-stolen"]
    assert names(small, folder="card") == ["card-lost", "card-stolen"]
    assert looked(small).folders == (Folder("card", 2),)
    assert looked(small, folder="card").folders == ()
    page = shelf(small.home, small.who("bob"), "template", Wish(), 1, 2)
    assert ([it.card.name for it in page.entries], page.total) == (names(small)[1:3], 4)


def test_everybody_sees_what_is_their_business(small: World) -> None:
    ada = small.who("ada")
    add_person(small.home, ada, "eve", "Eve", now=small.clock())
    grant(small.home, ada, "eve", Given("author", "template/reminder"), now=small.clock())
    assert names(small, "eve") == ["reminder"]
    assert names(small, "eve", "block") == []
    assert looked(small, "eve", "block").choices.owners == ()
    assert names(small, "nora") == []


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("", [Folder("card", 3), Folder("late-interest", 2)]),
        ("card", [Folder("card-lost", 2)]),
        ("card-lost", []),
        ("late-interest", []),
        ("none", []),
    ],
)
def test_folders_are_what_names_begin_with(folder: str, expected: list[Folder]) -> None:
    held = ["card-block", "card-lost-abroad", "card-lost", "late-interest-business", "late-interest-consumer", "vat"]
    assert folders(held, folder) == expected


def test_a_hundred_templates_ask_the_database_no_more_than_two(small: World) -> None:
    few = statements(small)
    text = small.text("template", "letter").decode()
    for number in range(100):
        small.save(
            "bob", "template", f"letter-{number}", text.replace("template: letter", f"template: letter-{number}")
        )
    names(small)
    assert statements(small) == few
    assert len(names(small)) == 50


def statements(bank: World) -> int:
    """How many queries a look at the shelf takes, once its cards were read."""
    names(bank)
    who = bank.who("bob")
    with _counting(bank) as counted:
        shelf(bank.home, who, "template", Wish(search="days"))
    return len(counted)


@contextmanager
def _counting(bank: World) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if "revision.content" not in statement:  # the words around what was found, for each item on the page
            seen.append(statement)

    event.listen(bank.home.database.engine, "before_cursor_execute", note)
    yield seen
    event.remove(bank.home.database.engine, "before_cursor_execute", note)


def test_what_is_said_is_the_words_and_not_how_they_are_made() -> None:
    content = (
        '{"id": "x", "type": "text", "tone": "small", "text": {"en": "Hello", "of": {"en": "123"}}, "label": "Sum"}'
    )
    assert said(content) == ["Hello", "Sum"]
