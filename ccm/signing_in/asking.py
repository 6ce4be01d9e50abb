"""Asking a provider over HTTP: JSON back, within bounds that the other side cannot stretch.

Redirects are not followed: an address of a provider is what its discovery says, and nobody else's.  Compressed answers
are refused, because a small one can unfold to fill the memory.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import httpx2

from content_blocks.problem import refuse

LONGEST_ANSWER = 256 * 1024
"""Bytes.  Key sets and discovery documents of large providers stay under a tenth of it."""
PATIENCE = 15.0
"""Seconds for a whole answer; a single wait for the network is shorter."""
_EACH_WAIT = httpx2.Timeout(5.0)
_NEAR = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the HTTP status and the JSON object in the body."""

    status: int
    content: Mapping[str, Any]


def is_near(address: str) -> bool:
    """Whether an address is on this very machine, where plain HTTP has no one to listen in."""
    try:
        return urlsplit(address).hostname in _NEAR
    except ValueError:
        return False


def check_address(place: str, address: object, near: bool = False) -> str:
    """The address, if it may be asked: https, or this machine where `near` says so.  Raises Refused."""
    try:
        parts = urlsplit(address if isinstance(address, str) else "")
        _ = parts.port
    except ValueError:
        raise refuse(place, "provider-address-unfit") from None
    plain = parts.scheme == "http" and near and parts.hostname in _NEAR
    if not (parts.scheme == "https" or plain) or not parts.hostname or "@" in parts.netloc or parts.fragment:
        raise refuse(place, "provider-address-unfit")
    return str(address)


def asked(address: str, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None) -> Answer:
    """What a provider answers to a GET, or with a form to a POST; raises Refused where that is no JSON object."""
    sent = {"Accept": "application/json", "Accept-Encoding": "identity", **(headers or {})}
    network = httpx2.Client(timeout=_EACH_WAIT, follow_redirects=False, trust_env=not is_near(address))
    try:
        with network, network.stream("GET" if form is None else "POST", address, data=form, headers=sent) as response:
            return Answer(response.status_code, _object(address, _body(address, response)))
    except (httpx2.HTTPError, httpx2.InvalidURL):
        raise refuse(address, "provider-unreachable") from None


def _body(address: str, response: httpx2.Response) -> bytes:
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise refuse(address, "provider-answer-unreadable")
    until, body = monotonic() + PATIENCE, b""
    for chunk in response.iter_raw():
        body += chunk
        if len(body) > LONGEST_ANSWER:
            raise refuse(address, "provider-answer-too-long", most=LONGEST_ANSWER)
        if monotonic() > until:
            raise refuse(address, "provider-unreachable")
    return body


def _object(address: str, body: bytes) -> dict[str, Any]:
    found = json_object(body)
    if found is None:
        raise refuse(address, "provider-answer-unreadable")
    return found


def json_object(text: bytes) -> dict[str, Any] | None:
    """The JSON object a text holds; None for anything else, however deeply it is nested."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
