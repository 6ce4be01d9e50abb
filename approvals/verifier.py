#!/usr/bin/env python3
"""Checks an exported audit log, or the proof of what one recipient was sent, with nothing but the standard library:
copy this file wherever you trust.

    python verifier.py LOG.jsonl [--head HEAD.json]… [--key PUBLIC_KEY]
    python verifier.py --proof PROOF.json [--file MESSAGE]… [--head HEAD.json] [--key PUBLIC_KEY] [LOG.jsonl]

LOG.jsonl has an entry on each line, HEAD.json a signed head as `ccm audit head` prints it.  Every entry is hashed anew
into a Merkle tree (RFC 6962), every head's signature is checked (Ed25519, RFC 8032), and each root is compared with the
tree's.  A log names the key it was founded with, and where it goes over to another; a head has to be signed by the one
whose turn it is.  With `--key` only heads signed by that key count, and by one that it handed over to: hand in the head
it signed over the entry that says so.  Exit code 0: all is as it was; 1: what is not is printed.

PROOF.json is what `ccm batch prove` writes: a record's lines in a run's manifest, each with its way up to the root in
the run's certificate, the entry of the log that tells of the certificate, and its way up to a signed head.  The head is
held against one that you kept, if it is over as many entries, or against the log; MESSAGE against what was sealed.
"""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
CURVE = -121665 * pow(121666, PRIME - 2, PRIME) % PRIME
ROOT_OF_MINUS_ONE = pow(2, (PRIME - 1) // 4, PRIME)

Point = tuple[int, int, int, int]
"""Extended coordinates (X, Y, Z, T) with x = X/Z, y = Y/Z, x * y = T/Z (RFC 8032, section 5.1.4)."""


def canonical(record: dict[str, Any]) -> bytes:
    """The bytes that are hashed and signed: JSON with sorted keys and no white space."""
    return json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def roots(entries: Iterable[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """Size and root of the tree before the first entry and after each."""
    complete: list[bytes] = []
    yield 0, sha256(b"").hexdigest()
    for place, entry in enumerate(entries):
        digest, carry = sha256(b"\0" + canonical(entry)).digest(), place
        while carry & 1:
            digest, carry = sha256(b"\1" + complete.pop() + digest).digest(), carry >> 1
        complete.append(digest)
        root = complete[-1]
        for left in reversed(complete[:-1]):
            root = sha256(b"\1" + left + root).digest()
        yield place + 1, root.hex()


def faults(entries: list[dict[str, Any]], heads: list[dict[str, Any]], key: str | None) -> Iterator[str]:
    """What is wrong, in words."""
    for place, entry in enumerate(entries):
        if entry.get("place") != place:
            yield f"entry {place}: it calls itself {entry.get('place')}"
    by_size, named = dict(roots(entries)), signers(entries)
    trusted = {head["public_key"] for head in heads} if key is None else {key}
    for head in sorted(heads, key=lambda it: int(it["size"])):
        size, wrong = head["size"], list(against(head, by_size, signer(named, head["size"]), trusted))
        yield from (f"head {size}: {fault}" for fault in wrong)
        if not wrong:
            trusted |= {public for first, public in named if 0 < first <= size}


def against(head: dict[str, Any], by_size: dict[int, str], named: str | None, trusted: set[str]) -> Iterator[str]:
    """What is wrong with a head: `named` is whose turn it was by the log itself, if the log says so."""
    yield from unsigned(head, trusted if named is None else trusted & {named})
    if head["size"] not in by_size:
        yield f"the log has only {len(by_size) - 1} entries, its tail is missing"
    elif by_size[head["size"]] != head["root"]:
        yield "the entries before it are not those it was made over"


def unsigned(head: dict[str, Any], trusted: set[str]) -> Iterator[str]:
    """What is wrong with the signature under a head."""
    record = {name: head[name] for name in ("log", "size", "root", "at")}
    if head["public_key"] not in trusted:
        yield "signed by another key"
    elif not signed(bytes.fromhex(head["public_key"]), canonical(record), bytes.fromhex(head["signature"])):
        yield "its signature is wrong"


def signers(entries: list[dict[str, Any]]) -> list[tuple[int, str]]:
    """The keys that a log names, each with the first entry that it signs for."""
    founded = [(0, entry["details"]["key"]) for entry in entries[:1] if entry["what"] == "founded"]
    rotated = [(n + 1, entry["details"]["key"]) for n, entry in enumerate(entries) if entry["what"] == "key-rotated"]
    return [*founded, *rotated]


def signer(named: list[tuple[int, str]], size: int) -> str | None:
    """The key that has to be under a head over so many entries, if the log says which."""
    return next((key for first, key in reversed(named) if first <= max(size - 1, 0)), None)


def proof_faults(proof: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the proof of a record in itself, its head and files left aside."""
    first, *supplements = proof["runs"]
    if proof["format"] != 1:
        yield "it is of a format that this file does not know"
    for run in proof["runs"]:
        yield from (f"{run['name']}: {fault}" for fault in _run_faults(run, proof["id"]))
        yield from (f"{run['name']}: {fault}" for fault in _entry_faults(run, proof["head"]))
    for run in supplements:
        if run["certificate"]["supplement_to"] != content_hash(first["certificate"]):
            yield f"{run['name']}: it adds to another run"
    if not any(run["lines"] for run in proof["runs"]):
        yield "there is no line of the record in it"


def _run_faults(run: dict[str, Any], record: str) -> Iterator[str]:
    """From the record's lines to the certificate."""
    certificate, number, row = run["certificate"], 0, None
    sealed, rows = certificate["manifest"], certificate["rows"]
    for line in run["lines"]:
        before, number, said = number, line["index"] + 1, json.loads(line["text"])
        if said["id"] != record:
            yield f"line {number} is another record's"
        if root_over(line["text"].encode(), line["index"], sealed["lines"], line["path"]) != sealed["merkle_root"]:
            yield f"line {number} was changed, or its path is another line's: it does not lead to the root sealed"
        if number <= before:
            yield f"line {number} comes twice, or out of order"
        elif said["row"] == row and number != before + 1:
            yield f"a line of row {row} is left out before line {number}"
        row = said["row"]
    if rows["total"] != sum(count for outcome, count in rows.items() if outcome != "total"):
        yield "the certificate's rows do not add up"
    if content_hash(certificate) != run["certificate_hash"]:
        yield "the certificate was changed: its hash is another"


def _entry_faults(run: dict[str, Any], head: dict[str, Any] | None) -> Iterator[str]:
    """From the certificate to the head of the log."""
    entry, certificate = run["entry"], run["certificate"]
    if entry is None or head is None:
        if head is not None or entry is not None or certificate["approval"] is not None:
            yield "the entry of the log is missing, or the head over it"
        return
    record, details = entry["record"], entry["record"]["details"]
    if record["what"] != "run-certified" or details["certificate"] != content_hash(certificate):
        yield f"entry {record['place']} of the log does not tell of this certificate"
    else:
        for name in ("run", "input", "bundles", "as_of", "rows", "manifest"):
            if details[name] != certificate[name]:
                yield f"entry {record['place']} of the log says something else: {name}"
    if root_over(canonical(record), record["place"], head["size"], entry["path"]) != head["root"]:
        yield f"entry {record['place']} of the log was changed, or its path is another's: it does not lead to the head"


def head_faults(head: dict[str, Any], held: Sequence[dict[str, Any]], key: str | None) -> Iterator[str]:
    """What speaks against the head of a proof, without the log: its signature, and heads that somebody holds."""
    trusted = {key} if key else {it["public_key"] for it in held} or {head["public_key"]}
    yield from (f"head {head['size']}: {fault}" for fault in unsigned(head, trusted))
    for kept in held:
        yield from (f"head {kept['size']} that you hold: {fault}" for fault in unsigned(kept, trusted))
        if (kept["log"], kept["size"]) != (head["log"], head["size"]):
            yield (
                f"head {kept['size']} of log {kept['log']} that you hold is not the proof's, {head['size']} of log "
                f"{head['log']}: have a proof made that leads to yours (ccm batch prove --head), or hand in the log"
            )
        elif kept["root"] != head["root"]:
            yield f"head {kept['size']} that you hold has another root: the log was changed"


def file_faults(proof: dict[str, Any], files: Iterable[Path]) -> Iterator[str]:
    """Files that are none of the record's messages."""
    sealed = {json.loads(line["text"]).get("sha256") for run in proof["runs"] for line in run["lines"]}
    for path in files:
        if sha256(path.read_bytes()).hexdigest() not in sealed:
            yield f"{path}: this is none of the record's messages as they were sealed"


def root_over(entry: bytes, index: int, size: int, path: Sequence[str]) -> str | None:
    """The root that a path leads to from an entry of a tree; None if it cannot be so long (RFC 9162, 2.1.3.2)."""
    digest, last = sha256(b"\0" + entry).digest(), size - 1
    if not 0 <= index < size:
        return None
    for step in map(bytes.fromhex, path):
        if last == 0:
            return None
        if index & 1 or index == last:
            digest = sha256(b"\1" + step + digest).digest()
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            digest = sha256(b"\1" + digest + step).digest()
        index, last = index >> 1, last >> 1
    return digest.hex() if last == 0 else None


def content_hash(content: Any) -> str:
    """SHA-256 of a certificate's canonical JSON, texts in NFC."""
    return sha256(canonical(_normal(content))).hexdigest()


def _normal(content: Any) -> Any:
    match content:
        case str():
            return unicodedata.normalize("NFC", content)
        case list():
            return [_normal(it) for it in content]
        case dict():
            return {_normal(name): _normal(it) for name, it in content.items()}
    return content


def told(proof: dict[str, Any], vouched: bool) -> Iterator[str]:
    """What a proof that is right shows."""
    yield f"{proof['id']}:"
    for run in proof["runs"]:
        for line in run["lines"]:
            said = json.loads(line["text"])
            what = f"{said['channel'] or 'row'} {said['outcome']}"
            yield "  " + ", ".join([run["name"], f"row {said['row']}", what, *filter(None, [said.get("file")])])
        rows = ", ".join(f"{count} {outcome}" for outcome, count in run["certificate"]["rows"].items())
        yield f"  {run['name']}, certificate {run['certificate_hash']}: {rows}"
        if run["entry"]:
            record = run["entry"]["record"]
            yield f"  {run['name']}, entry {record['place']} of the log, {record['at']}"
    head = proof["head"]
    if head is None:
        yield "It ends at the certificate: no audit log tells of this run. Compare its hash with one that you hold."
        return
    yield f"  head over {head['size']} entries of log {head['log']}, signed with {head['public_key']}"
    if not vouched:
        yield "Compare the key with one that you hold, or hand it in as --key: this proof brings its own."


def signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether an Ed25519 signature is right (RFC 8032, section 5.1.7)."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, commitment, scalar = decoded(public), decoded(signature[:32]), int.from_bytes(signature[32:], "little")
    if key is None or commitment is None or scalar >= ORDER:
        return False
    challenge = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % ORDER
    return same(times(scalar, BASE), added(commitment, times(challenge, key)))


def decoded(encoded: bytes) -> Point | None:
    """The point that 32 bytes stand for; None if there is none (RFC 8032, section 5.1.3)."""
    number = int.from_bytes(encoded, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= PRIME:
        return None
    square = (y * y - 1) * pow(CURVE * y * y + 1, PRIME - 2, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if (x * x - square) % PRIME:
        x = x * ROOT_OF_MINUS_ONE % PRIME
    if (x * x - square) % PRIME or (x == 0 and sign):
        return None
    x = PRIME - x if x & 1 != sign else x
    return x, y, 1, x * y % PRIME


def added(one: Point, other: Point) -> Point:
    """The sum of two points (RFC 8032, section 5.1.4)."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % PRIME
    b = (one[1] + one[0]) * (other[1] + other[0]) % PRIME
    c = 2 * one[3] * other[3] * CURVE % PRIME
    d = 2 * one[2] * other[2] % PRIME
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % PRIME, g * h % PRIME, f * g % PRIME, e * h % PRIME


def times(factor: int, point: Point) -> Point:
    """A point added to itself so many times."""
    total: Point = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            total = added(total, point)
        point, factor = added(point, point), factor >> 1
    return total


def same(one: Point, other: Point) -> bool:
    """Whether two points are the same one, whatever their Z."""
    return not (one[0] * other[2] - other[0] * one[2]) % PRIME and not (one[1] * other[2] - other[1] * one[2]) % PRIME


def _base() -> Point:
    point = decoded((4 * pow(5, PRIME - 2, PRIME) % PRIME).to_bytes(32, "little"))
    assert point is not None
    return point


BASE = _base()


def main(words: list[str] | None = None) -> int:
    """Check the files that the command line names."""
    parser = argparse.ArgumentParser(description="Check an exported audit log, or the proof of a record in a run.")
    parser.add_argument("log", type=Path, nargs="?")
    parser.add_argument("--head", type=Path, action="append", default=[])
    parser.add_argument("--key")
    parser.add_argument("--proof", type=Path)
    parser.add_argument("--file", type=Path, action="append", default=[])
    options = parser.parse_args(words)
    if not (options.log or options.proof) or (options.file and not options.proof):
        parser.error("name a log or a proof; --file goes with --proof")
    try:
        found, right = checked(options)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        found, right = [f"this is no exported log, no head of one, or no proof: {error!r}"], []
    for line in found or right:
        sys.stdout.write("".join(it if it.isprintable() else ascii(it)[1:-1] for it in line) + "\n")
    return 1 if found else 0


def checked(options: argparse.Namespace) -> tuple[list[str], list[str]]:
    """What is wrong, and what there is to say if nothing is."""
    heads = [json.loads(path.read_text(encoding="utf-8")) for path in options.head]
    found, right = list[str](), list[str]()
    if options.proof:
        proof = json.loads(options.proof.read_text(encoding="utf-8"))
        found = [*proof_faults(proof), *file_faults(proof, options.file)]
        right = list(told(proof, vouched=bool(options.key or heads)))
        if proof["head"] is None:
            found += ["it ends at the certificate, so no head or key vouches for it"] if heads or options.key else []
        elif options.log:
            heads.append(proof["head"])
        else:
            found += head_faults(proof["head"], heads, options.key)
    if options.log:
        with options.log.open(encoding="utf-8") as lines:  # `splitlines` would also break inside of words
            entries = [json.loads(line) for line in lines]
        found += faults(entries, heads, options.key)
        right.append(f"{len(entries)} entries, {len(heads)} heads: right.")
    else:
        right.append("The proof is right.")
    return found, right


if __name__ == "__main__":
    sys.exit(main())
