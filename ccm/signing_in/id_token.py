"""ID tokens: whom a provider vouches for, believed only after every check (OpenID Connect Core 1.0, 3.1.3.7).

The algorithm is looked up in a list of ours and then decides the one kind of key that may verify it.  So nothing that
a token says about itself can have it verified with a public key as a shared secret, or not at all.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256, sha512
from hmac import compare_digest
from math import nan
from typing import Any

from joserfc import jwk, jws
from joserfc.errors import JoseError
from joserfc.jwa import JWSAlgModel

from approvals.refusal import NotAllowed
from ccm.signing_in.asking import json_object
from ccm.signing_in.provider import Key

SKEW = timedelta(minutes=1)
"""How far a provider's clock and ours may differ."""
_SMALLEST_RSA = 2048
_LONGEST_SUBJECT = 255
_END = 253402300800
"""Seconds from 1970 to the year 10000."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """The one kind of key an algorithm takes, the members of it that matter, and the hash that goes with it."""

    type: str
    curve: str | None
    members: tuple[str, ...]
    hash: Callable[[bytes], Any]


_EDWARDS = _Kind("OKP", "Ed25519", ("crv", "x"), sha512)
ALGORITHMS: Mapping[str, _Kind] = {
    "RS256": _Kind("RSA", None, ("n", "e"), sha256),
    "ES256": _Kind("EC", "P-256", ("crv", "x", "y"), sha256),
    "EdDSA": _EDWARDS,
    "Ed25519": _EDWARDS,
}
"""What may sign an ID token; `Ed25519` is the name RFC 9864 gives `EdDSA` with that curve."""


class _Rules(jws.JWSRegistry):
    """The library's rules for signed tokens, with room for certificates in the header."""

    max_header_length = 8192

    def get_alg(self, name: str) -> JWSAlgModel:
        return super().get_alg("Ed25519" if name == "EdDSA" else name)


_RULES = _Rules(algorithms=[*ALGORITHMS], strict_check_header=False)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a token has to say: who made it, for whom, in answer to which sign-in begun when."""

    issuer: str
    client_id: str
    nonce: str
    begun: datetime
    algorithms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signed:
    """A token taken apart, its signature not looked at yet."""

    text: str
    algorithm: str
    key: object


def opened(text: str, expected: Expected) -> Signed:
    """The token with an algorithm that is allowed; raises NotAllowed for any other, and for what is no token."""
    try:
        header: object = jws.extract_compact(text.encode(), registry=_RULES).protected
    except (JoseError, ValueError, TypeError, AttributeError, RecursionError):
        raise NotAllowed("id-token-unreadable") from None
    if not isinstance(header, dict) or "crit" in header or header.get("typ", "JWT") not in ["JWT", "jwt"]:
        raise NotAllowed("id-token-unreadable")
    algorithm, key = header.get("alg"), header.get("kid")
    if not isinstance(algorithm, str) or algorithm not in ALGORITHMS.keys() & expected.algorithms:
        raise NotAllowed("id-token-algorithm")
    return Signed(text, algorithm, key)


def fitting(token: Signed, keys: tuple[Key, ...]) -> list[Key]:
    """The keys that may have signed it: of its kind, for signing, and with the id it names."""
    return [key for key in keys if _fits(token, key)]


def _fits(token: Signed, key: Key) -> bool:
    kind = ALGORITHMS[token.algorithm]
    return (
        (token.key is None or key.get("kid") == token.key)
        and (key.get("kty"), key.get("crv")) == (kind.type, kind.curve)
        and key.get("use", "sig") == "sig"
        and ALGORITHMS.get(str(key.get("alg", token.algorithm))) is kind
    )


def claims_of(token: Signed, keys: list[Key]) -> dict[str, Any]:
    """What the token says, signed by one of the keys; raises NotAllowed where none of them did."""
    for key in _imported(token, keys):
        try:
            payload = jws.deserialize_compact(token.text, key, registry=_RULES).payload
        except (JoseError, ValueError, TypeError):
            continue
        claims = json_object(payload)
        if claims is None:
            raise NotAllowed("id-token-unreadable")
        return claims
    raise NotAllowed("id-token-signature")


def _imported(token: Signed, keys: list[Key]) -> Iterator[jwk.Key]:
    """The keys as the library takes them, without the members that do not matter; damaged and small ones are left."""
    kind = ALGORITHMS[token.algorithm]
    for key in keys:
        try:
            if kind.type == "RSA" and int.from_bytes(urlsafe_b64decode(key["n"] + "==")).bit_length() < _SMALLEST_RSA:
                continue
            yield jwk.import_key({"kty": kind.type, **{member: key[member] for member in kind.members}})
        except (JoseError, ValueError, TypeError, KeyError):
            continue


def check_claims(claims: Mapping[str, Any], expected: Expected, now: datetime) -> None:
    """Raises NotAllowed with the first thing that makes the claims somebody else's, or none of this sign-in."""
    audience = _audience(claims)
    ends, issued = _instant(claims, "exp"), _instant(claims, "iat")
    latest = (now + SKEW).timestamp()
    conditions = (
        ("id-token-issuer", claims.get("iss") == expected.issuer),
        ("id-token-audience", expected.client_id in audience),
        ("id-token-party", _is_party(claims, audience, expected.client_id)),
        ("id-token-expired", ends > (now - SKEW).timestamp()),
        ("id-token-instant", issued <= latest and ("nbf" not in claims or 0 < _instant(claims, "nbf") <= latest)),
        ("id-token-old", issued >= (expected.begun - SKEW).timestamp()),
        ("id-token-nonce", same_text(claims.get("nonce"), expected.nonce)),
        ("id-token-subject", _is_subject(claims.get("sub"))),
    )
    for code, holds in conditions:
        if not holds:
            raise NotAllowed(code)


def check_access_token(claims: Mapping[str, Any], algorithm: str, access_token: object) -> None:
    """Raises NotAllowed where the token names the access token it came with (`at_hash`) and came with another."""
    if "at_hash" not in claims:
        return
    given = access_token if isinstance(access_token, str) and access_token.isascii() else ""
    digest = ALGORITHMS[algorithm].hash(given.encode()).digest()
    half = urlsafe_b64encode(digest[: len(digest) // 2]).rstrip(b"=").decode()
    if not given or not same_text(claims["at_hash"], half):
        raise NotAllowed("id-token-access")


def same_text(given: object, expected: str) -> bool:
    """Whether two texts are the same, in a time that does not tell how much of them is."""
    return isinstance(given, str) and compare_digest(given.encode("utf-8", "surrogatepass"), expected.encode())


def _audience(claims: Mapping[str, Any]) -> list[Any]:
    audience = claims.get("aud")
    return audience if isinstance(audience, list) else [audience]


def _is_party(claims: Mapping[str, Any], audience: list[Any], client_id: str) -> bool:
    """Whether a token for several is ours to use: it names us as the authorized party; for one, it names no other."""
    return bool(claims.get("azp", client_id if len(audience) == 1 else None) == client_id)


def _is_subject(subject: object) -> bool:
    return isinstance(subject, str) and subject.isascii() and 0 < len(subject) <= _LONGEST_SUBJECT


def _instant(claims: Mapping[str, Any], name: str) -> float:
    """Seconds since 1970; not a number, which no comparison holds for, where a claim is missing or none."""
    value = claims.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool) or not -_END < value < _END:
        return nan
    return float(value)
