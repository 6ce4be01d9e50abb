"""The drawing built anew, element by element, from what is allowed; whatever else it finds is a problem or a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from content_blocks.problem import Problem, Refused
from renderers.assets.svg import allowed
from renderers.assets.svg.properties import Rules, rules, styled
from renderers.assets.svg.reading import SVG
from renderers.assets.svg.values import measure, view_box

XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
XHTML = "{http://www.w3.org/1999/xhtml}"
EVENTS = "{http://www.w3.org/2001/xml-events}"
MOST_DASHES = 1_000
"""Along the longer side of a drawing; millions of them would keep a reader busy for ever."""
LONGEST_NAME = 40
"""Characters of a name or value that a problem repeats."""


def drawn(root: Any) -> tuple[Any, list[Problem]]:
    """The new root with all that is allowed of the old one, and what is wrong with the rest."""
    pen = _Pen()
    try:
        pen.sheet = rules(root)
    except Refused as refused:
        pen.problems += refused.problems
    pen.clipping = frozenset(_clipping(root))
    drawing = pen.copy(root, "svg")
    pen.problems += _size_problems(root, drawing)
    return drawing, pen.problems


class _Pen:
    """Copies elements and keeps what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.sheet: Rules = []
        self.clipping: frozenset[Any] = frozenset()

    def copy(self, element: Any, name: str) -> Any:
        """An allowed element with its allowed attributes and children; it keeps the line it came from."""
        new = etree.Element(f"{SVG}{name}", nsmap={None: SVG[1:-1]})
        new.sourceline = element.sourceline
        for attribute, value in self._given(element, name).items():
            if attribute != "clip-rule" or element in self.clipping:
                self._take(new, attribute, " ".join(value.split()))
        if allowed.NEEDED.get(name, "id") not in {"id", *element.keys()}:
            self.problems.append(Problem(str(new.sourceline), "svg-value", _named(name, allowed.NEEDED[name])))
        if name in allowed.WORDS:
            new.text = " ".join(" ".join(element.xpath("text()")).split())
        for child in element.iterchildren(etree.Element):
            kind = child.tag.removeprefix(SVG) if child.tag.startswith(SVG) else ""
            if kind in allowed.CHILDREN[name]:
                new.append(self.copy(child, kind))
            elif kind != "style":
                self.problems += _unwanted(child)
        return new

    def _given(self, element: Any, name: str) -> dict[str, str]:
        """What attributes and styles say, under one name each."""
        given: dict[str, str] = {}
        for attribute, value in element.attrib.items():
            known = "href" if attribute == f"{XLINK}href" else attribute
            if given.setdefault(known, value) != value:
                self.problems.append(Problem(str(element.sourceline), "svg-value", _named(name, known)))
        try:
            said = styled(element, self.sheet)
        except Refused as refused:
            self.problems += [problem.within(str(element.sourceline)) for problem in refused.problems]
            return given
        for known in said.keys() & {"id", *allowed.OWN[name]}:  # some readers know them as properties, some do not
            self.problems.append(Problem(str(element.sourceline), "svg-attribute", _named(name, known)))
        return given | said

    def _take(self, new: Any, attribute: str, value: str) -> None:
        """Sets an attribute that may be kept."""
        name = new.tag.removeprefix(SVG)
        written = _written(name, attribute, value)
        if written is None:
            if fault := _fault(name, attribute, value):
                self.problems.append(Problem(str(new.sourceline), fault, _named(name, attribute)))
        elif name not in allowed.WORDS:
            new.set(attribute, written)


def _clipping(root: Any) -> Iterator[Any]:
    """What takes part in clipping, where `clip-rule` means something, which the print engine does not know."""
    called = {element.get("id"): element for element in root.iter(etree.Element)}
    for path in root.iter(f"{SVG}clipPath"):
        for element in path.iter(etree.Element):
            used = called.get(element.get("href", element.get(f"{XLINK}href", "#"))[1:])
            for one in (element, used):
                yield from () if one is None else (one, *one.iterancestors())


def _named(element: str, attribute: str) -> dict[str, str | int]:
    return {"element": element[:LONGEST_NAME], "name": _short(attribute)}


def _short(name: str) -> str:
    return name.rpartition("}")[2][:LONGEST_NAME]


def _written(element: str, attribute: str, value: str) -> str | None:
    """An attribute's value as it is kept; None if it is not."""
    if attribute == "id":
        return value
    if attribute in allowed.INHERITED and value == "inherit":
        return value
    check = allowed.OWN[element].get(attribute) or allowed.ANYWHERE.get(attribute)
    return check(value) if check else None


def _fault(element: str, attribute: str, value: str) -> str | None:
    """What is wrong with an attribute that is not kept; None if nobody could see it."""
    if attribute.lower().startswith("on") or attribute.startswith(EVENTS) or "javascript:" in value.lower():
        return "svg-active"
    if _reaches_outside(attribute, value):
        return "svg-outside"
    if attribute in allowed.OWN[element] or attribute in allowed.ANYWHERE:
        return "svg-value"
    return None if _is_invisible(element, attribute, value) else "svg-attribute"


def _reaches_outside(attribute: str, value: str) -> bool:
    """Whether it names an address that is none of the file's own."""
    if attribute == f"{XML}base" or (attribute == "href" and not value.startswith("#")):
        return True
    return any(not rest.lstrip(" '\"").startswith("#") for rest in value.lower().split("url(")[1:])


def _is_invisible(element: str, attribute: str, value: str) -> bool:
    if attribute.startswith("{"):
        return attribute.startswith((XML, XLINK)) or attribute[1:].startswith(allowed.EDITORS)
    if attribute in allowed.INVISIBLE or attribute.startswith(allowed.INVISIBLE_STARTS):
        return True
    if value in allowed.AS_USUAL.get(attribute, ()):
        return True
    return element in allowed.WORDS or element in allowed.WITHOUT_EFFECT.get(attribute, ())


def _unwanted(element: Any) -> Iterator[Problem]:
    """What is wrong with an element that may not stand where it does: nothing if it is an editor's note."""
    name = element.tag.removeprefix(SVG)
    line, named = str(element.sourceline), {"element": _short(name)}
    if name.startswith((XHTML, EVENTS)) or name in allowed.ACTIVE:
        yield Problem(line, "svg-active", {"name": _short(name), "element": _short(name)})
    elif name in allowed.LETTERS:
        yield Problem(line, "svg-letters", named)
    elif name in ("image", "feImage"):
        yield Problem(line, "svg-picture-inside", named)
    elif name == "metadata" or name[1:].startswith(allowed.EDITORS):
        for child in element.iterchildren(etree.Element):
            yield from _unwanted(child)
    else:
        yield Problem(line, "svg-element", named)


def _size_problems(root: Any, drawing: Any) -> Iterator[Problem]:
    """A drawing says how large it is by `viewBox`; width and height that are no lengths are taken from there."""
    box = view_box(root.get("viewBox", ""))
    if box is None:
        yield Problem(str(root.sourceline), "svg-without-size")
        return
    for side, whole in zip(("width", "height"), box.split()[2:], strict=True):
        if drawing.get(side, "%").endswith("%"):
            drawing.set(side, whole)
        elif not measure(drawing.get(side)):
            yield Problem(str(root.sourceline), "svg-without-size")
    longest = max(map(float, box.split()[2:]))
    for element in drawing.iter():
        dashes = [measure(dash) or 0 for dash in element.get("stroke-dasharray", "").split()]
        if sum(dashes) < longest / MOST_DASHES and any(dashes):
            yield Problem(str(element.sourceline), "svg-value", _named(_short(element.tag), "stroke-dasharray"))
