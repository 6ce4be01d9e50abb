"""The index of a certificate: which of its files is what, and their hashes, for programs that read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from approvals.keys import key_id
from approvals.review import State
from ccm.dossier.model import Dossier
from ccm.dossier.names import HEAD, HEAD_SIGNATURE, SUBJECT, decision_file, item_file, key_file, signature_file
from content_blocks.canonical import sha256
from renderers.pdf import AttachedFile

Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
KeyId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


class Indexed(BaseModel):
    """A part of an index: frozen, and strict about what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class IndexedFile(Indexed):
    """A file by its bytes."""

    name: str
    sha256: Hash
    bytes: int


class IndexedRecord(Indexed):
    """A record, the signature under it, and the key that made that."""

    record: str
    signature: str
    key: KeyId


class IndexedItem(Indexed):
    """A version under review and its file."""

    kind: str
    name: str
    version: str
    hash: Hash
    file: str


class Index(Indexed):
    """Everything but itself.  `submitted_by` and `authors` are ids of people, as decisions name them."""

    form: Literal["dossier/1"] = "dossier/1"
    organisation: str
    language: str
    review: str
    state: State
    subject: Hash
    subject_file: str = SUBJECT
    submitted_by: str
    authors: tuple[str, ...]
    decisions: tuple[IndexedRecord, ...]
    head: IndexedRecord
    keys: dict[KeyId, str]
    items: tuple[IndexedItem, ...]
    files: tuple[IndexedFile, ...]

    def record(self) -> dict[str, Any]:
        """What is signed."""
        return self.model_dump(mode="json")


def index_of(dossier: Dossier, language: str, files: Sequence[AttachedFile]) -> Index:
    """The index over some files, which are all but the index."""
    review = dossier.review
    return Index(
        organisation=dossier.organisation,
        language=language,
        review=review.id,
        state=dossier.state,
        subject=review.subject,
        submitted_by=review.submitted_by,
        authors=tuple(sorted(review.authors)),
        decisions=_decisions(dossier),
        head=IndexedRecord(record=HEAD, signature=HEAD_SIGNATURE, key=dossier.head_signature.key),
        keys={key_id(key): key_file(key_id(key)) for key in dossier.keys},
        items=_items(dossier),
        files=tuple(
            IndexedFile(name=file.name, sha256=sha256(file.content), bytes=len(file.content)) for file in files
        ),
    )


def _decisions(dossier: Dossier) -> tuple[IndexedRecord, ...]:
    return tuple(
        IndexedRecord(
            record=decision_file(number), signature=signature_file(decision_file(number)), key=signed.signature.key
        )
        for number, signed in enumerate(dossier.decisions, 1)
    )


def _items(dossier: Dossier) -> tuple[IndexedItem, ...]:
    return tuple(
        IndexedItem(kind=item.kind, name=item.name, version=item.version, hash=item.hash, file=item_file(number, item))
        for number, item in enumerate(dossier.items, 1)
    )
