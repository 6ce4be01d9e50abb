"""Batches over HTTP: the same run as on the command line, in a process that outlives the server."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from fastapi import FastAPI

from ccm.api.app import make_app
from ccm.api.press import Press
from ccm.batch.verify import verify
from ccm.store.auditing import export
from ccm.store.batches import run_folder
from templates_store.file_library import SHIPPED
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"
ROWS = "id,language,email,phone,days\n" + "".join(
    f"{number},en,ada@example.com,+4915112345678,{number}\n" for number in range(1, 9)
)


def test_a_batch_is_ordered_followed_and_verified(small: World, app: FastAPI, press: Press) -> None:
    data = (ROWS + "x,en,no address,+4915112345678,9\n").encode()
    with signed_in(app, small.home, "olga") as olga:
        ordered = olga.post(
            f"{V1}/batches?template=letter&channels=all&day=2026-11-02",
            content=data,
            headers={"Content-Type": "text/csv"},
        )
        assert ordered.status_code == 202, ordered.text
        name = ordered.json()["id"]
        with olga.stream("GET", f"{V1}/batches/{name}/events") as events:
            states = [line for line in events.iter_lines() if line.startswith("event: ")]
        said = (run_folder(small.home, name).path.parent / "said.txt").read_text()
    assert states[-1] == "event: finished", said
    again = make_app(small.home, press)  # a server that was started anew knows as much
    with signed_in(again, small.home, "olga") as olga:
        found = olga.get(f"{V1}/batches/{name}").json()
        held = olga.get(f"{V1}/batches/{name}/quarantine").text.splitlines()
        assert olga.post(f"{V1}/batches/{name}/resume").json()["state"] == "finished"
        assert [it["id"] for it in olga.get(f"{V1}/batches").json()] == [name]
    assert (found["state"], found["rows"]) == ("finished", {"done": 8, "quarantined": 1, "skipped": 0})
    assert found["certificate"]["approval"]["reviews"]
    assert {json.loads(line)["field"] for line in held} == {"email"}
    assert verify(run_folder(small.home, name).path) == []
    whats = [json.loads(line)["what"] for line in export(small.home)]
    assert [it for it in whats if it.startswith(("batch", "run"))] == ["batch-ordered", "run-begun", "run-certified"]


def test_a_run_that_cannot_begin_says_so(small: World, app: FastAPI) -> None:
    small.save("bob", "template", "waiting", small.text("template", "letter").replace(b"letter\n", b"waiting\n", 1))
    with signed_in(app, small.home, "olga") as olga:
        url = f"{V1}/batches?template=waiting"
        name = olga.post(url, content=ROWS.encode(), headers={"Content-Type": "text/csv"}).json()["id"]
        with olga.stream("GET", f"{V1}/batches/{name}/events") as events:
            states = [line for line in events.iter_lines() if line.startswith("event: ")]
        german = olga.get(f"{V1}/batches/{name}", headers={"Accept-Language": "de"}).json()
    assert states[-1] == "event: failed"
    (problem,) = german["problems"]
    assert problem["code"] == "item-not-approved"
    assert "freigegeben" in problem["message"]
    failed: dict[str, object] = {}
    while not failed:  # the end of the process is noticed a moment later
        found = map(json.loads, export(small.home))
        failed = next((it for it in found if it["what"] == "batch-failed"), {})
    assert failed["details"] == {"batch": name, "template": "waiting", "exit_code": 1}


def test_a_batch_that_is_cleared_away_while_it_is_at_work_is_over(small: World, app: FastAPI) -> None:
    """An error in the thread that waits for its process would fail this test."""
    before = set(threading.enumerate())
    with signed_in(app, small.home, "olga") as olga:
        answer = olga.post(f"{V1}/batches?template=letter", content=ROWS.encode(), headers={"Content-Type": "text/csv"})
        folder = run_folder(small.home, answer.json()["id"]).path.parent
        folder.rename(folder.with_name("away"))
        for waiting in set(threading.enumerate()) - before:
            if waiting.name.endswith("(_await)"):
                waiting.join()
        assert olga.get(f"{V1}/batches/{answer.json()['id']}").status_code == 404
    assert "batch-failed" not in [json.loads(line)["what"] for line in export(small.home)]


def test_data_of_no_known_kind_is_refused(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "olga") as olga:
        refused = olga.post(f"{V1}/batches?template=letter", content=b"x", headers={"Content-Type": "image/png"})
    assert (refused.status_code, refused.json()["type"]) == (422, "urn:ccm:problem:data-kind")


@pytest.mark.parametrize("name", ["..", "b-..", "b-0000000000", "b-0000000000%2F..%2F.."])
def test_no_name_leads_out_of_the_folder(small: World, app: FastAPI, name: str) -> None:
    (Path(small.home.place) / "order.json").write_text("{}")
    with signed_in(app, small.home, "olga") as olga:
        assert olga.get(f"{V1}/batches/{name}").status_code == 404


PATHS = (str(SHIPPED / "templates" / "account-statement.yaml"), "./letter.yaml", "letter.yaml", "/dev/zero")


@pytest.mark.parametrize("template", ["nosuch", "--help", *PATHS])
def test_files_of_the_server_are_no_templates(small: World, app: FastAPI, template: str) -> None:
    with signed_in(app, small.home, "olga") as olga:
        asked = {"params": {"template": template}, "headers": {"Content-Type": "text/csv"}}
        assert olga.post(f"{V1}/batches", content=ROWS.encode(), **asked).status_code == 404  # type: ignore[arg-type]
        assert olga.get(f"{V1}/batches").json() == []
