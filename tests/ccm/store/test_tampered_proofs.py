"""Proofs that somebody tampered with who has everything but the key: each attempt is found, and it is said which part
is not what it was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import approvals.verifier as verifier
from approvals.keys import make_key
from ccm.store.auditing import head
from content_blocks.canonical import canonical_hash
from tests.ccm.store.proofs import Auditor, Data, Sealed, proof
from tests.evidence import note


def line(proof: Data, number: int = 0) -> Data:
    found: Data = proof["runs"][0]["lines"][number]
    return found


def certificate(proof: Data) -> Data:
    found: Data = proof["runs"][0]["certificate"]
    return found


def record(proof: Data) -> Data:
    found: Data = proof["runs"][0]["entry"]["record"]
    return found


def edit_line(proof: Data, _other: Data) -> None:
    line(proof)["text"] = line(proof)["text"].replace('"bytes":', '"bytes":1')


def edit_hash(proof: Data, _other: Data) -> None:
    line(proof)["text"] = re.sub(r'"sha256":"\w{8}', '"sha256":"00000000', line(proof)["text"])


def another_records_line(proof: Data, other: Data) -> None:
    proof["runs"][0]["lines"] = other["runs"][0]["lines"]


def another_records_path(proof: Data, other: Data) -> None:
    line(proof)["path"] = line(other)["path"]


def another_records_place(proof: Data, other: Data) -> None:
    line(proof)["index"] = line(other)["index"]


def line_twice(proof: Data, _other: Data) -> None:
    proof["runs"][0]["lines"].append(line(proof, 1))


def lines_exchanged(proof: Data, _other: Data) -> None:
    proof["runs"][0]["lines"].reverse()


def lines_dropped(proof: Data, _other: Data) -> None:
    proof["runs"][0]["lines"] = []


def counts(proof: Data, _other: Data) -> None:
    certificate(proof)["rows"]["done"] += 1


def counts_that_add_up(proof: Data, _other: Data) -> None:
    certificate(proof)["rows"]["done"] += 1
    certificate(proof)["rows"]["total"] += 1
    proof["runs"][0]["certificate_hash"] = canonical_hash(certificate(proof))


def counts_in_the_log_too(proof: Data, other: Data) -> None:
    counts_that_add_up(proof, other)
    record(proof)["details"]["certificate"] = canonical_hash(certificate(proof))
    record(proof)["details"]["rows"] = certificate(proof)["rows"]


def counts_in_the_head_too(proof: Data, other: Data) -> None:
    counts_in_the_log_too(proof, other)
    entry, size = proof["runs"][0]["entry"], proof["head"]["size"]
    proof["head"]["root"] = verifier.root_over(
        verifier.canonical(entry["record"]), record(proof)["place"], size, entry["path"]
    )


def root(proof: Data, _other: Data) -> None:
    certificate(proof)["manifest"]["merkle_root"] = "00" * 32


def another_runs_certificate(proof: Data, other: Data) -> None:
    for name in ("certificate", "certificate_hash"):
        proof["runs"][0][name] = other["runs"][0][name]


def another_runs_entry(proof: Data, other: Data) -> None:
    proof["runs"][0]["entry"] = other["runs"][0]["entry"]


def another_entrys_path(proof: Data, other: Data) -> None:
    proof["runs"][0]["entry"]["path"] = other["runs"][0]["entry"]["path"]


def edit_entry(proof: Data, _other: Data) -> None:
    record(proof)["at"] = record(proof)["at"].replace("2026", "2025")


def edit_what_the_entry_says(proof: Data, _other: Data) -> None:
    record(proof)["details"]["as_of"] = "2020-01-01"


def another_kind_of_entry(proof: Data, _other: Data) -> None:
    record(proof)["what"] = "run-begun"


def no_entry(proof: Data, _other: Data) -> None:
    proof["runs"][0]["entry"] = None


def no_head(proof: Data, _other: Data) -> None:
    proof["head"] = None


def no_log(proof: Data, _other: Data) -> None:
    proof["runs"][0]["entry"] = proof["head"] = None


def edit_head(proof: Data, _other: Data) -> None:
    proof["head"]["at"] = proof["head"]["at"].replace("2026", "2025")


def older_format(proof: Data, _other: Data) -> None:
    proof["format"] = 0


RUN = "run: "
LEADS_NOWHERE = "run: line 3 was changed, or its path is another line's: it does not lead to the root sealed\n"
NO_CERTIFICATE = "run: the certificate was changed: its hash is another\n"
NOT_OF_THIS = r"run: entry \d+ of the log does not tell of this certificate\n"
ENTRY = r"run: entry \d+ of the log was changed, or its path is another's: it does not lead to the head\n"

TAMPERED: dict[str, tuple[Callable[[Data, Data], object], str]] = {
    "a line edited": (edit_line, LEADS_NOWHERE),
    "the hash of a message edited": (edit_hash, LEADS_NOWHERE),
    "the lines of another record": (
        another_records_line,
        "run: line 9 is another record's\nrun: line 10 is another record's\n",
    ),
    "the path of another record's line": (another_records_path, LEADS_NOWHERE),
    "the place of another record's line": (
        another_records_place,
        "run: line 9 was changed, .*\nrun: line 4 comes twice, or out of order\n",
    ),
    "a line twice": (line_twice, "run: line 4 comes twice, or out of order\n"),
    "two lines exchanged": (lines_exchanged, "run: line 3 comes twice, or out of order\n"),
    "all lines dropped": (lines_dropped, "there is no line of the record in it\n"),
    "counts edited": (counts, f"run: the certificate's rows do not add up\n{NO_CERTIFICATE}{NOT_OF_THIS}"),
    "counts that add up": (counts_that_add_up, NOT_OF_THIS),
    "counts in the log's entry too": (counts_in_the_log_too, ENTRY),
    "counts in the head too": (counts_in_the_head_too, r"head \d+: its signature is wrong\n"),
    "the root edited": (
        root,
        f"{LEADS_NOWHERE}run: line 4 was changed, .*\n{NO_CERTIFICATE}{NOT_OF_THIS}",
    ),
    "no entry": (no_entry, "run: the entry of the log is missing, or the head over it\n"),
    "no head": (
        no_head,
        "run: the entry of the log is missing, or the head over it\n"
        "it ends at the certificate, so no head or key vouches for it\n",
    ),
    "no entry and no head": (
        no_log,
        "run: the entry of the log is missing, or the head over it\n"
        "it ends at the certificate, so no head or key vouches for it\n",
    ),
    "an entry edited": (edit_entry, ENTRY),
    "what an entry says edited": (
        edit_what_the_entry_says,
        rf"run: entry \d+ of the log says something else: as_of\n{ENTRY}",
    ),
    "another kind of entry": (another_kind_of_entry, NOT_OF_THIS + ENTRY),
    "a head edited": (edit_head, r"head \d+: its signature is wrong\n"),
    "another format": (older_format, "it is of a format that this file does not know\n"),
}


@pytest.mark.parametrize("attempt", TAMPERED)
def test_whoever_tampers_with_a_proof_is_found(attempt: str, sealed: Sealed, eve: Auditor) -> None:
    change, expected = TAMPERED[attempt]
    found = proof(sealed)
    assert eve.says(found, "--key", sealed.key)[0] == 0
    change(found, proof(sealed, "K-5"))
    code, said = eve.says(found, "--key", sealed.key)
    assert code == 1
    assert re.fullmatch(expected, said), said


OF_ANOTHER_RUN: dict[str, tuple[Callable[[Data, Data], object], str]] = {
    "its certificate": (another_runs_certificate, f"{LEADS_NOWHERE}run: line 4 was changed, .*\n{NOT_OF_THIS}"),
    "its entry": (another_runs_entry, NOT_OF_THIS),
    "its entry's path": (another_entrys_path, ENTRY),
}


@pytest.mark.parametrize("part", OF_ANOTHER_RUN)
def test_parts_of_another_run_do_not_fit(part: str, sealed: Sealed, eve: Auditor) -> None:
    change, expected = OF_ANOTHER_RUN[part]
    found = proof(sealed)
    change(found, proof(sealed, out=sealed.other))
    code, said = eve.says(found, "--key", sealed.key)
    assert code == 1
    assert re.fullmatch(expected, said), said


def test_a_supplement_is_proved_with_the_run_it_adds_to(sealed: Sealed, eve: Auditor) -> None:
    found, other = proof(sealed, "K-7"), proof(sealed, out=sealed.other)
    found["runs"][0] = {**other["runs"][0], "lines": []}
    code, said = eve.says(found, "--key", sealed.key)
    assert (code, said) == (1, "supplement-1: it adds to another run\n")


def test_a_head_that_another_key_signed_is_found(sealed: Sealed, eve: Auditor, tmp_path: Path) -> None:
    """Without a key of one's own it cannot be: the proof brings that of who forged it."""
    found, mine = proof(sealed), make_key(tmp_path / "mine.pem")
    facts = {name: found["head"][name] for name in ("log", "size", "root", "at")}
    found["head"] |= {"public_key": mine.public, "signature": mine.sign(facts).value}
    code, said = eve.says(found, "--key", sealed.key)
    assert (code, said) == (1, f"head {found['head']['size']}: signed by another key\n")
    kept = eve.hand("head.json", head(sealed.bank.home).data())
    assert eve.says(found, "--head", kept) == (code, said)


