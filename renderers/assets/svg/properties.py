"""Styles brought down to attributes: what `style` and the style sheets say wins over the attribute (SVG 1.1, 6.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from content_blocks.problem import Problem, Refused, refuse
from renderers.assets.svg.reading import SVG

CLASS = re.compile(r"\.[A-Za-z_][\w-]*")
PROPERTY = re.compile(r"-?[A-Za-z][A-Za-z-]*")
NOT_IN_A_VALUE = frozenset("{}@\\")
MOST_RULES = 200

Rules = list[tuple[frozenset[str], Mapping[str, str]]]
"""The rules of a style sheet in their order: for which classes, and what they say."""


def declarations(text: str) -> dict[str, str]:
    """The properties of a `style` attribute; raises Refused if it is more than a list of them."""
    found = {}
    for part in filter(str.strip, _without_remarks(text).split(";")):
        name, colon, value = part.partition(":")
        if not colon or not PROPERTY.fullmatch(name.strip()) or NOT_IN_A_VALUE & set(value):
            raise refuse("", "svg-style")
        found[name.strip().lower()] = value.strip()
    return found


def _without_remarks(text: str) -> str:
    """A style without what stands between `/*` and `*/`; raises Refused for one that does not end."""
    first, *others = text.split("/*")
    parts = [other.partition("*/") for other in others]
    if not all(end for _, end, _ in parts):
        raise refuse("", "svg-style")
    return " ".join([first, *(rest for _, _, rest in parts)])


def rules(root: Any) -> Rules:
    """What the style sheets of a drawing say; raises Refused for one that says more than how classes look."""
    found: Rules = []
    problems = []
    for sheet in root.iter(f"{SVG}style"):
        try:
            found += _rules(sheet)
        except Refused:
            problems.append(Problem(str(sheet.sourceline), "svg-style-sheet"))
    if len(found) > MOST_RULES:
        problems.append(Problem("", "svg-style-sheet"))
    if problems:
        raise Refused(problems)
    return found


def _rules(sheet: Any) -> Iterator[tuple[frozenset[str], Mapping[str, str]]]:
    """The rules of one style sheet; raises Refused if it is not for everybody or not of rules for classes."""
    usual = all(sheet.get(name, value) == value for name, value in (("type", "text/css"), ("media", "all")))
    *rest, tail = _without_remarks("".join(sheet.xpath("text()"))).split("}")
    if not usual or len(sheet) or tail.strip():
        raise refuse("", "svg-style-sheet")
    for rule in rest:
        selectors, _, properties = rule.partition("{")
        classes = [selector.strip() for selector in selectors.split(",")]
        if not all(map(CLASS.fullmatch, classes)):
            raise refuse("", "svg-style-sheet")
        yield frozenset(name.removeprefix(".") for name in classes), declarations(properties)


def styled(element: Any, sheet: Rules) -> dict[str, str]:
    """What the classes and the `style` of an element say, the later and the nearer winning."""
    classes = set(element.get("class", "").split())
    said: dict[str, str] = {}
    for names, properties in sheet:
        if names & classes:
            said |= properties
    return said | declarations(element.get("style", ""))
