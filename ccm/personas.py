"""Personas: named test records with expectations, the executable tests of a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from ccm.rendering import read_record
from content_blocks.document import ChannelName
from content_blocks.item import Item, read_item
from content_blocks.problem import Collector, Problem, Refused, refuse
from content_blocks.text import Line
from templates_store.file_library import Library

ANY_BRAND = ""

Measure = Annotated[
    dict[str, int], BeforeValidator(lambda content: content if isinstance(content, Mapping) else {ANY_BRAND: content})
]
"""A number for all brands, or one for each of some."""


class Expectations(Item):
    """What has to come out: blocks present and absent, pages, segments, phrases by channel, or the problems.

    `pages` and `segments` are a number, or where brands differ a number for each of them: `{"ahorn": 2, "wieland": 3}`.
    """

    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    pages: Measure = Field(default_factory=dict)
    segments: Measure = Field(default_factory=dict)
    phrases: dict[ChannelName, tuple[str, ...]] = Field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def measures(self, brand: str) -> dict[str, int]:
        """What is to be measured under a brand, by name."""
        given = {"pages": self.pages, "segments": self.segments}
        return {name: by[key] for name, by in given.items() for key in (brand, ANY_BRAND) if key in by}

    def brands(self) -> frozenset[str]:
        """The brands it names."""
        return frozenset({*self.pages, *self.segments} - {ANY_BRAND})


class Persona(Item):
    """A test record with its name in words and the day it is rendered for."""

    name: str = ""
    title: Line
    day: date = Field(default=date(2026, 11, 2), alias="on")
    record: dict[str, object]
    expect: Expectations = Expectations()


def personas(library: Library, template: str) -> list[Persona]:
    """The personas of a template by name; raises Refused with what is wrong in any of their files."""
    brands = library.template(template).item.brands
    collect = Collector()
    paths = sorted(_folder(library, template).glob("*.json"))
    found = [collect("", partial(_read, path, brands), seen=Problem.within) for path in paths]
    if collect.problems:
        raise Refused(collect.problems)
    return [persona for persona in found if persona]


def persona(library: Library, template: str, name: str) -> Persona:
    """One persona; raises Refused if there is none of that name."""
    path = _folder(library, template) / f"{name}.json"
    if path.parent != _folder(library, template) or not path.is_file():
        known = ", ".join(sorted(p.stem for p in _folder(library, template).glob("*.json")))
        raise refuse(f"personas/{Path(template).stem}", "persona-unknown", name=name, known=known)
    return _read(path, library.template(template).item.brands)


def _folder(library: Library, template: str) -> Path:
    return library.root / "personas" / Path(template).stem


def _read(path: Path, brands: tuple[str, ...]) -> Persona:
    try:
        persona = read_item(Persona, {**read_record(path), "name": path.stem})
    except Refused as refused:
        raise Refused(_in_file(problem, path) for problem in refused.problems) from None
    if unknown := sorted(persona.expect.brands() - set(brands)):
        raise Refused(_in_file(Problem("expect", "brand-not-listed", {"brand": it}), path) for it in unknown)
    return persona


def _in_file(problem: Problem, path: Path) -> Problem:
    place = problem.where.removeprefix(path.name).strip()
    return replace(problem, where=f"personas/{path.parent.name}/{path.name} {place}".strip())
