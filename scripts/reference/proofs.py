"""The page of run proofs: what `ccm batch prove` writes, and what the verifier makes of it."""

from __future__ import annotations

from collections.abc import Iterator

import approvals.verifier
from scripts.reference.markdown import fenced, table

FIELDS = {
    "format": "1; a verifier refuses what it does not know",
    "id": "the record that the proof is about, as the manifest names it",
    "runs": "the run, and after it each of its supplements that holds the record",
    "runs[].name": "`run`, `supplement-1` and so on, for the reader",
    "runs[].lines": "the record's lines of the manifest, in its order; none where only a supplement holds the record",
    "runs[].lines[].index": "the line's place in the manifest, from 0",
    "runs[].lines[].text": "the line itself, without its line feed: the very bytes that were hashed",
    "runs[].lines[].path": "the hashes that lead from the line to `manifest.merkle_root`, the lowest one first",
    "runs[].certificate": "`certificate.json` of the run or supplement, all of it",
    "runs[].certificate_hash": "SHA-256 over the canonical JSON of the certificate: sorted keys, no white space, NFC",
    "runs[].entry": "the entry of the audit log that tells of the certificate; none for templates in files",
    "runs[].entry.record": "the entry as `ccm audit export` writes it",
    "runs[].entry.path": "the hashes that lead from the entry to the head's `root`",
    "head": "the signed head as `ccm audit head` prints it; none for templates in files",
}
"""What a proof holds, by path.  Certificate, entry and head have fields of their own."""


def page() -> Iterator[str]:
    """The page's lines."""
    yield "# Run proofs\n"
    yield "`ccm batch prove` writes one JSON file about one record of a run. Hashes are SHA-256 in hexadecimal, trees"
    yield "and paths those of RFC 6962 (a leaf is hashed after a byte 0, two subtrees after a byte 1), signatures"
    yield "Ed25519. Of other records the file holds nothing but hashes.\n"
    yield from table(["field", "holds"], ((f"`{path}`", meaning) for path, meaning in FIELDS.items()))
    yield "## The verifier\n"
    yield "`approvals/verifier.py` needs nothing but Python 3.11, and nothing else of this program:\n"
    yield from fenced(approvals.verifier.__doc__ or "", "text")
