"""What is none of somebody's business is as if it were not there."""

from __future__ import annotations

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
RECORD = {"id": "1", "language": "en", "email": "ada@example.com", "phone": "+4915112345678", "days": 14}


@pytest.fixture
def narrow(small: World) -> World:
    """The bank with `eve`, who does everything with the reminder, and nothing else."""
    ada = small.who("ada")
    add_person(small.home, ada, "eve", "Eve", now=small.clock())
    for given in (Given("author", "template/reminder"), Given("operator", "template/reminder")):
        grant(small.home, ada, "eve", given, now=small.clock())
    return small


def without_id(answer: Any) -> tuple[int, Any]:
    return answer.status_code, {name: it for name, it in answer.json().items() if name != "request_id"}


SENT: list[tuple[str, str, Any]] = [
    ("GET", "/items/template/NAME", None),
    ("GET", "/items/template/NAME/versions", None),
    ("GET", "/items/template/NAME/versions/1.0", None),
    ("GET", "/items/template/NAME/uses", None),
    ("GET", "/items/template/NAME/schema", None),
    ("GET", "/items/template/NAME/check", None),
    ("GET", "/items/persona/NAME/plain", None),
    ("GET", "/items/block/NAME", None),
    ("PUT", "/items/template/NAME", {"text": "template: NAME"}),
    ("POST", "/preview", {"template": "NAME", "record": RECORD}),
    ("POST", "/preview", {"template": "NAME", "persona": "plain"}),
    ("POST", "/preview/side-by-side", {"template": "NAME", "persona": "plain", "second": {}}),
    ("PUT", "/items/template/NAME/presence", {"tab": "tab-0001"}),
    ("DELETE", "/items/template/NAME/presence?tab=tab-0001", None),
    ("POST", "/reviews", {"items": [{"kind": "template", "name": "NAME"}]}),
    ("POST", "/render", {"template": "NAME", "record": RECORD}),
]


@pytest.mark.parametrize(("method", "path", "body"), SENT, ids=lambda it: it if isinstance(it, str) else "")
@pytest.mark.parametrize("match", [{"If-None-Match": "*"}, {"If-Match": '"0"'}], ids=["new", "changed"])
def test_others_items_are_as_if_they_were_not_there(
    narrow: World, app: FastAPI, method: str, path: str, body: Any, match: dict[str, str]
) -> None:
    answers = []
    for name in ("letter", "nosuch"):
        sent = body and {key: [{**it[0], "name": name}] if key == "items" else it for key, it in body.items()}
        sent = sent and {key: it.replace("NAME", name) if isinstance(it, str) else it for key, it in sent.items()}
        with signed_in(app, narrow.home, "eve") as eve:
            answers.append(without_id(eve.request(method, V1 + path.replace("NAME", name), json=sent, headers=match)))
    there, nowhere = answers
    assert there == nowhere
    assert there[0] == 404


def test_lists_hold_what_is_ones_own(narrow: World, app: FastAPI) -> None:
    with signed_in(app, narrow.home, "eve") as eve:
        assert [it["name"] for it in eve.get(f"{V1}/items/template").json()["items"]] == ["reminder"]
        assert eve.get(f"{V1}/items/block").json() == {"items": [], "next": None}
        assert eve.get(f"{V1}/items/template/reminder").status_code == 200
        made = eve.post(f"{V1}/render", json={"template": "reminder", "record": RECORD, "channels": ["sms"]})
        assert made.status_code == 200


def test_reviews_of_others_items_are_as_if_they_were_not_there(narrow: World, app: FastAPI) -> None:
    narrow.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    theirs = narrow.submit("bob", ("template", "letter"))
    subject = narrow.review(theirs).row.subject
    with signed_in(app, narrow.home, "eve") as eve:
        assert eve.get(f"{V1}/reviews").json()["reviews"] == []
        for path in ("", "/redline", "/certificate"):
            there, nowhere = (eve.get(f"{V1}/reviews/{review}{path}") for review in (theirs, "r-0000000000"))
            assert without_id(there) == without_id(nowhere)
            assert there.status_code == 404
        choice = {"kind": "withdrawn", "subject": subject, "reason": "because"}
        there, nowhere = (
            eve.post(f"{V1}/reviews/{review}/decisions", json=choice) for review in (theirs, "r-0000000000")
        )
        assert without_id(there) == without_id(nowhere)
    assert narrow.review(theirs).state == "in_review"
    with signed_in(app, narrow.home, "bob") as bob:
        assert [it["id"] for it in bob.get(f"{V1}/reviews?state=in_review").json()["reviews"]] == [theirs]


def test_asking_for_all_drafts_names_none_of_others(narrow: World, app: FastAPI) -> None:
    narrow.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    with signed_in(app, narrow.home, "eve") as eve:
        nothing = eve.post(f"{V1}/reviews", json={})
        narrow.edit("bob", "template", "reminder", ("Your reminder", "Our reminder"), version="1.1")
        one = eve.post(f"{V1}/reviews", json={})
    assert "notice" not in nothing.text
    assert nothing.json()["problems"][0]["code"] == "nothing-to-submit"
    assert [it["name"] for it in one.json()["items"]] == ["reminder"]


def test_a_key_sees_no_more_than_its_person(narrow: World, app: FastAPI) -> None:
    key = make_key(narrow.home, narrow.who("eve"), "x", ["read"], 1)
    with TestClient(app, HTTPS, headers={"Authorization": f"Bearer {key}"}) as program:
        assert [it["name"] for it in program.get(f"{V1}/items/template").json()["items"]] == ["reminder"]
        assert program.get(f"{V1}/items/template/letter").status_code == 404


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_of_a_list_hold_everything_once(small: World, app: FastAPI, limit: int) -> None:
    text = small.text("template", "letter").decode()
    names = [f"letter{letter}" for letter in "cab"]
    for name in names:
        small.save("law", "template", name, text.replace("template: letter", f"template: {name}"))
    found: list[str] = []
    after: str | None = ""
    with signed_in(app, small.home, "law") as law:
        while after is not None:
            page = law.get(f"{V1}/items/template", params={"after": after, "limit": limit}).json()
            found += [it["name"] for it in page["items"]]
            after = page["next"]
            if len(found) == limit:  # what comes in before the place does not move it
                small.save("law", "template", "aaa", text.replace("template: letter", "template: aaa"))
        searched = law.get(f"{V1}/items/template", params={"search": "TERb"}).json()
    assert found == sorted(["letter", "reminder", *names])
    assert [it["name"] for it in searched["items"]] in ([], ["letterb"])


def test_uses_are_told_without_the_titles_of_others_letters(narrow: World, app: FastAPI) -> None:
    grant(narrow.home, narrow.who("ada"), "eve", Given("author", "block/notice"), now=narrow.clock())
    with signed_in(app, narrow.home, "eve") as eve:
        found = {it["name"]: it["title"] for it in eve.get(f"{V1}/items/block/notice/uses").json()["uses"]}
    assert found["letter"] == {}
    assert found["reminder"]["en"] == "A reminder"
