"""A run over hostile records: every row ends in one outcome, and neither file names nor lists carry an attack on."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ccm.batch.run import RunResult, run
from ccm.batch.snapshot import Options
from ccm.batch.verify import verify
from ccm.letters import letters
from ccm.pipeline import Order
from tests.ccm.batch.samples import lines
from tests.ccm.hostile import CANARY, TEXTS
from tests.ccm.targets import libraries, records
from tests.evidence import note

SHORT = 30_000
OUT = ("row", "id", "channel", "outcome")
DONE = (*OUT, "file", "sha256", "bytes")
DONE_SMS = (*DONE, "segments")
HELD_BACK = ("row", "id", "channel", "field", "code", "params", "message")
PLAIN_NAME = re.compile(r"[A-Za-z0-9_%][A-Za-z0-9._%~-]*\.(eml|json)")
"""Stays in its folder, is no option of any program, and no formula in any spreadsheet."""

Row = dict[str, Any]


def rows(texts: Iterable[str]) -> list[Row]:
    """For each text a record that has it as its id, and one that has it everywhere else."""
    base = records("exposed")["benign"] | {"entries": None}
    found = []
    for number, text in enumerate(texts):
        found += [base | {"id": text}, base | {"id": f"K-{number}", "text": text, "name": text, "token": text}]
    return found


def write_json_lines(folder: Path) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows(TEXTS)))
    return path


def write_csv(folder: Path) -> Path:
    """What CSV can carry: no lone surrogates, and no NUL, which no encoding of a text file holds."""
    texts = [text for text in TEXTS if len(text) < SHORT and not re.search("[\0\ud800-\udfff]", text)]
    path = folder / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, quoting=csv.QUOTE_ALL)
        found = rows(texts)
        table.writerow(found[0])
        table.writerows(row.values() for row in found)
    return path


@pytest.mark.parametrize("write", [write_json_lines, write_csv])
def test_a_run_over_hostile_rows_accounts_for_each(write: Callable[[Path], Path], tmp_path: Path) -> None:
    data, out = write(tmp_path), tmp_path / "out"
    order = Order("exposed", date(2026, 11, 2), channels=("email", "sms", "push"))
    result = run(out, [data], letters(libraries()["exposed"], order), options=Options("id"), workers=2)
    check_lists(out, result)
    assert verify(out) == []
    messages = [path.name for channel in ("email", "sms", "push") for path in (out / channel).iterdir()]
    assert [name for name in messages if not PLAIN_NAME.fullmatch(name)] == []
    note(f"hostile rows as {data.suffix[1:]}", rows=result.rows, done=result.done, quarantined=result.quarantined)


def check_lists(out: Path, result: RunResult) -> None:
    """Every row has one outcome; every line is one object with the keys it should have, and quotes only ids."""
    manifest, quarantine = lines(out / "manifest.jsonl"), lines(out / "quarantine.jsonl")
    assert {line["row"] for line in manifest} == set(range(1, result.rows + 1))
    assert {tuple(line) for line in manifest} == {OUT, DONE, DONE_SMS}
    assert {tuple(line) for line in quarantine} == {HELD_BACK}
    assert {line["row"] for line in quarantine} == {line["row"] for line in manifest if line["outcome"] != "done"}
    assert CANARY not in json.dumps([{**line, "id": None} for line in quarantine])
    assert result.done > result.rows / 4, "most of these texts harm nobody once they are only words"
