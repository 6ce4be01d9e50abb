"""Runs to test with: jobs, records, and the fingerprint of a finished folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from ccm.batch.job import Job

LETTERS = "tests.ccm.batch.openers:letters"


def job(opener: str = LETTERS, **settings: Any) -> Job:
    """A job as the pipeline would make it."""
    return Job(opener, settings, {"en": "b" * 64}, {"ccm": "1"}, "2026-01-31")


def prepare(before: Job) -> Job:
    """The same job again."""
    return job(**before.settings)


def write_records(path: Path, records: Iterable[Mapping[str, Any]]) -> Path:
    """JSON lines."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def people(ids: Iterable[str]) -> list[dict[str, str]]:
    """Records that make letters."""
    return [{"id": record_id, "name": f"Person {record_id}"} for record_id in ids]


def folder_hash(out: Path) -> str:
    """One hash for names and contents of everything that two runs of the same thing must agree in."""
    digest = sha256()
    for path in sorted(path for path in out.rglob("*") if path.is_file()):
        if path.name != "seal.json" and ".state" not in path.parts:
            digest.update(f"{path.relative_to(out)}\n{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
