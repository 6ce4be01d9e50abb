"""The library over HTTP: looked through, copied, archived and brought back, and what was said to whom."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"


def browsed(client: TestClient, kind: str = "template", **wish: Any) -> dict[str, Any]:
    answer = client.get(f"{V1}/shelves/{kind}", params=wish)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].rpartition(":")[2]


def test_a_shelf_is_looked_through_by_pages(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        first = browsed(bob, limit=1)
        assert (first["total"], first["items"][0]["title"]) == (2, {"en": "A letter", "de": "Ein Schreiben"})
        second = browsed(bob, limit=1, after=first["next"])
        assert (second["items"][0]["name"], second["next"]) == ("reminder", None)
        assert browsed(bob, **{"class": "other"})["items"] == []
        found = browsed(bob, "block", search="object 675g")["items"][0]
        assert (found["name"], found["uses"], found["excerpt"]["found"]) == ("notice", 3, "675g")
        assert bob.get(f"{V1}/shelves/theme").status_code == 422
        assert code(bob.get(f"{V1}/shelves/template", params={"after": "abcd"})) == (422, "cursor-unknown")


def test_a_letter_begins_as_a_copy_goes_and_comes_back(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        made = bob.post(f"{V1}/items/template/letter/copies", json={"name": "letter-two", "title": "Second"})
        assert (made.status_code, made.json()["state"], made.json()["version"]) == (201, "draft", "1.0")
        assert bob.get(f"{V1}/shelves/template/letter-two").json()["copy_of"] == "letter"
        again = bob.post(f"{V1}/items/template/letter/copies", json={"name": "letter-two"})
        assert code(again) == (409, "item-name-taken")
        away = bob.post(f"{V1}/items/template/letter-two/archive", json={"reason": "A try."})
        assert away.json() == {"retired": 0}
        assert browsed(bob, where="archived")["items"][0]["name"] == "letter-two"
        back = bob.post(f"{V1}/items/template/letter-two/return")
        assert (back.status_code, back.json()["state"]) == (200, "draft")
        assert code(bob.post(f"{V1}/items/template/letter/archive", json={"reason": "x"})) == (403, "role-missing-for")
    with signed_in(app, small.home, "paul") as paul:
        assert paul.post(f"{V1}/items/template/letter/archive", json={"reason": "Over."}).json() == {"retired": 1}
        again = paul.post(f"{V1}/items/template/letter/archive", json={"reason": "Over."})
        assert code(again) == (409, "archived-already")
        assert code(paul.post(f"{V1}/items/template/letter/return")) == (403, "role-missing-for")


@pytest.mark.parametrize("path", ["copies", "archive", "return"])
def test_what_is_not_there_neither_begins_nor_ends(small: World, app: FastAPI, path: str) -> None:
    sent = {"copies": {"name": "x"}, "archive": {"reason": "x"}}.get(path)
    with signed_in(app, small.home, "bob") as bob:
        assert bob.post(f"{V1}/items/template/none/{path}", json=sent).status_code == 404


def test_who_is_mentioned_hears_of_it_until_they_have_seen_it(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        talk = bob.post(f"{V1}/items/template/letter/comments", json={"words": "Working days, @law?"}).json()
    with signed_in(app, small.home, "law") as law:
        found = law.get(f"{V1}/notices").json()
        assert found["unseen"] == 1
        notice = found["notices"][0]
        assert (notice["why"], notice["thing"], notice["thread"]) == ("mentioned", "template/letter", talk["id"])
        assert law.post(f"{V1}/notices/seen", json={"notices": [notice["id"]]}).json() == {"marked": 1}
        law.post(f"{V1}/items/template/letter/comments/{talk['id']}", json={"words": "Yes."})
        assert law.get(f"{V1}/notices", params={"unseen": True}).json() == {"notices": [], "unseen": 0, "next": None}
        assert law.get(f"{V1}/notices").json()["notices"][0]["seen"] is True
    with signed_in(app, small.home, "bob") as bob:
        assert [it["why"] for it in bob.get(f"{V1}/notices").json()["notices"]] == ["answered"]
