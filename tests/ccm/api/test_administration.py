"""What administrators ask for over HTTP: workflows in force, keys for others, the log searched and taken away."""

from __future__ import annotations

from fastapi import FastAPI

from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"


def test_workflows_in_force_show_the_steps_of_every_class_of_change(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        (found,) = bob.get(f"{V1}/workflows").json()
    assert [step["id"] for step in found["steps"]] == ["content", "compliance"]
    assert found["routes"]["regulated wording"] == ["content", "compliance"]


def test_an_administrator_makes_a_key_for_somebody_and_nobody_else_does(small: World, app: FastAPI) -> None:
    new = {"name": "statements", "scopes": ["render"], "days": 30, "login": "olga"}
    with signed_in(app, small.home, "ada") as ada:
        assert ada.post(f"{V1}/keys", json=new).status_code == 201
        assert [(it["login"], it["made_by"]) for it in ada.get(f"{V1}/keys").json()] == [("olga", "ada")]
    with signed_in(app, small.home, "bob") as bob:
        assert bob.post(f"{V1}/keys", json=new).status_code == 403
