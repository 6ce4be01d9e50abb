"""The canonical bytes of a drawing: attributes in alphabetical order, an element to a line, ids only where needed.

Without a declaration, as UTF-8 and version 1.0 are what XML means by itself.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from renderers.assets.svg.allowed import WORDS
from renderers.assets.svg.reading import SVG
from renderers.assets.svg.references import targets


def written(drawing: Any) -> bytes:
    """A drawing of allowed elements as the bytes to keep."""
    needed = {name for element in drawing.iter() for _, name in targets(element)}
    for element in drawing.iter():
        attributes = sorted((name, value) for name, value in element.items() if name != "id" or value in needed)
        element.attrib.clear()
        element.attrib.update(attributes)
        element.tail = "\n"
        if len(element) and element.tag.removeprefix(SVG) not in WORDS:
            element.text = "\n"
    etree.cleanup_namespaces(drawing)
    return bytes(etree.tostring(drawing, encoding="utf-8", xml_declaration=False, with_tail=True))
