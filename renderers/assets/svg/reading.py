"""An SVG file parsed, without letting it reach for anything: no entities, no document type, no address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from content_blocks.problem import Problem, Refused, refuse

SVG = "{http://www.w3.org/2000/svg}"
MOST_ELEMENTS = 5_000
DEEPEST = 32
"""How many elements may stand inside each other; engines walk down by calling themselves."""
NOT_IN_A_DRAWING = ("<!DOCTYPE", "<!ENTITY")
"""Looked for before anything is parsed: what a document type declares works while it is read."""


def read(content: bytes) -> Any:
    """The root element, `svg`; raises Refused for what is no SVG file in UTF-8, or too large to be looked at."""
    text = _text(content)
    line = next((number for number, part in enumerate(text.split("\n"), 1) if _declares(part)), None)
    if line:
        raise refuse(str(line), "svg-doctype")
    root = _parsed(text)
    if root.tag != f"{SVG}svg":
        raise refuse("", "asset-not-its-kind", ending="svg")
    problems = [*_size_problems(root), *_instruction_problems(root)]
    if problems:
        raise Refused(problems)
    return root


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse("", "asset-not-its-kind", ending="svg") from None


def _declares(line: str) -> bool:
    return any(found in line for found in NOT_IN_A_DRAWING)


def _parsed(text: str) -> Any:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        strip_cdata=True,
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        if "<svg" not in text:
            raise refuse("", "asset-not-its-kind", ending="svg") from None
        raise refuse(str(error.lineno or 1), "svg-unreadable") from None


def _size_problems(root: Any) -> Iterator[Problem]:
    """What is too large is said once."""
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        yield Problem("", "svg-too-complex", {"limit": MOST_ELEMENTS, "depth": DEEPEST})
        return
    deep = next((one for one in root.iter(etree.Element) if sum(1 for _ in one.iterancestors()) >= DEEPEST), None)
    if deep is not None:
        yield Problem(str(deep.sourceline), "svg-too-complex", {"limit": MOST_ELEMENTS, "depth": DEEPEST})


def _instruction_problems(root: Any) -> Iterator[Problem]:
    """Processing instructions are notes of programs, except for the one that fetches a style sheet."""
    for node in root.xpath("/processing-instruction() | //processing-instruction()"):
        if node.target == "xml-stylesheet":
            yield Problem(str(node.sourceline), "svg-outside", {"name": node.target})
