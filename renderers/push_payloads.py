"""One notification as each push service takes it, built as data: never a template, never joined text.

FCM: HTTP v1 `messages:send`.  APNs: the payload of a `alert` push; its identifiers go into request headers.
Web Push: the plaintext our service worker reads, encrypted by RFC 8291; `Topic` is that of RFC 8030, 5.4.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any, TypeAlias

from content_blocks.canonical import sha256
from content_blocks.document import Document
from renderers.message_json import message_bytes

Payload: TypeAlias = dict[str, Any]

LIMITS: dict[str, int] = {"fcm": 4096, "apns": 4096, "webpush": 3993}
"""Bytes of JSON a service takes.  Web Push: 4,096 less the header and tag of RFC 8188's one record."""


@dataclass(frozen=True, slots=True)
class Notification:
    """What a lock screen shows, the data the app opens with, and the id under which a repeat replaces the first."""

    title: str
    body: str
    data: dict[str, str]
    collapse_id: str


def notification(document: Document, title: str, body: str) -> Notification:
    """The notification of a document."""
    identity = collapse_id(document)
    data = {"collapse_id": identity}
    if document.rules.deep_link:
        data["deep_link"] = _nfc(document.rules.deep_link)
    return Notification(title, body, data, identity)


def collapse_id(document: Document) -> str:
    """32 hexadecimal digits, the same for the same recipient, template version and day.

    Short enough for all: APNs takes 64 bytes, a Web Push topic 32 characters.
    """
    parts = (document.template, document.version, document.recipient.id, document.as_of.isoformat())
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))[:32]


def payloads(document: Document, shown: Notification) -> dict[str, Payload]:
    """The notification for all three services: which one is used is the integrator's choice."""
    return {"fcm": _fcm(document, shown), "apns": _apns(document, shown), "webpush": _webpush(document, shown)}


def sizes(built: dict[str, Payload]) -> dict[str, int]:
    """The bytes of each payload as it is sent."""
    return {service: len(message_bytes(payload)) for service, payload in built.items()}


def headers(shown: Notification) -> dict[str, dict[str, str]]:
    """Request headers that belong to the message; addresses, keys and time to live are the sender's."""
    return {
        "apns": {"apns-collapse-id": shown.collapse_id, "apns-priority": "10", "apns-push-type": "alert"},
        "webpush": {"Topic": shown.collapse_id, "Urgency": "high"},
    }


def _fcm(document: Document, shown: Notification) -> Payload:
    android = {
        "collapse_key": shown.collapse_id,
        "notification": {"tag": shown.collapse_id},
        "priority": "HIGH",
    }
    return {
        "message": {
            "token": document.recipient.push_token or "",
            "notification": {"title": shown.title, "body": shown.body},
            "data": shown.data,
            "android": android,
        }
    }


def _apns(document: Document, shown: Notification) -> Payload:
    aps = {
        "alert": {"title": shown.title, "body": shown.body},
        "interruption-level": "active",
        "sound": "default",
        "thread-id": _nfc(document.template),
    }
    return {"aps": aps, **shown.data}


def _webpush(document: Document, shown: Notification) -> Payload:
    return {
        "title": shown.title,
        "body": shown.body,
        "lang": document.language,
        "dir": document.direction,
        "tag": shown.collapse_id,
        "data": shown.data,
    }


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
