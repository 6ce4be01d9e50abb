"""A mail's page as an outline of what it says: headings, texts, tables, links and pictures, one a line.

Layout tables, styles and numbers of the compiler are left out, so that a golden shows what a reader would notice.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from renderers.email.message_read import PARSER

BLOCKS = {"h1", "h2", "h3", "p", "li", "caption", "th", "td", "img", "a"}
NAMED = ("lang", "scope", "href", "alt")
SCREENS = {"wide": "on wide screens", "narrow soft": "on phones"}


def outline(page: str) -> str:
    """The elements that say something, indented by their depth."""
    root = etree.fromstring(page.encode(), parser=PARSER)
    return "\n".join(_lines(root.find("body"), 0))


def _lines(element: etree._Element, depth: int) -> Iterator[str]:
    shown = _shown(element)
    if shown:
        yield "  " * depth + shown
    for child in element:
        yield from _lines(child, depth + bool(shown))


def _shown(element: etree._Element) -> str:
    """One line for an element that matters, nothing for layout."""
    layout = element.tag in ("table", "td", "tr", "tbody") and _in_layout(element)
    if layout or element.tag not in BLOCKS | {"table", "tr", "thead", "tbody", "ul", "ol", "div"}:
        return ""
    names = [f' {name}="{element.get(name)}"' for name in NAMED if element.get(name) and element.tag != "div"]
    words = " ".join("".join(_own_words(element)).split())
    if element.tag == "div" and not words:
        return ""
    screen = SCREENS.get(element.get("class", ""), "")
    return f"{element.tag}{''.join(names)}{f' ({screen})' if screen else ''}{': ' + words if words else ''}"


def _in_layout(element: etree._Element) -> bool:
    tables = [one for one in (element, *element.iterancestors()) if one.tag == "table"]
    return tables[0].get("role") == "presentation" if tables else False


def _own_words(element: etree._Element) -> Iterator[str]:
    """The words of an element with its inline markup, without those of blocks inside it."""
    yield element.text or ""
    for child in element:
        if child.tag in ("strong", "em", "bdi", "span"):
            yield f"<{child.tag}>{''.join(child.itertext())}</{child.tag}>"
        elif child.tag == "br":
            yield " / "
        yield child.tail or ""
