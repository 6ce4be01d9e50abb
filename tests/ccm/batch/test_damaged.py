"""Whatever stands in the files of a run, verify says that it is damaged, and never fails itself."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from ccm.batch.run import run
from ccm.batch.snapshot import Options
from ccm.batch.status import status
from ccm.batch.verify import verify
from content_blocks.problem import Refused
from tests.ccm.batch.samples import job, people, write_records

VALUES: tuple[Any, ...] = (None, True, -1, 1.5, 10**30, "x", "\ud800", [1], {"a": 1})
FREE = {("input", "path"), *(("seal.json", name) for name in ("finished", "host", "operator", "signature"))}
"""Where the input lay when it was read, and what only this run knows of itself: nothing else depends on it."""


@pytest.fixture(scope="module", params=[None, 2], ids=["files", "bundled"])
def out(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run with a message and two quarantined rows."""
    folder = tmp_path_factory.mktemp("damaged")
    data = write_records(folder / "people.jsonl", [*people(["nosms-1", "nophone-1"]), {"id": "C-1"}])
    run(folder / "out", [data], job(), options=Options(bundle=request.param), workers=1)
    return folder / "out"


def places(content: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every place in a JSON value."""
    yield above
    for name, inner in content.items() if isinstance(content, dict) else ():
        yield from places(inner, (*above, name))


def changed(content: Any, place: tuple[str, ...], value: Any) -> Any:
    """The same JSON value with something else in one place."""
    if not place:
        return value
    content = copy.deepcopy(content)
    inner = content
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    return content


def is_seen(out: Path) -> bool:
    """Whether verify has something to say; the status is asked too, since it reads the same files."""
    with suppress(Refused):
        status(out)
    try:
        return bool(verify(out))
    except Refused:
        return True


@pytest.mark.parametrize("name", ["run.json", "certificate.json", "seal.json", "manifest.jsonl", "quarantine.jsonl"])
def test_a_value_of_any_other_kind_anywhere_is_seen(name: str, out: Path) -> None:
    path = out / name
    before = path.read_text()
    first, _, rest = before.partition("\n") if name.endswith("l") else (before, "", "")
    content = json.loads(first)
    for place in places(content):
        for value in VALUES:
            other = changed(content, place, value)
            if json.dumps(other) == json.dumps(content) or FREE & {place, (name, *place)}:
                continue
            path.write_text(f"{json.dumps(other)}\n{rest}")
            assert is_seen(out), (place, value)
    path.write_text(before)
    assert verify(out) == []
