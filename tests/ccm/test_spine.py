"""The whole line once: one record in four channels, and a batch of two rows, by the commands a user types."""

from __future__ import annotations

import json
import subprocess
import sys
from email import message_from_bytes, policy
from pathlib import Path

from templates_store.file_library import SHIPPED

PERSONA = SHIPPED / "personas" / "account-statement" / "typical.json"


def ccm(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from ccm.cli import main; main()", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def test_one_record_comes_out_in_four_channels(tmp_path: Path) -> None:
    done = ccm(
        "render", "account-statement", "--persona", "typical", "--out", str(tmp_path), "--on", "2026-11-02", "--json"
    )
    assert done.returncode == 0, done.stderr
    files = {entry["channel"]: entry for entry in json.loads(done.stdout)["files"]}
    assert (tmp_path / "account-statement.pdf").read_bytes().startswith(b"%PDF-")
    assert files["pdf"]["pages"] == 2
    assert {name: entry["bytes"] for name, entry in files.items()} == {
        name: Path(entry["file"]).stat().st_size for name, entry in files.items()
    }
    mail = message_from_bytes((tmp_path / "account-statement.eml").read_bytes(), policy=policy.default)
    assert "Kontoauszug" in str(mail["Subject"])
    sms = json.loads((tmp_path / "account-statement.sms.json").read_text())
    assert "3.451,01" in sms["text"]
    assert json.loads((tmp_path / "account-statement.push.json").read_text())["title"]


def test_a_batch_of_two_rows_is_certified(tmp_path: Path) -> None:
    record = json.loads(PERSONA.read_text())["record"]
    second = {**record, "customer": {**record["customer"], "id": "K-2", "language": "en"}}
    data = tmp_path / "two.jsonl"
    data.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in (record, second)))
    out = tmp_path / "run"
    done = ccm("batch", "run", "account-statement", "--data", str(data), "--out", str(out), "--channel", "all")
    assert done.returncode == 0, done.stderr
    assert {path.parent.name for path in out.glob("*/K-2.*")} == {"pdf", "email", "sms", "push"}
    assert json.loads((out / "certificate.json").read_text())["rows"] == {
        "total": 2,
        "done": 2,
        "quarantined": 0,
        "skipped": 0,
    }


def test_the_smallest_demo_shows_every_row_that_is_wrong_on_purpose(tmp_path: Path) -> None:
    done = ccm("demo", "--customers", "10", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "7 have their statement in four channels, 3 were held back" in done.stdout
    held = {line.split()[0] for line in done.stdout.splitlines() if line.startswith("K-")}
    assert held == {"K-10007", "K-10009", "K-10010"}
    shown = [Path(words[0]) for line in done.stdout.splitlines() if (words := line.split()) and line.startswith("  /")]
    assert shown
    assert [path for path in shown if not path.exists()] == []
