"""Files attached to a PDF/A-3: what they are to the document, and taking them out again (ISO 19005-3, 6.8)."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Literal

import pydyf
import pypdfium2
from weasyprint import Attachment

from content_blocks.problem import refuse
from renderers.pdf.archive import resolve

Relationship = Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]
"""What a file is to the page: what that was made of, the data it shows, the same in another form, or more of it."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file to be attached; names are unique in a document and hold no folders."""

    name: str
    content: bytes
    media_type: str
    description: str
    relationship: Relationship = "Supplement"


def attachments(files: Sequence[AttachedFile], day: date) -> list[Attachment]:
    """The files as the engine takes them, in the order of names that a name tree has to have (ISO 32000-1, 7.9.6).

    They date from the day the document speaks of: a rendering has no clock.
    """
    at = datetime.combine(day, time(), UTC)
    return [
        Attachment(
            file_obj=io.BytesIO(file.content), name=file.name, description=file.description, created=at, modified=at
        )
        for file in _by_name(files)
    ]


def attest(pdf: Any, files: Sequence[AttachedFile]) -> None:
    """Says of each file what it is.  The engine guesses the media type by the tables of the machine it runs on, takes
    files of the same bytes for one another, and names each of them twice."""
    if not files:
        return
    references = resolve(pdf, pdf.catalog["Names"]["EmbeddedFiles"])["Names"][1::2]
    pdf.catalog["AF"] = pydyf.Array(references)
    for file, reference in zip(_by_name(files), references, strict=True):
        entry = resolve(pdf, reference)
        entry["AFRelationship"] = f"/{file.relationship}"
        resolve(pdf, entry["EF"]["F"]).extra["Subtype"] = f"/{file.media_type.replace('/', '#2f')}"


def taken_out(content: bytes) -> list[tuple[str, bytes]]:
    """The names and bytes of all files attached to a PDF, in its order; nothing promises that names are unique.

    Raises Refused with `pdf-unreadable` for what is no PDF.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise refuse("pdf", "pdf-unreadable") from None
    try:
        return list(_files(document))
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        raise refuse("pdf", "pdf-unreadable") from None
    finally:
        document.close()


def _files(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bytes]]:
    for number in range(document.count_attachments()):
        attachment = document.get_attachment(number)
        yield attachment.get_name(), bytes(attachment.get_data())


def _by_name(files: Sequence[AttachedFile]) -> list[AttachedFile]:
    return sorted(files, key=lambda file: file.name)
