"""Rendering under a broken glass: only when told to, said on every certificate, and no more once it is closed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ccm.batch.run import resume, run
from ccm.batch.snapshot import Options
from ccm.cli import ccm
from ccm.letters import letters, prepare_letters
from ccm.libraries import approved_items
from ccm.pipeline import Order
from ccm.store.auditing import export
from ccm.store.glasses import open_glasses
from content_blocks.problem import Refused
from templates_store.store_library import StoreLibrary
from tests.ccm.store.emergencies import REASON, broken, codes, draft, rejected
from tests.ccm.store.world import World

HOUR = timedelta(hours=1)


def today(bank: World) -> None:
    """Runs begin by the clock on the wall."""
    bank.now = datetime.now(UTC) - HOUR
    bank.today = bank.now.date()


def job_under_glass(bank: World, folder: Path) -> tuple[Any, Path]:
    """A run of one letter under the glass that is open."""
    data = folder / "data.jsonl"
    persona = json.loads(bank.text("persona", "letter/plain"))
    data.write_text(json.dumps(persona["record"]) + "\n")
    with bank.home.reading() as session:
        now = datetime.now(UTC)
        found = open_glasses(session, bank.home.organisation, now)
        library = approved_items(bank.home, session, bank.today, now, under=found)
        return letters(library, Order("letter", bank.today, channels=("sms",))), data


@pytest.fixture
def emergency(small: World, monkeypatch: pytest.MonkeyPatch) -> tuple[World, str]:
    """A letter let out in both languages an hour ago; returns the bank and the review of the English one."""
    monkeypatch.setenv("CCM_HOME", str(small.home.place))
    today(small)
    draft(small)
    review = broken(small)
    broken(small, language="de")
    return small, review


def test_a_run_says_under_which_glass_it_was(emergency: tuple[World, str], tmp_path: Path) -> None:
    bank, review = emergency
    job, data = job_under_glass(bank, tmp_path)
    assert run(tmp_path / "run", [data], job, options=Options("id"), workers=1).done == 1
    approval = json.loads((tmp_path / "run" / "certificate.json").read_text())["approval"]
    assert approval == json.loads((tmp_path / "run" / "run.json").read_text())["approval"]
    assert approval["reviews"] == []
    told = approval["break_glass"][0]
    assert (told["review"], told["opened_by"], told["reason"]) == (review, "paul", REASON)
    assert datetime.fromisoformat(told["until"]) - datetime.fromisoformat(told["opened_at"]) == 24 * HOUR
    assert {it["bundle"] for it in approval["break_glass"]} == set(job.bundles.values())
    begun = next(it for it in map(json.loads, export(bank.home)) if it["what"] == "run-begun")
    assert begun["details"]["under_glass"] == sorted(job.bundles.values())


def unfinished(folder: Path) -> Path:
    """A run as a crash would have left it."""
    (folder / "certificate.json").unlink()
    return folder


def test_a_run_is_carried_on_as_long_as_the_glass_is_open(emergency: tuple[World, str], tmp_path: Path) -> None:
    """Approved meanwhile, it is still the run that was begun."""
    bank, review = emergency
    job, data = job_under_glass(bank, tmp_path)
    run(tmp_path / "run", [data], job, options=Options("id"), workers=1)
    certificate = (tmp_path / "run" / "certificate.json").read_bytes()
    bank.approve(review, "carl")
    assert resume(unfinished(tmp_path / "run"), prepare_letters, workers=1).done == 1
    assert (tmp_path / "run" / "certificate.json").read_bytes() == certificate


def test_a_run_is_not_carried_on_once_it_is_closed(emergency: tuple[World, str], tmp_path: Path) -> None:
    bank, review = emergency
    job, data = job_under_glass(bank, tmp_path)
    run(tmp_path / "run", [data], job, options=Options("id"), workers=1)
    rejected(bank, review)
    with pytest.raises(Refused) as caught:
        resume(unfinished(tmp_path / "run"), prepare_letters, workers=1)
    assert codes(caught) == ["glass-closed"]


def test_a_run_that_is_ready_does_not_begin_once_it_is_closed(emergency: tuple[World, str], tmp_path: Path) -> None:
    bank, review = emergency
    job, data = job_under_glass(bank, tmp_path)
    rejected(bank, review)
    with pytest.raises(Refused) as caught:
        run(tmp_path / "run", [data], job, options=Options("id"), workers=1)
    assert codes(caught) == ["glass-closed"]


def test_a_run_is_not_begun_when_its_time_is_over(
    small: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CCM_HOME", str(small.home.place))
    today(small)
    small.now -= 48 * HOUR
    draft(small)
    broken(small)
    with small.home.reading() as session:
        then = open_glasses(session, small.home.organisation, small.now)
        library = approved_items(small.home, session, small.today, datetime.now(UTC), under=then)
        assert isinstance(library, StoreLibrary)
        with pytest.raises(Refused) as caught:
            letters(library, Order("letter", small.today, channels=("sms",), language="en"))
    assert codes(caught) == ["glass-closed"]


def called(*words: str) -> Result:
    return CliRunner().invoke(ccm, words)


def test_commands_use_a_glass_only_when_told_to(emergency: tuple[World, str], tmp_path: Path) -> None:
    bank, review = emergency
    words = ("render", "letter", "--persona", "plain", "--channel", "sms", "--out", str(tmp_path))
    sms = tmp_path / "letter.sms.json"
    assert called(*words).exit_code == 0
    assert "You have" in sms.read_text()
    done = called(*words, "--break-glass")
    assert done.exit_code == 0
    assert "There are" in sms.read_text()
    assert REASON in done.stderr
    assert "paul" in done.stderr
    rejected(bank, review)
    bank.decide("carl", bank.reviews()[0].row.id, "rejected", "nor that")
    refused = called(*words, "--break-glass")
    assert refused.exit_code == 1
    assert "No glass is open over letter" in refused.output
    assert called(*words, "--break-glass", "--draft").exit_code == 2


def test_a_batch_under_a_glass_by_command(emergency: tuple[World, str], tmp_path: Path) -> None:
    bank, _review = emergency
    persona = json.loads(bank.text("persona", "letter/plain"))
    (tmp_path / "data.jsonl").write_text(json.dumps(persona["record"]) + "\n")
    words = ("batch", "run", "letter", "--data", str(tmp_path / "data.jsonl"), "--channel", "sms", "--workers", "1")
    for flags, found in (((), []), (("--break-glass",), ["paul", "paul"])):
        out = tmp_path / ("glass" if flags else "plain")
        assert called(*words, "--out", str(out), *flags).exit_code == 0
        approval = json.loads((out / "certificate.json").read_text())["approval"]
        assert [it["opened_by"] for it in approval.get("break_glass", [])] == found
