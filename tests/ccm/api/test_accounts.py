"""Passwords, and why somebody may not do something."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.ccm.api.conftest import HTTPS, signed_in
from tests.ccm.store.entering import PASSWORD, WRONG, knows
from tests.ccm.store.world import World

V1 = "/api/v1"
NEW = "neun gelbe Tassen am Kanal"


def enters(app: FastAPI, login: str, password: str) -> int:
    with TestClient(app, HTTPS) as client:
        return client.post(f"{V1}/session", json={"login": login, "password": password}).status_code


def test_ones_own_password_takes_the_one_before(small: World, app: FastAPI) -> None:
    knows(small, "bob")
    with signed_in(app, small.home, "bob") as bob:
        wrong = bob.put(f"{V1}/people/bob/password", json={"password": NEW, "old": WRONG})
        assert (wrong.status_code, wrong.json()["type"]) == (401, "urn:ccm:problem:sign-in-wrong")
        assert bob.put(f"{V1}/people/bob/password", json={"password": NEW, "old": PASSWORD}).status_code == 204
        assert bob.get(f"{V1}/session").status_code == 401
    assert (enters(app, "bob", PASSWORD), enters(app, "bob", NEW)) == (401, 201)


def test_administrators_let_others_in_and_nobody_else_does(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        refused = [bob.put(f"{V1}/people/{it}/password", json={"password": NEW}) for it in ("carl", "nosuch")]
        assert {(it.status_code, it.json()["title"]) for it in refused} == {(403, "This takes the role administrator.")}
    with signed_in(app, small.home, "ada") as ada:
        short = ada.put(f"{V1}/people/carl/password", json={"password": "carl"})
        assert (short.status_code, "carl" in short.json()["problems"][0]["params"].values()) == (422, False)
        assert ada.put(f"{V1}/people/nosuch/password", json={"password": NEW}).status_code == 404
        assert ada.put(f"{V1}/people/carl/password", json={"password": NEW}).status_code == 204
    assert enters(app, "carl", NEW) == 201


@pytest.mark.parametrize(
    ("login", "action", "allowed", "code"),
    [
        ("bob", "save", True, ""),
        ("carl", "save", False, "area-not-yours"),
        ("ada", "render", False, "role-missing-for"),
    ],
)
def test_why_somebody_may_not(small: World, app: FastAPI, login: str, action: str, allowed: bool, code: str) -> None:
    with signed_in(app, small.home, "ada") as ada:
        found = ada.get(f"{V1}/people/{login}/access", params={"action": action, "thing": "template/letter"}).json()
    assert (found["allowed"], [it["code"] for it in found["because"]]) == (allowed, [code] if code else [])


def test_others_are_not_ones_own_business(small: World, app: FastAPI) -> None:
    asked = {"action": "save", "thing": "template/letter"}
    with signed_in(app, small.home, "bob") as bob:
        assert bob.get(f"{V1}/people/bob/access", params=asked).status_code == 200
        answers = [bob.get(f"{V1}/people/{it}/access", params=asked) for it in ("carl", "nosuch")]
    assert {(it.status_code, it.json()["title"]) for it in answers} == {(403, "This takes the role administrator.")}