def test_a_head_that_somebody_kept_tells_of_a_log_that_was_written_anew(sealed: Sealed, eve: Auditor) -> None:
    """The operator holds the key and signs another log of the same length."""
    found = proof(sealed)
    kept = head(sealed.bank.home)
    facts = {**kept.head.record(), "root": "11" * 32}
    signature = sealed.bank.home.signing_key().sign(facts).value
    file = eve.hand("head.json", {**facts, "public_key": sealed.key, "signature": signature})
    code, said = eve.says(found, "--head", file, "--key", sealed.key)
    assert (code, said) == (1, f"head {kept.head.size} that you hold has another root: the log was changed\n")


def test_a_file_that_is_not_the_message_is_found(sealed: Sealed, eve: Auditor) -> None:
    others = eve.hand("K-3.eml", (sealed.run / "email/K-3.eml").read_bytes())
    edited = eve.hand("K-2.eml", (sealed.run / "email/K-2.eml").read_bytes() + b"!")
    for file in (others, edited):
        code, said = eve.says(proof(sealed), "--file", file)
        assert (code, said) == (1, f"{file}: this is none of the record's messages as they were sealed\n")


FREE = {("runs", 0, "name"), ("runs", 1, "name")}
"""What a run is called is for the reader; what it is, its certificate says."""

