"""Who else has a template open: told to those whose business it is, and forgotten soon."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.testclient import TestClient

from ccm.api.presences import LASTS, MOST_TABS, Presence, Presences
from ccm.store.actor import Given
from ccm.store.api_keys import make_key
from ccm.store.people import add_person, grant
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

PATH = "/api/v1/items/template/letter/presence"


def say(client: TestClient, block: str = "", tab: str = "tab-0001") -> list[tuple[str, str]]:
    """Names and blocks of the others."""
    answer = client.put(PATH, json={"tab": tab, "language": "en", "block": block})
    assert answer.status_code == 200, answer.text
    return [(it["name"], it["block"]) for it in answer.json()]


def test_two_see_each_other_and_where_they_are(app: FastAPI, small: World) -> None:
    with signed_in(app, small.home, "bob") as bob, signed_in(app, small.home, "law") as law:
        assert say(bob, "opening") == []
        assert say(law, "headline") == [("Bob", "opening")]
        assert say(bob, "opening") == [("Law", "headline")]
        assert say(bob, "opening", "tab-0002") == [("Law", "headline")]  # oneself is nobody else
        assert law.delete(PATH, params={"tab": "tab-0001"}).status_code == 204
        assert say(bob) == []


def test_nobody_outside_their_area_is_told_or_told_of(app: FastAPI, small: World) -> None:
    add_person(small.home, small.who("ada"), "gast", "Gast", now=small.clock())
    grant(small.home, small.who("ada"), "gast", Given("author", "template/reminder"), now=small.clock())
    with signed_in(app, small.home, "bob") as bob, signed_in(app, small.home, "gast") as guest:
        say(bob, "opening")
        answer = guest.put(PATH, json={"tab": "tab-0001"})
        assert answer.status_code == 404
        assert "Bob" not in answer.text
        assert say(bob) == []


def test_a_program_has_nothing_open(app: FastAPI, small: World) -> None:
    key = make_key(small.home, small.who("bob"), "x", ["read"], 1)
    with TestClient(app, "https://ccm.example") as client:
        answer = client.put(PATH, json={"tab": "tab-0001"}, headers={"Authorization": f"Bearer {key}"})
    assert [it["code"] for it in answer.json()["problems"]] == ["person-needed"]


def test_what_was_said_once_is_forgotten() -> None:
    now = [0.0]
    found, item = Presences(lambda: now[0]), ("bank", "template", "letter")
    found.say(item, "tab-0001", Presence("bob", "Bob", "en", "opening"))
    now[0] = LASTS - 1
    assert [it.name for it in found.say(item, "tab-0001", Presence("law", "Law", "en", ""))] == ["Bob"]
    now[0] = LASTS + 1
    assert found.say(item, "tab-0001", Presence("law", "Law", "en", "")) == ()


def test_tabs_of_one_person_do_not_pile_up() -> None:
    found, item = Presences(lambda: 0.0), ("bank", "template", "letter")
    for number in range(50):
        found.say(item, f"tab-{number:04}", Presence("bob", "Bob", "en", str(number)))
    others = found.say(item, "tab-0001", Presence("law", "Law", "en", ""))
    assert [it.block for it in others] == ["49"]
    assert len(found._there[item]) == MOST_TABS + 1
