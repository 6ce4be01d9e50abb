"""What a drawing may consist of (SVG 1.1 and 2), and what is left out without a word because nobody can see it.

A feature is in here when the print engine and browsers draw it alike.  Masks, patterns, markers and filters are not:
the engine draws some of them otherwise or not at all.
"""

from __future__ import annotations

from renderers.assets.svg.path_data import is_path
from renderers.assets.svg.values import (
    Check,
    clipping,
    colour,
    extent,
    href,
    length,
    lengths,
    one_of,
    paint,
    points,
    positive,
    ratio,
    share,
    transform,
    view_box,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DRAWN = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
GRADIENTS = frozenset({"linearGradient", "radialGradient"})
WORDS = frozenset({"title", "desc"})
GROUPED = DRAWN | GRADIENTS | WORDS | {"g", "defs", "use", "clipPath"}
CHILDREN: dict[str, frozenset[str]] = {
    "svg": GROUPED,
    "g": GROUPED,
    "defs": GROUPED,
    "clipPath": DRAWN | WORDS | {"use"},
    "use": WORDS,
    "stop": WORDS,
    "title": frozenset(),
    "desc": frozenset(),
    **dict.fromkeys(DRAWN, WORDS),
    **dict.fromkeys(GRADIENTS, WORDS | {"stop"}),
}
"""By element, the elements that may stand in it."""

ANYWHERE: dict[str, Check] = {
    "clip-path": clipping,
    "color": colour,
    "display": one_of("none", "inline", "block"),
    "fill": paint,
    "fill-opacity": share,
    "fill-rule": one_of("nonzero", "evenodd"),
    "opacity": share,
    "stop-color": colour,
    "stop-opacity": share,
    "stroke": paint,
    "stroke-dasharray": lengths,
    "stroke-dashoffset": length,
    "stroke-linecap": one_of("butt", "round", "square"),
    "stroke-linejoin": one_of("miter", "round", "bevel"),
    "stroke-miterlimit": positive,
    "stroke-opacity": share,
    "stroke-width": extent,
    "visibility": one_of("visible", "hidden", "collapse"),
}
"""Properties: written as an attribute, in `style` or in a style sheet, on whatever element."""
INHERITED = frozenset(ANYWHERE) - {"clip-path", "display", "opacity", "stop-color", "stop-opacity"}
_PLACED: dict[str, Check] = {"transform": transform}
_UNITS = one_of("userSpaceOnUse", "objectBoundingBox")
_GRADIENT: dict[str, Check] = {"gradientUnits": _UNITS, "gradientTransform": transform, "href": href}
OWN: dict[str, dict[str, Check]] = {
    "svg": {"viewBox": view_box, "width": extent, "height": extent, "preserveAspectRatio": ratio},
    "g": _PLACED,
    "defs": {},
    "use": _PLACED | {"x": length, "y": length, "href": href},
    "clipPath": {},
    "path": _PLACED | {"d": is_path},
    "rect": _PLACED | {"x": length, "y": length, "width": extent, "height": extent, "rx": extent, "ry": extent},
    "circle": _PLACED | {"cx": length, "cy": length, "r": extent},
    "ellipse": _PLACED | {"cx": length, "cy": length, "rx": extent, "ry": extent},
    "line": _PLACED | dict.fromkeys(("x1", "y1", "x2", "y2"), length),
    "polyline": _PLACED | {"points": points},
    "polygon": _PLACED | {"points": points},
    "linearGradient": _GRADIENT | dict.fromkeys(("x1", "y1", "x2", "y2"), length),
    "radialGradient": _GRADIENT | {"cx": length, "cy": length, "r": extent, "fx": length, "fy": length},
    "stop": {"offset": share},
    "title": {},
    "desc": {},
}
"""By element, the attributes that only it has."""
NEEDED = {"path": "d", "polyline": "points", "polygon": "points"}
"""What a shape is nothing without; the print engine fails on a gradient over nothing."""

ACTIVE = _words(
    "a animate animateColor animateMotion animateTransform audio canvas discard embed foreignObject handler iframe"
    " listener mpath object script set video"
)
LETTERS = _words(
    "altGlyph altGlyphDef font font-face glyph glyphRef hkern missing-glyph text textPath tref tspan vkern"
)
INVISIBLE = _words(
    "baseProfile class color-interpolation-filters color-profile color-rendering"
    " contentScriptType contentStyleType cursor enable-background focusable image-rendering isolation lang overflow"
    " pointer-events role shape-rendering solid-color solid-opacity style tabindex version zoomAndPan"
    " alignment-baseline baseline-shift block-progression direction dominant-baseline glyph-orientation-horizontal"
    " glyph-orientation-vertical kerning letter-spacing line-height shape-inside shape-margin shape-padding"
    " shape-subtract unicode-bidi white-space word-spacing writing-mode"
)
"""Attributes and properties without an effect on what is drawn: notes, hints for speed, and what only letters have."""
INVISIBLE_STARTS = ("data-", "aria-", "-inkscape-", "font", "text-", "flood-", "lighting-")
AS_USUAL: dict[str, tuple[str, ...]] = {
    "clip": ("auto",),
    "clipPathUnits": ("userSpaceOnUse",),
    "clip-rule": ("nonzero",),
    "color-interpolation": ("auto", "sRGB"),
    "filter": ("none",),
    "marker": ("none",),
    "marker-end": ("none",),
    "marker-mid": ("none",),
    "marker-start": ("none",),
    "mask": ("none",),
    "mix-blend-mode": ("normal",),
    "paint-order": ("normal", "fill", "fill stroke", "fill stroke markers"),
    "spreadMethod": ("pad",),
    "vector-effect": ("none",),
}
"""Properties that may say what holds anyway, and nothing else; the engine does not know them."""
WITHOUT_EFFECT = {"width": ("use",), "height": ("use",), "x": ("svg",), "y": ("svg",)}
"""Attributes that mean nothing on some elements (SVG 2, 5.6: shapes and groups are used at their own size)."""

EDITORS = (
    "http://creativecommons.org/ns#",
    "http://ns.adobe.com/",
    "http://purl.org/dc/",
    "http://sodipodi.sourceforge.net/",
    "http://vectornator.io",
    "http://web.resource.org/cc/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://www.inkscape.org/namespaces/",
    "http://www.serif.com/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "https://boxy-svg.com",
    "https://www.figma.com/",
)
"""Where the namespaces of drawing programs and of notes about works begin: no reader draws what is in them."""
