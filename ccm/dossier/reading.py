"""Reading a certificate: what is attached to it, taken out again.  Nothing is believed here; see `checking`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from approvals.keys import Signature
from approvals.public_keys import public_of
from ccm.dossier.index import Index, IndexedRecord
from ccm.dossier.names import INDEX
from content_blocks.problem import refuse
from renderers.pdf import taken_out


@dataclass(frozen=True, slots=True)
class Read:
    """What a certificate holds: the decisions' `records` and their `signatures` in order, the public `keys` that came
    with it in hexadecimal, the index, and every file by its name."""

    records: tuple[dict[str, Any], ...]
    signatures: tuple[Signature, ...]
    keys: tuple[str, ...]
    index: Index
    files: Mapping[str, bytes]


def read_dossier(content: bytes) -> Read:
    """Takes out what is attached.  Raises Refused for what is no certificate: no PDF, no index, a file that the index
    names but that is not there or not what it should be, two files of one name."""
    files = _files(content)
    index = _index(files)
    return Read(
        records=tuple(record_in(files, entry.record) for entry in index.decisions),
        signatures=tuple(signature_in(files, entry) for entry in index.decisions),
        keys=tuple(_key(files, name) for name in index.keys.values()),
        index=index,
        files=files,
    )


def _files(content: bytes) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name, each in taken_out(content):
        if name in files:
            raise refuse(name, "dossier-file-twice", file=name)
        files[name] = each
    return files


def _index(files: Mapping[str, bytes]) -> Index:
    try:
        return Index.model_validate_json(_file(files, INDEX))
    except ValidationError:
        raise refuse(INDEX, "dossier-file-unreadable", file=INDEX) from None


def record_in(files: Mapping[str, bytes], name: str) -> dict[str, Any]:
    """The record in a file; raises Refused if there is none."""
    try:
        record = json.loads(_file(files, name))
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise refuse(name, "dossier-file-unreadable", file=name)
    return record


def signature_in(files: Mapping[str, bytes], entry: IndexedRecord) -> Signature:
    """The signature that belongs to a record."""
    return Signature(entry.key, _file(files, entry.signature).hex())


def _key(files: Mapping[str, bytes], name: str) -> str:
    try:
        return public_of(_file(files, name))
    except ValueError:
        raise refuse(name, "dossier-file-unreadable", file=name) from None


def _file(files: Mapping[str, bytes], name: str) -> bytes:
    if name not in files:
        raise refuse(name, "dossier-file-missing", file=name)
    return files[name]
