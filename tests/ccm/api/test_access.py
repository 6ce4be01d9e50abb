"""Every route of the document, asked by nobody, by the wrong people, and for what is another organisation's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from ccm.api.access import rule_of
from ccm.api.app import PREFIX, ROUTES, make_app
from ccm.api.health import PROBES, probes
from ccm.api.press import Press
from ccm.api.routes import elsewhere, guests, session, shares
from ccm.store.api_keys import make_key
from ccm.store.founding import found
from ccm.store.home import Home
from ccm.store.importing import import_folder
from ccm.store.inviting import end_invitation, invitations, invite
from tests.ccm.api.conftest import HTTPS, signed_in, talked_about
from tests.ccm.store.world import START, World, letters, settle, world

OPEN = {
    session.sign_in,
    elsewhere.begin_at_provider,
    elsewhere.come_back,
    guests.show_to_guest,
    guests.give_opinion,
    shares.open_share,
    shares.open_shared_channel,
}
"""The routes that ask for nobody: to sign in is how one becomes somebody, and a link is for whoever has it."""
HASH = "0" * 64
BODIES: dict[str, Any] = {
    "save_item": {"text": "template: letter"},
    "submit_review": {"items": [{"kind": "template", "name": "letter"}]},
    "decide_review": {"kind": "approved", "subject": HASH},
    "preview": {"template": "letter", "record": {}},
    "preview_side_by_side": {"template": "letter", "record": {}, "second": {}},
    "say_present": {"tab": "tab-0001"},
    "render": {"template": "letter", "record": {}},
    "add_somebody": {"login": "eve", "name": "Eve"},
    "give_role": {"role": "author"},
    "set_new_password": {"password": "x"},
    "link_account": {"issuer": "https://id.example", "subject": "17"},
    "make_api_key": {"name": "x", "scopes": ["read"], "days": 1},
    "add_webhook": {"address": "https://hooks.example", "events": ["review.published"]},
    "share_a_proof": {"template": "letter", "persona": "plain"},
    "import_library": {},
    "verify_log": [],
    "comment_on_review": {"words": "Why?"},
    "answer_on_review": {"words": "Because."},
    "comment_on_item": {"words": "Why?"},
    "answer_on_item": {"words": "Because."},
    "invite_guest": {"guest": "Zoë"},
    "postpone_change_set": {"start": "2030-01-01", "reason": "too early"},
    "take_change_set_back": {"reason": "too early"},
    "retire_version": {"reason": "wrong"},
    "begin_as_copy": {"name": "letter-two"},
    "put_into_archive": {"reason": "Nobody sends it."},
    "mark_notices_seen": {},
    "lend_right": {"step": "content", "to": "nobody", "until": "2030-01-01T00:00:00Z"},
    "break_one_glass": {
        "template": "letter",
        "language": "en",
        "brand": "ahorn",
        "hours": 1,
        "reason": "It cannot wait any longer.",
    },
}
FILLED = {
    "kind": "template",
    "name": "letter",
    "name:path": "letter",
    "version": "1.0",
    "review": "r-0000000000",
    "login": "nobody",
    "number": "1",
    "prefix": "none",
    "batch": "b-0000000000",
    "thread": "c-0000000000",
    "invitation": "g-00000000000000000000",
    "webhook": "w-0000000000",
    "share": "aaaaaaaaaaaaaaaa",
}


class Asked(NamedTuple):
    """One request."""

    operation: str
    method: str
    path: str


def routes() -> Iterator[APIRoute]:
    return (route for part in ROUTES for route in part.routes if isinstance(route, APIRoute))


def asked(app: FastAPI, **filled: str) -> list[Asked]:
    """A request for every route that asks for somebody."""
    found = []
    for route in routes():
        if route.endpoint in OPEN:
            continue
        path = f"{PREFIX}{route.path}"
        for name, value in {**FILLED, **filled}.items():
            path = path.replace("{" + name + "}", value)
        found += [Asked(route.name, method, path) for method in sorted(set(route.methods or ()) - {"HEAD"})]
    return found


def ask(client: TestClient, request: Asked) -> Any:
    headers = {"If-None-Match": "*"} if request.operation == "save_item" else {}
    return client.request(request.method, request.path, json=BODIES.get(request.operation), headers=headers)


def test_every_route_has_a_rule_of_access(app: FastAPI) -> None:
    ruled = {
        route.endpoint
        for route in routes()
        for inner in route.dependant.dependencies
        if inner.call and rule_of(inner.call)
    }
    assert {route.endpoint for route in routes()} - ruled == OPEN


def test_there_are_no_other_routes(app: FastAPI) -> None:
    """Whatever the document describes is one of those whose rule was looked at."""
    described = {(path, method.upper()) for path, ways in app.openapi()["paths"].items() for method in ways}
    known = {(f"{PREFIX}{route.path_format}", method) for route in routes() for method in route.methods or ()}
    assert described == known
    probed = {route.path for route in probes.routes if isinstance(route, APIRoute)}
    assert probed == PROBES  # which ask for nobody, and tell nobody anything
    assert len(app.routes) == len(ROUTES) + 2  # those, and the document itself


def test_nobody_gets_nothing(app: FastAPI) -> None:
    with TestClient(app, HTTPS, raise_server_exceptions=False) as client:
        answers = {request: ask(client, request) for request in asked(app)}
    assert {it: answer.status_code for it, answer in answers.items() if answer.status_code != 401} == {}
    assert {answer.json()["type"] for answer in answers.values()} == {"urn:ccm:problem:session-missing"}


def test_a_key_that_is_none_gets_nothing(app: FastAPI) -> None:
    with TestClient(app, HTTPS, raise_server_exceptions=False) as client:
        client.headers["Authorization"] = "Bearer ccm_abcdefgh_" + "a" * 52
        answers = {request: ask(client, request).status_code for request in asked(app)}
    assert {it: status for it, status in answers.items() if status != 401} == {}


FOR_ANYBODY = {"show_session", "sign_out"}
"""What somebody without a role may do: see who they are, and go."""


def test_without_a_role_there_is_nothing(small: World, app: FastAPI) -> None:
    """The same answer to all of it, whether what is asked for is there or not."""
    answers = set()
    for name in ("letter", "nosuch"):
        for request in asked(app, **{"name:path": name, "name": name}):
            if request.operation not in FOR_ANYBODY:
                with signed_in(app, small.home, "nora") as client:
                    answer = ask(client, request)
                answers.add((answer.status_code, answer.json()["type"].rpartition(":")[2]))
    assert answers == {(403, "role-missing-at-all"), (403, "role-missing-for")}


@pytest.fixture
def other(small: World) -> Iterator[Home]:
    """Another bank in the same database, with the same logins and letters."""
    settings = {"CCM_HOME": str(small.home.place), "CCM_DATABASE_URL": str(small.home.database.engine.url)}
    home = found("birke", "Birke Bank", settings, START)
    settle(home)
    theirs = World(home)
    import_folder(home, theirs.who("law"), letters(small.home.place / "theirs"), theirs.clock())
    text = theirs.text("template", "letter").decode().replace("template: letter", "template: secret")
    theirs.save("law", "template", "secret", text)
    yield home
    home.database.engine.dispose()


def test_what_is_anothers_is_as_if_it_were_not_there(small: World, other: Home, app: FastAPI) -> None:
    """Same status, same body but for the request's id, whether it is another organisation's or nobody's at all."""
    drafts = [("template", "letter"), ("block", "notice"), ("dictionary", "letter"), ("class", "letter")]
    birke = World(other)
    theirs = birke.submit("law", *drafts, ("theme", "ahorn"))  # type: ignore[arg-type]
    real_ids = talked_about(birke, theirs)
    for login in ("ada", "law", "olga", "udo", "carl", "paul"):
        real = asked(app, review=theirs, **real_ids, **dict.fromkeys(("name:path", "name"), "secret"))
        none = asked(app, review="r-ffffffffff", number="999", **dict.fromkeys(("name:path", "name"), "nosuch"))
        for one, another in zip(real, none, strict=True):
            if one.path == another.path or one.operation == "save_item":
                continue
            with signed_in(app, small.home, login) as client:
                first, second = ask(client, one), ask(client, another)
            assert (first.status_code, without_id(first.json())) == (second.status_code, without_id(second.json())), one


