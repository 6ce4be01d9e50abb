#!/usr/bin/env python3
"""Checks an exported audit log with nothing but Python's standard library: copy this file wherever you trust.

    python verifier.py LOG.jsonl [--head HEAD.json]… [--key PUBLIC_KEY]

LOG.jsonl has an entry on each line, HEAD.json a signed head as `ccm audit head` prints it.  Every entry is hashed anew
into a Merkle tree (RFC 6962), every head's signature is checked (Ed25519, RFC 8032), and each root is compared with the
tree's.  A log names the key it was founded with, and where it goes over to another; a head has to be signed by the one
whose turn it is.  With `--key` only heads signed by that key count, and by one that it handed over to: hand in the head
it signed over the entry that says so.  Exit code 0: all is as it was; 1: what is not is printed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
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
    record = {name: head[name] for name in ("log", "size", "root", "at")}
    if head["public_key"] not in trusted or named not in (None, head["public_key"]):
        yield "signed by another key"
    elif not signed(bytes.fromhex(head["public_key"]), canonical(record), bytes.fromhex(head["signature"])):
        yield "its signature is wrong"
    if head["size"] not in by_size:
        yield f"the log has only {len(by_size) - 1} entries, its tail is missing"
    elif by_size[head["size"]] != head["root"]:
        yield "the entries before it are not those it was made over"


def signers(entries: list[dict[str, Any]]) -> list[tuple[int, str]]:
    """The keys that a log names, each with the first entry that it signs for."""
    founded = [(0, entry["details"]["key"]) for entry in entries[:1] if entry["what"] == "founded"]
    rotated = [(n + 1, entry["details"]["key"]) for n, entry in enumerate(entries) if entry["what"] == "key-rotated"]
    return [*founded, *rotated]


def signer(named: list[tuple[int, str]], size: int) -> str | None:
    """The key that has to be under a head over so many entries, if the log says which."""
    return next((key for first, key in reversed(named) if first <= max(size - 1, 0)), None)


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


def main() -> int:
    """Check the files that the command line names."""
    parser = argparse.ArgumentParser(description="Check an exported audit log.")
    parser.add_argument("log", type=Path)
    parser.add_argument("--head", type=Path, action="append", default=[])
    parser.add_argument("--key")
    options = parser.parse_args()
    entries: list[dict[str, Any]] = []
    heads: list[dict[str, Any]] = []
    try:
        with options.log.open(encoding="utf-8") as lines:  # `splitlines` would also break inside of words
            entries += [json.loads(line) for line in lines]
        heads += [json.loads(path.read_text(encoding="utf-8")) for path in options.head]
        found = list(faults(entries, heads, options.key))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        found = [f"this is no exported log, or no head of one: {error!r}"]
    sys.stdout.write(
        "".join(f"{fault}\n" for fault in found) or f"{len(entries)} entries, {len(heads)} heads: right.\n"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
