"""An OpenID provider as an administrator names it, and what it says about itself (OpenID Connect Discovery 1.0)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ccm.signing_in.asking import asked, check_address, is_near
from content_blocks.problem import refuse

Key = Mapping[str, Any]
"""A public key as a provider publishes it (JWK, RFC 7517)."""


@dataclass(frozen=True, slots=True)
class Provider:
    """Where people may sign in, and as whom we are known there; `client_secret` is None for a public client.

    Raises Refused where the issuer's address is unfit or the scopes lack `openid`.
    """

    issuer: str
    client_id: str
    client_secret: str | None = field(repr=False)
    scopes: tuple[str, ...]
    redirect_uri: str

    def __post_init__(self) -> None:
        check_address("provider.issuer", self.issuer, near=True)
        check_address("provider.redirect_uri", self.redirect_uri, near=True)
        if "?" in self.issuer:
            raise refuse("provider.issuer", "provider-address-unfit")
        if "openid" not in self.scopes:
            raise refuse("provider.scopes", "provider-scope-missing")

    @property
    def near(self) -> bool:
        """Whether it runs on this machine over plain HTTP, as providers for trying out do."""
        return self.issuer.startswith("http:") and is_near(self.issuer)


@dataclass(frozen=True, slots=True)
class Discovered:
    """What a provider says about itself, with its keys; whoever keeps one asks again after an hour at most."""

    issuer: str
    authorization: str
    token: str
    userinfo: str | None
    key_set: str
    algorithms: frozenset[str]
    secret_in_form: bool
    names_itself: bool
    keys: tuple[Key, ...]


def discovered(provider: Provider) -> Discovered:
    """What the provider says about itself now; raises Refused where it cannot be used, or says it is another one."""
    address = provider.issuer.rstrip("/") + "/.well-known/openid-configuration"
    said = _asked_well(address)
    if said.get("issuer") != provider.issuer:
        raise refuse(provider.issuer, "provider-issuer-differs")
    if "S256" not in _names(said, "code_challenge_methods_supported", ("S256",)):
        raise refuse(provider.issuer, "provider-without-pkce")
    key_set = _endpoint(provider, said, "jwks_uri")
    methods = _names(said, "token_endpoint_auth_methods_supported", ("client_secret_basic",))
    return Discovered(
        issuer=provider.issuer,
        authorization=_endpoint(provider, said, "authorization_endpoint"),
        token=_endpoint(provider, said, "token_endpoint"),
        userinfo=_endpoint(provider, said, "userinfo_endpoint") if "userinfo_endpoint" in said else None,
        key_set=key_set,
        algorithms=frozenset(_names(said, "id_token_signing_alg_values_supported", ("RS256",))),
        secret_in_form="client_secret_basic" not in methods and "client_secret_post" in methods,
        names_itself=said.get("authorization_response_iss_parameter_supported") is True,
        keys=fetched_keys(key_set),
    )


def fetched_keys(address: str) -> tuple[Key, ...]:
    """The keys a provider publishes now, of whatever kind; raises Refused where there is no key set."""
    keys = _asked_well(address).get("keys")
    if not isinstance(keys, list):
        raise refuse(address, "provider-answer-unreadable")
    return tuple(key for key in keys if isinstance(key, dict))


def _asked_well(address: str) -> Mapping[str, Any]:
    answer = asked(address)
    if answer.status != 200:
        raise refuse(address, "provider-answer-unexpected", status=answer.status)
    return answer.content


def _endpoint(provider: Provider, said: Mapping[str, Any], name: str) -> str:
    return check_address(f"{provider.issuer} {name}", said.get(name), provider.near)


def _names(said: Mapping[str, Any], name: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """The names in a list, or what the standard says holds without one; anything else is taken as an empty list."""
    found = said.get(name, otherwise)
    return tuple(each for each in found if isinstance(each, str)) if isinstance(found, list | tuple) else ()
