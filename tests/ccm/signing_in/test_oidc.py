"""Signing in at a real provider, and at one that behaves well in every way the standard leaves open."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, unquote_plus, urlsplit

import pytest

from approvals.refusal import NotAllowed
from ccm.signing_in.oidc import Identity, begin, finish, matched
from ccm.signing_in.provider import discovered
from tests.ccm.signing_in.authlib_provider import authlib_provider, went_there
from tests.ccm.signing_in.forging import Pair, curve, edwards, rsa
from tests.ccm.signing_in.scripted_provider import NOW, Reply, scripted_provider


def now() -> datetime:
    return datetime.now(UTC)


@pytest.mark.parametrize("algorithm", ["RS256", "ES256", "Ed25519"])
@pytest.mark.parametrize("secret", ["s3cret:+ü", None], ids=["confidential", "public"])
@pytest.mark.parametrize("thin", [True, False], ids=["thin", "full"])
def test_a_real_provider_says_who_signed_in(algorithm: str, secret: str | None, thin: bool) -> None:
    with authlib_provider(algorithm, secret, thin) as provider:
        url, pending = begin(provider, now())
        identity = finish(provider, pending, went_there(url), now())
    assert identity == Identity(provider.issuer, "nadja", "nadja@example.com", True, "Nadja Öztürk", ())


def test_a_real_provider_takes_a_code_once_and_only_from_who_asked_for_it() -> None:
    with authlib_provider() as provider:
        url, pending = begin(provider, now())
        parameters = went_there(url)
        with pytest.raises(NotAllowed, match="sign-in-code-refused"):
            finish(provider, replace(pending, verifier="A" * 43), parameters, now())
        with pytest.raises(NotAllowed, match="sign-in-code-refused"):
            finish(replace(provider, client_secret="guessed"), pending, parameters, now())
        assert finish(provider, pending, parameters, now()).subject == "nadja"
        with pytest.raises(NotAllowed, match="sign-in-code-refused"):
            finish(provider, pending, parameters, now())


def test_a_real_provider_tells_that_somebody_declined() -> None:
    with authlib_provider() as provider:
        url, pending = begin(provider, now())
        with pytest.raises(NotAllowed, match="sign-in-declined"):
            finish(provider, pending, went_there(f"{url}&prompt=decline"), now())


@pytest.mark.parametrize("key", [rsa(), curve(), edwards(), edwards("Ed25519")], ids=lambda key: key.algorithm)
def test_tokens_made_by_hand_are_read_as_the_standard_says(key: Pair) -> None:
    with scripted_provider() as there:
        there.key = key
        assert there.sign_in() == Identity(there.address, "24400320", None, False, None, ())


def test_the_browser_is_sent_with_everything_but_the_secrets() -> None:
    with scripted_provider() as there:
        there.metadata = {"authorization_endpoint": f"{there.address}/authorize?tenant=7"}
        url, pending = begin(there.provider(), NOW)
    sent = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    assert sent.pop("code_challenge") not in {pending.verifier, ""}
    assert sent == {
        "tenant": "7",
        "response_type": "code",
        "client_id": "ccm",
        "redirect_uri": "https://ccm.example/signed-in",
        "scope": "openid email",
        "state": pending.state,
        "nonce": pending.nonce,
        "code_challenge_method": "S256",
    }
    assert not {pending.verifier, "s3cret"} & {*sent.values()}
    assert "s3cret" not in repr(there.provider())
    assert not any(secret in repr(pending) for secret in (pending.verifier, pending.nonce, pending.state))


def test_no_two_sign_ins_share_anything_random() -> None:
    with scripted_provider() as there:
        known = discovered(there.provider())
        begun = [begin(there.provider(), NOW, known)[1] for _ in range(50)]
    drawn = {text for pending in begun for text in (pending.state, pending.nonce, pending.verifier)}
    assert len(drawn) == 150
    assert {len(text) for text in drawn} == {43}


@pytest.mark.parametrize(
    ("methods", "in_header"),
    [
        (None, True),
        (["client_secret_post", "client_secret_basic"], True),
        (["client_secret_post"], False),
    ],
)
def test_the_secret_goes_where_the_provider_takes_it(methods: list[str] | None, in_header: bool) -> None:
    with scripted_provider() as there:
        there.metadata = {"token_endpoint_auth_methods_supported": methods}
        there.sign_in()
    asked = there.asked[-1]
    told = b64decode(asked.headers.get("Authorization", "").removeprefix("Basic ")).decode()
    assert (asked.path, unquote_plus(told)) == ("/token", "ccm:s3cret" if in_header else "")
    assert asked.form.get("client_secret") == (None if in_header else "s3cret")


def test_a_key_that_came_since_is_fetched_once() -> None:
    with scripted_provider() as there:
        known = discovered(there.provider())
        there.key = rsa("new")
        assert there.sign_in(known=known).subject == "24400320"
    assert [asked.path for asked in there.asked].count("/keys") == 3  # known, begun, and once more


def test_keys_that_are_of_no_use_do_not_disturb() -> None:
    strange: list[dict[str, Any]] = [
        {"kty": "new"},
        {"kty": ["RSA"]},
        {"kty": "RSA", "kid": "rsa", "n": 7, "e": "AQAB"},
        {"kid": "rsa"},
    ]
    with scripted_provider() as there:
        there.published = [*strange, rsa().published]
        assert there.sign_in().subject == "24400320"
        there.header = {"kid": None}
        there.published = [rsa("another").published, rsa().published]
        assert there.sign_in().subject == "24400320"


def test_what_the_token_lacks_is_asked_for() -> None:
    with scripted_provider() as there:
        there.metadata = {"userinfo_endpoint": f"{there.address}/userinfo"}
        there.claims = {"email": "own@example.com"}
        told = {"sub": "24400320", "name": "Ida", "email": "other@example.com", "email_verified": True}
        there.replies["/userinfo"] = lambda: Reply(told | {"groups": ["law", 7, "\ud800"]})
        found = there.sign_in()
    assert found == Identity(there.address, "24400320", "own@example.com", False, "Ida", ("law",))
    assert there.asked[-1].headers["Authorization"] == "Bearer SlAV32hkKG"


@pytest.mark.parametrize("verified", [True, "true", 1, None])
def test_an_address_is_verified_only_by_a_clear_yes(verified: object) -> None:
    with scripted_provider() as there:
        there.claims = {"email": "ida@example.com", "email_verified": verified, "name": "Ida"}
        assert there.sign_in().email_verified is (verified is True)


def test_a_token_for_several_is_ours_when_it_says_so() -> None:
    with scripted_provider() as there:
        there.claims = {"aud": ["another", "ccm"], "azp": "ccm"}
        assert there.sign_in().subject == "24400320"


def test_there_are_ten_minutes_to_sign_in() -> None:
    with scripted_provider() as there:
        pending = begin(there.provider(), NOW)[1]
        there.claims = {"exp": int((NOW + timedelta(hours=1)).timestamp())}
        assert pending.expires == NOW + timedelta(minutes=10)
        assert there.sign_in(pending, now=pending.expires - timedelta(microseconds=1)).subject == "24400320"
        with pytest.raises(NotAllowed, match="sign-in-too-late"):
            there.sign_in(pending, now=pending.expires)


def test_people_are_known_by_issuer_and_subject_alone() -> None:
    identity = Identity("https://a.example", "7", "ida@example.com", True, "Ida", ())
    links = {("https://a.example", "7"): "ida", ("https://a.example", "ida@example.com"): "otto"}
    assert matched(identity, links) == "ida"
    assert matched(replace(identity, subject="8"), links) is None
    assert matched(replace(identity, issuer="https://b.example"), links) is None
