"""Signatures under decisions and heads of the log: Ed25519 (RFC 8032), by keys in files that only their owner reads,
or in tokens (`approvals.token_keys`).

A key is known by the first sixteen hexadecimal digits of the SHA-256 of its public half, so that a signature made
before a rotation still names the key that made it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from approvals.record import record_bytes
from approvals.refusal import NotAllowed

OWNER_ONLY = 0o600
OTHERS = 0o077
"""What nobody but the owner of a file with a secret may have of it."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature in hexadecimal and the id of the key that made it."""

    key: str
    value: str


class SigningKey(Protocol):
    """What signs: a key in a file, or one in a token (`approvals.token_keys`)."""

    @property
    def public(self) -> str:
        """The public half in hexadecimal, 32 bytes."""

    def sign(self, record: Mapping[str, Any]) -> Signature:
        """A signature over the canonical JSON of a record; raises NotAllowed where none can be made."""


class FileKey:
    """A key out of a file; the half that signs never leaves this object."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private

    @property
    def public(self) -> str:
        """The public half in hexadecimal, 32 bytes."""
        return self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()

    def sign(self, record: Mapping[str, Any]) -> Signature:
        """A signature over the canonical JSON of a record."""
        return Signature(key_id(self.public), self._private.sign(record_bytes(record)).hex())


def key_id(public: str) -> str:
    """The id of a public key in hexadecimal."""
    return sha256(bytes.fromhex(public)).hexdigest()[:16]


def verifies(record: Mapping[str, Any], signature: Signature, public: str) -> bool:
    """Whether the signature is one of this key over this record."""
    if key_id(public) != signature.key:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(
            bytes.fromhex(signature.value), record_bytes(record)
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def make_key(path: Path) -> FileKey:
    """A new key in a new file that only its owner can read; it is on the disk when this returns.

    Raises FileExistsError rather than replace one.
    """
    private = Ed25519PrivateKey.generate()
    content = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    _keep_name(path.parent)
    return FileKey(private)


def _keep_name(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_key(path: Path) -> FileKey:
    """The key in a file; raises NotAllowed where others can read it too, or where it is no such key."""
    try:
        if path.stat().st_mode & OTHERS:
            raise NotAllowed("key-file-open", file=path.name)
        private = load_pem_private_key(path.read_bytes(), password=None)
    except FileNotFoundError:
        raise NotAllowed("key-file-missing", file=path.name) from None
    except ValueError:
        raise NotAllowed("key-file-damaged", file=path.name) from None
    if not isinstance(private, Ed25519PrivateKey):
        raise NotAllowed("key-file-damaged", file=path.name)
    return FileKey(private)
