"""What is attached to a certificate: the very bytes, each of them once, in forms that other programs verify."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from approvals.record import record_bytes
from ccm.dossier.reading import read_dossier
from content_blocks.redline import as_data
from tests.ccm.dossier.reviewed import DECISIONS, HEAD, ITEMS, KEY, PROOFS, certificate, reviewed
from tests.optional import missing


def test_everything_comes_out_byte_for_byte() -> None:
    read = read_dossier(certificate())
    assert read.records == tuple(signed.decision.record() for signed in DECISIONS)
    assert read.signatures == tuple(signed.signature for signed in DECISIONS)
    assert read.keys == (KEY.public,)
    assert [read.files[item.file] for item in read.index.items] == [item.source for item in ITEMS]
    assert read.files["decision-02.json"] == record_bytes(DECISIONS[1].decision.record())
    assert read.files["subject.json"] == record_bytes(reviewed().review.scope())
    assert read.files["log-head.json"] == record_bytes(HEAD.record())
    assert PROOFS[0].before
    assert PROOFS[1].after
    assert read.files["proof-01-before.pdf"] == PROOFS[0].before.content
    assert read.files["proof-02-after.eml"] == PROOFS[1].after.content
    assert "proof-03-before.sms.json" not in read.files
    assert ITEMS[0].redline
    assert json.loads(read.files["redline-01.json"]) == as_data(ITEMS[0].redline)


def test_every_file_is_attached_once_and_says_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(certificate())) as pdf:
        tree = list(pdf.Root.Names.EmbeddedFiles.Names)
        names = [str(name) for name in tree[::2]]
        associated = [str(entry.UF) for entry in pdf.Root.AF]
        about = {str(e.UF): (str(e.AFRelationship), str(e.EF.F.Subtype), str(e.Desc)) for e in tree[1::2]}
        dates = {str(entry.EF.F.Params[key]) for entry in tree[1::2] for key in ("/CreationDate", "/ModDate")}
    assert names == sorted(names) == associated
    assert len(set(names)) == len(names)
    assert dates == {"D:20261103000000Z"}, "of the last decision, not of a clock"
    assert about["decision-01.json"] == ("/Data", "/application/json", "Decision of Prof. Dr. Käthe Ahrendt")
    assert about["redline-01.json"][0] == "/Alternative"
    assert about["item-01-template-overdraft-reminder-2.1.yaml"][:2] == ("/Source", "/application/yaml")
    assert about["proof-02-before.eml"] == ("/Supplement", "/message/rfc822", "Email, Frau Çelik, im Minus, before")
    assert about["proof-04-before.push.json"][2].endswith("before"), "of two files with the same bytes"
    assert about["proof-04-after.push.json"][2].endswith("after")


@pytest.mark.parametrize("record", ["decision-01", "decision-02", "decision-03", "log-head", "index"])
def test_openssl_verifies_what_was_signed(record: str, tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        missing("OpenSSL is not installed")
    for name, content in read_dossier(certificate()).files.items():
        (tmp_path / name).write_bytes(content)
    key = next(tmp_path.glob("key-*.pem")).name
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin"]
    command += ["-in", f"{record}.json", "-sigfile", f"{record}.sig"]
    verified = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stdout) == (0, "Signature Verified Successfully\n")
    (tmp_path / f"{record}.json").write_bytes(b"{}")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode != 0
