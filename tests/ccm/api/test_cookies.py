"""Sessions in cookies: the secret changes with the roles, and a key that is sent counts before it."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.testclient import TestClient

from ccm.api.cookies import COOKIE, FORM_TOKEN
from ccm.store.actor import Given
from ccm.store.api_keys import make_key
from ccm.store.people import disable, grant
from tests.ccm.api.conftest import HTTPS, signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"


def test_other_roles_come_with_another_secret(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        before = bob.cookies[COOKIE]
        assert "set-cookie" not in bob.get(f"{V1}/session").headers
        grant(small.home, small.who("ada"), "bob", Given("auditor"), now=small.clock())
        answer = bob.get(f"{V1}/reviews/r-0000000000")  # whatever comes of it
        assert answer.status_code == 404
        said = answer.headers["set-cookie"]
        assert said.split("; ")[1:] == ["Path=/", "Secure", "HttpOnly", "SameSite=strict"]
        token = said.partition("=")[2].partition(";")[0]
        assert token != before
        bob.cookies.clear()
        bob.cookies.set(COOKIE, before)
        assert bob.get(f"{V1}/session").status_code == 401
        bob.cookies.set(COOKIE, token)
        bob.headers[FORM_TOKEN] = answer.headers[FORM_TOKEN]
        assert bob.get(f"{V1}/audit/head").status_code == 200
        assert bob.delete(f"{V1}/session").status_code == 204


def test_the_token_of_another_session_is_none(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "ada") as ada, signed_in(app, small.home, "bob") as bob:
        ada.headers[FORM_TOKEN] = bob.headers[FORM_TOKEN]
        refused = ada.post(f"{V1}/people", json={"login": "eve", "name": "Eve"})
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:ccm:problem:form-token-missing")


def test_who_is_shut_out_is_out_at_once(small: World, app: FastAPI) -> None:
    key = make_key(small.home, small.who("bob"), "x", ["read"], 1)
    with signed_in(app, small.home, "bob") as bob, TestClient(app, HTTPS) as program:
        program.headers["Authorization"] = f"Bearer {key}"
        assert (bob.get(f"{V1}/session").status_code, program.get(f"{V1}/session").status_code) == (200, 200)
        disable(small.home, small.who("ada"), "bob", small.clock())
        assert (bob.get(f"{V1}/session").status_code, program.get(f"{V1}/session").status_code) == (401, 401)


def test_a_key_that_is_sent_counts_before_a_cookie(small: World, app: FastAPI) -> None:
    key = make_key(small.home, small.who("bob"), "x", ["read"], 1)
    with signed_in(app, small.home, "ada") as ada:
        assert ada.get(f"{V1}/session", headers={"Authorization": f"Bearer {key}"}).json()["login"] == "bob"
        assert ada.get(f"{V1}/session", headers={"Authorization": "Bearer ccm_x"}).status_code == 401


def test_organisations_cannot_be_found_out(small: World, app: FastAPI) -> None:
    key = make_key(small.home, small.who("bob"), "x", ["read"], 1)
    with TestClient(app, HTTPS) as client:
        wrong = [
            client.post(f"{V1}/session", json={"login": "bob", "password": "x" * 12, "organisation": name}).json()
            for name in (small.home.organisation, "nosuch")
        ]
        assert wrong[0]["type"] == wrong[1]["type"] == "urn:ccm:problem:sign-in-wrong"
        for name, sent in [("nosuch", key), (small.home.organisation, "ccm_x")]:
            headers = {"Authorization": f"Bearer {sent}", "CCM-Organisation": name}
            answer = client.get(f"{V1}/session", headers=headers)
            assert (answer.status_code, answer.json()["type"]) == (401, "urn:ccm:problem:key-unknown")
