"""Public keys as files that other programs read: PEM with a SubjectPublicKeyInfo (RFC 8410), as `openssl` takes it."""

from __future__ import annotations

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key


def public_pem(public: str) -> bytes:
    """The file for a public key in hexadecimal; raises ValueError if it is none."""
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def public_of(pem: bytes) -> str:
    """The public key in such a file, in hexadecimal; raises ValueError if it holds no Ed25519 key."""
    try:
        key = load_pem_public_key(pem)
    except UnsupportedAlgorithm:
        raise ValueError("no key of a kind known here") from None
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError("no Ed25519 key")  # noqa: TRY004 - the content is wrong, not the type
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
