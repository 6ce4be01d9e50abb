"""Drawings that can be kept, as the usual programs write them, and what a finished page shows of one."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import weasyprint
from PIL import Image

from content_blocks.canonical import sha256
from renderers.pdf.assets import StoredAssets, address

ILLUSTRATOR = b"""<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0 -->
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px"
  y="0px" viewBox="0 0 120 80" style="enable-background:new 0 0 120 80;" xml:space="preserve">
<style type="text/css">
  .st0{fill:#00594F;}
  .st1, .st2{fill:none;stroke:#D24B1F;stroke-width:4;stroke-miterlimit:10;}
  .st2{stroke-dasharray:8,4;}
  .st3{clip-path:url(#SVGID_2_);fill:url(#SVGID_3_);}
</style>
<g>
  <defs><rect id="SVGID_1_" x="60" y="10" width="50" height="60"/></defs>
  <clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_" style="overflow:visible;"/></clipPath>
  <linearGradient id="SVGID_3_" gradientUnits="userSpaceOnUse" x1="60" y1="0" x2="110" y2="0">
    <stop offset="0" style="stop-color:#FFFFFF"/><stop offset="1" style="stop-color:#1F8A78"/>
  </linearGradient>
  <circle class="st3" cx="85" cy="40" r="32"/>
</g>
<rect x="10" y="10" class="st0" width="40" height="30"/>
<path class="st1" d="M10,60h40"/><polyline class="st2" points="10,70 30,70 50,70"/>
</svg>
"""
INKSCAPE = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<svg width="60mm" height="40mm" viewBox="0 0 60 40" version="1.1" id="svg5" inkscape:version="1.3"
   sodipodi:docname="/home/somebody/logo.svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns="http://www.w3.org/2000/svg"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <title>House &amp; tree</title>
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff"><inkscape:grid id="g1"/></sodipodi:namedview>
  <metadata><rdf:RDF><dc:creator>Somebody</dc:creator></rdf:RDF></metadata>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1" transform="translate(2,3)">
    <path style="color:#000000;font-variation-settings:normal;
       fill:#6b1f2a;fill-opacity:0.8;stroke:none;-inkscape-stroke:none;
       paint-order:normal"
       d="m 5,30 v -15 l 12.5,-10 12.5,10 v 15 z" id="path1" sodipodi:nodetypes="cccccc"/>
    <g id="tree"><ellipse cx="44" cy="14" rx="8" ry="11" fill="#2a7a3f"/><path d="M44 20v10" stroke="#543"
       stroke-width="2" stroke-linecap="round"/></g>
    <use href="#tree" transform="matrix(.5 0 0 .5 30 15)" opacity="50%"/>
  </g>
</svg>
"""
FIGMA = b"""<svg width="64" height="64" viewBox="0 0 64 64" fill="none" xmlns="http://www.w3.org/2000/svg">
<path fill-rule="evenodd" clip-rule="evenodd" fill="url(#paint0_radial)"
  d="M32 4a28 28 0 1128 28A28 28 0 0132 4Zm0 12v16h16A16 16 0 0032 16Z"/>
<defs><radialGradient id="paint0_radial" cx="0" cy="0" r="1" gradientUnits="userSpaceOnUse"
  gradientTransform="translate(32 32) rotate(90) scale(28)">
<stop stop-color="#F5B700"/><stop offset="1" stop-color="#C1121F" stop-opacity="0.9"/></radialGradient></defs>
</svg>
"""
KEPT = {"illustrator": ILLUSTRATOR, "inkscape": INKSCAPE, "figma": FIGMA}


class Recorder(StoredAssets):
    """The print engine's fetcher; it remembers what it was asked for."""

    def __init__(self, content: bytes) -> None:
        super().__init__({sha256(content): content})
        self.asked: list[str] = []

    def fetch(self, url: str, headers: object = None) -> object:
        self.asked.append(url)
        return super().fetch(url, headers)


@contextmanager
def complaints() -> Iterator[list[str]]:
    """What the print engine complains of meanwhile."""
    heard: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    log = logging.getLogger("weasyprint")
    log.addHandler(handler)
    try:
        yield heard
    finally:
        log.removeHandler(handler)


def printed(content: bytes, width: int = 240, height: int = 160) -> tuple[Image.Image, list[str]]:
    """A picture as it looks on paper, a pixel for each CSS pixel, and what the engine asked for besides it.

    Fails if the engine complains.
    """
    fetcher = Recorder(content)
    style = f"@page {{ size: {width}px {height}px; margin: 0 }} img {{ width: {width}px; height: {height}px }}"
    page = f'<style>{style} body {{ margin: 0; font-size: 0 }}</style><img alt="" src="{address(content)}">'
    with complaints() as heard:
        pdf = weasyprint.HTML(string=page, url_fetcher=fetcher).write_pdf()
    assert heard == []
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].render(scale=96 / 72).to_pil().convert("RGB"), fetcher.asked[1:]
    finally:
        document.close()
