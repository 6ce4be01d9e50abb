"""Draws the picture of the README from real output: `python -m scripts.picture [FILE]`.

Pages, mail, SMS and push messages are what `ccm render` makes of a persona; the phones around them are drawn here.
"""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from string import Template

import pypdfium2
from markupsafe import escape
from PIL import Image
from playwright.sync_api import Browser

from ccm.personas import persona
from ccm.pipeline import Order, open_pipeline
from ccm.rendering import channels_of
from content_blocks.document import ChannelName
from renderers.rendition import Rendition
from templates_store.file_library import SHIPPED, Library
from templates_store.themes import LIBRARY as THEMES
from tests import chromium
from tests.renderers.email_reading import read

FOLDER = Path(__file__).resolve().parent
PICTURE = FOLDER.parent.parent / "docs" / "picture.png"
TEMPLATE, PERSONA, DAY = "account-statement", "typical", date(2026, 11, 2)
WIDTH, HEIGHT = 1600, 780
PAGE_WIDTH, PHONE_WIDTH, MAIL_WIDTH = 430, 274, 375
SHARP = 2
"""Pixels of the finished picture for one of the scene."""
COLOURS, STEP = 240, 17
"""Colours of the palette, and the steps of transparency in the entries that are left."""
GROUND = (0x26, 0x38, 0x3A)


@dataclass(frozen=True)
class Told:
    """What one customer of one brand is told, by channel."""

    renditions: dict[ChannelName, Rendition]

    def page(self, number: int) -> str:
        """A page of the letter as an address of a picture."""
        with pypdfium2.PdfDocument(self.renditions["pdf"].content) as file:
            page = file[number].render(scale=4).to_pil().convert("RGB")
        return _address(_narrowed(page, PAGE_WIDTH * SHARP))

    def data(self, channel: ChannelName) -> dict[str, str]:
        """An SMS or push message."""
        found: dict[str, str] = json.loads(self.renditions[channel].content)
        return {key: str(escape(value)) for key, value in found.items() if isinstance(value, str)}


def told(brand: str, language: str) -> Told:
    """The messages of the persona."""
    library = Library(SHIPPED)
    order = Order(TEMPLATE, DAY, brand, language, channels_of(["all"]))
    messages = open_pipeline(library, order).messages(persona(library, TEMPLATE, PERSONA).record)
    return Told({message.channel: message.rendition for message in messages if message.rendition})


def on_a_phone(browser: Browser, mail: Rendition) -> str:
    """The top of a mail as a phone shows it, as an address of a picture."""
    with browser.new_context(
        offline=True, viewport={"width": MAIL_WIDTH, "height": 760}, device_scale_factor=3
    ) as context:
        page = context.new_page()
        page.set_content(read(mail).page_alone)
        shown = Image.open(BytesIO(page.screenshot())).convert("RGB")
    return _address(_narrowed(shown, PHONE_WIDTH * SHARP))


def scene(browser: Browser) -> bytes:
    """The whole picture, its corners transparent."""
    ahorn, wieland = told("ahorn", "en"), told("wieland", "de")
    words = {
        "ground": f"rgb{GROUND}",
        "font": _data("font/otf", (THEMES / "ahorn/fonts/Inter-Regular.otf").read_bytes()),
        "strong": _data("font/otf", (THEMES / "ahorn/fonts/Inter-SemiBold.otf").read_bytes()),
        "ahorn_1": ahorn.page(0),
        "ahorn_2": ahorn.page(1),
        "wieland_1": wieland.page(0),
        "mail": on_a_phone(browser, ahorn.renditions["email"]),
        "sms": ahorn.data("sms")["text"],
        **{f"ahorn_{key}": text for key, text in ahorn.data("push").items()},
        **{f"wieland_{key}": text for key, text in wieland.data("push").items()},
    }
    with browser.new_context(
        offline=True, viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SHARP
    ) as context:
        page = context.new_page()
        page.set_content(Template((FOLDER / "scene.html").read_text("utf-8")).substitute(words))
        page.evaluate("document.fonts.ready")
        return page.screenshot(omit_background=True)


def small(picture: bytes) -> bytes:
    """The picture at its final width, in few enough colours to load at once; those of the round corners last, as they
    alone let something through."""
    shown = Image.open(BytesIO(picture)).resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    found = shown.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, kmeans=3, dither=Image.Dither.NONE)
    alpha = shown.getchannel("A")
    found.paste(alpha.point(lambda value: COLOURS + value // STEP), mask=alpha.point(lambda value: 255 * (value < 255)))
    found.putpalette((found.getpalette() or [])[: 3 * COLOURS] + [*GROUND] * (255 // STEP + 1))
    out = BytesIO()
    solid, clear = bytes([255] * COLOURS), bytes(range(0, 256, STEP))
    found.save(out, "PNG", optimize=True, transparency=solid + clear)
    return out.getvalue()


def _narrowed(picture: Image.Image, width: int) -> Image.Image:
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def _address(picture: Image.Image) -> str:
    out = BytesIO()
    picture.save(out, "PNG")
    return _data("image/png", out.getvalue())


def _data(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def main(path: Path) -> None:
    """Write the picture."""
    with chromium.started() as browser:
        path.write_bytes(small(scene(browser)))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE)
