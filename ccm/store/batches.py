"""Batches that the server was asked for: the same `ccm batch run` process, in a folder that is its whole state.

    $CCM_HOME/batches/ORGANISATION/ID/order.json   what was asked for, and by whom
                                      data.csv     the records as they were sent
                                      columns.json the fields that its columns hold, where they are called otherwise
                                      run/         the run folder
                                      process      the number of the process
                                      result.json  what it came to, or why there was nothing to come to
                                      said.txt     what it said beside that
                                      metrics-N.prom   the numbers of its Nth process

The server keeps nothing about it: one that was started again finds every batch as it is.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from secrets import token_hex
from time import sleep
from typing import Literal

from ccm.batch.folder import RunFolder, write_json
from ccm.batch.status import Status, status
from ccm.store.actor import Actor, renewed
from ccm.store.home import Home
from ccm.store.saving import newest
from content_blocks.problem import Problem, Refused, refuse
from templates_store.database import Unavailable

ENDINGS: Mapping[str, str] = {
    "text/csv": "csv",
    "application/json": "json",
    "application/x-ndjson": "jsonl",
    "application/vnd.apache.parquet": "parquet",
}
"""The kinds of data that can be sent."""
ID = re.compile(r"b-[0-9a-f]{10}")
RESULT = "result.json"
COLUMNS = "columns.json"
PAUSE, TRIES = 10.0, 360
"""Seconds, and how often: an hour for a database that is away as a batch ends."""


State = Literal["waiting", "running", "finished", "unfinished", "failed"]


@dataclass(frozen=True)
class Ordered:
    """What was asked for."""

    id: str
    template: str
    day: str
    brand: str | None
    channels: str
    data: str
    by: str
    at: str


@dataclass(frozen=True)
class Batch:
    """A batch and where it stands: `waiting` for its data or its process, or as its run folder says.

    `problems` are the reasons for which its process gave up.
    """

    ordered: Ordered
    status: Status | None
    alive: bool
    begun: bool
    problems: tuple[Problem, ...] = ()

    @property
    def state(self) -> State:
        """`waiting` for its data, `running`, `finished`, `unfinished` (to be carried on), or `failed` at the start."""
        if self.status is not None and self.status.state == "finished":
            return "finished"
        if self.alive:
            return "running"
        if not self.begun:
            return "waiting"
        return "failed" if self.status is None else "unfinished"

    @property
    def retrying(self) -> bool:
        """Whether rows that were held back are being rendered again."""
        return self.alive and self.state == "finished"


def order_batch(
    home: Home,
    by: Actor,
    template: str,
    media_type: str,
    day: date,
    channels: str = "preferred",
    brand: str | None = None,
    now: datetime | None = None,
) -> Path:
    """Make the folder of a batch; returns where its data belongs.

    Raises Refused for whom it is not, for a template that nobody ever saved, and for data of a kind that no run reads.
    """
    ending = ENDINGS.get(media_type.partition(";")[0].strip().lower())
    if ending is None:
        raise refuse("", "data-kind", expected=", ".join(ENDINGS))
    with home.turn(now) as turn:
        if not renewed(turn.session, home.organisation, by).operates("template", template):
            raise refuse("", "role-missing-for", role="operator")
        if newest(turn.session, home.organisation, "template", template) is None:  # to the command it might be a path
            raise refuse("", "item-not-known", kind="template", name=template)
        name = f"b-{token_hex(5)}"
        ordered = Ordered(name, template, day.isoformat(), brand, channels, f"data.{ending}", by.login, turn.now)
        folder = _folder(home, name)
        folder.mkdir(parents=True, mode=0o700)
        write_json(folder / "order.json", asdict(ordered))
        turn.log("batch-ordered", by.id, batch=name, template=template, day=ordered.day)
    return folder / ordered.data


def start_batch(home: Home, name: str) -> Batch:
    """Start the process of a batch whose data is there, or carry on one that was interrupted, or a supplement of it."""
    folder, ordered = _folder(home, name), _ordered(home, name)
    found = batch(home, name)
    if found.alive:
        return found
    if found.status is not None and found.state == "finished":
        left = [added for added, state in found.status.supplements.items() if state.certificate is None]
        return launch(home, name, ["resume", str(folder / "run" / left[0])]) if left else found
    if not (folder / ordered.data).exists():
        raise refuse("", "batch-without-data")
    resumed = RunFolder(folder / "run").run.exists()
    return launch(home, name, ["resume", str(folder / "run")] if resumed else _run(folder, ordered))


def launch(home: Home, name: str, words: Sequence[str]) -> Batch:
    """Start a `ccm batch` process for a batch, in the name of nobody and with what this server knows of its places."""
    folder, ordered = _folder(home, name), _ordered(home, name)
    numbers = folder / f"metrics-{len(list(folder.glob('metrics-*.prom'))) + 1}.prom"
    with (folder / "said.txt").open("wb") as said, (folder / RESULT).open("wb") as result:
        process = subprocess.Popen(  # noqa: S603 - our own program, with words that are no options
            [sys.executable, "-m", "ccm", "batch", words[0], "--json", "--metrics", str(numbers), *words[1:]],
            stdin=subprocess.DEVNULL,
            stdout=result,
            stderr=said,
            start_new_session=True,
            env={**os.environ, **home.environment(), "LANGUAGE": "en"},
        )
    (folder / "process").write_text(f"{process.pid}\n")
    threading.Thread(target=_await, args=(home, ordered, process), daemon=True).start()
    return batch(home, name)


def _await(home: Home, ordered: Ordered, process: subprocess.Popen[bytes]) -> None:
    """Notice the end of a process while this server lives; one that left its batch undone is an entry of the log."""
    process.wait()
    for _ in range(TRIES):
        if not _undone(home, ordered.id):
            return
        try:
            with home.turn() as turn:
                told = {"batch": ordered.id, "template": ordered.template, "exit_code": process.returncode}
                turn.log("batch-failed", None, **told)
        except Unavailable:  # what ended the batch may well be what is away now
            sleep(PAUSE)
        else:
            return


def _undone(home: Home, name: str) -> bool:
    """Whether a batch has not come to its end; of one that somebody has cleared away there is nothing to tell."""
    try:
        return batch(home, name).state != "finished"
    except Refused:
        return False


def batch(home: Home, name: str) -> Batch:
    """Where a batch stands; raises Refused where the organisation has none of that name."""
    folder, ordered = _folder(home, name), _ordered(home, name)
    run = RunFolder(folder / "run")
    alive = _alive(folder)  # looked at before the run folder: what has ended by then has left its certificate
    found = status(run.path) if run.run.exists() else None
    problems = () if alive else _problems(folder)
    return Batch(ordered, found, alive, (folder / "process").exists(), problems)


def _problems(folder: Path) -> tuple[Problem, ...]:
    """Why the process of a batch gave up; nothing where it was killed before it could tell."""
    try:
        told = json.loads((folder / RESULT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(Problem(it["where"], it["code"], it["params"]) for it in told.get("problems", ()))


def batches(home: Home) -> list[Batch]:
    """Every batch of the organisation, the newest first."""
    place = home.place / "batches" / home.organisation
    names = [path.name for path in place.iterdir() if (path / "order.json").is_file()] if place.is_dir() else []
    return sorted((batch(home, name) for name in names), key=lambda it: it.ordered.at, reverse=True)


def written_numbers(home: Home) -> list[tuple[Path, bool]]:
    """The files in which processes of batches have told their numbers, each with whether its process is still there.

    Of all organisations: whoever watches over the server is not one of theirs.
    """
    found: list[tuple[Path, bool]] = []
    for folder in sorted((home.place / "batches").glob("*/*/")):
        files = sorted(folder.glob("metrics-*.prom"), key=lambda path: int(path.stem.partition("-")[2]))
        found += [(path, path is files[-1] and _alive(folder)) for path in files]
    return found


def settled(home: Home, name: str) -> Batch:
    """A batch that has come to its end, with all its supplements; raises Refused for one at work, or left undone."""
    found = batch(home, name)
    if found.alive:
        raise refuse("", "batch-at-work")
    status = found.status
    if status is None or found.state != "finished" or any(it.certificate is None for it in status.supplements.values()):
        raise refuse("", "batch-unfinished")
    return found


def corrected_data(home: Home, name: str, ending: str) -> Path:
    """Where the next corrected data of a batch belongs, which no earlier data ever makes room for."""
    folder = _folder(home, name)
    return folder / f"corrected-{len(list(folder.glob('corrected-*'))) + 1}{ending}"


def day_of(found: Batch) -> date:
    """The day for which a batch was ordered."""
    return date.fromisoformat(found.ordered.day)


def run_folder(home: Home, name: str) -> RunFolder:
    """The run folder of a batch."""
    _ordered(home, name)
    return RunFolder(_folder(home, name) / "run")


def _run(folder: Path, ordered: Ordered) -> list[str]:
    words = ["run", "--data", str(folder / ordered.data), "--out", str(folder / "run"), "--on", ordered.day]
    words += ["--channel", ordered.channels]
    words += ["--brand", ordered.brand] if ordered.brand else []
    words += ["--columns", str(folder / COLUMNS)] if (folder / COLUMNS).exists() else []
    return [*words, "--", ordered.template]


def _folder(home: Home, name: str) -> Path:
    return home.place / "batches" / home.organisation / name


def _ordered(home: Home, name: str) -> Ordered:
    path = _folder(home, name) / "order.json"
    if not ID.fullmatch(name) or not path.is_file():
        raise refuse("", "batch-unknown")
    return Ordered(**json.loads(path.read_text(encoding="utf-8")))


def _alive(folder: Path) -> bool:
    """Whether the process of a batch is still there: by its number, and by what it was started with."""
    path = folder / "process"
    if not path.exists():
        return False
    try:
        words = Path(f"/proc/{int(path.read_text())}/cmdline").read_bytes()
    except (OSError, ValueError):
        return False
    return str(folder / "run").encode() in words
