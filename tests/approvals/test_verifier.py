"""The one-file verifier: no imports but the standard library's, and the same verdict as the store's own check."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import approvals.verifier
from approvals import merkle
from approvals.keys import make_key
from approvals.log import Entry, Head
from approvals.verifier import content_hash, proof_faults, root_over, signed
from content_blocks.canonical import canonical_hash
from tests.approvals.test_log import ATTACKS, START, Rows, head, log, row

FILE = Path(approvals.verifier.__file__)

# RFC 8032, section 7.1: public key, message, signature.
VECTORS = (
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
)  # fmt: skip


def test_it_needs_the_standard_library_only() -> None:
    tree = ast.parse(FILE.read_text())
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert {str(name).partition(".")[0] for name in imported} <= set(sys.stdlib_module_names)


@pytest.mark.parametrize(("public", "message", "signature"), VECTORS)
def test_signatures_are_those_of_the_standard(public: str, message: str, signature: str) -> None:
    key, text, right = bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(signature)
    assert signed(key, text, right)
    assert not signed(key, text + b"!", right)
    assert not signed(key, text, right[:-1] + bytes([right[-1] ^ 1]))
    beyond = int.from_bytes(right[32:], "little") + approvals.verifier.ORDER
    assert not signed(key, text, right[:32] + beyond.to_bytes(32, "little")), "the scalar has one form only"


@given(st.binary(min_size=32, max_size=32), st.binary(), st.binary(max_size=70))
def test_no_bytes_are_a_signature_by_chance(public: bytes, message: bytes, signature: bytes) -> None:
    assert not signed(public, message, signature)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A log of ten entries and a signed head of it, as they are exported."""
    rows, key = log(10), make_key(tmp_path / "key.pem")
    made: Head = head(rows)
    signature = key.sign(made.record())
    data: dict[str, Any] = {**made.record(), "public_key": key.public, "signature": signature.value}
    (tmp_path / "head.json").write_text(json.dumps(data))
    write(tmp_path / "log.jsonl", rows)
    return tmp_path / "log.jsonl", tmp_path / "head.json"


def write(path: Path, rows: Rows) -> None:
    path.write_text("".join(json.dumps(it.record(), ensure_ascii=False) + "\n" for it, _leaf in rows), "utf-8")


def verdict(log_file: Path, head_file: Path, *more: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-I", str(FILE), str(log_file), "--head", str(head_file), *more],
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout


def test_a_whole_log_is_right(files: tuple[Path, Path]) -> None:
    assert verdict(*files) == (0, "10 entries, 1 heads: right.\n")


def test_words_that_break_lines_break_no_log(tmp_path: Path) -> None:
    """Only a line feed ends an entry: a line separator of Unicode in somebody's reason does not."""
    said = [row(Entry(0, START, "anna", "retired", {"reason": "no\u2028longer\x85true\u2029at all"}))]
    write(tmp_path / "log.jsonl", said)
    done = subprocess.run(
        [sys.executable, "-I", str(FILE), str(tmp_path / "log.jsonl")], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "1 entries, 0 heads: right.\n")


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_attack_is_found(attack: str, files: tuple[Path, Path]) -> None:
    write(files[0], ATTACKS[attack][0](log(10)))
    code, printed = verdict(*files)
    assert code == 1
    assert "head 10" in printed or "calls itself" in printed


def test_a_head_of_another_key_is_found(files: tuple[Path, Path], tmp_path: Path) -> None:
    code, printed = verdict(*files, "--key", "00" * 32)
    assert (code, printed) == (1, "head 10: signed by another key\n")
    forged = {**json.loads(files[1].read_text()), "root": "00" * 32}
    files[1].write_text(json.dumps(forged))
    assert "head 10: its signature is wrong" in verdict(*files)[1]


# Proofs of records; those of real runs are tested with the store


@given(st.lists(st.binary(max_size=8), min_size=1, max_size=40, unique=True), st.data())
def test_it_follows_a_path_as_the_trees_own_check_does(entries: list[bytes], data: st.DataObject) -> None:
    index, size = data.draw(st.integers(0, len(entries) - 1)), len(entries)
    leaves = [merkle.leaf_hash(entry) for entry in entries]
    tree, path = merkle.root(entries), [step.hex() for step in merkle.inclusion_proof(leaves, index)]
    assert root_over(entries[index], index, size, path) == tree.hex()
    for other in (index - 1, index + 1, size):
        assert root_over(entries[index], other, size, path) != tree.hex()
    assert root_over(entries[index], index, size, [*path, "00" * 32]) is None
    assert not path or root_over(entries[index], index, size, path[:-1]) is None


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=12,
)


@given(plain)
def test_it_hashes_a_certificate_as_the_run_does(content: Any) -> None:
    assert content_hash(content) == canonical_hash(content)


def one_row(*dropped: int) -> dict[str, Any]:
    """The proof of a record with three messages, some of its lines dropped."""
    row = [{"row": 1, "id": "K-1", "channel": channel, "outcome": "done"} for channel in ("email", "sms", "push")]
    texts = [json.dumps(line) for line in row]
    leaves = [merkle.leaf_hash(text.encode()) for text in texts]
    certificate = {
        "rows": {"total": 1, "done": 1},
        "approval": None,
        "manifest": {"lines": 3, "merkle_root": merkle.root(text.encode() for text in texts).hex()},
    }
    lines = [
        {"index": n, "text": text, "path": [step.hex() for step in merkle.inclusion_proof(leaves, n)]}
        for n, text in enumerate(texts)
        if n not in dropped
    ]
    run = {"name": "run", "lines": lines, "certificate": certificate, "certificate_hash": content_hash(certificate)}
    return {"format": 1, "id": "K-1", "runs": [{**run, "entry": None}], "head": None}


def test_a_line_that_was_dropped_between_two_others_is_missed() -> None:
    assert list(proof_faults(one_row())) == []
    assert list(proof_faults(one_row(1))) == ["run: a line of row 1 is left out before line 3"]


def test_what_would_disturb_a_terminal_is_written_out(tmp_path: Path) -> None:
    """A proof comes from elsewhere."""
    found = one_row(1)
    found["runs"][0]["name"] = "\x1b[2J"
    (tmp_path / "proof.json").write_text(json.dumps(found))
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(FILE), "--proof", str(tmp_path / "proof.json")], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (1, "\\x1b[2J: a line of row 1 is left out before line 3\n")


@pytest.mark.parametrize("words", [[], ["--file", "message"], ["log.jsonl", "--file", "message"]])
def test_it_says_how_it_is_called(words: list[str]) -> None:
    done = subprocess.run([sys.executable, "-I", str(FILE), *words], capture_output=True, text=True)
    assert (done.returncode, "name a log or a proof; --file goes with --proof" in done.stderr) == (2, True)
