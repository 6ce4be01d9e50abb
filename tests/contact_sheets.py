"""Contact sheets: the pages and mails of many documents as pictures on one sheet, to be looked at by a person.

`python -m tests.contact_sheets FOLDER` writes the specimens of all block types, one sheet per channel, brand and
language.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from playwright.sync_api import Browser

from content_blocks.block_reading import block_types
from content_blocks.specimen import specimen_document
from renderers.rendition import Rendition
from tests import chromium
from tests.ccm.specimens import BRANDS, LANGUAGES, brand, shown
from tests.renderers.email_reading import read

Labelled = tuple[str, Image.Image]

DOTS_PER_INCH = 60
PHONE, LAPTOP = 375, 700
"""Widths of a mail's window in pixels."""
GAP, LABEL = 12, 16
GROUND = "#7d8590"


def page_pictures(content: bytes, dots_per_inch: int = DOTS_PER_INCH) -> list[Image.Image]:
    """The pages of a PDF in colour."""
    with pypdfium2.PdfDocument(content) as file:
        return [page.render(scale=dots_per_inch / 72).to_pil().convert("RGB") for page in file]


def mail_picture(browser: Browser, rendition: Rendition, width: int, *, dark: bool = False) -> Image.Image:
    """A mail from top to bottom in a window of a given width."""
    page = browser.new_page(
        viewport={"width": width, "height": 200}, color_scheme="dark" if dark else "light", offline=True
    )
    page.set_content(read(rendition).page_alone)
    picture = Image.open(BytesIO(page.screenshot(full_page=True)))
    page.close()
    return picture.convert("RGB")


def sheet(pictures: Sequence[Labelled], columns: int) -> Image.Image:
    """Pictures in rows, each under its label."""
    rows = [pictures[first : first + columns] for first in range(0, len(pictures), columns)]
    heights = [max(picture.height for _, picture in row) + LABEL + GAP for row in rows]
    width = max(sum(picture.width + GAP for _, picture in row) for row in rows)
    whole = Image.new("RGB", (width + GAP, sum(heights) + GAP), GROUND)
    draw, top = ImageDraw.Draw(whole), GAP
    for row, height in zip(rows, heights, strict=True):
        left = GAP
        for label, picture in row:
            draw.text((left, top), label, fill="white")
            whole.paste(picture, (left, top + LABEL))
            left += picture.width + GAP
        top += height
    return whole


def specimens(browser: Browser, language: str, theme: str) -> Iterator[tuple[str, Image.Image]]:
    """One sheet per channel that has a look, with its name."""
    found: dict[str, list[Labelled]] = {"pdf": [], "email": [], "phone": [], "dark": []}
    for type_name in block_types():
        document = specimen_document(type_name, language, brand(theme))
        for channel in ("pdf", "email"):
            rendition = shown(document, channel)
            assert isinstance(rendition, Rendition), f"{type_name} {rendition}"
            if channel == "pdf":
                found["pdf"] += [(type_name, picture) for picture in page_pictures(rendition.content)]
                continue
            found["email"].append((type_name, mail_picture(browser, rendition, LAPTOP)))
            found["phone"].append((type_name, mail_picture(browser, rendition, PHONE)))
            found["dark"].append((type_name, mail_picture(browser, rendition, PHONE, dark=True)))
    for name, pictures in found.items():
        yield f"{name}.{language}.{theme}.png", sheet(pictures, columns=6 if name == "pdf" else 5)


def main(folder: Path) -> None:
    """Write all sheets."""
    folder.mkdir(parents=True, exist_ok=True)
    with chromium.started() as browser:
        for theme in BRANDS:
            for language in LANGUAGES:
                for name, picture in specimens(browser, language, theme):
                    picture.save(folder / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
