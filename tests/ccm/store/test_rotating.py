"""Rotating the key: the log tells until where which key signed, and whoever stops halfway does no harm."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import approvals.verifier
from approvals.keys import make_key, read_key
from approvals.log import Head
from approvals.record import instant
from ccm.store.auditing import SignedHead, export, head, keys_of, verify, write_lines
from ccm.store.home import Home
from ccm.store.rotating import rotate
from ccm.store.turn import Turn
from content_blocks.problem import Refused
from tests.ccm.store.world import World
from tests.raw_program import Raw


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def turn(bank: World) -> str:
    """Rotate; the new public key."""
    return rotate(bank.home, bank.who("ada"), bank.clock())


def test_the_old_key_signs_the_entry_that_names_the_new_one(bank: World) -> None:
    old = bank.home.signing_key().public
    new = turn(bank)
    entry = json.loads(list(export(bank.home))[-1])
    assert (entry["what"], entry["details"]) == ("key-rotated", {"key": new, "before": old})
    assert head(bank.home).public == old
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    assert head(bank.home).public == new
    with bank.home.reading() as session:
        assert keys_of(session, bank.home.organisation) == [old, new]
    assert verify(bank.home) == []


def test_what_each_key_decided_stays_right(bank: World) -> None:
    for version in ("1.1", "1.2", "1.3"):
        bank.edit("bob", "template", "letter", version=version, note=version)
        bank.publish("bob", ("template", "letter"))
        turn(bank)
    assert verify(bank.home) == []
    assert len({row for (row,) in Raw(bank.home).rows("SELECT key FROM decision")}) == 3
    assert len({row for (row,) in Raw(bank.home).rows("SELECT key FROM head")}) == 3


def test_the_old_key_is_gone_and_only_its_owner_reads_the_new_one(bank: World) -> None:
    new = turn(bank)
    assert [path.name for path in bank.home.key_file.parent.iterdir()] == ["ahorn.pem"]
    assert read_key(bank.home.key_file).public == new


@pytest.mark.parametrize("login", ["bob", "udo", "paul"])
def test_only_administrators_rotate(bank: World, login: str) -> None:
    before = bank.home.key_file.read_bytes()
    with pytest.raises(Refused) as caught:
        rotate(bank.home, bank.who(login), bank.clock())
    assert codes(caught) == ["role-missing-for"]
    assert bank.home.key_file.read_bytes() == before
    assert not bank.home.next_key_file.exists()


# Stopped halfway


class Stopped(Exception):
    """The machine goes off."""


def stopped(bank: World, monkeypatch: pytest.MonkeyPatch, owner: type, step: str) -> None:
    """Begin to rotate, and get as far as a step."""
    with monkeypatch.context() as patched:
        patched.setattr(owner, step, _stop)
        with pytest.raises(Stopped):
            turn(bank)


def _stop(*_: object) -> None:
    raise Stopped


def test_who_stops_before_the_entry_goes_on_with_the_old_key(bank: World, monkeypatch: pytest.MonkeyPatch) -> None:
    old = bank.home.signing_key().public
    stopped(bank, monkeypatch, Turn, "seal")
    assert bank.home.next_key_file.exists()
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    assert head(bank.home).public == bank.home.signing_key().public == old
    new = turn(bank)
    bank.edit("bob", "template", "letter", ("There are", "There remain"), version="1.2")
    assert head(bank.home).public == new
    assert verify(bank.home) == []


def test_who_stops_after_the_entry_goes_on_with_the_new_key(bank: World, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped(bank, monkeypatch, Home, "take_over")
    new = read_key(bank.home.next_key_file).public
    assert read_key(bank.home.key_file).public != new
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    assert head(bank.home).public == read_key(bank.home.key_file).public == new
    assert not bank.home.next_key_file.exists()
    assert verify(bank.home) == []


def test_who_only_asks_for_the_key_gets_the_one_that_counts(bank: World, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped(bank, monkeypatch, Home, "take_over")
    assert bank.home.signing_key().public == read_key(bank.home.key_file).public
    assert json.loads(list(export(bank.home))[-1])["details"]["key"] == bank.home.signing_key().public


def test_half_a_file_is_no_next_key(bank: World) -> None:
    old = bank.home.signing_key().public
    bank.home.next_key_file.touch(mode=0o600)
    assert bank.home.signing_key().public == old
    assert turn(bank) != old
    assert verify(bank.home) == []


# Keys that are not, or no longer, of this log


def test_a_host_with_the_old_key_writes_nothing(bank: World) -> None:
    """Another machine that works on the same database has to get the new key first."""
    old = bank.home.key_file.read_bytes()
    turn(bank)
    bank.home.key_file.write_bytes(old)
    before = list(export(bank.home))
    with pytest.raises(Refused) as caught:
        bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    assert codes(caught) == ["key-of-another-log"]
    assert list(export(bank.home)) == before


def test_an_old_key_that_was_stolen_signs_nothing_any_more(bank: World) -> None:
    stolen = bank.home.signing_key()
    turn(bank)
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    facts = head(bank.home).head
    Raw(bank.home).behind(
        f"UPDATE head SET key = '{stolen.public}', signature = '{stolen.sign(facts.record()).value}'"
        f" WHERE size = {facts.size}"
    )
    assert [problem.code for problem in verify(bank.home)] == ["head-unsigned"]
    forged = SignedHead(facts, stolen.public, stolen.sign(facts.record()).value)
    assert "head-unsigned" in [problem.code for problem in verify(bank.home, [forged])]


# What the one-file verifier says of it


def verdict(folder: Path, lines: list[str], heads: list[dict[str, Any]], key: str) -> str:
    """With a key that somebody holds."""
    write_lines(lines, folder / "log.jsonl")
    words = ["--key", key]
    for number, signed in enumerate(heads):
        (folder / f"head-{number}.json").write_text(json.dumps(signed))
        words += ["--head", str(folder / f"head-{number}.json")]
    command = [sys.executable, "-I", approvals.verifier.__file__, str(folder / "log.jsonl"), *words]
    return subprocess.run(command, capture_output=True, text=True).stdout


def test_whoever_holds_the_first_key_can_check_heads_of_the_next_one(small: World, tmp_path: Path) -> None:
    first = small.home.signing_key().public
    new = turn(small)
    over = head(small.home).data()
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    lines, newest = list(export(small.home)), head(small.home).data()
    assert verdict(tmp_path, lines, [over, newest], first) == f"{len(lines)} entries, 2 heads: right.\n"
    assert verdict(tmp_path, lines, [newest], new) == f"{len(lines)} entries, 1 heads: right.\n"
    lonely = verdict(tmp_path, lines, [newest], first)
    assert lonely == f"head {len(lines)}: signed by another key\n", "nobody who is trusted said so"


def test_a_rotation_that_nobody_signed_hands_nothing_over(small: World, tmp_path: Path) -> None:
    """Who has no key may well write that theirs is the next one, but the key before has not signed that."""
    first = small.home.signing_key().public
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    mine, entries = make_key(tmp_path / "mine.pem"), [json.loads(line) for line in export(small.home)]
    details = {"key": mine.public, "before": first}
    made_up = {"place": len(entries), "at": instant(small.now), "person": None, "what": "key-rotated"}
    entries.append({**made_up, "details": details})
    facts = Head("ahorn", len(entries), list(approvals.verifier.roots(entries))[-1][1], small.now)
    forged = {**facts.record(), "public_key": mine.public, "signature": mine.sign(facts.record()).value}
    said = verdict(tmp_path, [json.dumps(entry) for entry in entries], [head(small.home).data(), forged], first)
    assert said == f"head {len(entries)}: signed by another key\n"
