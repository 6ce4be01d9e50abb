"""Proofs of a review: a part of its page, and each mail in a frame of its own with no rights at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from ccm.api.routes.proofs import ReviewProof, Wish, show_proof
from content_blocks.document import CHANNELS
from content_blocks.problem import refuse
from web_editor.compared import leaves, pairs, words, woven
from web_editor.proofs import Chosen
from web_editor.samples import with_pictures
from web_editor.showing import show
from web_editor.visit import Visit, speech, visits

routes = APIRouter()

PIECE = re.compile(r"[A-Za-z0-9_-]+(#\d+)?")
MARK = "outline: 2px dashed #c25a10; outline-offset: 1px"
FRAMED = {
    "Content-Security-Policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self';"
    " sandbox allow-same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}
"""A mail's own page: it shows its pictures and styles and does nothing.  Only our page may have it in a frame, and may
see how long it is; without scripts, forms and navigation that gives the mail nothing."""


@routes.get("/reviews/{review}/proof")
def show_part(review: str, chosen: Annotated[Chosen, Query()], visit: Annotated[Visit, visits()]) -> Response:
    """One channel of a proof, both sides."""
    found = show_proof(review, wish(chosen), visit.request, visit.asking)
    return proof_part(visit, found, chosen, f"/reviews/{review}", chosen.query())


@routes.get("/reviews/{review}/mail")
def show_mail(
    review: str,
    side: Literal["before", "after"],
    chosen: Annotated[Chosen, Query()],
    visit: Annotated[Visit, visits()],
) -> Response:
    """A mail of a proof, as a page for a frame."""
    found = show_proof(review, wish(chosen), visit.request, visit.asking)
    return framed(found, side)


def proof_part(visit: Visit, found: ReviewProof, chosen: Chosen, place: str, query: str) -> Response:
    """A proof as a part of a page; under `place` are this part and each side's mail, with a `query`."""
    both = pairs(found)
    pair = next((it for it in both if it.channel == chosen.channel), both[0] if both else None)
    language = speech(visit.request).language
    return show(
        "part/proof.html",
        visit,
        proof=found,
        pairs=both,
        pair=pair,
        chosen=chosen,
        part_at=f"{place}/proof?{query}",
        mail=f"{place}/mail?{query}",
        leaves=list(leaves(pair, found)) if pair and pair.channel == "pdf" else [],
        words=words(pair, language, found.language) if pair else "",
        woven=woven(pair) if pair else [],
        differing=[it for it in found.differences if pair and it.channel == pair.channel],
    )


def framed(found: ReviewProof, side: Literal["before", "after"]) -> Response:
    """The mail of one side, in which what differs can be marked."""
    preview = (found.before if side == "before" else found.after).preview
    messages = preview.messages if preview else []
    mail = next((it.email for it in messages if it.email), None)
    if mail is None:
        raise refuse("", "proof-not-there")
    pieces = sorted({it.piece for it in found.differences if it.channel == "email" and PIECE.fullmatch(it.piece)})
    return HTMLResponse(_with_marks(with_pictures(mail), pieces), headers=FRAMED)


def wish(chosen: Chosen) -> Wish:
    """What the API is asked for."""
    said = chosen.model_dump(include={"template", "language", "brand", "persona"})
    return Wish(**said, day=chosen.day, channels=list(CHANNELS))


def _with_marks(html: str, pieces: Iterable[str]) -> str:
    """A page that frames some of its pieces as soon as it is told to mark what differs."""
    chosen = ", ".join(f'.ccm-marked [data-piece="{piece}"]' for piece in pieces)
    return f"{html}<style>{chosen} {{ {MARK} }}</style>" if chosen else html
