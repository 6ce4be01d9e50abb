"""Adding a channel is one file and one line: whoever follows the page has it in render, in batches and in the check."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.docs.pages import differences, follow
from tests.source import ROOT

ROOMS = ("ccm", "content_blocks", "renderers", "templates_store", "approvals")
PERSONA = "templates_store/library/personas/card-blocked/lost.json"


def source(folder: Path) -> Path:
    """A copy of our rooms."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def ccm(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "ccm", *arguments], cwd=folder, capture_output=True, encoding="utf-8")


def test_the_page_adds_a_channel(tmp_path: Path) -> None:
    folder = source(tmp_path / "source")
    for fence, said in follow("how-to-add-a-channel.md", folder, folder):
        assert differences(fence.said or "…", said) == [], fence.text
    text = json.loads((folder / "out/card-blocked.chat.json").read_text())["text"]
    record = json.loads((folder / PERSONA).read_text())["record"]
    sms = ["render", "card-blocked", "--persona", "lost", "--on", "2026-11-02", "--channel", "sms", "--out", "out"]
    assert ccm(folder, *sms).returncode == 0
    locked = json.loads((folder / "out/card-blocked.sms.json").read_text())["text"].splitlines()[-1]
    assert locked in text  # the clause that the class demands is in the new channel as in the others
    (folder / "one.jsonl").write_text(json.dumps(record))
    run = ["batch", "run", "card-blocked", "--data", "one.jsonl", "--out", "run", "--channel", "chat,sms"]
    assert ccm(folder, *run, "--on", "2026-11-02").returncode == 0
    assert ccm(folder, "batch", "verify", "run").returncode == 0
    assert {path.parent.name for path in (folder / "run").glob("*/*.json")} >= {"chat", "sms"}


def test_a_name_that_is_no_channel_is_a_fault_as_before(tmp_path: Path) -> None:
    folder = source(tmp_path / "source")
    alert = folder / "templates_store/library/classes/alert.yaml"
    alert.write_text(alert.read_text().replace("channels: [sms", "channels: [chat, sms"))
    done = ccm(folder, "template", "check", "card-blocked", "--on", "2026-11-02", "--json")
    assert {problem["code"] for problem in json.loads(done.stdout)} == {"choice-not-known"}
