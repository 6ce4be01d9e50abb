"""Runs that were forged from end to end: the folder agrees with itself, and the audit log tells another story."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ccm.batch.folder import RunFolder
from ccm.batch.verify import verify
from ccm.store.auditing import head, read_head
from ccm.store.batch_fixing import verified
from ccm.store.witnessing import prove, unlogged, witness_of
from content_blocks.problem import Refused
from tests.ccm.batch import samples
from tests.ccm.batch.forging import rewrite, seal_anew
from tests.ccm.store.proofs import Data, Sealed, typed


@pytest.fixture
def copy(sealed: Sealed, tmp_path: Path) -> Path:
    """The first run, to be damaged."""
    return Path(shutil.copytree(sealed.run, tmp_path / "copy"))


def forge(out: Path) -> None:
    """Change a message, and all that tells of it in the folder."""
    (out / "sms/K-2.json").write_text("{}")
    empty = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    rewrite(
        out,
        lambda rows: [
            [{**it, "sha256": empty, "bytes": 2} if it.get("file") == "sms/K-2.json" else it for it in row]
            for row in rows
        ],
    )


def test_a_run_forged_from_end_to_end_is_found_by_the_log(sealed: Sealed, copy: Path) -> None:
    shutil.rmtree(copy / "supplement-1")
    assert (verify(copy), unlogged(sealed.bank.home, copy)) == ([], [])
    forge(copy)
    assert verify(copy) == [], "the folder agrees with itself"
    done = typed("verify", str(copy))
    assert (done.exit_code, "The audit log does not tell of this certificate." in done.stderr) == (1, True)
    with pytest.raises(Refused) as refused:
        prove(copy, "K-2", sealed.bank.home)
    assert [(it.where, it.code) for it in refused.value.problems] == [("run", "run-unlogged")]


def test_a_supplement_forged_from_end_to_end_is_found_by_the_log(sealed: Sealed, copy: Path) -> None:
    added = copy / "supplement-1"
    (added / "sms/K-7.json").write_text("{}")
    seal_anew(added, [[{**it, "segments": 9} for it in row] for row in [samples.lines(added / "manifest.jsonl")]])
    found = [(it.where, it.code) for it in unlogged(sealed.bank.home, copy)]
    assert found == [("supplement-1 certificate.json", "run-unlogged")]


def test_batches_of_the_web_are_held_against_the_log_too(
    sealed: Sealed, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ccm.store.batch_fixing.run_folder", lambda _home, _name: type("Found", (), {"path": copy}))
    assert verified(sealed.bank.home, "b-1") == []
    shutil.rmtree(copy / "supplement-1")
    forge(copy)
    assert [it.code for it in verified(sealed.bank.home, "b-1")] == ["run-unlogged"]


def test_where_the_store_is_not_at_hand_verify_says_so(
    copy: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert typed("verify", str(copy)).stderr == ""
    monkeypatch.setenv("CCM_HOME", str(tmp_path / "nowhere"))
    done = typed("verify", str(copy))
    assert done.exit_code == 0
    assert "The store that the run was made from is not here" in done.stderr
    assert typed("prove", str(copy), "--id", "K-2").exit_code == 1


def test_a_run_that_hides_where_it_came_from_is_asked_all_the_same(
    sealed: Sealed, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where things lie is no part of what is hashed, but that somebody approved it is."""
    content = json.loads((copy / "run.json").read_text())
    content["job"]["places"] = {"library": "/"}
    (copy / "run.json").write_text(json.dumps(content))
    monkeypatch.setenv("CCM_HOME", str(sealed.bank.home.place))
    home = witness_of(RunFolder(copy))
    assert home is not None
    assert home.place == sealed.bank.home.place


REFUSED: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "nobody of that id": (lambda _out: None, "K-99", "proof-of-nobody"),
    "a part of an id": (lambda _out: None, "K-", "proof-of-nobody"),
    "no certificate": (lambda out: (out / "certificate.json").unlink(), "K-2", "run-unfinished"),
    "no manifest": (lambda out: (out / "manifest.jsonl").unlink(), "K-2", "run-file-missing"),
    "a line of another": (
        lambda out: (out / "manifest.jsonl").write_text((out / "manifest.jsonl").read_text().replace("K-5", "K-8")),
        "K-2",
        "certificate-differs",
    ),
    "a line damaged": (
        lambda out: (out / "manifest.jsonl").write_text((out / "manifest.jsonl").read_text().replace('{"row":2,', "{")),
        "K-2",
        "certificate-differs",
    ),
    "another seal": (
        lambda out: (out / "seal.json").write_text('{"certificate": ""}'),
        "K-2",
        "seal-differs",
    ),
    "counts edited": (
        lambda out: (out / "certificate.json").write_text(
            (out / "certificate.json").read_text().replace('"done": 6', '"done": 7')
        ),
        "K-2",
        "seal-differs",
    ),
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_is_not_as_certified_is_not_proved(why: str, sealed: Sealed, copy: Path) -> None:
    damage, name, code = REFUSED[why]
    damage(copy)
    with pytest.raises(Refused) as refused:
        prove(copy, name, sealed.bank.home)
    assert [it.code for it in refused.value.problems] == [code]


def test_a_head_that_does_not_fit_is_refused(sealed: Sealed, tmp_path: Path) -> None:
    newest = head(sealed.bank.home).data()
    for change, code in (
        ({"log": "birke"}, "head-elsewhere"),
        ({"root": "00" * 32}, "head-unsigned"),
        (signed_by(sealed, {**newest, "root": "00" * 32}), "log-head"),
        (signed_by(sealed, {**newest, "size": newest["size"] + 5}), "log-cut"),
    ):
        with pytest.raises(Refused) as refused:
            prove(sealed.run, "K-2", sealed.bank.home, read_head(json.dumps({**newest, **change}).encode()))
        assert [it.code for it in refused.value.problems] == [code]


def signed_by(sealed: Sealed, data: Data) -> Data:
    facts = {name: data[name] for name in ("log", "size", "root", "at")}
    return {**data, "signature": sealed.bank.home.signing_key().sign(facts).value}
