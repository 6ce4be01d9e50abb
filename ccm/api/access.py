"""Who asks, and whether they may: the one dependency that every route has.

A session in a cookie that scripts cannot read, or an API key.  With a cookie, whatever changes something needs the
session's form token in a header as well: another site can send the cookie, but not that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fastapi import Depends, Request

from ccm.api.cookies import COOKIE, FORM_TOKEN
from ccm.api.homes import Homes
from ccm.api.once import refuse_twice
from ccm.api.sent import refuse_unkeepable
from ccm.signing_in.tokens import is_csrf_token
from ccm.store.access import refuse_beyond_scope
from ccm.store.actor import Actor, Role, Scope
from ccm.store.api_keys import of_key
from ccm.store.home import Home
from ccm.store.sessions import continued
from ccm.telemetry.asked import note_user
from content_blocks.problem import refuse

ORGANISATION = "CCM-Organisation"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True)
class Asking:
    """Whoever asks, in their organisation's store; `session` is the secret of their cookie, none for a program."""

    home: Home
    actor: Actor
    session: str | None = None


def asks(scope: Scope, *roles: Role, anybody: bool = False) -> Any:
    """The dependency of a route: somebody who is signed in, with one of some roles if any are named.

    Raises Refused for nobody, for who lacks the role, and for a key that was not made for this.  Where no role is
    named any will do; `anybody` needs none.
    """

    def who(request: Request) -> Asking:
        refuse_unkeepable(request)
        found = _asking(request)
        note_user(found.actor.id)
        refuse_beyond_scope(found.actor, scope)
        _refuse_without_role(found.actor, roles, anybody=anybody)
        refuse_twice(request, found.home, found.actor)
        return found

    who.rule = (scope, roles)  # type: ignore[attr-defined]
    return Depends(who)


def rule_of(dependency: Callable[..., Any]) -> tuple[Scope, tuple[Role, ...]] | None:
    """What a dependency asks for; None if it is another one."""
    return getattr(dependency, "rule", None)


def _refuse_without_role(actor: Actor, roles: tuple[Role, ...], *, anybody: bool) -> None:
    if roles and not actor.has(*roles):
        raise refuse("", "role-missing-for", role=" / ".join(roles))
    if not roles and not anybody and not actor.given:
        raise refuse("", "role-missing-at-all")


def _asking(request: Request) -> Asking:
    """A key that is sent counts before a cookie, which browsers send by themselves."""
    homes: Homes = request.app.state.homes
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and shown:
        return _by_key(homes, request.headers.get(ORGANISATION), shown.strip())
    if token := request.cookies.get(COOKIE):
        return _by_session(request, homes, token)
    raise refuse("", "session-missing")


def _by_key(homes: Homes, organisation: str | None, shown: str) -> Asking:
    home = homes.called(organisation)
    if home is None:
        raise refuse("", "key-unknown")
    return Asking(home, of_key(home, shown))


def _by_session(request: Request, homes: Homes, token: str) -> Asking:
    organisation, _, secret = token.partition(":")
    home = homes.called(organisation)
    if home is None:
        raise refuse("", "session-over")
    if request.method not in SAFE and not is_csrf_token(secret, request.headers.get(FORM_TOKEN, "")):
        raise refuse("", "form-token-missing")
    opened = continued(home, secret)
    if opened.token != secret:
        request.state.session = (organisation, opened.token)  # the frame hands the new secret to the browser
    return Asking(home, opened.actor, opened.token)