def test_in_the_same_review_what_is_of_another_is_not_there(small: World, other: Home, app: FastAPI) -> None:
    """Ids of another bank, and of another review of the same bank, under a review that is one's own."""
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    mine = small.submit("bob", ("template", "letter"))
    small.edit("bob", "template", "reminder", ("remind", "remind"), version="1.1")
    beside = small.submit("bob", ("template", "reminder"))
    birke = World(other)
    theirs = birke.submit(
        "law",
        ("template", "letter"),
        ("block", "notice"),
        ("dictionary", "letter"),
        ("class", "letter"),
        ("theme", "ahorn"),
    )
    for ids in (talked_about(birke, theirs), talked_about(small, beside)):
        for path in ("comments/{thread}", "invitations/{invitation}"):
            method, body = ("POST", {"words": "x"}) if "thread" in path else ("DELETE", None)
            with signed_in(app, small.home, "law") as law:
                answer = law.request(method, f"{PREFIX}/reviews/{mine}/{path.format(**ids)}", json=body)
            assert (answer.status_code, answer.json()["type"]) == (404, "urn:ccm:problem:not-there")


BAD_LINKS = ("", "x", "a.b.c", "g-00000000000000000000", "A" * 1500, "eyJhIjoxfQ.k-0000.AAAA")


