"""Signed links for guests: who was invited to which review until when, in a token that nobody else can make.

A token is the canonical JSON of that, the id of the key and an Ed25519 signature, joined by dots, each in the URL-safe
Base64 of RFC 4648 without padding.  Every token has one spelling: another one of the same bytes is refused too.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from approvals.keys import Signature, SigningKey, verifies
from approvals.record import instant, record_bytes
from approvals.refusal import NotAllowed

TOKEN = re.compile(r"[A-Za-z0-9_-]{1,2000}\.[0-9a-f]{16}\.[A-Za-z0-9_-]{86}")


@dataclass(frozen=True, slots=True)
class GuestLink:
    """An invitation: what for, the review, who the guest is, until when, and a nonce by which it is revoked."""

    kind: str
    review: str
    guest: str
    expires: datetime
    nonce: str

    def record(self) -> dict[str, Any]:
        """What is signed."""
        return {**asdict(self), "expires": instant(self.expires)}


def link_token(link: GuestLink, key: SigningKey) -> str:
    """The link as a token that fits into an address; raises ValueError for one that would be too long."""
    signature = key.sign(link.record())
    token = _token(link, signature)
    if not TOKEN.fullmatch(token):
        raise ValueError("a link holds ids and a name, no more")
    return token


def read_link(
    token: str, kind: str, publics: Mapping[str, str], at: datetime, revoked: Collection[str] = ()
) -> GuestLink:
    """The link that a token is; raises NotAllowed for any that is not ours, for something else, revoked or expired.

    `publics` are the public keys by id, those from before a rotation included; `revoked` are nonces.
    """
    link, signature = _decoded(token)
    public = publics.get(signature.key)
    if public is None or not verifies(link.record(), signature, public):
        raise NotAllowed("link-not-valid")
    if link.kind != kind:
        raise NotAllowed("link-not-valid")
    if link.nonce in revoked:
        raise NotAllowed("link-revoked")
    if at >= link.expires:
        raise NotAllowed("link-expired")
    return link


def _token(link: GuestLink, signature: Signature) -> str:
    return f"{_text(record_bytes(link.record()))}.{signature.key}.{_text(bytes.fromhex(signature.value))}"


def _decoded(token: str) -> tuple[GuestLink, Signature]:
    """What a token says, nothing of it believed yet."""
    if not TOKEN.fullmatch(token):
        raise NotAllowed("link-not-valid")
    payload, key, value = token.split(".")
    try:
        content = json.loads(_bytes(payload))
        link = GuestLink(**content)
        link = replace(link, expires=datetime.fromisoformat(content["expires"]).astimezone(UTC))
        signature = Signature(key, _bytes(value).hex())
        same = _token(link, signature) == token
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        raise NotAllowed("link-not-valid") from None
    if not same:
        raise NotAllowed("link-not-valid")
    return link, signature


def _text(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
