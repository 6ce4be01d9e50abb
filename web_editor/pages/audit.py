"""The audit log: searched, verified, and taken away to be proved elsewhere."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, File, Query, UploadFile
from pydantic import ValidationError
from starlette.responses import Response

from ccm.api.routes.audit import Head, list_entries, show_head, verify_log
from ccm.store.auditing_search import logins
from content_blocks.problem import refuse
from web_editor.logged import DONE, told
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter(prefix="/audit")

MOST = 50
LARGEST_HEAD = 4096
"""In bytes; a head has some four hundred."""
Day = Annotated[str, Query(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]


@routes.get("")
def show_audit(
    visit: Annotated[Visit, visits("audit", "auditor")],
    person: Annotated[str, Query(max_length=60)] = "",
    what: Annotated[str, Query(max_length=60)] = "",
    text: Annotated[str, Query(max_length=120)] = "",
    first: Day = "",
    last: Day = "",
    after: Annotated[str, Query(max_length=400)] = "",
) -> Response:
    """Entries, the newest first; those that are looked for, if anything is."""
    asking, since, until = visit.asking, _day(first), _day(last)
    found = list_entries(asking, after, MOST, person.strip(), what, text.strip(), since, until, "newest")
    known = logins(asking.home)
    asked = {"person": person, "what": what, "text": text, "first": first, "last": last}
    return show(
        "audit.html",
        visit,
        entries=[told(it, known) for it in found.entries],
        next=found.next and urlencode(asked | {"after": found.next}),
        asked=asked,
        searched=any(asked.values()) or bool(after),
        logins=sorted(known.values()),
        done=DONE,
        head=show_head(visit.asking),
    )


@routes.post("/verify")
def verify(
    visit: Annotated[Visit, visits("audit", "auditor")],
    heads: Annotated[list[UploadFile] | None, File(max_length=20)] = None,
) -> Response:
    """Verify the log, also against heads that were kept elsewhere, and say plainly what came of it."""
    kept = [_head(it.file.read(LARGEST_HEAD + 1)) for it in heads or [] if it.filename]
    found = verify_log(kept, visit.request, visit.asking)
    return show("part/verified.html", visit, found=found, kept=kept, head=show_head(visit.asking))


def _head(content: bytes) -> Head:
    try:
        return Head.model_validate_json(content[:LARGEST_HEAD])
    except ValidationError:
        raise refuse("", "head-damaged") from None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise refuse("", "request-form", kind="date_from_datetime_parsing") from None
