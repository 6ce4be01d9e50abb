"""Which conditions hold for somebody: for a persona, for a record, and what cannot be said."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

RECORD = {"id": "1", "language": "en", "email": "ada@example.com", "phone": "+4915112345678"}
ASKED = ["days > 10", "days > 20", "not days > 20", 'brand.name != ""', "element.price > 1"]


def test_conditions_are_judged_for_a_persona_and_for_a_record(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:

        def told(**whose: Any) -> Any:
            answer = bob.post("/api/v1/conditions", json={"template": "letter", "conditions": ASKED, **whose})
            return answer.json()

        assert told(persona="plain")["holds"] == [True, False, True, True, None]
        assert told(record={**RECORD, "days": 5})["holds"] == [False, False, True, True, None]
        assert told(record={**RECORD, "days": "soon"})["problems"][0]["where"] == "days"
        assert told(persona="nobody")["problems"][0]["code"] == "persona-unknown"
        assert told()["problems"][0]["code"] == "record-or-persona"
        assert told(persona="plain", conditions=["a b"])["problems"][0]["where"] == "conditions.0"
        assert told(persona="plain", template="none")["problems"]
