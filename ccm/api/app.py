"""The application: the frame, the routes, and the document that describes them."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException

from ccm.api import problems
from ccm.api.frame import API, Frame
from ccm.api.health import Health, probes
from ccm.api.homes import Homes
from ccm.api.kept import Kept
from ccm.api.once import describe_once
from ccm.api.presences import Presences
from ccm.api.press import Press
from ccm.api.providers import Discoveries
from ccm.api.routes import (
    accounts,
    audit,
    batch_retries,
    batch_rows,
    batches,
    beginnings,
    change_sets,
    comments,
    conditions,
    elsewhere,
    field_uses,
    glasses,
    guests,
    items,
    keys,
    lendings,
    letters,
    library,
    life,
    looks,
    notices,
    people,
    presence,
    previews,
    proofs,
    proposals,
    reviews,
    session,
    shares,
    shelves,
    side_by_side,
    theme_files,
    titles,
    translations,
    webhooks,
    workflows,
)
from ccm.store.home import Home
from content_blocks.problem import Refused

PREFIX = API
PROOFS = 24
"""How many proofs of reviews are kept: those that somebody goes back and forth between."""
NOTHING_BY_ITSELF: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""What FastAPI would tell has paths with ids in it, queries, and messages of exceptions; `ccm.telemetry` tells instead.
"""
TALK = (comments, looks, guests, notices, presence)
"""Before items and reviews: a name may have a stroke in it, so what is said more exactly has to be tried first."""
ITEMS = (*TALK, translations, life, beginnings, library, shelves, theme_files, field_uses, titles, items)
SENDING = (conditions, previews, side_by_side, letters, batches, batch_rows, batch_retries)
APPROVALS = (reviews, proofs, proposals, change_sets, glasses)
PEOPLE = (people, accounts, keys, lendings)
BEYOND = (shares, webhooks, workflows)
PARTS = (session, elsewhere, *ITEMS, *SENDING, *APPROVALS, *PEOPLE, *BEYOND, audit)
ROUTES = tuple(part.routes for part in PARTS)


def make_app(home: Home, press: Press | None = None) -> FastAPI:
    """The API over the organisations of one database; `home` is the one meant where nobody says which."""
    app = FastAPI(
        title="ccm",
        version="1",
        summary="Customer communications: approved templates, reviews, rendering.",
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
        separate_input_output_schemas=False,
        telemetry=NOTHING_BY_ITSELF,
    )
    app.state.homes = Homes(home)
    app.state.press = press or Press()
    app.state.compared = Kept(PROOFS)
    app.state.discoveries = Discoveries()
    app.state.presences = Presences()
    app.state.health = Health(home, app.state.press)
    app.include_router(probes, include_in_schema=False)
    for routes in ROUTES:
        app.include_router(routes, prefix=PREFIX)
    app.add_exception_handler(Refused, problems.on_refused)
    app.add_exception_handler(RequestValidationError, problems.on_invalid)
    app.add_exception_handler(HTTPException, problems.on_http)
    app.add_middleware(Frame)
    app.openapi = lambda: _document(app)  # type: ignore[method-assign]
    return app


def _operation_id(route: APIRoute) -> str:
    """The function's name: what a generated client calls it."""
    return route.name


def _document(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document, with the ways to sign in and the one form of every error."""
    if app.openapi_schema is None:
        found = get_openapi(
            title=app.title,
            version=app.version,
            summary=app.summary,
            routes=app.routes,
            separate_input_output_schemas=False,
        )
        schemas = found["components"]["schemas"]
        details = problems.ProblemDetails.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(details.pop("$defs", {}))
        schemas["ProblemDetails"] = details
        for unused in ("HTTPValidationError", "ValidationError"):
            schemas.pop(unused, None)
        found["components"]["securitySchemes"] = {
            "session": {"type": "apiKey", "in": "cookie", "name": "__Host-ccm"},
            "key": {"type": "http", "scheme": "bearer"},
        }
        found["security"] = [{"session": []}, {"key": []}]
        describe_once(found)
        app.openapi_schema = found
    return app.openapi_schema
