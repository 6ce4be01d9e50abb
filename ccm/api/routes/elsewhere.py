"""Signing in at a provider of OpenID Connect: a browser is sent there, and comes back."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from ccm.api.cookies import begin_session
from ccm.api.homes import Homes
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.providers import Discoveries, provider
from ccm.signing_in.oidc import PATIENCE
from ccm.store.home import Home
from ccm.store.identities import begin_elsewhere, finish_elsewhere
from content_blocks.problem import refuse

BEGUN = "__Host-ccm-begun"
"""The cookie of a browser that was sent to a provider.  Coming back is a step from another site, so it is a lax one."""

ONWARD = '<!doctype html><meta charset="utf-8"><title>ccm</title><meta http-equiv="refresh" content="0; url=/">'
"""A page of our own, from which the session's strict cookie goes along; with a redirect from elsewhere it would not."""

routes = APIRouter(route_class=Once, prefix="/session/oidc/{name}", tags=["session"])
Name = Annotated[str, Path(description="The name of a provider.", pattern="^[a-z][a-z0-9-]{0,39}$")]


@routes.get(
    "",
    status_code=HTTPStatus.SEE_OTHER,
    response_class=RedirectResponse,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="Sign in at a provider",
    openapi_extra={"security": []},
)
def begin_at_provider(
    name: Name, request: Request, organisation: Annotated[str | None, Query(max_length=60)] = None
) -> Response:
    """Send the browser to a provider of OpenID Connect; it comes back to the callback."""
    home = _home(request, organisation)
    where = provider(home, name)
    begun = begin_elsewhere(home, where, known=_discoveries(request).of(where))
    answer = RedirectResponse(begun.address, HTTPStatus.SEE_OTHER)
    kept = f"{home.organisation}:{begun.secret}"
    answer.set_cookie(BEGUN, kept, secure=True, httponly=True, samesite="lax", max_age=int(PATIENCE.total_seconds()))
    return answer


@routes.get(
    "/callback",
    response_class=HTMLResponse,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="Come back from a provider",
    openapi_extra={"security": []},
)
def come_back(name: Name, request: Request) -> Response:
    """Begin a session of whom the provider vouches for; what it sent along is good for this browser, once."""
    organisation, _, secret = request.cookies.get(BEGUN, "").partition(":")
    if not secret:
        raise refuse("", "sign-in-not-begun")
    home = _home(request, organisation)
    where = provider(home, name)
    said = request.query_params.multi_items()
    opened = finish_elsewhere(home, where, secret, said, known=_discoveries(request).of(where))
    answer = HTMLResponse(ONWARD, headers={"Content-Security-Policy": "default-src 'none'"})
    answer.delete_cookie(BEGUN, secure=True, httponly=True, samesite="lax")
    begin_session(answer, home.organisation, opened.token)
    return answer


def _home(request: Request, organisation: str | None) -> Home:
    homes: Homes = request.app.state.homes
    home = homes.called(organisation)
    if home is None:
        raise refuse("", "not-there")
    return home


def _discoveries(request: Request) -> Discoveries:
    found: Discoveries = request.app.state.discoveries
    return found
