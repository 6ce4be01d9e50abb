"""Signed tokens put together by hand, so that they can also be what no library would make.

Nothing here is shared with the code under test: that the honest ones are believed shows two readings of the standard
to agree.
"""

from __future__ import annotations

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as make_curve_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key as make_rsa_key
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

Sign = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Pair:
    """A key of a provider: what it publishes, how it signs, and its public half as people hand it around."""

    algorithm: str
    published: dict[str, Any]
    sign: Sign
    pem: bytes


def written(part: bytes) -> str:
    """Base64url without padding (RFC 7515, 2)."""
    return urlsafe_b64encode(part).rstrip(b"=").decode()


def token(header: Mapping[str, Any], claims: object, sign: Sign) -> str:
    """A token in three parts, whatever is in them."""
    start = f"{written(json.dumps(header).encode())}.{written(json.dumps(claims).encode())}"
    return f"{start}.{written(sign(start.encode()))}"


def by_secret(secret: bytes) -> Sign:
    """HS256: anybody who knows the secret can sign, and a public key is known to everybody."""
    return lambda said: hmac.digest(secret, said, "sha256")


@cache
def rsa(kid: str = "rsa", bits: int = 2048) -> Pair:
    private: RSAPrivateKey = make_rsa_key(65537, bits)
    numbers = private.public_key().public_numbers()
    members = {"n": _number(numbers.n, bits // 8), "e": _number(numbers.e, 3)}
    return Pair(
        "RS256",
        {"kty": "RSA", "kid": kid, "use": "sig", **members},
        lambda said: private.sign(said, PKCS1v15(), SHA256()),
        private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    )


@cache
def curve(kid: str = "curve") -> Pair:
    private: EllipticCurvePrivateKey = make_curve_key(SECP256R1())
    numbers = private.public_key().public_numbers()
    return Pair(
        "ES256",
        {"kty": "EC", "crv": "P-256", "kid": kid, "x": _number(numbers.x, 32), "y": _number(numbers.y, 32)},
        lambda said: b"".join(half.to_bytes(32) for half in decode_dss_signature(private.sign(said, ECDSA(SHA256())))),
        private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    )


@cache
def edwards(algorithm: str = "EdDSA") -> Pair:
    private = Ed25519PrivateKey.generate()
    raw = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    published = {"kty": "OKP", "crv": "Ed25519", "kid": "edwards", "alg": algorithm, "x": written(raw)}
    return Pair(algorithm, published, private.sign, raw)


def _number(value: int, size: int) -> str:
    return written(value.to_bytes(size))
