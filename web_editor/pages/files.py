"""Our own files: styles, scripts and pictures, compressed once, kept by browsers for ever under their hash."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from functools import cache
from http import HTTPStatus
from mimetypes import guess_type

import brotli
from fastapi import APIRouter, Request
from starlette.responses import Response

from content_blocks.problem import refuse
from web_editor.showing import STATIC

routes = APIRouter()

FOR_EVER = "public, max-age=31536000, immutable"
OPEN = {"Cross-Origin-Resource-Policy": "cross-origin"}
"""They are no secret, and the frame of a mail, which belongs to no origin, needs one of them."""
AT_ONCE = "no-cache"
PART = "part-"
"""The name of a part of our scripts has its hash in it."""
WAYS: Mapping[str, Callable[[bytes], bytes]] = {"br": brotli.compress, "gzip": gzip.compress}
"""How a file may be packed, by what browsers call it (RFC 9110, 8.4.1), the smallest first."""
PACKED = frozenset({".css", ".js", ".svg", ".json"})


@routes.get("/static/{name:path}")
def show_file(name: str, request: Request) -> Response:
    """A file; its address holds its hash, so it never changes under an address."""
    if name not in _names():
        raise refuse("", "not-there")
    kind = guess_type(name)[0] or "application/octet-stream"
    headers = {
        "Cache-Control": FOR_EVER if request.url.query or name.startswith(PART) else AT_ONCE,
        "Vary": "Accept-Encoding",
        **OPEN,
    }
    taken = request.headers.get("accept-encoding", "") if f".{name.rpartition('.')[2]}" in PACKED else ""
    way = next((way for way in WAYS if way in taken), None)
    if way is None:
        return Response((STATIC / name).read_bytes(), HTTPStatus.OK, headers, kind)
    return Response(_packed(name, way), HTTPStatus.OK, headers | {"Content-Encoding": way}, kind)


@cache
def _names() -> frozenset[str]:
    return frozenset(str(path.relative_to(STATIC)) for path in STATIC.rglob("*") if path.is_file())


@cache
def _packed(name: str, way: str) -> bytes:
    return WAYS[way]((STATIC / name).read_bytes())
