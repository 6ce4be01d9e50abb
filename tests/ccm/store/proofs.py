"""Proofs of runs, and an auditor who checks them: in an empty folder, by a Python that knows nothing of ours."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner, Result

import approvals.verifier
from ccm.cli import ccm
from ccm.store.auditing import SignedHead, head
from ccm.store.home import Home
from ccm.store.witnessing import prove
from tests.ccm.batch import samples
from tests.ccm.store.world import World, world

Data = dict[str, Any]


@dataclass(frozen=True)
class Auditor:
    """A folder with the one-file verifier and what was handed over, and nothing else."""

    place: Path

    def hand(self, name: str, content: object) -> str:
        """Hand a file over, data as JSON; returns its name."""
        path = self.place / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode())
        return name

    def says(self, proof: Mapping[str, Any], *words: str) -> tuple[int, str]:
        """The verifier's exit code, and what it prints."""
        self.hand("proof.json", proof)
        return self.python("verifier.py", "--proof", "proof.json", *words)

    def python(self, *words: str) -> tuple[int, str]:
        """Python without the environment, the folder of the program, and whatever was installed."""
        command = [sys.executable, "-I", "-S", *words]
        done = subprocess.run(command, cwd=self.place, env={}, capture_output=True, text=True, encoding="utf-8")
        assert "verifier.py" not in words or done.stderr == ""
        return done.returncode, done.stdout


def auditor(place: Path) -> Auditor:
    """An auditor with nothing but the verifier."""
    place.mkdir()
    shutil.copy(approvals.verifier.__file__, place / "verifier.py")
    return Auditor(place)


class Sealed(NamedTuple):
    """A bank, two runs of it, what the log's head was before and after them, and its first key."""

    bank: World
    run: Path
    other: Path
    before: SignedHead
    key: str


def typed(*words: str) -> Result:
    """A command about batches."""
    return CliRunner().invoke(ccm, ["batch", *words])


def records(bank: World, ids: str, **fields: Any) -> list[Data]:
    """Records of letters by their ids."""
    plain = json.loads(bank.text("persona", "letter/plain"))["record"]
    return [{**plain, "id": name, **fields} for name in ids.split()]


def made(folder: Path, home: Path) -> Sealed:
    """A run of seven letters by mail and text message, of which one was corrected and came in a supplement."""
    bank = world("sqlite", home)
    before = head(bank.home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CCM_HOME", str(bank.home.place))
        wrong = [*records(bank, "K-1 K-2 K-3 K-4 K-5 K-6"), *records(bank, "K-7", email="nowhere")]
        samples.write_records(folder / "data.jsonl", wrong)
        samples.write_records(folder / "corrected.jsonl", records(bank, "K-7"))
        words = ("run", "letter", "--channel", "email,sms", "--workers", "1", "--data", str(folder / "data.jsonl"))
        assert typed(*words, "--out", str(folder / "run")).exit_code == 3
        retried = typed("retry", str(folder / "run"), "--data", str(folder / "corrected.jsonl"), "--workers", "1")
        assert retried.exit_code == 0, retried.output
        assert typed(*words, "--limit", "3", "--out", str(folder / "other")).exit_code == 0
    return Sealed(bank, folder / "run", folder / "other", before, bank.home.signing_key().public)


def proof(sealed: Sealed, record: str = "K-2", out: Path | None = None, home: Home | None = None) -> Data:
    """The proof of a record, as it is handed over."""
    data: Data = json.loads(json.dumps(prove(out or sealed.run, record, home or sealed.bank.home).data()))
    return data
