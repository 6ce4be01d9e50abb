"""The whole story over HTTP: write, submit, approve, render, verify."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

import pytest
from fastapi import FastAPI

from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"
RECORD = {"id": "1", "language": "en", "email": "ada@example.com", "phone": "+4915112345678", "days": 14}


def test_a_letter_is_written_approved_and_sent(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        found = bob.get(f"{V1}/items/template/letter")
        text = bob.get(f"{V1}/items/template/letter", headers={"Accept": "application/yaml"}).text
        new = text.replace("You have", "There are").replace("version: '1.0'", "version: '1.1'")
        stamped = write_yaml(stamp(read_yaml(new).content, "en"))
        saved = bob.put(
            f"{V1}/items/template/letter", json={"text": stamped}, headers={"If-Match": found.headers["ETag"]}
        )
        assert (saved.status_code, saved.json()["state"]) == (200, "draft")
    with signed_in(app, small.home, "bob") as bob:
        review = bob.post(f"{V1}/reviews", json={"items": [{"kind": "template", "name": "letter"}]}).json()
        assert (review["state"], review["step"], review["change"]) == ("in_review", "content", "business wording")
        own = bob.post(
            f"{V1}/reviews/{review['id']}/decisions", json={"kind": "approved", "subject": review["subject"]}
        )
        assert (own.status_code, own.json()["type"]) == (403, "urn:ccm:problem:own-work")
        redline = bob.get(f"{V1}/reviews/{review['id']}/redline?as=text").text
        assert "There are" in redline
    with signed_in(app, small.home, "carl") as carl:
        decided = carl.post(
            f"{V1}/reviews/{review['id']}/decisions", json={"kind": "approved", "subject": review["subject"]}
        )
        assert decided.json()["state"] == "approved"
    with signed_in(app, small.home, "olga") as olga:
        made = olga.post(f"{V1}/render", json={"template": "letter", "record": RECORD, "channels": ["sms"]}).json()
        assert (made["version"], made["proof"]) == ("1.1", False)
        assert "There are 14 days" in made["messages"][0]["text"]
        mail = olga.post(
            f"{V1}/render",
            json={"template": "letter", "record": RECORD, "channels": ["email"], "version": "1"},
            headers={"Accept": "message/rfc822"},
        )
        assert mail.headers["content-type"] == "message/rfc822"
        assert b"Subject: Your letter" in mail.content
    with signed_in(app, small.home, "udo") as udo:
        assert udo.post(f"{V1}/audit/verify", json=[udo.get(f"{V1}/audit/head").json()]).json() == {
            "right": True,
            "problems": [],
        }


def test_a_proof_says_that_it_is_one(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        made: dict[str, Any] = bob.post(f"{V1}/preview", json={"template": "letter", "persona": "plain"}).json()
    assert made.get("proof"), made
    assert [it["channel"] for it in made["messages"]] == ["email", "sms"]
    assert all("PROOF" in it["text"].upper() for it in made["messages"])
    assert b64decode(made["messages"][0]["content"])


@pytest.mark.parametrize("login", ["bob", "carl", "ada", "udo", "nora"])
def test_only_operators_render_for_sending(small: World, app: FastAPI, login: str) -> None:
    with signed_in(app, small.home, login) as client:
        refused = client.post(f"{V1}/render", json={"template": "letter", "record": RECORD})
    assert refused.status_code == 403


def test_nobody_overwrites_what_they_have_not_seen(small: World, app: FastAPI) -> None:
    text = small.text("template", "letter").decode() + "\n# mine\n"
    with signed_in(app, small.home, "bob") as bob:
        blind = bob.put(f"{V1}/items/template/letter", json={"text": text})
        stale = bob.put(f"{V1}/items/template/letter", json={"text": text}, headers={"If-Match": '"0"'})
        there = bob.put(f"{V1}/items/template/letter", json={"text": text}, headers={"If-None-Match": "*"})
    assert (blind.status_code, stale.status_code, there.status_code) == (428, 412, 412)


def test_another_site_changes_nothing_with_somebodys_cookie(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "ada") as ada:
        del ada.headers["X-CSRF-Token"]
        refused = ada.post(f"{V1}/people", json={"login": "eve", "name": "Eve"})
        assert (refused.status_code, refused.json()["type"]) == (403, "urn:ccm:problem:form-token-missing")
        assert ada.get(f"{V1}/people").status_code == 200
