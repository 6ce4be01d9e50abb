"""Who asks, and whether they may: the one dependency that every route has.

A session in a cookie that scripts cannot read, or an API key.  With a cookie, whatever changes something needs the
session's form token in a header as well: another site can send the cookie, but not that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fastapi import Depends, Request

from ccm.api.homes import Homes
from ccm.signing_in.tokens import is_csrf_token
from ccm.store.actor import Actor, Role, Scope
from ccm.store.api_keys import of_key
from ccm.store.home import Home
from ccm.store.sessions import of_session
from content_blocks.problem import Refused, refuse

COOKIE = "__Host-ccm"
FORM_TOKEN = "X-CSRF-Token"  # noqa: S105 - the name of a header
ORGANISATION = "CCM-Organisation"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True)
class Asking:
    """Whoever asks, in their organisation's store; `session` is the secret of their cookie, none for a program."""

    home: Home
    actor: Actor
    session: str | None = None


def asks(scope: Scope, *roles: Role) -> Any:
    """The dependency of a route: somebody who is signed in, with one of some roles if any are named.

    Raises Refused for nobody, for who lacks the role, and for a key that was not made for this.
    """

    def who(request: Request) -> Asking:
        found = _asking(request)
        if found.actor.by_key and scope not in found.actor.scopes:
            raise refuse("", "key-scope-missing", scope=scope)
        if roles and not found.actor.has(*roles):
            raise refuse("", "role-missing-for", role=" / ".join(roles))
        return found

    who.rule = (scope, roles)  # type: ignore[attr-defined]
    return Depends(who)


def rule_of(dependency: Callable[..., Any]) -> tuple[Scope, tuple[Role, ...]] | None:
    """What a dependency asks for; None if it is another one."""
    return getattr(dependency, "rule", None)


def _asking(request: Request) -> Asking:
    homes: Homes = request.app.state.homes
    if token := request.cookies.get(COOKIE):
        return _by_session(request, homes, token)
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not shown:
        raise refuse("", "session-missing")
    home = homes.named(request.headers.get(ORGANISATION))
    return Asking(home, of_key(home, shown.strip()))


def _by_session(request: Request, homes: Homes, token: str) -> Asking:
    organisation, _, secret = token.partition(":")
    try:
        home = homes.named(organisation)
    except Refused:
        raise refuse("", "session-over") from None
    if request.method not in SAFE and not is_csrf_token(secret, request.headers.get(FORM_TOKEN, "")):
        raise refuse("", "form-token-missing")
    return Asking(home, of_session(home, secret), secret)