VALUES: tuple[Any, ...] = (None, 10**30, 1.5, "\u202e", [1], {"a": 1})


def places(content: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value."""
    yield above
    inside = content.items() if isinstance(content, dict) else enumerate(content if isinstance(content, list) else ())
    for name, inner in inside:
        yield from places(inner, (*above, name))


def changed(content: Any, where: tuple[Any, ...], value: Any) -> Any:
    """The same JSON value with something else in one place."""
    if not where:
        return value
    content = deepcopy(content)
    inner = content
    for name in where[:-1]:
        inner = inner[name]
    inner[where[-1]] = value
    return content


def test_nothing_in_a_proof_can_be_anything_else(
    sealed: Sealed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever else stands anywhere in it, the verifier finds it, and never fails itself."""
    found, file, tried = proof(sealed, "K-7"), tmp_path / "proof.json", 0
    for where in places(found):
        for value in VALUES:
            other = changed(found, where, value)
            if other == found or where in FREE:  # to Python, yes is 1
                continue
            file.write_text(json.dumps(other))
            assert verifier.main(["--proof", str(file), "--key", sealed.key]) == 1, (where, value)
            assert capsys.readouterr().out.replace("\n", "").isprintable()
            tried += 1
    note("changes of a proof that the verifier found", tried=tried)
