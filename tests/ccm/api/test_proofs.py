"""What reviewers look at: both sides of a proof, what is touched, what checks find, and all of it before asking."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"


@pytest.fixture
def law(app: FastAPI, small: World) -> Iterator[TestClient]:
    """The owner of the clauses, signed in."""
    with signed_in(app, small.home, "law") as client:
        yield client


def asked(bank: World) -> str:
    """A clause that two templates show, in review."""
    old, new = clause(bank)
    bank.edit("law", "block", "notice", (old, new), version="2.0")
    return bank.submit("law", ("block", "notice"))


def clause(bank: World) -> tuple[str, str]:
    said = bank.says()
    return said, said.replace(said.split()[0], "Certainly", 1)


def messages(side: dict[str, Any]) -> dict[str, Any]:
    return {it["channel"]: it for it in side["preview"]["messages"]}


def test_a_proof_shows_what_is_in_force_beside_what_is_asked_for(law: TestClient, small: World) -> None:
    review = asked(small)
    found = law.get(f"{V1}/reviews/{review}/proofs?template=letter&language=en").json()
    before, after = messages(found["before"]), messages(found["after"])
    assert "Certainly" not in before["email"]["email"]["text"]
    assert "Certainly" in after["email"]["email"]["text"]
    assert "email" in found["changed"]


def test_what_goes_out_is_never_touched_by_a_proof(law: TestClient, small: World) -> None:
    review, was = asked(small), small.hash()
    law.get(f"{V1}/reviews/{review}/proofs")
    assert small.hash() == was


def test_of_a_new_template_there_is_nothing_in_force(law: TestClient, small: World) -> None:
    text = small.text("template", "letter").decode().replace("template: letter", "template: letter-two")
    small.save("law", "template", "letter-two", text)
    persona = small.text("persona", "letter/plain")
    small.save("law", "persona", "letter-two/plain", persona)
    review = small.submit("law", ("template", "letter-two"))
    found = law.get(f"{V1}/reviews/{review}/proofs").json()
    assert found["before"] == {"preview": None, "problems": []}
    assert set(found["changed"]) == set(messages(found["after"]))


def test_what_a_review_does_not_touch_has_no_proof(law: TestClient, small: World) -> None:
    answer = law.get(f"{V1}/reviews/{asked(small)}/proofs?template=elsewhere")
    assert answer.status_code == 404


def test_a_review_says_which_templates_it_touches_and_how(law: TestClient, small: World) -> None:
    found = {it["template"]: it for it in law.get(f"{V1}/reviews/{asked(small)}/touches").json()}
    assert set(found) == {"letter", "reminder"}
    assert found["letter"]["channels"] == ["email", "sms"]
    assert [it["name"] for it in found["letter"]["personas"]] == ["plain"]
    assert not found["letter"]["asked"]


def test_every_combination_is_checked(law: TestClient, small: World) -> None:
    found = law.get(f"{V1}/reviews/{asked(small)}/checks").json()
    assert {it["template"] for it in found} == {"letter", "reminder"}
    assert all(it["problems"] == [] for it in found)


def test_a_proposal_says_what_a_review_would_be_and_writes_nothing(law: TestClient, small: World) -> None:
    old, new = clause(small)
    small.edit("law", "block", "notice", (old, new), version="2.0")
    submission = {"items": [{"kind": "block", "name": "notice"}]}
    reviews = len(small.reviews())
    found = law.post(f"{V1}/proposals", json=submission).json()
    assert found["change"] == "regulated wording"
    assert [it["id"] for it in found["steps"]] == ["content", "compliance"]
    assert {it["template"] for it in found["touches"]} == {"letter", "reminder"}
    assert "Certainly" in str(found["items"][0]["redline"])
    wish = {"template": "letter", "language": "en", "brand": "ahorn"}
    shown = law.post(f"{V1}/proposals/proofs", json={"submission": submission, "wish": wish}).json()
    assert "Certainly" in messages(shown["after"])["email"]["email"]["text"]
    assert len(small.reviews()) == reviews


def test_nothing_to_submit_is_no_proposal(law: TestClient) -> None:
    answer = law.post(f"{V1}/proposals", json={"items": [{"kind": "block", "name": "notice"}]})
    assert answer.json()["problems"][0]["code"] == "nothing-to-submit"
