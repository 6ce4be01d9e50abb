"""Who looks at a page, and in which language and colours: what every page is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from fastapi import Depends, Request

from ccm.api.access import Asking, asks
from ccm.api.problems import language_of
from ccm.signing_in.tokens import csrf_token
from ccm.store.actor import Role, Scope
from ccm.words import LANGUAGES, Speech

LANGUAGE_COOKIE = "ccm-language"
COLOURS_COOKIE = "ccm-colours"
Colours = Literal["auto", "light", "dark"]


@dataclass(frozen=True)
class Visit:
    """A request for a page by somebody who is signed in."""

    request: Request
    asking: Asking

    @property
    def form_token(self) -> str:
        """What proves that a change comes from one of our own pages."""
        return csrf_token(self.asking.session or "")


def visits(scope: Scope = "read", *roles: Role, anybody: bool = False) -> Any:
    """The dependency of a page, with the same rule as the API's `asks`: a page opens nothing that the API does not."""
    asked = asks(scope, *roles, anybody=anybody)

    def visit(request: Request, asking: Asking = asked) -> Visit:
        return Visit(request, asking)

    return Depends(visit)


def speech(request: Request) -> Speech:
    """Our words in the language that somebody chose, or else their browser asks for."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return Speech(chosen if chosen in LANGUAGES else language_of(request))


def colours(request: Request) -> Colours:
    """Light or dark, as somebody chose; `auto` follows their system."""
    match request.cookies.get(COLOURS_COOKIE):
        case "light":
            return "light"
        case "dark":
            return "dark"
    return "auto"


def asked_by_page(request: Request) -> bool:
    """Whether a script of our page asks for a part of it, rather than a person for a page."""
    return request.headers.get("hx-request") == "true"
