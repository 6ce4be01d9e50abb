"""The only addresses a document can fetch: stored pictures and the theme's own files, by hash.

No file, no network, no `data:`: an address is looked up among the bytes handed in, and anything else ends the
rendering, because a page that silently lacks its picture or its font is worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from content_blocks.canonical import sha256
from content_blocks.document import Document
from content_blocks.parts import Picture, leaves
from content_blocks.problem import Problem, Refused
from renderers.pdf.carried import carried

ASSET = "asset:"
KINDS = ((b"\x89PNG", "image/png"), (b"\xff\xd8", "image/jpeg"), (b"<svg", "image/svg+xml"))


def address(content: bytes) -> str:
    """The address under which some bytes are fetched."""
    return ASSET + sha256(content)


class StoredAssets(URLFetcher):  # type: ignore[misc]
    """Fetches `asset:HASH` from memory; `stored` maps hashes to bytes."""

    def __init__(self, stored: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=("asset",), allow_redirects=False, fail_on_errors=True)
        self._stored = stored

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - its signature
        """The bytes under an address.  The engine's own test of the scheme sits in the method replaced here, so
        this one is complete in itself: what is not stored cannot be had."""
        content = self._stored.get(url.removeprefix(ASSET)) if url.startswith(ASSET) else None
        if content is None:
            raise FatalURLFetchingError("an address that is no stored asset")
        return URLFetcherResponse(url, content, {"Content-Type": media_type(content)})


def check_pictures(document: Document, assets: Mapping[str, bytes]) -> None:
    """Raises Refused with `asset-missing` for each picture that is not stored."""
    missing = [
        Problem(f"pdf {piece.id}", "asset-missing", {"asset": leaf.asset[:12]})
        for _, piece in document.pieces()
        for leaf in leaves(carried(piece))
        if isinstance(leaf, Picture) and leaf.asset not in assets
    ]
    if missing:
        raise Refused(missing)


def media_type(content: bytes) -> str:
    """The media type of a picture by its first bytes; fonts and the rest are plain bytes."""
    return next((kind for start, kind in KINDS if content.startswith(start)), "application/octet-stream")
