"""What became of one record, proved to somebody who has neither our program nor any trust in who runs it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ccm.batch.certificate import facts_of
from ccm.batch.folder import RunFolder, read_json
from ccm.batch.run import run
from ccm.batch.snapshot import pinned
from ccm.store.auditing import SignedHead, export, head, newest_head, read_head, write_lines
from ccm.store.witnessing import prove, witness_of
from content_blocks.canonical import canonical_hash
from content_blocks.problem import Refused
from scripts.reference.proofs import FIELDS
from templates_store.database import select
from templates_store.tables import Head
from tests.ccm.batch import samples
from tests.ccm.store.proofs import Auditor, Data, Sealed, proof, typed
from tests.ccm.store.world import World


def test_the_auditor_has_nothing_of_ours(eve: Auditor) -> None:
    for room in ("approvals", "ccm", "content_blocks", "cryptography"):
        assert eve.python("-c", f"import {room}")[0] == 1
    assert [path.name for path in eve.place.iterdir()] == ["verifier.py"]


def test_a_record_is_proved_from_its_lines_to_the_signed_head(sealed: Sealed, eve: Auditor) -> None:
    mail, text = (sealed.run / name for name in ("email/K-2.eml", "sms/K-2.json"))
    files = ["--file", eve.hand("mail.eml", mail.read_bytes()), "--file", eve.hand("text.json", text.read_bytes())]
    kept = eve.hand("head.json", head(sealed.bank.home).data())
    code, said = eve.says(proof(sealed), *files, "--key", sealed.key, "--head", kept)
    assert code == 0, said
    assert re.sub(r"[0-9a-f]{64}|\d{4}-\S+Z", "#", said) == (
        "K-2:\n"
        "  run, row 2, email done, email/K-2.eml\n"
        "  run, row 2, sms done, sms/K-2.json\n"
        "  run, certificate #: 7 total, 6 done, 1 quarantined, 0 skipped\n"
        f"  run, entry {place(sealed.run, sealed)} of the log, #\n"
        f"  head over {head(sealed.bank.home).head.size} entries of log ahorn, signed with #\n"
        "The proof is right.\n"
    )


def place(out: Path, sealed: Sealed) -> int:
    """Where in the log a run's certificate is."""
    certificate = canonical_hash(json.loads((out / "certificate.json").read_text()))
    entries = map(json.loads, export(sealed.bank.home))
    return int(next(it["place"] for it in entries if it["details"].get("certificate") == certificate))


def test_without_a_key_that_somebody_holds_it_says_so(sealed: Sealed, eve: Auditor) -> None:
    code, said = eve.says(proof(sealed))
    assert (code, "this proof brings its own" in said) == (0, True)


def test_a_record_that_was_corrected_is_proved_in_both(sealed: Sealed, eve: Auditor) -> None:
    data = proof(sealed, "K-7")
    assert [(run["name"], len(run["lines"])) for run in data["runs"]] == [("run", 1), ("supplement-1", 2)]
    code, said = eve.says(data, "--key", sealed.key)
    assert code == 0, said
    assert "run, row 7, row quarantined\n" in said
    assert "supplement-1, row 1, email done, email/K-7.eml\n" in said


def test_it_holds_nothing_of_other_records_but_hashes(sealed: Sealed) -> None:
    text = json.dumps(proof(sealed))
    assert {f"K-{number}" in text for number in (1, 3, 4, 5, 6, 7)} == {False}


def paths(content: object, above: str = "") -> Iterator[str]:
    """The fields in a JSON value; those of certificate, entry and head are not the proof's own."""
    if isinstance(content, dict) and not above.endswith(("certificate", "record", "head")):
        for name, inner in content.items():
            here = f"{above}.{name}".strip(".")
            yield here
            yield from paths(inner, here)
    for inner in content if isinstance(content, list) else ():
        yield from paths(inner, f"{above}[]")


def test_it_has_the_fields_that_the_reference_tells(sealed: Sealed) -> None:
    assert list(dict.fromkeys(paths(proof(sealed)))) == list(FIELDS)


