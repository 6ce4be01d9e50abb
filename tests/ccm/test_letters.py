"""A run is the same run wherever its library lies: a certificate speaks of content, never of this machine's folders."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from ccm.batch.run import resume, run
from ccm.batch.snapshot import Options
from ccm.batch.verify import verify
from ccm.letters import letters, prepare_letters
from ccm.pipeline import Order
from templates_store.file_library import Library
from tests.ccm.targets import exposed_library


@pytest.mark.parametrize("by_path", [False, True])
def test_the_same_run_in_another_place_has_the_same_certificate(by_path: bool, tmp_path: Path) -> None:
    certificates = [certificate(tmp_path / name, by_path) for name in ("here", "there")]
    assert certificates[0] == certificates[1]


def certificate(folder: Path, by_path: bool) -> bytes:
    """The certificate of a run over a library and data that lie in a folder."""
    folder.mkdir()
    library = Library(exposed_library(folder / "library"))
    persona = json.loads((library.root / "personas" / "exposed" / "benign.json").read_text())
    (folder / "data.jsonl").write_text(json.dumps(persona["record"]) + "\n")
    template = str(library.root / "templates" / "exposed.yaml") if by_path else "exposed"
    order = Order(template, date(2026, 11, 2), channels=("sms",))
    run(folder / "out", [folder / "data.jsonl"], letters(library, order), options=Options("id"), workers=1)
    assert resume(folder / "out", prepare_letters, workers=1).done == 1
    assert verify(folder / "out") == []
    return (folder / "out" / "certificate.json").read_bytes()
