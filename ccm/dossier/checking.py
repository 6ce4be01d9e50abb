"""Checking a certificate against keys that somebody trusts: every file, every signature, and what follows from them.

What the index says is compared with what was signed, and never the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from approvals.decision import Decision
from approvals.keys import Signature, key_id, verifies
from approvals.record import record_hash
from approvals.review import Review, state
from approvals.workflow import Step
from ccm.dossier.files import PAGE_END
from ccm.dossier.index import IndexedRecord
from ccm.dossier.names import INDEX, INDEX_SIGNATURE, PAGES
from ccm.dossier.reading import Read, read_dossier, record_in, signature_in
from ccm.dossier.recorded import decision_of
from content_blocks.canonical import sha256
from content_blocks.problem import Problem, Refused
from renderers.pdf import page_texts, plain_text

NO_RECORD = (TypeError, ValueError, RecursionError)
"""What comes of JSON that no record of ours can be: fractions, halves of characters, endless nesting."""


def check_dossier(content: bytes, *public: str) -> list[Problem]:
    """Everything that is wrong with a certificate; `public` are the keys in hexadecimal that are trusted, however they
    were come by: those that are attached prove nothing about themselves."""
    trusted = {key_id(key): key for key in public}
    try:
        read = read_dossier(content)
        found = (_files(read), _pages(content, read), _signatures(read, trusted), _subject(read), _outcome(read))
        return [problem for problems in found for problem in problems]
    except Refused as refused:
        return list(refused.problems)


def _files(read: Read) -> Iterator[Problem]:
    """Files that are not those of the index, and files it does not know."""
    listed = {file.name: file.sha256 for file in read.index.files}
    for name, expected in listed.items():
        if name not in read.files:
            yield Problem(name, "dossier-file-missing", {"file": name})
        elif sha256(read.files[name]) != expected:
            yield Problem(name, "dossier-file-changed", {"file": name})
    for name in read.files.keys() - listed.keys() - {INDEX, INDEX_SIGNATURE}:
        yield Problem(name, "dossier-file-unlisted", {"file": name})


def _pages(content: bytes, read: Read) -> Iterator[Problem]:
    """Pages that no longer say what they said; blanks and line ends aside, which programs see differently."""
    expected = read.files.get(PAGES, b"").decode(errors="replace").split(PAGE_END)
    for number, (before, now) in enumerate(zip_longest(expected, page_texts(content)), 1):
        if before is None or now is None or plain_text(before) != plain_text(now):
            yield Problem(f"page {number}", "dossier-page-changed", {"page": number})


def _signatures(read: Read, trusted: Mapping[str, str]) -> Iterator[Problem]:
    """Signatures that are not those of a trusted key over the record beside them."""
    for record, signature, entry in zip(read.records, read.signatures, read.index.decisions, strict=True):
        yield from _signature(entry.record, record, signature, trusted)
    head = read.index.head
    yield from _signature(head.record, record_in(read.files, head.record), signature_in(read.files, head), trusted)
    if INDEX_SIGNATURE not in read.files:
        yield Problem(INDEX, "dossier-index-unsigned")
    else:
        yield from _index_signature(read, trusted)


def _index_signature(read: Read, trusted: Mapping[str, str]) -> Iterator[Problem]:
    """The index names no key for itself, so it is one of those that are trusted."""
    record = record_in(read.files, INDEX)
    found = (
        signature_in(read.files, IndexedRecord(record=INDEX, signature=INDEX_SIGNATURE, key=name)) for name in trusted
    )
    if not any(_verifies(record, signature, trusted[signature.key]) for signature in found):
        yield Problem(INDEX, "dossier-signature-wrong", {"file": INDEX})


def _signature(
    name: str, record: Mapping[str, Any], signature: Signature, trusted: Mapping[str, str]
) -> Iterator[Problem]:
    if signature.key not in trusted:
        yield Problem(name, "dossier-key-not-trusted", {"file": name, "key": signature.key})
    elif not _verifies(record, signature, trusted[signature.key]):
        yield Problem(name, "dossier-signature-wrong", {"file": name})


def _verifies(record: Mapping[str, Any], signature: Signature, public: str) -> bool:
    try:
        return verifies(record, signature, public)
    except NO_RECORD:
        return False


def _subject(read: Read) -> Iterator[Problem]:
    """Decisions about something else, and items that nobody decided about."""
    index, scope = read.index, record_in(read.files, read.index.subject_file)
    if _hash(scope) != index.subject:
        yield Problem(index.subject_file, "dossier-file-changed", {"file": index.subject_file})
    for record, entry in zip(read.records, index.decisions, strict=True):
        if (record.get("review"), record.get("subject")) != (index.review, index.subject):
            yield Problem(entry.record, "dossier-decision-foreign", {"file": entry.record})
    decided = _hashes(scope)
    for item in index.items:
        if item.hash not in decided:
            yield Problem(item.file, "dossier-item-foreign", {"kind": item.kind, "name": item.name})


def _hashes(scope: Mapping[str, Any]) -> set[str]:
    """The hashes in a subject, which are pairs of what they are of and themselves."""
    pairs = scope.get("hashes")
    found = (pair[-1] for pair in (pairs if isinstance(pairs, list) else ()) if isinstance(pair, list) and pair)
    return {value for value in found if isinstance(value, str)}


def _hash(record: Mapping[str, Any]) -> str:
    try:
        return record_hash(record)
    except NO_RECORD:
        return ""


def _outcome(read: Read) -> Iterator[Problem]:
    """Another outcome than follows from the decisions, and approvals by those who are behind the change."""
    index, decisions = read.index, [decision for record in read.records if (decision := decision_of(record))]
    review = _review(read, decisions)
    if review is None or len(decisions) < len(read.records):
        yield Problem(INDEX, "dossier-outcome-unclear")
        return
    if (found := state(review, decisions)) != index.state:
        yield Problem(INDEX, "dossier-outcome-wrong", {"stated": index.state, "found": found})
    behind = {index.submitted_by, *index.authors}
    for decision, entry in zip(decisions, index.decisions, strict=True):
        if decision.kind == "approved" and behind & {decision.person, decision.voter}:
            yield Problem(entry.record, "dossier-own-work", {"file": entry.record})


def _review(read: Read, decisions: list[Decision]) -> Review | None:
    """The review as far as its outcome depends on it: its steps are part of what was signed."""
    index = read.index
    try:
        steps = tuple(Step.model_validate(step) for step in record_in(read.files, index.subject_file)["steps"])
        return Review(index.review, index.submitted_by, decisions[0].at, frozenset(index.authors), "", steps, ())
    except (ValueError, LookupError, TypeError):
        return None