def test_it_goes_together_with_the_whole_log(sealed: Sealed, eve: Auditor) -> None:
    write_lines(export(sealed.bank.home), eve.place / "log.jsonl")
    kept = eve.hand("head.json", sealed.before.data())
    code, said = eve.says(proof(sealed), "log.jsonl", "--key", sealed.key, "--head", kept)
    assert code == 0, said
    assert said.endswith("entries, 2 heads: right.\n")
    lines = (eve.place / "log.jsonl").read_text().splitlines(keepends=True)
    eve.hand("log.jsonl", "".join([*lines[:3], lines[3].replace('"at":"2026', '"at":"2025'), *lines[4:]]).encode())
    code, said = eve.says(proof(sealed), "log.jsonl", "--key", sealed.key)
    assert (code, "the entries before it are not those it was made over" in said) == (1, True)


def test_it_can_lead_to_a_head_that_was_kept(sealed: Sealed, eve: Auditor, tmp_path: Path) -> None:
    """One from between the two runs: it knows the first, and not the second."""
    kept = proof(sealed)
    with sealed.bank.home.reading() as session:
        newest = newest_head(session, "ahorn")
    assert kept["head"]["size"] == newest.head.size
    older = middle_head(sealed)
    file = eve.hand("head.json", older.data())
    code, said = eve.says(kept, "--head", file, "--key", sealed.key)
    assert (code, "have a proof made that leads to yours" in said) == (1, True)
    done = typed("prove", str(sealed.run), "--id", "K-2", "--head", str(eve.place / file))
    assert done.exit_code == 0, done.output
    assert eve.says(json.loads(done.stdout), "--head", file, "--key", sealed.key)[0] == 0
    with pytest.raises(Refused) as refused:
        prove(sealed.other, "K-2", sealed.bank.home, older)
    assert [it.code for it in refused.value.problems] == ["head-too-early"]


def middle_head(sealed: Sealed) -> SignedHead:
    """The head that was signed with the supplement's certificate."""
    size = place(sealed.run / "supplement-1", sealed) + 1
    with sealed.bank.home.reading() as session:
        row = session.exec(select(Head).where(Head.size == size)).one()
    data = {"log": "ahorn", "size": row.size, "root": row.root, "at": row.at}
    return read_head(json.dumps({**data, "public_key": row.key, "signature": row.signature}).encode())


def test_the_log_may_be_in_any_database(bank: World, sealed: Sealed, eve: Auditor) -> None:
    """Another store that was told of the very same run."""
    folder, key = RunFolder(sealed.run), bank.home.signing_key().public
    with pytest.raises(Refused) as refused:
        prove(sealed.run, "K-2", bank.home)
    assert [it.code for it in refused.value.problems] == ["run-unlogged"]
    told = {**pinned(folder).facts(), **facts_of(read_json(folder.certificate))}
    with bank.home.turn() as turn:
        turn.log("run-certified", None, **told)
    code, said = eve.says(proof(sealed, home=bank.home), "--key", key)
    assert code == 0, said


def test_of_templates_in_files_it_ends_at_the_certificate(eve: Auditor, tmp_path: Path) -> None:
    data = samples.write_records(tmp_path / "people.jsonl", samples.people(["C-1", "nophone-1", "Zoë"]))
    run(tmp_path / "out", [data], samples.job(), workers=1)
    for record in ("C-1", "nophone-1", "Zoë"):
        found = proof_of(tmp_path / "out", record)
        code, said = eve.says(found)
        assert (code, found["head"], "It ends at the certificate: no audit log tells of this run." in said) == (
            0,
            None,
            True,
        )
    code, said = eve.says(found, "--key", "00" * 32)
    assert (code, said) == (1, "it ends at the certificate, so no head or key vouches for it\n")


def proof_of(out: Path, record: str) -> Data:
    return prove(out, record, witness_of(RunFolder(out))).data()


def test_the_command_writes_it(sealed: Sealed, tmp_path: Path, eve: Auditor) -> None:
    done = typed("prove", str(sealed.run), "--id", "K-2", "--out", str(tmp_path / "proof.json"))
    size = head(sealed.bank.home).head.size
    assert done.stdout == (
        f"2 lines of the manifest, proved up to the head over {size} entries of the audit log.\n"
        f"{tmp_path / 'proof.json'}\n"
    )
    assert json.loads((tmp_path / "proof.json").read_text()) == proof(sealed)
    assert typed("prove", str(sealed.run), "--id", "K-2").stdout == (tmp_path / "proof.json").read_text()
