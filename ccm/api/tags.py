"""Entity tags: whoever has something already is told so, and whoever changes it says what they saw (RFC 9110, 8.8.3).

A tag is over the very bytes of an answer; before them stands the hash of the item, where it is one.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import Request, Response
from pydantic import BaseModel

from content_blocks.canonical import sha256

JSON = "application/json"
UNCHANGED: dict[int | str, dict[str, Any]] = {
    HTTPStatus.NOT_MODIFIED.value: {"description": "It is what `If-None-Match` names."}
}
"""For the document: the answer to who has it already."""


def tagged(request: Request, content: bytes | BaseModel, media_type: str = JSON, item_hash: str = "") -> Response:
    """An answer with its tag; without its content for who has that already."""
    sent = content if isinstance(content, bytes) else content.model_dump_json().encode()
    digest = sha256(sent)[:32]
    tag = f'"{item_hash}.{digest}"' if item_hash else f'"{digest}"'
    if _has(request, tag):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": tag})
    return Response(sent, media_type=media_type, headers={"ETag": tag})


def hash_in(tag: str) -> str:
    """The item's hash in a tag."""
    return tag.strip().removeprefix("W/").strip('"').partition(".")[0]


def _has(request: Request, tag: str) -> bool:
    """Compared weakly, as the standard wants it here."""
    known = request.headers.get("if-none-match", "").split(",")
    return any(it.strip().removeprefix("W/") in (tag, "*") for it in known)
