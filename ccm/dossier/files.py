"""The files attached to a certificate: everything in the form that other programs read and verify."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from approvals.keys import Signature, key_id
from approvals.public_keys import public_pem
from approvals.record import record_bytes
from ccm.dossier.index import index_of
from ccm.dossier.model import Dossier, Proof
from ccm.dossier.names import (
    HEAD,
    HEAD_SIGNATURE,
    INDEX,
    INDEX_SIGNATURE,
    PAGES,
    SUBJECT,
    Side,
    channel_name,
    decision_file,
    full_name,
    item_file,
    key_file,
    kind_name,
    proof_file,
    redline_file,
    signature_file,
)
from ccm.words import Speech
from content_blocks.redline import as_data
from renderers.pdf import AttachedFile
from renderers.pdf.attached import Relationship

Sign: TypeAlias = Callable[[Mapping[str, Any]], Signature]
"""Signs a record, such as `SigningKey.sign`."""

PAGE_END = "\f"
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".eml": "message/rfc822",
    ".json": "application/json",
    ".yaml": "application/yaml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".pem": "application/x-pem-file",
}
"""By the ending of a name; anything else is plain bytes."""


def files_of(dossier: Dossier, _: Speech) -> list[AttachedFile]:
    """The files that the pages speak of."""
    return [
        *_decisions(dossier, _),
        *_subject(dossier, _),
        *_keys(dossier.keys, _),
        *_head(dossier, _),
        *_items(dossier, _),
        *_redlines(dossier, _),
        *_proofs(dossier, _),
    ]


def sealed(
    dossier: Dossier, files: Sequence[AttachedFile], pages: Sequence[str], _: Speech, sign: Sign | None
) -> list[AttachedFile]:
    """The files with the text of the pages, and the index of them all, with its signature if somebody signs."""
    text = _file(PAGES, PAGE_END.join(pages).encode(), _("Text of the pages"), "Alternative")
    index = index_of(dossier, _.language, (*files, text)).record()
    seal = [_record(INDEX, index, _("Index of the attached files"))]
    if sign:
        seal.append(_signature(INDEX_SIGNATURE, sign(index), INDEX, _))
    return [*files, text, *seal]


def _decisions(dossier: Dossier, _: Speech) -> Iterator[AttachedFile]:
    for number, signed in enumerate(dossier.decisions, 1):
        name = decision_file(number)
        who = full_name(dossier, signed.decision.person)
        yield _record(name, signed.decision.record(), _("Decision of {person}").format(person=who))
        yield _signature(signature_file(name), signed.signature, name, _)


def _subject(dossier: Dossier, _: Speech) -> Iterator[AttachedFile]:
    yield _record(SUBJECT, dossier.review.scope(), _("What was decided about: hashes, steps, class of change"))


def _keys(keys: Iterable[str], _: Speech) -> Iterator[AttachedFile]:
    for key in keys:
        name = key_file(key_id(key))
        yield _file(name, public_pem(key), _("Public key (Ed25519)"), "Supplement")


def _head(dossier: Dossier, _: Speech) -> Iterator[AttachedFile]:
    yield _record(HEAD, dossier.head.record(), _("Head of the audit log"))
    yield _signature(HEAD_SIGNATURE, dossier.head_signature, HEAD, _)


def _items(dossier: Dossier, _: Speech) -> Iterator[AttachedFile]:
    for number, item in enumerate(dossier.items, 1):
        about = f"{kind_name(item.kind, _)} {item.name}, {item.version}"
        yield _file(item_file(number, item), item.source, about, "Source")


def _redlines(dossier: Dossier, _: Speech) -> Iterator[AttachedFile]:
    for number, item in enumerate(dossier.items, 1):
        if item.redline is not None:
            content = json.dumps(as_data(item.redline), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
            about = _("Redline of {name}, {version}").format(name=item.name, version=item.version)
            yield _file(redline_file(number), content.encode(), about, "Alternative")


def _proofs(dossier: Dossier, _: Speech) -> Iterator[AttachedFile]:
    for number, proof in enumerate(dossier.proofs, 1):
        yield from _sides(number, proof, _)


def _sides(number: int, proof: Proof, _: Speech) -> Iterator[AttachedFile]:
    about = f"{channel_name(proof.channel, _)}, {proof.persona}"
    sides: tuple[tuple[Side, str], ...] = (("before", _("before")), ("after", _("after")))
    for side, said in sides:
        carried = proof.before if side == "before" else proof.after
        if carried:
            yield _file(proof_file(number, proof, side), carried.content, f"{about}, {said}", "Supplement")


def _record(name: str, record: Mapping[str, Any], about: str) -> AttachedFile:
    """A record in the very bytes that are hashed and signed."""
    return _file(name, record_bytes(record), about, "Data")


def _signature(name: str, signature: Signature, record: str, _: Speech) -> AttachedFile:
    return _file(name, bytes.fromhex(signature.value), _("Signature under {file}").format(file=record), "Supplement")


def _file(name: str, content: bytes, about: str, relationship: Relationship) -> AttachedFile:
    media_type = MEDIA_TYPES.get(name[name.rindex(".") :], "application/octet-stream")
    return AttachedFile(name, content, media_type, about, relationship)