def test_a_link_that_is_none_shows_nothing_whatever_is_wrong_with_it(small: World, other: Home, app: FastAPI) -> None:
    """Nothing, nonsense, of another bank, taken back, too late, of an unknown organisation: one answer to all."""
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    review = small.submit("bob", ("template", "letter"))
    ended = invite(small.home, small.who("bob"), review, "Zoë", 7, small.clock())
    late = invite(small.home, small.who("bob"), review, "Zoë", 1, small.now - timedelta(days=400))
    end_invitation(small.home, small.who("bob"), invitations(small.home, small.who("bob"), review)[-1].id)
    birke = World(other)
    theirs = birke.submit(
        "law",
        ("template", "letter"),
        ("block", "notice"),
        ("dictionary", "letter"),
        ("class", "letter"),
        ("theme", "ahorn"),
    )
    of_birke = invite(other, birke.who("law"), theirs, "Zoë", 30, birke.clock())
    answers = []
    with TestClient(app, HTTPS, raise_server_exceptions=False) as guest:
        for link in (*BAD_LINKS, late, of_birke, ended):
            for headers in ({"CCM-Link": link}, {"CCM-Link": link, "CCM-Organisation": "nosuch"}):
                answers.append(guest.get(f"{PREFIX}/guest", headers=headers))
                opinion = {"stance": "for"}
                answers.append(guest.post(f"{PREFIX}/guest/opinions", json=opinion, headers=headers))
    assert {(it.status_code, it.json()["type"]) for it in answers} == {(404, "urn:ccm:problem:not-there")}


def test_a_session_is_good_for_its_own_organisation_only(small: World, other: Home, app: FastAPI) -> None:
    with signed_in(app, small.home, "ada") as client:
        token = client.cookies["__Host-ccm"].partition(":")[2]
        client.cookies.set("__Host-ccm", f"birke:{token}")
        assert client.get("/api/v1/session").status_code == 401
        client.cookies.set("__Host-ccm", f"nosuch:{token}")
        assert client.get("/api/v1/session").json()["type"] == "urn:ccm:problem:session-over"


def test_programs_never_decide(small: World, app: FastAPI) -> None:
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    review = small.submit("bob", ("template", "letter"))
    subject = small.review(review).row.subject
    key = make_key(small.home, small.who("carl"), "all", ["read", "write", "render", "batch", "audit"], 1)
    with TestClient(app, HTTPS, raise_server_exceptions=False) as client:
        client.headers["Authorization"] = f"Bearer {key}"
        for kind in ("approved", "rejected", "withdrawn"):
            choice = {"kind": kind, "subject": subject, "reason": "because"}
            answer = client.post(f"/api/v1/reviews/{review}/decisions", json=choice)
            assert (answer.status_code, answer.json()["type"]) == (403, "urn:ccm:problem:key-never-decides")
        made = client.post("/api/v1/keys", json=BODIES["make_api_key"])
        assert made.status_code == 403
    assert small.review(review).state == "in_review"


def test_a_key_does_what_its_scopes_say_and_nothing_else(small: World, app: FastAPI) -> None:
    key = make_key(small.home, small.who("olga"), "sms", ["render"], 1)
    record = {"id": "1", "language": "en", "email": "ada@example.com", "phone": "+4915112345678", "days": 14}
    with TestClient(app, HTTPS, raise_server_exceptions=False) as client:
        client.headers["Authorization"] = f"Bearer {key}"
        letter = {"template": "letter", "record": record, "channels": ["sms"]}
        assert client.post("/api/v1/render", json=letter).status_code == 200
        for request in asked(app):
            if request.operation != "render":
                assert ask(client, request).status_code == 403, request


def test_the_same_on_a_real_postgresql(tmp_path: Path, press: Press) -> None:
    bank = world("postgresql", tmp_path)
    app = make_app(bank.home, press)
    with signed_in(app, bank.home, "olga") as olga:
        assert olga.get("/api/v1/items/template").json()["items"][0]["state"] == "in force"
    with TestClient(app, HTTPS, raise_server_exceptions=False) as client:
        assert {ask(client, request).status_code for request in asked(app)} == {401}
    bank.home.database.engine.dispose()


def without_id(body: Any) -> Any:
    return {name: value for name, value in body.items() if name != "request_id"} if isinstance(body, dict) else body
