"""What a hostile provider, browser or bystander may try: each is refused, with a code that people are told in words."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest

from approvals.refusal import NotAllowed
from ccm.signing_in.oidc import begin, finish
from content_blocks.problem import Refused
from content_blocks.problem_words import sentences
from tests.ccm.signing_in.forging import Pair, by_secret, curve, edwards, rsa
from tests.ccm.signing_in.scripted_provider import NOW, Reply, ScriptedProvider, scripted_provider
from tests.source import modules

Attack = Callable[[ScriptedProvider], None]


def says(**claims: Any) -> Attack:
    return lambda there: there.claims.update(claims)


def heads(**header: Any) -> Attack:
    return lambda there: there.header.update(header)


def grants(**granted: Any) -> Attack:
    return lambda there: there.granted.update(granted)


def returns(**callback: Any) -> Attack:
    return lambda there: there.callback.update(callback)


def signs_like(key: Pair, **header: Any) -> Attack:
    def attack(there: ScriptedProvider) -> None:
        there.sign = key.sign
        there.header = header

    return attack


def signs_with_what_is_public(there: ScriptedProvider) -> None:
    there.header, there.sign = {"alg": "HS256"}, by_secret(rsa().pem)


def publishes_a_secret(there: ScriptedProvider) -> None:
    secret = {"kty": "oct", "kid": "rsa", "k": "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0"}
    there.published = [secret]
    there.header, there.sign = {"alg": "HS256"}, by_secret(b"secret-secret-secret-secret")


def signs_with_our_secret(there: ScriptedProvider) -> None:
    there.header, there.sign = {"alg": "HS256", "kid": None}, by_secret(b"s3cret")


def brings_its_own_key(there: ScriptedProvider) -> None:
    there.sign = rsa("attacker").sign
    there.header = {"jwk": rsa("attacker").published, "jku": f"{there.address}/attacker", "kid": "rsa"}


def has_a_small_key(there: ScriptedProvider) -> None:
    there.key = rsa("small", 1024)


def has_a_small_key_that_looks_large(there: ScriptedProvider) -> None:
    there.key = rsa("small", 1024)
    there.published = [there.key.published | {"n": "A" * 200 + "A" * 28 + there.key.published["n"]}]


def has_a_key_for_something_else(there: ScriptedProvider) -> None:
    there.published = [rsa().published | {"use": "enc"}]


def promised_another_algorithm(there: ScriptedProvider) -> None:
    there.metadata["id_token_signing_alg_values_supported"] = ["ES256"]


def promised_to_name_itself(there: ScriptedProvider) -> None:
    there.metadata["authorization_response_iss_parameter_supported"] = True


def names_another_access_token(there: ScriptedProvider) -> None:
    there.claims["at_hash"] = urlsafe_b64encode(sha256(b"another").digest()[:16]).rstrip(b"=").decode()


def names_another_person(there: ScriptedProvider) -> None:
    there.metadata["userinfo_endpoint"] = f"{there.address}/userinfo"
    there.replies["/userinfo"] = lambda: Reply({"sub": "somebody", "email": "law@example.com"})


def changes_what_was_signed(there: ScriptedProvider) -> None:
    there.sign = lambda said: rsa().sign(said + b" ")


def at(**offset: float) -> int:
    return int((NOW + timedelta(**offset)).timestamp())


ATTACKS: list[tuple[str, str, Attack]] = [
    # the browser's answer
    ("an answer with no state", "sign-in-state-differs", returns(state=None)),
    ("an answer with another state", "sign-in-state-differs", returns(state="A" * 43)),
    ("a state that is no text", "sign-in-state-differs", returns(state="\ud800")),
    ("an answer from another provider", "sign-in-other-provider", returns(iss="https://other.example")),
    ("an answer that hides its provider", "sign-in-other-provider", promised_to_name_itself),
    ("no code", "sign-in-answer-unclear", returns(code=None)),
    ("an empty code", "sign-in-answer-unclear", returns(code="")),
    ("an error of its own", "sign-in-failed-there", returns(code=None, error="server_error")),
    ("an error beside a code", "sign-in-failed-there", returns(error="<script>")),
    ("a person who declined", "sign-in-declined", returns(code=None, error="access_denied")),
    # the token's signature
    ("no token", "id-token-missing", grants(id_token=None)),
    ("a token that is none", "id-token-unreadable", grants(id_token="a.b.c")),
    ("a token of five parts", "id-token-unreadable", grants(id_token="a.b.c.d.e")),
    ("a header that is a list", "id-token-unreadable", grants(id_token="WyJhbGciXQ.e30.")),
    ("half a character for a token", "id-token-unreadable", grants(id_token="\ud800")),
    ("a number for a token", "id-token-missing", grants(id_token=7)),
    ("no signature", "id-token-algorithm", heads(alg="none")),
    ("no signature, spelt otherwise", "id-token-algorithm", heads(alg="nOnE")),
    ("an algorithm that is a list", "id-token-algorithm", heads(alg=["RS256"])),
    ("a public key as a secret", "id-token-algorithm", signs_with_what_is_public),
    ("a published secret", "id-token-algorithm", publishes_a_secret),
    ("our own secret", "id-token-algorithm", signs_with_our_secret),
    ("an algorithm it did not promise", "id-token-algorithm", promised_another_algorithm),
    ("RSA said, a curve's key named", "id-token-key-unknown", signs_like(curve(), kid="curve")),
    ("a curve said, an RSA key named", "id-token-key-unknown", heads(alg="ES256")),
    ("Edwards said, an RSA key named", "id-token-key-unknown", heads(alg="EdDSA")),
    ("another one's key, by its name", "id-token-key-unknown", signs_like(rsa("attacker"), kid="attacker")),
    ("a name of a key that is a list", "id-token-key-unknown", heads(kid=["rsa"])),
    ("another one's key, under ours", "id-token-signature", signs_like(rsa("attacker"))),
    ("another one's key, with no name", "id-token-signature", signs_like(rsa("attacker"), kid=None)),
    ("a curve's signature as RSA", "id-token-signature", signs_like(edwards())),
    ("a key in the token itself", "id-token-signature", brings_its_own_key),
    ("a key of 1024 bits", "id-token-signature", has_a_small_key),
    ("a key of 1024 bits with zeros", "id-token-signature", has_a_small_key_that_looks_large),
    ("a key for encryption", "id-token-key-unknown", has_a_key_for_something_else),
    ("other words than were signed", "id-token-signature", changes_what_was_signed),
    ("rules we do not know", "id-token-unreadable", heads(crit=["b64"], b64=False)),
    ("an access token as ID token", "id-token-unreadable", heads(typ="at+jwt")),
    ("a logout token as ID token", "id-token-unreadable", heads(typ="logout+jwt")),
    # the token's claims
    ("another issuer", "id-token-issuer", says(iss="https://other.example")),
    ("no issuer", "id-token-issuer", says(iss=None)),
    ("another audience", "id-token-audience", says(aud="another")),
    ("an audience that begins like us", "id-token-audience", says(aud="ccm2")),
    ("no audience", "id-token-audience", says(aud=None)),
    ("an audience that is an object", "id-token-audience", says(aud={"ccm": 1})),
    ("several, and nobody's to use", "id-token-party", says(aud=["ccm", "another"])),
    ("given to another", "id-token-party", says(azp="another")),
    ("given to another of several", "id-token-party", says(aud=["ccm", "another"], azp="another")),
    ("expired", "id-token-expired", says(exp=at(minutes=-1))),
    ("no end", "id-token-expired", says(exp=None)),
    ("an end that is a text", "id-token-expired", says(exp=str(at(minutes=5)))),
    ("an end that is true", "id-token-expired", says(exp=True)),
    ("an end beyond all time", "id-token-expired", says(exp=float("inf"))),
    ("an end with too many digits", "id-token-expired", says(exp=10**400)),
    ("dated in the future", "id-token-instant", says(iat=at(minutes=2))),
    ("no date", "id-token-instant", says(iat=None)),
    ("not valid yet", "id-token-instant", says(nbf=at(minutes=2))),
    ("valid from no number", "id-token-instant", says(nbf="now")),
    ("older than the sign-in", "id-token-old", says(iat=at(minutes=-2))),
    ("another nonce", "id-token-nonce", says(nonce="A" * 43)),
    ("no nonce", "id-token-nonce", says(nonce=None)),
    ("half a character for a nonce", "id-token-nonce", says(nonce="\ud800")),
    ("nobody", "id-token-subject", says(sub=None)),
    ("an empty subject", "id-token-subject", says(sub="")),
    ("a number for a subject", "id-token-subject", says(sub=7)),
    ("a subject that never ends", "id-token-subject", says(sub="a" * 256)),
    ("a subject in look-alike letters", "id-token-subject", says(sub="аdmin")),
    ("another access token", "id-token-access", names_another_access_token),
    ("a hash of no access token", "id-token-access", says(at_hash="77QmUPtjPfzWtF2AnpK9RQ", access_token=None)),
    ("a hash that is a number", "id-token-access", says(at_hash=7)),
    ("somebody else afterwards", "sign-in-other-person", names_another_person),
]


@pytest.mark.parametrize(("code", "attack"), [row[1:] for row in ATTACKS], ids=[row[0] for row in ATTACKS])
def test_an_attack_is_refused(code: str, attack: Attack) -> None:
    with scripted_provider() as there:
        attack(there)
        with pytest.raises(NotAllowed) as refused:
            there.sign_in()
    assert refused.value.code == code


def test_an_answer_counts_once() -> None:
    """The caller took away what was pending when the first answer came; the second finds nothing."""
    with scripted_provider() as there:
        kept = {"cookie": begin(there.provider(), NOW)[1]}
        state = kept["cookie"].state
        there.sign_in(kept.pop("cookie"))
        asked = len(there.asked)
        with pytest.raises(NotAllowed, match="sign-in-not-begun"):
            finish(there.provider(), kept.get("cookie"), [("code", "the-code"), ("state", state)], NOW)
        assert len(there.asked) == asked


def test_the_answer_of_one_provider_is_never_taken_to_another() -> None:
    with scripted_provider() as honest, scripted_provider() as hostile:
        begun = begin(honest.provider(), NOW)[1]
        with pytest.raises(NotAllowed, match="sign-in-other-provider"):
            finish(hostile.provider(), begun, [("code", "the-code"), ("state", begun.state)], NOW)
        assert hostile.asked == []


def test_a_token_of_one_provider_is_not_believed_from_another() -> None:
    with scripted_provider() as honest, scripted_provider() as hostile:
        begun = begin(hostile.provider(), NOW)[1]
        honest.nonce = begun.nonce
        hostile.published = [rsa().published]
        hostile.granted["id_token"] = honest.reply("/token").content["id_token"]
        with pytest.raises(NotAllowed, match="id-token-issuer"):
            hostile.sign_in(begun)


@pytest.mark.parametrize("name", ["code", "state", "iss"])
def test_what_is_said_twice_is_not_chosen_from(name: str) -> None:
    with scripted_provider() as there:
        begun = begin(there.provider(), NOW)[1]
        answer = {"code": "the-code", "state": begun.state, "iss": there.address}
        with pytest.raises(NotAllowed, match="sign-in-answer-unclear"):
            finish(there.provider(), begun, [*answer.items(), (name, answer[name])], NOW)


def test_a_sign_in_from_the_future_is_none() -> None:
    with scripted_provider() as there:
        begun = replace(begin(there.provider(), NOW)[1], begun=NOW + timedelta(seconds=1))
        with pytest.raises(NotAllowed, match="sign-in-too-late"):
            there.sign_in(begun)


def test_a_refused_code_says_nothing_about_why() -> None:
    with scripted_provider() as there:
        there.replies["/token"] = lambda: Reply({"error": "invalid_client", "error_description": "s3cret"}, 401)
        with pytest.raises(NotAllowed) as refused:
            there.sign_in()
    assert (refused.value.code, refused.value.params) == ("sign-in-code-refused", {})


@pytest.mark.parametrize("content", [b"no json", b"[]", b"[" * 100_000, b'{"id_token": ' + b"7" * 5000 + b"}"])
def test_an_answer_that_is_no_object_is_refused(content: bytes) -> None:
    with scripted_provider() as there:
        there.replies["/token"] = lambda: Reply(content)
        with pytest.raises(Refused, match="provider-answer-unreadable"):
            there.sign_in()


def test_everything_refused_here_is_told_in_words() -> None:
    """Also what the table above does not reach: every such code that is written down."""
    raised = {code for module in modules("ccm") if ".signing_in." in module.name for code in module.texts()}
    raised = {code for code in raised if code.startswith(("sign-in-", "id-token-"))}
    assert {code for _, code, _ in ATTACKS} <= raised <= sentences().keys()
