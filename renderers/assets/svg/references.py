"""References inside a drawing: each leads to one element of the right kind, never back, and never multiplies much."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from content_blocks.problem import Problem, Refused, refuse
from renderers.assets.svg.allowed import DRAWN, GRADIENTS
from renderers.assets.svg.reading import DEEPEST, MOST_ELEMENTS, SVG

LOCAL = re.compile(r"(?:url\()?#([^)]+)\)?")
REFERRING = ("href", "fill", "stroke", "clip-path")
MOST_LEVELS = 2 * DEEPEST
"""Inside each other, with every reference written out."""
LARGEST_DRAWN = 4_000_000
"""Characters of the drawing with every reference written out."""
ELEMENT = 64
"""Characters that an element counts for beside its attributes."""


def targets(element: Any) -> Iterator[tuple[str, str]]:
    """The attributes of an element that refer, each with the id."""
    for attribute in REFERRING:
        found = LOCAL.fullmatch(element.get(attribute, ""))
        if found and (attribute == "href" or not element.get(attribute).startswith("#")):
            yield attribute, found[1]


def reference_problems(drawing: Any) -> list[Problem]:
    """What is wrong with the references of a drawing."""
    called = defaultdict(list)
    for element in drawing.iter():
        called[element.get("id")].append(element)
    problems = [
        problem
        for element in drawing.iter()
        for attribute, name in targets(element)
        for problem in _problems(element, attribute, name, called[name])
    ]
    if problems:
        return problems
    try:
        _Extent({name: elements[0] for name, elements in called.items()}).of(drawing)
    except Refused as refused:
        return list(refused.problems)
    return []


def _problems(element: Any, attribute: str, name: str, found: list[Any]) -> Iterator[Problem]:
    line, kind = str(element.sourceline), element.tag.removeprefix(SVG)
    if len(found) > 1:
        yield Problem(str(found[1].sourceline), "svg-id-twice", {"name": name})
    elif not found or found[0].tag.removeprefix(SVG) not in _wanted(kind, element, attribute):
        yield Problem(line, "svg-reference-unknown", {"name": name, "element": kind})


def _wanted(kind: str, element: Any, attribute: str) -> frozenset[str]:
    """The kinds of element that a reference may lead to."""
    if attribute == "clip-path":
        return frozenset({"clipPath"})
    if kind != "use" or attribute != "href":
        return GRADIENTS
    return DRAWN if element.getparent().tag == f"{SVG}clipPath" else DRAWN | {"g", "use"}


class _Extent:
    """How large a drawing is with every reference written out, and how deep: counted without writing it out."""

    def __init__(self, called: dict[str, Any]) -> None:
        self.called = called
        self.known: dict[Any, tuple[int, int]] = {}
        self.under_way: list[Any] = []

    def of(self, element: Any) -> tuple[int, int]:
        """An element's characters and levels with all inside; raises Refused for what leads back to itself or grows."""
        if element in self.known:
            return self.known[element]
        line = str(element.sourceline)
        if element in self.under_way:
            raise refuse(line, "svg-reference-circular", element=element.tag.removeprefix(SVG))
        self.under_way.append(element)
        inside = [*element, *(self.called[name] for _, name in targets(element))]
        parts = [self.of(one) for one in inside] if len(self.under_way) <= MOST_LEVELS else [(0, MOST_LEVELS)]
        self.under_way.pop()
        characters = ELEMENT + sum(map(len, element.attrib.values())) + sum(size for size, _ in parts)
        levels = 1 + max((level for _, level in parts), default=0)
        if characters > LARGEST_DRAWN or levels > MOST_LEVELS:
            raise refuse(line, "svg-too-complex", limit=MOST_ELEMENTS, depth=DEEPEST)
        return self.known.setdefault(element, (characters, levels))
