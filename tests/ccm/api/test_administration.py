"""What administrators ask for over HTTP: workflows in force, keys for others, the log searched and taken away."""

from __future__ import annotations

import json

import pytest
from fastapi import FastAPI

from ccm.store.auditing import export
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


SEARCHES = (
    ({"person": "bob"}, lambda it, ids: it["person"] == ids["bob"]),
    ({"what": "published"}, lambda it, _: it["what"] == "published"),
    ({"text": "bob"}, lambda it, ids: ids["bob"] in json.dumps(it["details"])),
    ({"text": "template/letter"}, lambda it, _: "letter" in json.dumps(it["details"])),
    ({"first": "2026-11-02", "last": "2026-11-02"}, lambda it, _: it["at"].startswith("2026-11-02")),
    ({"last": "2026-11-01"}, lambda it, _: it["at"] < "2026-11-02"),
    ({"person": "bob", "what": "saved"}, lambda it, ids: (it["person"], it["what"]) == (ids["bob"], "saved")),
)


@pytest.mark.parametrize(("asked", "fits"), SEARCHES, ids=lambda it: "&".join(it) if isinstance(it, dict) else "")
def test_the_log_is_searched(small: World, app: FastAPI, asked: dict[str, str], fits) -> None:  # type: ignore[no-untyped-def]
    small.edit("bob", "template", "letter", version="1.1")
    ids = {login: small.who(login).id for login in ("bob", "law")}
    everything = [json.loads(line) for line in export(small.home)]
    with signed_in(app, small.home, "udo") as udo:
        found = udo.get(f"{V1}/audit/entries", params={**asked, "limit": 200}).json()["entries"]
        backwards = udo.get(f"{V1}/audit/entries", params={**asked, "limit": 2, "order": "newest"}).json()
        rest = {**asked, "limit": 200, "order": "newest", "after": backwards["next"]}
        older = udo.get(f"{V1}/audit/entries", params=rest).json()["entries"] if backwards["next"] else []
    places = [it["place"] for it in found]
    missed = [it for it in everything if fits(it, ids) and it["place"] not in places and "text" not in asked]
    assert missed == []
    assert all(fits(it, ids) for it in found)
    assert [it["place"] for it in (*backwards["entries"], *older)] == places[::-1]
    assert found or "last" in asked


def test_the_whole_log_is_taken_away_line_by_line_as_it_was_hashed(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "udo") as udo:
        before = list(export(small.home))
        assert udo.get(f"{V1}/audit/export").text.splitlines()[: len(before)] == before
    with signed_in(app, small.home, "ada") as ada:
        assert ada.get(f"{V1}/audit/export").status_code == 403
