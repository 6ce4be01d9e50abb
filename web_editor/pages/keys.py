"""API keys: made, shown once, and called back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from ccm.api.routes.keys import NewKey, end_api_key, list_keys, make_api_key
from ccm.api.routes.people import list_people
from ccm.store.actor import Scope
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter(prefix="/administration/keys")


@routes.get("")
def show_keys(visit: Annotated[Visit, visits()]) -> Response:
    """One's own keys; for an administrator those of everybody."""
    asking = visit.asking
    people = [it for it in list_people(asking) if not it.disabled] if asking.actor.has("admin") else []
    return show("keys.html", visit, keys=list_keys(asking), people=people, now=datetime.now(UTC))


@routes.post("")
def make(
    name: Annotated[str, Form(max_length=100)],
    days: Annotated[int, Form(ge=1, le=365)],
    visit: Annotated[Visit, visits("write")],
    scopes: Annotated[list[Scope] | None, Form(max_length=5)] = None,
    login: Annotated[str, Form(max_length=60)] = "",
) -> Response:
    """Make a key and show it, this once."""
    new = NewKey.model_construct(name=name, scopes=scopes or [], days=days, login=login)
    made = make_api_key(new, visit.request, visit.asking)
    answer = show("part/made_key.html", visit, key=made.key, name=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@routes.delete("/{prefix}")
def end(prefix: str, visit: Annotated[Visit, visits("write")]) -> Response:
    """Call a key back."""
    end_api_key(prefix, visit.asking)
    return Response(headers={"HX-Refresh": "true"})
