"""Signatures of webhooks after Standard Webhooks 1.0.0 (standardwebhooks.com): HMAC-SHA256 over id, time and body.

A secret is never kept: it comes from a key in a file that only its owner reads, the webhook's id and the number of the
secret.  So there is nothing in the database or its backups to sign with.
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from hmac import digest
from pathlib import Path
from secrets import token_bytes

from content_blocks.problem import refuse

PREFIX = "whsec_"
KEY_BYTES = 32


def secret_of(key: bytes, webhook: str, number: int) -> str:
    """The secret of a webhook that has a number, as its receiver keeps it."""
    made = digest(key, f"ccm webhook {webhook} {number}".encode(), "sha256")
    return f"{PREFIX}{b64encode(made).decode()}"


def headers(message: str, at: datetime, body: bytes, secrets: Iterable[str]) -> dict[str, str]:
    """The headers of a message; while a new secret takes over it is signed with both."""
    stamp = str(int(at.timestamp()))
    signatures = " ".join(signature(message, stamp, body, secret) for secret in secrets)
    return {"webhook-id": message, "webhook-timestamp": stamp, "webhook-signature": signatures}


def signature(message: str, stamp: str, body: bytes, secret: str) -> str:
    """One signature: version and Base64 of the HMAC."""
    made = digest(b64decode(secret.removeprefix(PREFIX)), f"{message}.{stamp}.".encode() + body, "sha256")
    return f"v1,{b64encode(made).decode()}"


def key_id(key: bytes) -> str:
    """What a key is known by."""
    return sha256(b"ccm webhook key " + key).hexdigest()[:16]


def make_key(path: Path) -> bytes:
    """A new key in a new file; the one that is there if another process was a moment earlier."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return read_key(path)
    key = token_bytes(KEY_BYTES)
    with os.fdopen(handle, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return key


def read_key(path: Path) -> bytes:
    """The key in a file; raises Refused where there is none, where others can read it, and for any other content."""
    try:
        if path.stat().st_mode & 0o077:
            raise refuse("", "key-file-open", file=path.name)
        key = path.read_bytes()
    except FileNotFoundError:
        raise refuse("", "key-file-missing", file=path.name) from None
    if len(key) != KEY_BYTES:
        raise refuse("", "key-file-damaged", file=path.name)
    return key
