"""The certificate of a finished review: a PDF/A-3 that says everything its reviewers were shown and what they decided.

    carried(rendition)                     a proof for it, of what a channel carries
    write_dossier(dossier, "de")           the file, with decisions, signatures, keys and proofs attached
    read_dossier(content)                  what is attached, taken out again
    check_dossier(content, public_key)     everything that is wrong with it; needs no database and no trust in anybody

For a regulator or a court, so it speaks for itself: what the pages say can be compared with the files attached to
them, and those be verified by other programs than this one.
"""

from __future__ import annotations

from ccm.dossier.carrying import carried
from ccm.dossier.checking import check_dossier
from ccm.dossier.model import Bundle, Carried, Check, Dossier, Item, Person, Proof, Signed
from ccm.dossier.reading import Read, read_dossier
from ccm.dossier.writing import write_dossier

__all__ = [
    "Bundle",
    "Carried",
    "Check",
    "Dossier",
    "Item",
    "Person",
    "Proof",
    "Read",
    "Signed",
    "carried",
    "check_dossier",
    "read_dossier",
    "write_dossier",
]
