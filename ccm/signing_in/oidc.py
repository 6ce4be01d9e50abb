"""Signing in with OpenID Connect: authorization code with PKCE (RFC 7636), state and nonce.

    url, pending = begin(provider, now)                        send the browser to `url`, keep `pending`
    identity = finish(provider, pending, parameters, now)      when the browser comes back
    person = matched(identity, links)                          whose account that is

Whoever calls keeps `Pending` on the server, under a random name that only this browser holds in a cookie, and deletes
it before calling `finish`: so an answer counts once, and only in the browser that asked (RFC 9700, 2.1 and 4.7).
"""

from __future__ import annotations

import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any, TypeVar
from urllib.parse import quote_plus, urlencode

from approvals.refusal import NotAllowed
from ccm.signing_in.asking import asked
from ccm.signing_in.id_token import Expected, check_access_token, check_claims, claims_of, fitting, opened, same_text
from ccm.signing_in.provider import Discovered, Key, Provider, discovered, fetched_keys
from content_blocks.problem import refuse

PATIENCE = timedelta(minutes=10)
"""How long somebody may take to sign in at the provider."""
_RANDOM = 32
"""Bytes: 256 bits for each of state, nonce and verifier."""
_TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]+")
"""What an access token looks like in a header (RFC 6750, 2.1)."""
P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Pending:
    """A sign-in that has begun; plain data for the server to keep, never for the browser."""

    issuer: str
    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    begun: datetime

    @property
    def expires(self) -> datetime:
        """The instant from which it is too late to finish."""
        return self.begun + PATIENCE


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a provider vouches for.  Only `issuer` and `subject` say who it is; the rest may change or be claimed."""

    issuer: str
    subject: str
    email: str | None
    email_verified: bool
    name: str | None
    groups: tuple[str, ...]


def begin(provider: Provider, now: datetime, known: Discovered | None = None) -> tuple[str, Pending]:
    """The address to send a browser to, and what to keep until it returns; raises Refused for an unusable provider."""
    there = known or discovered(provider)
    pending = Pending(provider.issuer, token_urlsafe(_RANDOM), token_urlsafe(_RANDOM), token_urlsafe(_RANDOM), now)
    query = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": provider.redirect_uri,
        "scope": " ".join(provider.scopes),
        "state": pending.state,
        "nonce": pending.nonce,
        "code_challenge": _challenge(pending.verifier),
        "code_challenge_method": "S256",
    }
    return f"{there.authorization}{'&' if '?' in there.authorization else '?'}{urlencode(query)}", pending


def finish(
    provider: Provider,
    pending: Pending | None,
    parameters: Iterable[tuple[str, str]],
    now: datetime,
    known: Discovered | None = None,
) -> Identity:
    """Who came back, from the `parameters` of the callback, every one of them with its repetitions.

    `pending` is what `begin` gave; None where nothing is kept any more, as for an answer that was used before.
    Raises NotAllowed where the answer cannot be believed, Refused where the provider cannot be used.
    """
    answer = _answer(parameters)
    begun = _checked_pending(provider, pending, answer, now)
    there = known or discovered(provider)
    _check_origin(there, answer)
    granted = _granted(provider, there, begun, _code(answer))
    expected = Expected(provider.issuer, provider.client_id, begun.nonce, begun.begun, there.algorithms)
    claims = _believed(there, granted, expected, now)
    return _identity(provider.issuer, _with_userinfo(there, claims, granted.get("access_token")))


def matched(identity: Identity, links: Mapping[tuple[str, str], P]) -> P | None:
    """The person linked to this issuer and subject; never one who only has the same email address."""
    return links.get((identity.issuer, identity.subject))


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _answer(parameters: Iterable[tuple[str, str]]) -> dict[str, str]:
    given = list(parameters)
    answer = dict(given)
    if len(answer) != len(given):
        raise NotAllowed("sign-in-answer-unclear")
    return answer


def _checked_pending(provider: Provider, pending: Pending | None, answer: Mapping[str, str], now: datetime) -> Pending:
    if pending is None:
        raise NotAllowed("sign-in-not-begun")
    if pending.issuer != provider.issuer:
        raise NotAllowed("sign-in-other-provider")
    if not same_text(answer.get("state"), pending.state):
        raise NotAllowed("sign-in-state-differs")
    if not pending.begun <= now < pending.expires:
        raise NotAllowed("sign-in-too-late")
    return pending


def _check_origin(there: Discovered, answer: Mapping[str, str]) -> None:
    """The answer is this provider's and no other's (RFC 9207): what it names is right, and named where promised."""
    if answer.get("iss", None if there.names_itself else there.issuer) != there.issuer:
        raise NotAllowed("sign-in-other-provider")


def _code(answer: Mapping[str, str]) -> str:
    if answer.get("error") == "access_denied":
        raise NotAllowed("sign-in-declined")
    if "error" in answer:
        raise NotAllowed("sign-in-failed-there")
    if not answer.get("code"):
        raise NotAllowed("sign-in-answer-unclear")
    return answer["code"]


def _granted(provider: Provider, there: Discovered, pending: Pending, code: str) -> Mapping[str, Any]:
    """What the provider gives for the code and the proof that we began this sign-in."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": provider.redirect_uri,
        "code_verifier": pending.verifier,
    }
    headers, who = _introduction(provider, there)
    answer = asked(there.token, form | who, headers)
    if answer.status in {400, 401}:
        raise NotAllowed("sign-in-code-refused")
    if answer.status != 200:
        raise refuse(there.token, "provider-answer-unexpected", status=answer.status)
    return answer.content


