"""A provider is used only at addresses that are safe, and only as far as it says what it has to say."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import pytest

import ccm.signing_in.asking
from ccm.signing_in.asking import LONGEST_ANSWER, check_address
from ccm.signing_in.provider import Provider, discovered
from content_blocks.problem import Refused
from tests.ccm.signing_in.scripted_provider import Reply, ScriptedProvider, scripted_provider

CONFIGURATION = "/.well-known/openid-configuration"


@pytest.mark.parametrize(
    "address",
    [
        "http://provider.example",
        "http://127.0.0.1.provider.example",
        "http://localhost@provider.example",
        "https://name:word@provider.example",
        "https://provider.example/#part",
        "https://provider.example/?tenant=7",
        "https://provider.example:port",
        "https://[::1",
        "https://",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "provider.example",
        "",
    ],
)
def test_an_address_that_is_not_safe_is_refused(address: str) -> None:
    with pytest.raises(Refused, match=r"provider\.issuer: provider-address-unfit"):
        Provider(address, "ccm", None, ("openid",), "https://ccm.example/signed-in")


@pytest.mark.parametrize("address", ["http://localhost:9400", "http://127.0.0.1:9400", "http://[::1]:9400"])
def test_plain_http_stays_on_this_machine(address: str) -> None:
    assert Provider(address, "ccm", None, ("openid",), "http://localhost/signed-in").near
    with pytest.raises(Refused, match="provider-address-unfit"):
        check_address("somewhere", address)


def test_a_provider_is_asked_for_its_people() -> None:
    with pytest.raises(Refused, match=r"provider\.scopes: provider-scope-missing"):
        Provider("https://provider.example", "ccm", None, ("email",), "https://ccm.example/signed-in")


def says(**metadata: Any) -> Callable[[ScriptedProvider], None]:
    return lambda there: there.metadata.update(metadata)


def replies(path: str, content: Any, status: int = 200, **headers: str) -> Callable[[ScriptedProvider], None]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda there: there.replies.update({path: lambda: Reply(content, status, named)})


FAULTS: list[tuple[str, str, Callable[[ScriptedProvider], None]]] = [
    ("it is another one", "provider-issuer-differs", says(issuer="https://other.example")),
    (
        "it is nearly the same",
        "provider-issuer-differs",
        lambda there: there.metadata.update(issuer=f"{there.address}/"),
    ),
    ("it has no name", "provider-issuer-differs", says(issuer=None)),
    ("no way to sign in", "provider-address-unfit", says(authorization_endpoint=None)),
    ("a way that is not safe", "provider-address-unfit", says(authorization_endpoint="http://other.example/authorize")),
    ("a script for an address", "provider-address-unfit", says(authorization_endpoint="javascript:alert(1)")),
    ("a token endpoint that is a number", "provider-address-unfit", says(token_endpoint=7)),
    ("keys from a file", "provider-address-unfit", says(jwks_uri="file:///etc/passwd")),
    ("people from nowhere", "provider-address-unfit", says(userinfo_endpoint="http://other.example/")),
    ("PKCE in plain words only", "provider-without-pkce", says(code_challenge_methods_supported=["plain"])),
    ("PKCE as no list", "provider-without-pkce", says(code_challenge_methods_supported="S256")),
    ("a redirect", "provider-answer-unexpected", replies(CONFIGURATION, {}, 302, Location="/elsewhere")),
    ("an error", "provider-answer-unexpected", replies(CONFIGURATION, {}, 500)),
    ("a page", "provider-answer-unreadable", replies(CONFIGURATION, b"<html>")),
    ("keys that are no list", "provider-answer-unreadable", replies("/keys", {"keys": {}})),
    ("no keys", "provider-answer-unexpected", replies("/keys", {}, 404)),
    ("too much", "provider-answer-too-long", replies(CONFIGURATION, b" " * (LONGEST_ANSWER + 1))),
    (
        "what unfolds to too much",
        "provider-answer-unreadable",
        replies(CONFIGURATION, gzip.compress(b" " * 50_000_000), Content_Encoding="gzip"),
    ),
    ("less than it announced", "provider-unreachable", replies(CONFIGURATION, b"{", Content_Length="10")),
]


@pytest.mark.parametrize(("code", "fault"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_provider_that_cannot_be_used_is_refused(code: str, fault: Callable[[ScriptedProvider], None]) -> None:
    with scripted_provider() as there:
        fault(there)
        with pytest.raises(Refused) as refused:
            discovered(there.provider())
    assert [problem.code for problem in refused.value.problems] == [code]
    assert "/elsewhere" not in [asked.path for asked in there.asked]


def test_a_provider_that_is_not_there_is_refused() -> None:
    with scripted_provider() as there:
        provider = there.provider()
    with pytest.raises(Refused, match="provider-unreachable"):
        discovered(provider)


def test_a_provider_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ccm.signing_in.asking, "PATIENCE", 0.0)
    with scripted_provider() as there, pytest.raises(Refused, match="provider-unreachable"):
        discovered(there.provider())
