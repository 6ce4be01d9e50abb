"""What a brand's form has to choose from: fonts of all brands, and pictures of the library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ccm.api.routes.items import list_items, show_item
from ccm.api.routes.theme_files import files
from web_editor.brands import FONTS, Family, Offered, Source
from web_editor.drafts import read_draft, read_template
from web_editor.visit import Visit

MOST = 100
"""Brands and pictures that are offered."""


def offered(visit: Visit, own: str) -> Offered:
    """Font families, those of the brand itself first, and pictures, which a logo can be."""
    brands = [it.name for it in list_items("theme", visit.asking, "", MOST).items]
    families: dict[str, Family] = {}
    for name in sorted(brands, key=lambda it: it != own):
        content = read_draft(visit, "theme", name).content
        for font in FONTS:
            families.setdefault(content[font]["name"], Family(content[font], name))
    pictures = [it.name for it in list_items("asset", visit.asking, "", MOST).items if it.name[-4:] in (".svg", ".png")]
    return Offered(families, tuple(pictures))


def taken(visit: Visit, sources: Mapping[str, Source]) -> dict[str, bytes]:
    """The files that a form wants to be others, with their bytes."""
    beside = {it.name: files(visit.asking, it.name) for it in sources.values() if it.kind == "theme"}
    return {
        name: beside[it.name][it.file] if it.kind == "theme" else _picture(visit, it.name)
        for name, it in sources.items()
    }


def stored_template(visit: Visit, template: str, brand: str, language: str) -> dict[str, Any]:
    """A template as it is asked for under a brand: also one that it does not appear under yet."""
    content = read_template(visit, template)
    brands = [brand, *(it for it in content["brands"] if it != brand)]
    spoken = language if language in content["languages"] else content["languages"][0]
    return {"content": {**content, "brands": brands}, "language": spoken}


def _picture(visit: Visit, name: str) -> bytes:
    kind = "image/svg+xml" if name.endswith(".svg") else "image/png"
    return bytes(show_item("asset", name, visit.asking, visit.request, kind).body)
