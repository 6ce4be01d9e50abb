"""Children open the database that their parent has open, wherever it is said, and its password stands nowhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import make_url

from ccm.api.app import make_app
from ccm.api.press import Press
from ccm.batch.verify import verify
from ccm.store.auditing import export
from ccm.store.batches import run_folder
from templates_store.database import open_database
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World, world
from tests.databases import KINDS

V1 = "/api/v1"
RECORD = {"id": "1", "language": "en", "email": "ada@example.com", "phone": "+4915112345678", "days": 14}
ROWS = "id,language,email,phone,days\n1,en,ada@example.com,+4915112345678,1\n2,de,bo@example.com,+4915112345679,2\n"
RUNNING = """
import json, sys
from datetime import date
from pathlib import Path
from ccm.batch.run import run
from ccm.batch.snapshot import Options
from ccm.letters import letters
from ccm.libraries import approved_items
from ccm.pipeline import Order
from ccm.store.home import open_home

if __name__ == "__main__":
    home, day = open_home(json.load(sys.stdin)), date(2026, 11, 2)
    with home.reading() as session:
        job = letters(approved_items(home, session, day), Order("letter", day, channels=("sms",)))
    result = run(Path("run"), [Path("data.csv")], job, options=Options(id_field="id"), workers=1)
    print(result.done, result.quarantined)
"""
"""A program that has the address of the database in no variable."""
SECRET = "horses-eat-no-cucumbers"


@pytest.fixture(params=KINDS)
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A bank whose database no variable names; PostgreSQL with a password in its address."""
    monkeypatch.delenv("CCM_DATABASE_URL", raising=False)
    made = world(request.param, tmp_path)
    made.home.database.engine.dispose()
    if request.param == "sqlite":
        (tmp_path / "ccm.db").rename(tmp_path / "elsewhere.db")
        address = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    else:
        url = make_url(made.home.database.address).set(password=SECRET)
        address = url.render_as_string(hide_password=False)
    yield replace(made, home=replace(made.home, database=open_database(address)))
    assert not (tmp_path / "ccm.db").exists()


@pytest.fixture(autouse=True)
def _closed(elsewhere: World) -> Iterator[None]:
    yield
    elsewhere.home.database.engine.dispose()


def test_the_press_renders_from_it(elsewhere: World) -> None:
    wanted = {"template": "letter", "record": RECORD, "channels": ["sms"]}
    with closing(Press(1)) as press, signed_in(make_app(elsewhere.home, press), elsewhere.home, "olga") as olga:
        made = olga.post(f"{V1}/render", json=wanted)
    assert made.status_code == 200, made.text
    assert "You have 14 days" in made.json()["messages"][0]["text"]


def test_a_batch_of_the_server_renders_from_it(elsewhere: World) -> None:
    with closing(Press(1)) as press, signed_in(make_app(elsewhere.home, press), elsewhere.home, "olga") as olga:
        url = f"{V1}/batches?template=letter&channels=sms&day=2026-11-02"
        name = olga.post(url, content=ROWS.encode(), headers={"Content-Type": "text/csv"}).json()["id"]
        folder = run_folder(elsewhere.home, name).path
        assert SECRET not in command_line(int((folder.parent / "process").read_text()))
        with olga.stream("GET", f"{V1}/batches/{name}/events") as events:
            last = [line for line in events.iter_lines() if line.startswith("event: ")][-1]
    assert last == "event: finished", (folder.parent / "said.txt").read_text()
    assert verify(folder) == []
    assert [json.loads(line)["what"] for line in export(elsewhere.home)][-1] == "run-certified"
    assert_nothing_is_written_down(folder.parent)


def test_a_run_of_a_program_that_opened_it_by_itself_renders_from_it(elsewhere: World, tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text(ROWS)
    settings = {"CCM_HOME": str(tmp_path), "CCM_DATABASE_URL": elsewhere.home.database.address}
    done = subprocess.run(
        [sys.executable, "-c", RUNNING], input=json.dumps(settings), cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stdout == "2 0\n", done.stderr
    assert_nothing_is_written_down(tmp_path / "run")


def command_line(process: int) -> str:
    """How a process was started, as anybody on the machine can see; nothing if it is over."""
    try:
        return Path(f"/proc/{process}/cmdline").read_text()
    except OSError:
        return ""


def assert_nothing_is_written_down(folder: Path) -> None:
    files = [Path(place) / name for place, _folders, names in os.walk(folder) for name in names]
    assert any(path.name == "run.json" for path in files)
    assert [path for path in files if SECRET.encode() in path.read_bytes()] == []
