"""What uses a field of a data dictionary, as somebody sees it before they remove one."""

from __future__ import annotations

from fastapi import FastAPI

from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

PLACE = "/api/v1/items/dictionary/letter/field-uses"


def test_it_says_who_uses_a_field_and_who_does_not(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        days = bob.get(PLACE, params={"path": "days"}).json()
        used = {it["template"]: it for it in days["uses"]}
        assert set(used) == {"letter", "reminder"}
        assert (used["letter"]["faults"][0]["code"], used["letter"]["personas"]) == ("path-unknown", ["plain"])
        assert used["letter"]["faults"][0]["where"].startswith("templates/letter.yaml:")
        needed = bob.get(PLACE, params={"path": "id"}).json()
        assert [it["code"] for it in needed["against"]] == ["role-id-missing"]
        assert bob.get(PLACE, params={"path": "nosuch"}).status_code == 422
        assert bob.get(PLACE.replace("letter", "nosuch"), params={"path": "days"}).status_code == 404


def test_nobody_learns_of_it_who_has_no_business_there(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "nora") as nora:
        assert nora.get(PLACE, params={"path": "days"}).status_code == 403
