"""Writing a certificate: the document is composed, printed, read back, and printed with its files."""

from __future__ import annotations

from functools import lru_cache

from ccm.dossier.document import document_of
from ccm.dossier.files import Sign, files_of, sealed
from ccm.dossier.house import house_brand
from ccm.dossier.model import Dossier
from ccm.words import LANGUAGES, Speech
from content_blocks.theme import Theme
from renderers.pdf import open_report, page_texts
from renderers.pdf.engine import RenderPdf


def write_dossier(dossier: Dossier, language: str, sign: Sign | None = None) -> bytes:
    """The certificate as PDF/A-3a and PDF/UA-1, in German or English; the same dossier gives the same bytes.

    `sign` signs the index of the attached files, so that proofs, redlines and the text of the pages, which is one of
    them, are vouched for as decisions are.  To have that text, the pages are laid out twice.  Raises
    Refused if anything of it could not be read on the finished pages, and ValueError for another language.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    speech = Speech(language)
    press, theme = _press(dossier.organisation, approved=dossier.state == "approved")
    files = files_of(dossier, speech)
    document = document_of(dossier, files, theme, speech)
    pages = page_texts(press(document).content)
    return press(document, sealed(dossier, files, pages, speech, sign)).content


@lru_cache(maxsize=4)
def _press(organisation: str, *, approved: bool) -> tuple[RenderPdf, Theme]:
    """What prints the certificates of an organisation: its name is part of the look, and fonts are never shared."""
    brand = house_brand(organisation, approved=approved)
    return open_report(brand), brand.theme
