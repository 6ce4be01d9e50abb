"""Kill a run anywhere, resume, and get the identical set.

Each session is a real process group, killed with SIGKILL at a named point: the whole group, the parent alone, or a
single child.  Sessions follow one another in a folder until its run is finished, then in the next.  A sample by
default; at least 25 kills with CCM_FULL=1.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

import pytest

from ccm.batch.run import run
from ccm.batch.snapshot import Options
from ccm.batch.verify import verify
from tests.ccm.batch.samples import folder_hash, job, people, write_records

FAULTS = Path(__file__).parents[2] / "faults"
ROOT = FAULTS.parents[1]
RECORDS = 300
FULL = os.environ.get("CCM_FULL") == "1"
SEED = int(os.environ.get("CCM_SEED", random.randrange(1_000_000)))

# Where to kill, whom, and how often the point is passed at most before it happens.
FAULTS_AT = [
    ("read", "group", 40),
    ("render", "group", 30),
    ("render", "self", 30),
    ("write", "group", 30),
    ("write", "self", 30),
    ("sync", "group", 1),
    ("journal", "group", 1),
    ("journal", "self", 1),
    ("journalled", "group", 1),
    ("place", "group", 1),
    ("place", "self", 1),
]
IN_FILES = ("write", "place")
IN_BUNDLES = [
    ("spool", "group", 30),
    ("spool", "self", 30),
    ("pack", "group", 1),
    ("pack", "self", 1),
    ("member", "group", 90),
    ("member", "self", 90),
    ("shard", "group", 5),
    ("packed", "group", 9),
    ("packed", "self", 9),
]
LAST_FAULTS = [
    ("manifest", "group", 1),
    ("certificate", "group", 1),
    ("certificate", "self", 2),
    ("certified", "self", 1),
]


def plan(chance: random.Random, bundle: int) -> list[tuple[str, str, int]]:
    """The faults in the order in which they happen, those at the end of a run last: 5 in all, or some 40."""
    points = FAULTS_AT if not bundle else [fault for fault in FAULTS_AT if fault[0] not in IN_FILES] + IN_BUNDLES
    ends = [*LAST_FAULTS, ("last shard", "group", 1)] if bundle else LAST_FAULTS
    first = points * 3 if FULL else chance.sample(points, 4)
    last = ends if FULL else chance.sample(ends, 1)
    chance.shuffle(first)
    return [(point, target, chance.randint(1, most)) for point, target, most in first] + last


@contextmanager
def session(verb: str, out: Path, data: Path, bundle: int, fault: str | None = None) -> Iterator[subprocess.Popen[str]]:
    """A run or resume in a process group of its own; nothing of it is left afterwards."""
    environment = {**os.environ, "PYTHONPATH": f"{FAULTS}{os.pathsep}{ROOT}", "PYTHONWARNINGS": "ignore"}
    if fault:
        environment["CCM_FAULT"] = fault
    command = [sys.executable, "-m", "tests.ccm.batch.session", verb, str(out), str(data), str(bundle)]
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=ROOT,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.communicate()
        assert is_gone(process.pid), "a child outlived its parent"


def is_gone(group: int) -> bool:
    """Whether a process group ends within some seconds; what does not is killed."""
    for _ in range(100):
        if not any(state != "Z" for state in states(group)):
            return True
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    return False


def states(group: int) -> Iterator[str]:
    """The states of a group's processes (proc(5)); Z is one that has ended and waits for its parent to notice."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, process_group, *_ = path.read_text().rpartition(")")[2].split()
            if int(process_group) == group:
                yield state


Undisturbed = tuple[Path, int, str]


@pytest.fixture(scope="module", params=[0, 40], ids=["files", "bundled"])
def undisturbed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """Records, how many of them share a shard, and the hash of a run that nobody disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    records = people(f"slow-{n}" if n % 10 == 0 else f"C-{n}" for n in range(RECORDS))
    records[250].pop("name")
    data = write_records(folder / "people.jsonl", records)
    run(folder / "out", [data], job(), options=Options(bundle=request.param or None), workers=1)
    return data, request.param, folder_hash(folder / "out")


def test_killed_anywhere_and_resumed_gives_the_identical_set(undisturbed: Undisturbed, tmp_path: Path) -> None:
    data, bundle, _ = undisturbed
    print(f"seed {SEED}")  # noqa: T201 - shown when it fails, to be given as CCM_SEED
    out, kills = tmp_path / "out-0", 0
    for number, (point, target, count) in enumerate(plan(random.Random(SEED), bundle)):
        counter = tmp_path / f"count-{number}"
        kill(out, data, bundle, f"{point}:{count}:{target}:{counter}")
        kills += counter.exists() and counter.stat().st_size >= count
        if (out / "certificate.json").exists():
            check(out, undisturbed)
            out = tmp_path / f"out-{number + 1}"
    check(out, undisturbed)
    assert kills >= (25 if FULL else 4)


def kill(out: Path, data: Path, bundle: int, fault: str) -> None:
    """Begin a run, or carry it on, with a fault on the way."""
    verb = "resume" if (out / "run.json").exists() else "run"
    with session(verb, out, data, bundle, fault) as process:
        _, errors = process.communicate(timeout=120)
    assert process.returncode in (0, -signal.SIGKILL), errors


def check(out: Path, undisturbed: Undisturbed) -> None:
    """Bring a run to its end and compare it with the undisturbed one."""
    data, bundle, expected = undisturbed
    verb = "resume" if (out / "run.json").exists() else "run"
    with session(verb, out, data, bundle) as process:
        _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    assert folder_hash(out) == expected
    assert verify(out) == []
    assert [path.name for path in (out / ".state").iterdir()] == ["lock"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_stops_a_run_so_that_it_can_be_resumed(
    undisturbed: Undisturbed, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    data, bundle, expected = undisturbed
    with session("run", tmp_path / "out", data, bundle) as process:
        assert process.stdout is not None
        list(islice(process.stdout, 1))
        # As a terminal does it: the children get it too.
        os.killpg(process.pid, number)
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) in ((code, ""), (0, ""))
    with session("resume", tmp_path / "out", data, bundle) as process:
        process.communicate(timeout=60)
    assert process.returncode == 0
    assert folder_hash(tmp_path / "out") == expected
