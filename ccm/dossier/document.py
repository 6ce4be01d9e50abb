"""The certificate as a document: its passages in order, with what stands at the head and foot of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ccm.dossier.cover import cover, covered
from ccm.dossier.decisions import decided
from ccm.dossier.evidence import changed, checked, proved, read
from ccm.dossier.model import Dossier
from ccm.dossier.names import certificate_name
from ccm.dossier.passage import Passage
from ccm.dossier.verification import attached, verification
from ccm.words import Speech
from content_blocks.document import Document, Piece, Recipient
from content_blocks.parts import Paragraph, words
from content_blocks.theme import Theme
from renderers.pdf import AttachedFile


def document_of(dossier: Dossier, files: Sequence[AttachedFile], theme: Theme, _: Speech) -> Document:
    """The composed document of a certificate."""
    name, subject = certificate_name(dossier, _), dossier.review.subject
    head = f"{dossier.organisation} · {name} · {dossier.review.id}"
    foot = _("Subject {hash}").format(hash=subject)
    return Document(
        template="approval-certificate",
        version=theme.version,
        bundle=subject,
        theme=theme.theme,
        language=_.language,
        as_of=dossier.ended,
        title=": ".join(filter(None, (name, dossier.title))),
        recipient=Recipient(id=dossier.review.id),
        regions={
            "header_first": (Piece("organisation", (Paragraph(words(dossier.organisation)),), _.language),),
            "header_next": (Piece("head", (Paragraph(words(head)),), _.language),),
            "body": tuple(_pieces(passages(dossier, files, _), _.language)),
            "footer": (Piece("foot", (Paragraph(words(foot)),), _.language),),
        },
        labels=theme.labels[_.language],
    )


def passages(dossier: Dossier, files: Sequence[AttachedFile], _: Speech) -> Iterator[Passage]:
    """Everything that is said, in reading order."""
    for section in (cover, covered, decided, checked, changed, read, proved):
        yield from section(dossier, _)
    yield from attached(files, _)
    yield from verification(dossier, _)


def _pieces(said: Iterator[Passage], language: str) -> Iterator[Piece]:
    for number, passage in enumerate(said, 1):
        yield Piece(f"passage-{number}", passage.parts, passage.language or language)
