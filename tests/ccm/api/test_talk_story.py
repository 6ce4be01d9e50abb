"""A review talked about over HTTP: comments, news, guests, and what is due."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ccm.store.actor import Given
from ccm.store.api_keys import make_key
from ccm.store.people import add_person, grant
from tests.ccm.api.conftest import HTTPS, signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"


@pytest.fixture
def review(small: World) -> str:
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    return small.submit("bob", ("template", "letter"))


def redline_words(item: dict[str, Any]) -> str:
    return str(item["redline"])


def test_a_comment_is_pinned_answered_and_dealt_with(small: World, app: FastAPI, review: str) -> None:
    about = {"kind": "template", "name": "letter", "block": "opening", "field": "text", "language": "en"}
    with signed_in(app, small.home, "carl") as carl:
        new = {"words": "Working days?", "about": {**about, "words": "There are"}}
        made = carl.post(f"{V1}/reviews/{review}/comments", json=new)
        assert made.status_code == 201, made.text
        thread = made.json()
        assert (thread["open"], thread["gone"], thread["pin"]["quote"]) == (True, False, "There are")
        assert thread["text"][thread["place"]["start"] : thread["place"]["end"]] == "There are"
        nowhere = {"words": "?", "about": {**about, "words": "not in it"}}
        assert carl.post(f"{V1}/reviews/{review}/comments", json=nowhere).json()["type"].endswith("spot-other-words")
    answer = f"{V1}/reviews/{review}/comments/{thread['id']}"
    with signed_in(app, small.home, "bob") as bob:
        assert bob.post(answer, json={"words": "Calendar days."}).status_code == 201
        done = bob.post(answer, json={"kind": "resolved"}).json()
        assert (done["open"], [it["kind"] for it in done["entries"]]) == (False, ["said", "said", "resolved"])
        assert bob.post(answer, json={"kind": "resolved"}).status_code == 409
    with signed_in(app, small.home, "carl") as carl:
        assert carl.post(answer, json={"kind": "reopened"}).json()["open"] is True
        assert [it["id"] for it in carl.get(f"{V1}/reviews/{review}/comments").json()] == [thread["id"]]
        assert carl.get(f"{V1}/items/template/letter/comments").json() == []


def test_a_draft_is_talked_about_too(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        made = bob.post(f"{V1}/items/template/letter/comments", json={"words": "Shorter?"})
        assert (made.status_code, made.json()["entries"][0]["thing"]) == (201, "template/letter")
        thread = made.json()["id"]
        assert bob.post(f"{V1}/items/template/letter/comments/{thread}", json={"words": "Yes."}).status_code == 201
        assert bob.post(f"{V1}/items/template/reminder/comments/{thread}", json={"words": "?"}).status_code == 404
        assert len(bob.get(f"{V1}/items/template/letter/comments").json()[0]["entries"]) == 2


def test_news_are_what_came_after_the_last_look(small: World, app: FastAPI, review: str) -> None:
    with signed_in(app, small.home, "carl") as carl:
        first = carl.get(f"{V1}/reviews/{review}/news").json()
        assert (first["at"], [it["against"] for it in first["items"]]) == (None, ["approved"])
        assert "There are" in redline_words(first["items"][0])
        assert carl.post(f"{V1}/reviews/{review}/looks").status_code == 204
        seen = carl.get(f"{V1}/reviews/{review}/news").json()
        assert (seen["at"] is None, seen["items"][0]["same"]) == (False, True)
    with signed_in(app, small.home, "bob") as bob:
        bob.post(f"{V1}/reviews/{review}/comments", json={"words": "Please look again."})
    with signed_in(app, small.home, "carl") as carl:
        news = carl.get(f"{V1}/reviews/{review}/news").json()
        assert [(it["person"], it["words"]) for it in news["comments"]] == [("bob", "Please look again.")]


def test_a_guest_sees_the_change_and_nothing_else(small: World, app: FastAPI, review: str) -> None:
    with signed_in(app, small.home, "carl") as carl:
        carl.post(f"{V1}/reviews/{review}/comments", json={"words": "for us only"})
        made = carl.post(f"{V1}/reviews/{review}/invitations", json={"guest": "Zoë", "days": 3})
        assert made.status_code == 201
    link = {"CCM-Link": made.json()["token"]}
    with TestClient(app, HTTPS, raise_server_exceptions=False) as guest:
        found = guest.get(f"{V1}/guest", headers=link)
        assert found.status_code == 200, found.text
        assert (found.json()["guest"], found.json()["state"]) == ("Zoë", "in_review")
        assert "There are" in redline_words(found.json()["items"][0])
        assert not any(word in found.text for word in ("bob", "carl", "for us only"))
        without = guest.post(f"{V1}/guest/opinions", json={"stance": "against"}, headers=link)
        assert without.json()["type"] == "urn:ccm:problem:opinion-without-words"
        told = guest.post(f"{V1}/guest/opinions", json={"stance": "against", "words": "Colder."}, headers=link)
        assert (told.status_code, told.json()["subject"]) == (201, found.json()["subject"])
        for path in (f"reviews/{review}", f"reviews/{review}/comments", "session"):
            assert guest.get(f"{V1}/{path}", headers=link).status_code == 401
    with signed_in(app, small.home, "bob") as bob:
        (opinion,) = bob.get(f"{V1}/reviews/{review}/opinions").json()
        assert (opinion["guest"], opinion["stance"], opinion["words"]) == ("Zoë", "against", "Colder.")
        (invitation,) = bob.get(f"{V1}/reviews/{review}/invitations").json()
        ending = f"{V1}/reviews/{review}/invitations/{invitation['id']}"
        assert bob.delete(ending).status_code == 403  # carl invited
    with signed_in(app, small.home, "carl") as carl:
        assert carl.delete(ending).status_code == 204
        assert carl.delete(ending).status_code == 404
    with TestClient(app, HTTPS, raise_server_exceptions=False) as guest:
        assert guest.get(f"{V1}/guest", headers=link).status_code == 404
    assert small.review(review).decisions == ()


def test_who_sends_links_in_bulk_has_to_wait_and_a_good_one_never(small: World, app: FastAPI, review: str) -> None:
    with signed_in(app, small.home, "carl") as carl:
        token = carl.post(f"{V1}/reviews/{review}/invitations", json={"guest": "Zoë"}).json()["token"]
    with TestClient(app, HTTPS, raise_server_exceptions=False) as guest:
        for _ in range(120):
            last = guest.get(f"{V1}/guest", headers={"CCM-Link": token}).status_code
        assert last == 200
        answers = [guest.get(f"{V1}/guest", headers={"CCM-Link": f"bad{token}"}) for _ in range(40)]
    assert answers[0].status_code == 404
    assert (answers[-1].status_code, answers[-1].json()["type"]) == (429, "urn:ccm:problem:sign-in-wait")
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_an_invitation_is_shown_once_and_made_by_people(small: World, app: FastAPI, review: str) -> None:
    once = {"Idempotency-Key": "the-same-invitation"}
    with signed_in(app, small.home, "carl") as carl:
        invited = {"guest": "Zoë"}
        assert "token" in carl.post(f"{V1}/reviews/{review}/invitations", json=invited, headers=once).json()
        again = carl.post(f"{V1}/reviews/{review}/invitations", json=invited, headers=once)
        assert (again.status_code, "token" in again.json()) == (409, False)
        assert len(carl.get(f"{V1}/reviews/{review}/invitations").json()) == 1
    key = make_key(small.home, small.who("bob"), "x", ["read", "write"], 1)
    with TestClient(app, HTTPS, headers={"Authorization": f"Bearer {key}"}) as program:
        refused = program.post(f"{V1}/reviews/{review}/invitations", json={"guest": "Zoë"})
        assert (refused.status_code, refused.json()["type"]) == (403, "urn:ccm:problem:person-needed")


def test_what_is_due_names_whom_it_waits_for(small: World, app: FastAPI, review: str) -> None:
    with signed_in(app, small.home, "carl") as carl:
        (due,) = carl.get(f"{V1}/reviews/due").json()
        assert (due["id"], due["step"], due["people"]) == (review, "content", ["carl", "cora"])
        assert due["overdue"] == (datetime.fromisoformat(due["due"]) < datetime.now(UTC))
        (mine,) = carl.get(f"{V1}/reviews?waiting=true").json()["reviews"]
        assert mine["id"] == review
    with signed_in(app, small.home, "dora") as dora:
        assert dora.get(f"{V1}/reviews?waiting=true").json() == {"reviews": [], "next": None}


def test_reviews_by_pages_and_by_item(small: World, app: FastAPI, review: str) -> None:
    with signed_in(app, small.home, "bob") as bob:
        found: list[str] = []
        after: str | None = ""
        while after is not None:
            page = bob.get(f"{V1}/reviews", params={"after": after, "limit": 1}).json()
            found += [it["id"] for it in page["reviews"]]
            after = page["next"]
        assert found == [it.row.id for it in small.reviews()]
        about = bob.get(f"{V1}/reviews?kind=template&name=letter&state=in_review").json()["reviews"]
        assert [it["id"] for it in about] == [review]
        assert bob.get(f"{V1}/reviews?kind=template&name=reminder&state=in_review").json()["reviews"] == []
        assert bob.get(f"{V1}/reviews?kind=template").status_code == 422
        assert bob.get(f"{V1}/reviews?after=eA").json()["type"] == "urn:ccm:problem:cursor-unknown"


def test_one_language_is_submitted_and_the_other_later(small: World, app: FastAPI) -> None:
    small.edit("law", "template", "letter", ("You have", "There are"), version="1.1")
    item = {"kind": "template", "name": "letter"}
    with signed_in(app, small.home, "law") as law:
        first = law.post(f"{V1}/reviews", json={"items": [item], "languages": ["en"]})
        assert (first.status_code, first.json()["languages"]) == (201, ["en"]), first.text
        assert {it["language"] for it in first.json()["bundles"]} == {"en"}
    small.approve(first.json()["id"])
    with signed_in(app, small.home, "law") as law:
        second = law.post(f"{V1}/reviews", json={"items": [item], "languages": ["de"]})
        assert (second.status_code, second.json()["kind"]) == (201, "bundles"), second.text
        assert {it["language"] for it in second.json()["bundles"]} == {"de"}


def test_all_drafts_are_submitted_where_nothing_is_named(small: World, app: FastAPI) -> None:
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    with signed_in(app, small.home, "bob") as bob:
        made = bob.post(f"{V1}/reviews", json={"title": "All of it"}).json()
    assert [it["name"] for it in made["items"]] == ["letter"]


def test_nobody_submits_over_http_what_is_beyond_their_grant(small: World, app: FastAPI) -> None:
    small.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    with signed_in(app, small.home, "bob") as bob:
        refused = bob.post(f"{V1}/reviews", json={"items": [{"kind": "block", "name": "notice"}]})
        assert (refused.status_code, refused.json()["type"]) == (403, "urn:ccm:problem:change-not-yours")


def test_talk_about_others_items_is_as_if_it_were_not_there(small: World, app: FastAPI, review: str) -> None:
    small_thread = {"words": "secret"}
    with signed_in(app, small.home, "bob") as bob:
        thread = bob.post(f"{V1}/reviews/{review}/comments", json=small_thread).json()["id"]
    add_person(small.home, small.who("ada"), "eve", "Eve", now=small.clock())
    for given in (Given("author", "template/reminder"), Given("publisher", "template/reminder")):
        grant(small.home, small.who("ada"), "eve", given, now=small.clock())
    asked: list[tuple[str, str, Any]] = [
        ("GET", "/reviews/R/comments", None),
        ("POST", "/reviews/R/comments", small_thread),
        ("POST", f"/reviews/R/comments/{thread}", small_thread),
        ("GET", "/reviews/R/news", None),
        ("POST", "/reviews/R/looks", None),
        ("GET", "/reviews/R/opinions", None),
        ("GET", "/reviews/R/invitations", None),
        ("POST", "/reviews/R/invitations", {"guest": "Eve's friend"}),
        ("GET", "/change-sets/R", None),
        ("POST", "/change-sets/R/take-back", {"reason": "because"}),
    ]
    for method, path, body in asked:
        with signed_in(app, small.home, "eve") as eve:
            there = eve.request(method, V1 + path.replace("R", review, 1), json=body)
            nowhere = eve.request(method, V1 + path.replace("R", "r-ffffffffff", 1), json=body)
        assert (there.status_code, nowhere.status_code) == (404, 404), path
        assert there.json()["problems"] == nowhere.json()["problems"]
    with signed_in(app, small.home, "eve") as eve:
        assert eve.get(f"{V1}/reviews/due").json() == []
        spot = {"kind": "template", "name": "letter", "block": "opening"}
        pointing = eve.post(f"{V1}/items/template/reminder/comments", json={"words": "x", "about": spot})
        assert pointing.status_code == 404
