"""Columns that are called otherwise, and rows corrected by hand, over HTTP."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ccm.api.frame import LARGEST_BODY
from ccm.batch.verify import verify
from ccm.store import batch_retrying
from ccm.store.auditing import export
from ccm.store.batches import run_folder
from ccm.store.home import Home
from ccm.store.turn import Turn
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"
CSV = {"Content-Type": "text/csv"}
MISNAMED = (
    "Kennung;Sprache;E-Mail;phone;Tage;Filiale\n"
    "K1;en;ada@example.com;+4915112345678;3;Nord\n"
    "K2;en;no address;+4915112345678;5;Nord\n"
    "K3;en;bob@example.com;+4915112345678;many;Süd\n"
)
COLUMNS = {"Kennung": "id", "Sprache": "language", "E-Mail": "email", "Tage": "days", "Filiale": ""}


def ordered(client: TestClient, data: str, kind: dict[str, str] = CSV, **options: str) -> str:
    """The id of a batch that waits."""
    asked = {"template": "letter", "day": "2026-11-02", "channels": "all", "start": "false", **options}
    answer = client.post(f"{V1}/batches", params=asked, content=data.encode(), headers=kind)
    assert (answer.status_code, answer.json()["state"]) == (202, "waiting")
    return str(answer.json()["id"])


def ended(client: TestClient, name: str) -> dict[str, Any]:
    """A batch once nothing of it is at work any more."""
    with client.stream("GET", f"{V1}/batches/{name}/events") as events:
        told = [line for line in events.iter_lines() if line.startswith("data: ")]
    return dict(json.loads(told[-1].removeprefix("data: ")))


def test_columns_of_other_names_are_mapped_and_the_run_keeps_it(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "olga") as olga:
        name = ordered(olga, MISNAMED)
        seen = olga.get(f"{V1}/batches/{name}/columns").json()
        guessed = {it["name"]: it["field"] for it in seen["columns"]}
        assert (guessed["phone"], guessed["E-Mail"]) == ("phone", "email")
        assert {"id", "language", "email", "days"} <= {it["path"] for it in seen["fields"]}
        assert olga.put(f"{V1}/batches/{name}/columns", json={"columns": COLUMNS}).status_code == 204
        olga.post(f"{V1}/batches/{name}/resume")
        found = ended(olga, name)
        assert found["rows"] == {"done": 1, "quarantined": 2, "skipped": 0}, found
        late = olga.put(f"{V1}/batches/{name}/columns", json={"columns": {}})
        assert (late.status_code, late.json()["type"]) == (409, "urn:ccm:problem:columns-late")
    pinned = json.loads(run_folder(small.home, name).run.read_text())
    assert pinned["input"]["columns"] == COLUMNS


def test_a_mapping_has_to_fit_data_and_dictionary(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "olga") as olga:
        name = ordered(olga, MISNAMED)
        for columns, code in (
            ({"Kennung": "nosuch"}, "field-unknown"),
            ({"Nosuch": "id"}, "column-not-there"),
            ({"Kennung": "id", "Tage": "id"}, "columns-share-field"),
        ):
            answer = olga.put(f"{V1}/batches/{name}/columns", json={"columns": columns})
            assert (answer.status_code, answer.json()["problems"][0]["code"]) == (422, code)
    with signed_in(app, small.home, "bob") as bob:
        assert bob.get(f"{V1}/batches/{name}/columns").status_code == 403


def test_rows_are_corrected_by_hand_until_nothing_is_held_back(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "olga") as olga:
        name = held_back(olga)
        held = olga.get(f"{V1}/batches/{name}/held").json()
        assert [(it["supplement"], it["row"], it["id"]) for it in held["rows"]] == [(0, 2, "K2"), (0, 3, "K3")]
        row = olga.get(f"{V1}/batches/{name}/held/0/2").json()
        assert (row["faults"][0]["where"], row["values"]["email"]) == ("email", "no address")
        fixed = [
            {"row": 2, "values": {"email": "eve@example.com"}},
            {"row": 3, "values": {"days": "none"}},
        ]
        answer = olga.post(f"{V1}/batches/{name}/corrections", json={"rows": fixed})
        assert answer.status_code == 202, answer.text
        found = ended(olga, name)
        assert [it["rows"] for it in found["supplements"]] == [{"done": 1, "quarantined": 1, "skipped": 0}]
        (left,) = olga.get(f"{V1}/batches/{name}/held").json()["rows"]
        assert (left["supplement"], left["id"]) == (1, "K3")
        assert olga.get(f"{V1}/batches/{name}/held/0/2").status_code == 404
        again = {"supplement": 1, "row": left["row"], "values": {"days": "7"}}
        olga.post(f"{V1}/batches/{name}/corrections", json={"rows": [again]})
        ended(olga, name)
        assert olga.get(f"{V1}/batches/{name}/held").json() == {"rows": [], "total": 0, "next": None}
        assert olga.post(f"{V1}/batches/{name}/verify").json() == {"right": True, "problems": []}
    assert verify(run_folder(small.home, name).path) == []
    whats = [json.loads(line)["what"] for line in export(small.home)]
    assert whats.count("batch-corrected") == 2
    assert whats.count("run-certified") == 3


def test_records_of_json_are_corrected_too(small: World, app: FastAPI) -> None:
    record = {"Nr": "5", "language": "en", "email": "nowhere", "phone": "+4915112345678", "days": "x"}
    with signed_in(app, small.home, "olga") as olga:
        name = ordered(olga, json.dumps(record) + "\n", {"Content-Type": "application/x-ndjson"})
        olga.put(f"{V1}/batches/{name}/columns", json={"columns": {"Nr": "id"}})
        olga.post(f"{V1}/batches/{name}/resume")
        ended(olga, name)
        olga.post(
            f"{V1}/batches/{name}/corrections",
            json={"rows": [{"row": 1, "values": {"email": "eve@example.com", "days": "4"}}]},
        )
        found = ended(olga, name)
    assert found["supplements"][0]["rows"] == {"done": 1, "quarantined": 0, "skipped": 0}, found


def test_damage_is_told_without_places_of_the_server(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "olga") as olga:
        name = ordered(olga, MISNAMED)
        olga.put(f"{V1}/batches/{name}/columns", json={"columns": COLUMNS})
        olga.post(f"{V1}/batches/{name}/resume")
        assert ended(olga, name)["state"] == "finished"
        mail = next((run_folder(small.home, name).path / "email").iterdir())
        mail.write_bytes(b"changed")
        found = olga.post(f"{V1}/batches/{name}/verify").json()
    assert not found["right"]
    assert str(small.home.place) not in json.dumps(found)


CORRECTED = (
    "Kennung;Sprache;E-Mail;phone;Tage;Filiale\n"
    "K1;en;ada@example.com;+4915112345678;3;Nord\n"
    "K2;en;eve@example.com;+4915112345678;5;Nord\n"
    "K3;en;bob@example.com;+4915112345678;some;Süd\n"
)


def held_back(client: TestClient) -> str:
    """The id of a batch that has come to its end, with two rows of three held back."""
    name = ordered(client, MISNAMED)
    client.put(f"{V1}/batches/{name}/columns", json={"columns": COLUMNS})
    client.post(f"{V1}/batches/{name}/resume")
    ended(client, name)
    return name


def test_a_corrected_file_is_looked_at_and_renders_only_what_is_held_back(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "olga") as olga:
        name = ordered(olga, MISNAMED)
        olga.put(f"{V1}/batches/{name}/columns", json={"columns": COLUMNS})
        early = olga.put(f"{V1}/batches/{name}/corrected", content=CORRECTED.encode(), headers=CSV)
        assert (early.status_code, early.json()["type"]) == (409, "urn:ccm:problem:batch-unfinished")
        olga.post(f"{V1}/batches/{name}/resume")
        ended(olga, name)
        place = f"{V1}/batches/{name}/corrected"
        assert olga.get(place).status_code == 404
        looked = olga.put(place, content=CORRECTED.encode(), headers=CSV).json()
        counts = {key: looked[key] for key in ("rows", "again", "right", "done", "new", "open")}
        assert counts == {"rows": 3, "again": 2, "right": 1, "done": 1, "new": 0, "open": 2}
        assert [(it["row"], it["id"], it["faults"][0]["where"]) for it in looked["faulty"]] == [(3, "K3", "days")]
        other = olga.post(f"{place}/start", json={"data": "0" * 64})
        assert (other.status_code, other.json()["type"]) == (412, "urn:ccm:problem:edited-meanwhile")
        assert olga.post(f"{place}/start", json={"data": looked["data"]}).status_code == 202
        found = ended(olga, name)
        assert [it["rows"] for it in found["supplements"]] == [{"done": 1, "quarantined": 1, "skipped": 0}]
        assert olga.get(place).status_code == 404
        held = olga.get(f"{V1}/batches/{name}/held").json()
        assert [(it["supplement"], it["id"]) for it in held["rows"]] == [(1, "K3")]
        again = olga.put(place, content=CORRECTED.encode(), headers=CSV).json()
        assert (again["again"], again["done"]) == (1, 2)  # what has gone out by now is left alone, too
        assert olga.delete(place).status_code == 204
    assert verify(run_folder(small.home, name).path) == []


def test_a_corrected_file_of_other_rows_is_refused_as_a_whole(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "olga") as olga:
        name = held_back(olga)
        place = f"{V1}/batches/{name}/corrected"
        looked = olga.put(place, content=CORRECTED.replace("K2", "K9").encode(), headers=CSV).json()
        assert (looked["new"], [it["code"] for it in looked["against"]]) == (1, ["ids-unknown"])
        refused = olga.post(f"{place}/start", json={"data": looked["data"]})
        assert (refused.status_code, refused.json()["problems"][0]["code"]) == (422, "ids-unknown")
        nothing = olga.put(place, content=CORRECTED.partition("K2")[0].encode(), headers=CSV).json()
        assert [it["code"] for it in nothing["against"]] == ["nothing-to-retry"]
        assert olga.put(place, content=b"x", headers={"Content-Type": "image/png"}).status_code == 422
    with signed_in(app, small.home, "udo") as udo:
        assert udo.get(place).status_code == 403


def test_of_corrected_files_of_several_kinds_the_last_one_waits(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "olga") as olga:
        name = held_back(olga)
        place, folder = f"{V1}/batches/{name}/corrected", run_folder(small.home, name).path.parent
        names, *lines = (line.split(";") for line in CORRECTED.splitlines())
        rows = [dict(zip(names, line, strict=True)) for line in lines]
        assert olga.put(place, content=CORRECTED.encode(), headers=CSV).status_code == 200
        last = olga.put(place, content=json.dumps(rows).encode(), headers={"Content-Type": "application/json"}).json()
        assert olga.get(place).json() == last
        assert [it.name for it in folder.glob("pending.*")] == ["pending.json"]
        (folder / "pending.csv").write_text(CORRECTED)  # comes at the same time as the one whose upload ends now
        batch_retrying.keep_last(small.home, name)
        batch_retrying.keep_last(small.home, name)
        assert [it.name for it in folder.glob("pending.*")] == ["pending.csv"]


def test_a_corrected_file_may_be_as_long_as_the_data_of_a_batch(
    small: World, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = CORRECTED.splitlines()[1].replace("Nord", "N" * 2000) + "\n"
    long = CORRECTED + done * (LARGEST_BODY // len(done) + 1)
    with signed_in(app, small.home, "olga") as olga:
        name = held_back(olga)
        answer = olga.put(f"{V1}/batches/{name}/corrected", content=long.encode(), headers=CSV)
        monkeypatch.setattr(batch_retrying, "plan_retry", None)  # whoever looks again does not have it read again
        assert olga.get(f"{V1}/batches/{name}/corrected").json() == answer.json()
    assert (answer.status_code, answer.json()["rows"]) == (200, long.count("\n") - 1)


def test_a_corrected_file_that_is_started_twice_at_once_is_rendered_once(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "olga") as olga:
        name = held_back(olga)
        place = f"{V1}/batches/{name}/corrected"
        data = olga.put(place, content=CORRECTED.encode(), headers=CSV).json()["data"]
        with ThreadPoolExecutor(4) as hands:
            started = [hands.submit(olga.post, f"{place}/start", json={"data": data}) for _ in range(4)]
            told = sorted(it.result().status_code for it in started)
        found = ended(olga, name)
    assert told[0] == 202
    assert set(told[1:]) <= {404, 409, 412}
    assert [it["rows"]["done"] for it in found["supplements"]] == [1]
    assert [json.loads(line)["what"] for line in export(small.home)].count("batch-corrected") == 1


def test_a_file_that_comes_at_the_last_moment_is_not_rendered_unseen(
    small: World, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at the file and the turn in which it is taken there is time for another one."""
    with signed_in(app, small.home, "olga") as olga:
        name = held_back(olga)
        place = f"{V1}/batches/{name}/corrected"
        data = olga.put(place, content=CORRECTED.encode(), headers=CSV).json()["data"]
        waiting, taking, other = run_folder(small.home, name).path.parent / "pending.csv", Home.turn, CORRECTED + "\n"

        def late(home: Home, now: datetime | None = None) -> AbstractContextManager[Turn]:
            waiting.write_text(other)
            return taking(home, now)

        monkeypatch.setattr(Home, "turn", late)
        started = olga.post(f"{place}/start", json={"data": data})
        monkeypatch.undo()
        assert (started.status_code, started.json()["type"]) == (412, "urn:ccm:problem:edited-meanwhile")
        assert waiting.read_text() == other
        assert ended(olga, name)["supplements"] == []


def test_a_row_twice_makes_no_room_for_somebody_new(small: World, app: FastAPI) -> None:
    """The second one would be held back for want of an id of its own, and any new id could then take its place."""
    twice = CORRECTED + CORRECTED.splitlines()[2] + "\n"
    with signed_in(app, small.home, "olga") as olga:
        name = held_back(olga)
        place = f"{V1}/batches/{name}/corrected"
        looked = olga.put(place, content=twice.encode(), headers=CSV).json()
        assert [it["code"] for it in looked["against"]] == ["id-repeated"]
        refused = olga.post(f"{place}/start", json={"data": looked["data"]})
        assert (refused.status_code, refused.json()["problems"][0]["code"]) == (422, "id-repeated")
