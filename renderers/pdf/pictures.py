"""The pages of a finished PDF as pictures, for previews."""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import dataclass, field
from hashlib import sha256

import pypdfium2
from PIL import Image

POINTS = 72 / 254
"""Points in a tenth of a millimetre."""

QUICK = 1
"""How hard a picture is compressed: the hardest takes three times as long and saves a tenth."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page: its width and height in tenths of a millimetre and, where it was asked for, in pixels.

    `sha256` is over the pixels.  `content` is a PNG, empty for what the asker has already.
    """

    width: int
    height: int
    pixels: tuple[int, int] | None = None
    sha256: str = ""
    content: bytes = field(default=b"", repr=False)


def page_pictures(
    content: bytes, resolution: int = 0, wanted: range = range(0), known: Collection[str] = ()
) -> tuple[PagePicture, ...]:
    """Every page with its size; those `wanted` (counted from 1) as pictures of so many dots an inch, unless their hash
    is among the `known` ones."""
    with pypdfium2.PdfDocument(content) as document:
        return tuple(
            _page(page, resolution if number in wanted else 0, known) for number, page in enumerate(document, start=1)
        )


def _page(page: pypdfium2.PdfPage, resolution: int, known: Collection[str]) -> PagePicture:
    width, height = (round(points / POINTS) for points in page.get_size())
    if not resolution:
        return PagePicture(width, height)
    image: Image.Image = page.render(scale=resolution / 72).to_pil()
    size, pixels = image.size, image.tobytes()
    digest = sha256(b"%dx%d\n" % size + pixels).hexdigest()
    return PagePicture(width, height, size, digest, b"" if digest in known else _png(image))


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=QUICK)
    return out.getvalue()