def _introduction(provider: Provider, there: Discovered) -> tuple[dict[str, str], dict[str, str]]:
    """Headers and form fields that say who asks (RFC 6749, 2.3.1); the form only where the provider takes no header."""
    if provider.client_secret is None:
        return {}, {"client_id": provider.client_id}
    if there.secret_in_form:
        return {}, {"client_id": provider.client_id, "client_secret": provider.client_secret}
    pair = f"{quote_plus(provider.client_id)}:{quote_plus(provider.client_secret)}"
    return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}, {}


def _believed(there: Discovered, granted: Mapping[str, Any], expected: Expected, now: datetime) -> dict[str, Any]:
    """The claims of the ID token after all checks; the keys are fetched once more where none fits, they may be new."""
    text = granted.get("id_token")
    if not isinstance(text, str):
        raise NotAllowed("id-token-missing")
    token = opened(text, expected)
    keys: list[Key] = fitting(token, there.keys) or fitting(token, fetched_keys(there.key_set))
    if not keys:
        raise NotAllowed("id-token-key-unknown")
    claims = claims_of(token, keys)
    check_claims(claims, expected, now)
    check_access_token(claims, token.algorithm, granted.get("access_token"))
    return claims


def _with_userinfo(there: Discovered, claims: Mapping[str, Any], access_token: object) -> Mapping[str, Any]:
    """The claims, with what only the userinfo endpoint tells; many providers keep ID tokens to the minimum."""
    if {"email", "name"} <= claims.keys() or there.userinfo is None:
        return claims
    if not isinstance(access_token, str) or not _TOKEN.fullmatch(access_token):
        return claims
    answer = asked(there.userinfo, headers={"Authorization": f"Bearer {access_token}"})
    if answer.status != 200:
        raise refuse(there.userinfo, "provider-answer-unexpected", status=answer.status)
    if answer.content.get("sub") != claims["sub"]:
        raise NotAllowed("sign-in-other-person")
    own = {"email", "email_verified"} if "email" in claims else set()
    return {name: value for name, value in answer.content.items() if name not in own} | dict(claims)


def _identity(issuer: str, claims: Mapping[str, Any]) -> Identity:
    groups = claims.get("groups")
    return Identity(
        issuer=issuer,
        subject=claims["sub"],
        email=_text(claims, "email"),
        email_verified=claims.get("email_verified") is True,
        name=_text(claims, "name"),
        groups=tuple(group for group in groups if _is_text(group)) if isinstance(groups, list) else (),
    )


def _text(claims: Mapping[str, Any], name: str) -> str | None:
    value = claims.get(name)
    return str(value) if _is_text(value) else None


def _is_text(value: object) -> bool:
    """Whether it is text that can be written down: JSON may hold halves of characters."""
    return isinstance(value, str) and value != "" and not any("\ud800" <= letter <= "\udfff" for letter in value)
