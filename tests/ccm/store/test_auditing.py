"""Whatever is done to the log behind the back of ccm is found: by what is in the store, or by a head kept elsewhere.

Who tampers here owns the database, takes every trigger away and puts it back, and hashes anew what can be hashed; only
the key they do not have.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import approvals.verifier
from approvals.keys import make_key
from approvals.log import Entry
from ccm.store.auditing import SignedHead, export, head, read_head, verify, write_lines
from ccm.store.home import Home
from templates_store.database import open_database
from tests import databases
from tests.ccm.store.tampering import codes, heads_anew, lived, place_of, rewrite, sql
from tests.ccm.store.world import World
from tests.databases import KINDS
from tests.raw_program import Raw

VERIFIER = Path(approvals.verifier.__file__)


def verdict(bank: World, folder: Path, *kept: SignedHead, key: str = "") -> tuple[int, str]:
    """What the one-file verifier says of the exported log and heads, in a Python that knows nothing of ours."""
    write_lines(export(bank.home), folder / "log.jsonl")
    words: list[str] = ["--key", key] if key else []
    for number, signed in enumerate(kept):
        (folder / f"head-{number}.json").write_text(json.dumps(signed.data()))
        words += ["--head", str(folder / f"head-{number}.json")]
    done = subprocess.run(
        [sys.executable, "-I", str(VERIFIER), str(folder / "log.jsonl"), *words],
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_what_nobody_touched_is_right(busy: World, tmp_path: Path) -> None:
    kept = head(busy.home)
    assert verify(busy.home, [kept]) == []
    assert read_head(json.dumps(kept.data()).encode()) == kept
    assert verdict(busy, tmp_path, kept, key=kept.public) == (0, f"{kept.head.size} entries, 1 heads: right.\n")


# The log itself


def _changed(log: list[Entry]) -> list[Entry]:
    return [*log[:3], replace(log[3], person="p-other"), *log[4:]]


def _swapped(log: list[Entry]) -> list[Entry]:
    return [*log[:3], log[4], log[3], *log[5:]]


def _of_the_log(change: Callable[[list[Entry]], list[Entry]]) -> Callable[[World], object]:
    return lambda bank: rewrite(bank, change)


def _cut(bank: World) -> None:
    """The last entries and all that tells of them, heads included."""
    size = place_of(bank, "retired")
    rewrite(bank, lambda log: log[:size], f"DELETE FROM head WHERE size > {size}")


def _moved(place: int, to: int) -> str:
    return f"UPDATE entry SET place = {to} WHERE place = {place}"


LAST_HEAD = "(SELECT max(size) FROM head)"
LAST = "(SELECT max(place) FROM entry)"

OF_THE_LOG_ITSELF: dict[str, tuple[Callable[[World], object], str]] = {
    "an entry changed": (sql("UPDATE entry SET person = 'p-other' WHERE place = 3"), "log-entry"),
    "its hash changed": (sql("UPDATE entry SET leaf = '00' WHERE place = 3"), "log-entry"),
    "its marks taken away": (sql(f"UPDATE entry SET rows = '' WHERE place = {LAST}"), "log-entry"),
    "an entry changed and hashed anew": (_of_the_log(_changed), "log-head"),
    "an entry deleted": (sql("DELETE FROM entry WHERE place = 3"), "log-place"),
    "an entry deleted, the others renumbered": (_of_the_log(lambda log: [*log[:3], *log[4:]]), "log-head"),
    "two swapped": (sql(*(_moved(*way) for way in ((3, -1), (4, 3), (-1, 4)))), "log-entry"),
    "two swapped and hashed anew": (_of_the_log(_swapped), "log-head"),
    "one inserted": (_of_the_log(lambda log: [*log[:3], log[9], *log[3:]]), "log-head"),
    "one added": (_of_the_log(lambda log: [*log, log[9]]), "log-size"),
    "the last one cut off": (sql(f"DELETE FROM entry WHERE place = {LAST}"), "log-cut"),
    "the tail cut off, with its heads": (_cut, "row-unlogged"),
    "a head changed": (sql("UPDATE head SET root = leaf FROM entry WHERE place = 0"), "head-unsigned"),
    "a head's signature changed": (sql("UPDATE head SET signature = '00' WHERE size = " + LAST_HEAD), "head-unsigned"),
    "a head that says nothing": (sql("UPDATE head SET at = 'never', key = '-'"), "head-unsigned"),
    "the last head deleted": (sql("DELETE FROM head WHERE size = " + LAST_HEAD), "log-size"),
    "the counter put back": (sql("UPDATE log SET size = size - 1"), "log-size"),
    "what it is continued from": (sql("UPDATE log SET peaks = '[]'"), "log-peaks"),
    "its first key": (sql("UPDATE log SET key = '00'"), "log-founded-otherwise"),
    "an entry nobody can read": (sql("UPDATE entry SET details = '{' WHERE place = 3"), "log-entry"),
    "an instant nobody can read": (sql("UPDATE entry SET at = 'now' WHERE place = 3"), "log-entry"),
}  # fmt: skip


@pytest.mark.parametrize(("attack", "code"), OF_THE_LOG_ITSELF.values(), ids=OF_THE_LOG_ITSELF)
def test_tampering_with_the_log_is_found(busy: World, attack: Callable[[World], object], code: str) -> None:
    attack(busy)
    assert code in codes(busy)


EXPORTED = [
    name
    for name in OF_THE_LOG_ITSELF
    if not name.startswith(
        ("its hash", "a head", "the last head", "the counter", "what it is", "its first", "one added")
    )
    and not name.endswith("read")
]
"""Those that an export shows; a head that was kept tells, whatever became of the heads in the database."""


@pytest.mark.parametrize("attack", EXPORTED)
def test_tampering_with_the_log_is_found_without_the_store(busy: World, attack: str, tmp_path: Path) -> None:
    kept = head(busy.home)
    OF_THE_LOG_ITSELF[attack][0](busy)
    code, said = verdict(busy, tmp_path, kept)
    assert code == 1
    assert f"head {kept.head.size}: " in said or "calls itself" in said


def test_who_signs_anew_with_another_key_is_found(busy: World, tmp_path: Path) -> None:
    """They may change what the log says its first key is; it signs no head that was kept, and no decision."""
    kept, key = head(busy.home), make_key(tmp_path / "other.pem")

    def anew(log: list[Entry]) -> list[Entry]:
        return [replace(log[0], details={**log[0].details, "key": key.public}), *log[1:]]

    changed = rewrite(busy, anew, f"UPDATE log SET key = '{key.public}'")
    heads_anew(busy, changed, key)
    assert codes(busy) == {"decision-unsigned"}
    assert codes(busy, kept) >= {"head-unsigned", "log-head"}
    code, said = verdict(busy, tmp_path, head(busy.home), key=kept.public)
    assert (code, said) == (1, f"head {kept.head.size}: signed by another key\n")


def test_a_stolen_key_does_not_get_past_a_head_that_was_kept(busy: World, tmp_path: Path) -> None:
    """Whoever has key and database can write what they like, but not what others hold already."""
    kept = head(busy.home)
    changed = rewrite(busy, _changed)
    heads_anew(busy, changed, busy.home.signing_key())
    assert codes(busy) == set()
    assert codes(busy, kept) == {"log-head"}
    assert verdict(busy, tmp_path, kept)[0] == 1


@pytest.mark.parametrize("goes_on", [False, True], ids=["as it was", "and written on"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_old_backup_is_found_by_a_head_that_was_kept(kind: str, goes_on: bool, tmp_path: Path) -> None:
    bank = lived(kind, tmp_path)
    bank.home.database.engine.dispose()
    (tmp_path / "backup").mkdir()
    backup = databases.copied(Raw(bank.home).url, tmp_path / "backup")
    _work(bank, "this", 2)
    kept = head(bank.home)
    old = World(Home(bank.home.place, open_database(backup), bank.home.organisation), bank.now)
    if goes_on:
        _work(old, "that", 3)
    assert codes(old) == set()
    assert codes(old, kept) == ({"log-head"} if goes_on else {"log-cut"})
    code, said = verdict(old, tmp_path, kept)
    assert code == 1
    assert ("are not those" if goes_on else "its tail is missing") in said
    for world in (old, bank):
        world.home.database.engine.dispose()


def _work(bank: World, note: str, times: int) -> None:
    for number in range(times):
        bank.edit("bob", "template", "reminder", version="1.2", note=f"{note} {number}")


def test_a_head_of_another_log_is_no_head_of_this_one(busy: World) -> None:
    kept = head(busy.home)
    assert "head-elsewhere" in codes(busy, replace(kept, head=replace(kept.head, log="other")))
