"""What a finished run says of one record, as something to hand out: its manifest lines, each with its way up to the
Merkle root in the certificate.

A proof holds the record it is about and of all others nothing but hashes.  Whoever is shown it learns that these lines
were sealed; that no other line is about the record is for `verify`, which has the whole manifest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from approvals.merkle import Digest, inclusion_proofs, leaf_hash
from ccm.batch.folder import RunFolder, read_json
from ccm.batch.outcome import json_line
from content_blocks.canonical import canonical_hash
from content_blocks.problem import refuse


@dataclass(frozen=True, slots=True)
class ProvenLine:
    """A manifest line as it was sealed, its place from 0, and the hashes that lead from it to the root."""

    index: int
    text: str
    path: tuple[str, ...]

    def data(self) -> dict[str, Any]:
        """As a proof holds it."""
        return {"index": self.index, "text": self.text, "path": list(self.path)}


@dataclass(frozen=True, slots=True)
class ProvenRun:
    """What a run, or one of its supplements, says of the record, and the certificate that vouches for it."""

    name: str
    lines: tuple[ProvenLine, ...]
    certificate: dict[str, Any]

    @property
    def hash(self) -> str:
        """What the log and the seal know the certificate by."""
        return canonical_hash(self.certificate)

    def data(self) -> dict[str, Any]:
        """As a proof holds it."""
        lines = [line.data() for line in self.lines]
        return {"name": self.name, "lines": lines, "certificate": self.certificate, "certificate_hash": self.hash}


def proven(out: Path, record_id: str) -> list[ProvenRun]:
    """The run, and after it those of its supplements that hold the record; supplements without a certificate say
    nothing yet.

    Raises Refused where no row has the id, and where manifest or seal are not those of a certificate.
    """
    first = RunFolder(out.resolve())
    if not first.certificate.exists():
        raise refuse(str(out), "run-unfinished" if first.run.exists() else "no-run-here")
    found = [_proven("run", first, record_id)]
    found += [_proven(it.path.name, it, record_id) for it in first.supplements() if it.certificate.exists()]
    if not any(run.lines for run in found):
        raise refuse(record_id, "proof-of-nobody")
    return [found[0], *(run for run in found[1:] if run.lines)]


def _proven(name: str, folder: RunFolder, record_id: str) -> ProvenRun:
    lines, root, size = _lines(folder, record_id)
    certificate = read_json(folder.certificate)
    if certificate.get("manifest") != {"lines": size, "merkle_root": root.hex()}:
        raise refuse(f"{name} {folder.certificate.name}", "certificate-differs", what="manifest")
    if read_json(folder.seal).get("certificate") != canonical_hash(certificate):
        raise refuse(f"{name} {folder.seal.name}", "seal-differs")
    return ProvenRun(name, lines, certificate)


def _lines(folder: RunFolder, record_id: str) -> tuple[tuple[ProvenLine, ...], Digest, int]:
    """The lines of a record, with the root and the number of all lines, which are read once."""
    texts: list[str] = []

    def leaves() -> Iterator[tuple[Digest, bool]]:
        sought = json_line({"id": record_id})[1:-1].encode()
        with folder.manifest.open("rb") as file:
            for line in file:
                text = line.removesuffix(b"\n")
                sought_here = sought in text and _id_of(text) == record_id  # most lines need not be parsed
                if sought_here:
                    texts.append(text.decode())
                yield leaf_hash(text), sought_here

    try:
        root, size, proofs = inclusion_proofs(leaves())
    except FileNotFoundError:
        raise refuse(folder.manifest.name, "run-file-missing", file=folder.manifest.name) from None
    found = zip(texts, proofs.items(), strict=True)
    return tuple(ProvenLine(n, text, tuple(it.hex() for it in path)) for text, (n, path) in found), root, size


def _id_of(text: bytes) -> object:
    """The id in a manifest line; none in what is damaged, which leads to another root anyway."""
    try:
        return json.loads(text)["id"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
