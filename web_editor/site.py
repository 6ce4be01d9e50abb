"""The whole site: the pages, their files, and the API under the same address, so that one cookie opens both."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from ccm.api import problems
from ccm.api.app import PREFIX, make_app
from ccm.api.press import Press
from ccm.api.unfit import unfit
from ccm.store.home import Home
from content_blocks.problem import Problem, Refused
from web_editor import faults
from web_editor.pages import PAGES


def make_site(home: Home, press: Press | None = None) -> FastAPI:
    """The API over the organisations of one database, with pages for people."""
    site = make_app(home, press)
    for pages in PAGES:
        site.include_router(pages, include_in_schema=False)
    site.add_exception_handler(Refused, _on_refused)
    site.add_exception_handler(RequestValidationError, _on_invalid)
    site.add_exception_handler(ValidationError, _on_unfit)
    site.add_exception_handler(HTTPException, _on_http)
    return site


def _for_a_program(request: Request) -> bool:
    """Whether the API is asked, or a script of ours that takes data rather than a page."""
    return request.url.path.startswith(f"{PREFIX}/") or request.headers.get("accept") == "application/json"


async def _on_refused(request: Request, error: Exception) -> Response:
    if _for_a_program(request):
        return await problems.on_refused(request, error)
    assert isinstance(error, Refused)
    return faults.told(request, error.problems)


async def _on_invalid(request: Request, error: Exception) -> Response:
    if _for_a_program(request):
        return await problems.on_invalid(request, error)
    assert isinstance(error, RequestValidationError)
    return faults.told(request, [unfit(found) for found in error.errors()])


async def _on_unfit(request: Request, error: Exception) -> Response:
    """What a page hands on to the API and the API lets nobody send; of the API itself it is a fault like any other."""
    assert isinstance(error, ValidationError)
    if request.url.path.startswith(f"{PREFIX}/"):
        return await problems.on_fault(request, error)
    found = [unfit(it) for it in error.errors(include_url=False, include_input=False)]
    if _for_a_program(request):
        return problems.answer(request, found, HTTPStatus.UNPROCESSABLE_ENTITY)
    return faults.told(request, found)


async def _on_http(request: Request, error: Exception) -> Response:
    if _for_a_program(request):
        return await problems.on_http(request, error)
    return faults.told(request, [Problem("", "not-there")])
