"""The last pages: the files that are attached, and how anybody can verify them without us."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from approvals.keys import key_id
from ccm.dossier.model import Dossier
from ccm.dossier.names import HEAD, INDEX, SUBJECT, decision_file, key_file, signature_file
from ccm.dossier.passage import Passage, facts, hashed, lines, moment
from ccm.words import Speech
from content_blocks.canonical import sha256
from content_blocks.parts import Bullets, Cell, Column, Heading, PageBreak, Paragraph, Table, words
from renderers.pdf import AttachedFile


def attached(files: Sequence[AttachedFile], _: Speech) -> Iterator[Passage]:
    """A table of the files with their hashes."""
    columns = (
        Column(_("File")),
        Column("SHA-256", width=66),
        Column(_("Bytes"), "number", width=18),
    )
    rows = tuple(_row(file, _) for file in files)
    about = _("These files are attached to this document; any program that reads PDF can take them out.")
    table = Table(_("Attached files"), columns, rows)
    yield Passage((PageBreak(), Heading(2, words(_("Attached files"))), Paragraph(words(about)), table))


def _row(file: AttachedFile, _: Speech) -> tuple[Cell, ...]:
    return lines((file.name, file.description)), hashed(sha256(file.content)), _size(len(file.content), _)


def _size(size: int, _: Speech) -> str:
    """Bytes, grouped as the language does."""
    return f"{size:,}".replace(",", "." if _.language == "de" else ",")


def verification(dossier: Dossier, _: Speech) -> Iterator[Passage]:
    """What to do, in order, and the keys and the head of the log to compare with."""
    steps = tuple(map(words, _steps(dossier, _)))
    about = _("Nothing here has to be believed. These steps need OpenSSL 3 and a program for SHA-256, nothing of ours.")
    yield Passage((Heading(2, words(_("How to verify this"))), Paragraph(words(about)), Bullets(steps, ordered=True)))
    keys = facts(*((_("Key {key}").format(key=key_id(key)), hashed(key)) for key in dossier.keys))
    yield Passage((Heading(3, words(_("Public keys"))), keys))
    head = dossier.head
    told = facts(
        (_("Log"), head.log),
        (_("Entries"), str(head.size)),
        (_("Root"), hashed(head.root)),
        (_("Signed at"), moment(head.at, _)),
        (_("Signed with key"), dossier.head_signature.key),
    )
    yield Passage((Heading(3, words(_("Head of the audit log"))), told))


def _steps(dossier: Dossier, _: Speech) -> Iterator[str]:
    record, key = decision_file(1), key_file(dossier.decisions[0].signature.key)
    signature = signature_file(record)
    yield _("Compare the public keys below with those that the organisation has published: no key vouches for itself.")
    yield _("Take out the files and compare their hashes with the table above and with {index}.").format(index=INDEX)
    command = f"openssl pkeyutl -verify -pubin -inkey {key} -rawin -in {record} -sigfile {signature}"
    yield _("Verify every decision: {command}").format(command=command)
    yield _(
        "Compare the subject in every decision with the SHA-256 of {subject}; that file holds every hash that was "
        "decided about."
    ).format(subject=SUBJECT)
    yield _(
        "Ask the organisation for its audit log: the first {size} entries (RFC 6962) have the root in {head}."
    ).format(size=dossier.head.size, head=HEAD)
