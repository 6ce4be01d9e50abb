"""Personas: named test records with expectations, the executable tests of a template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from ccm.rendering import record_of
from content_blocks.document import ChannelName
from content_blocks.item import Item, read_item
from content_blocks.problem import Collector, Problem, Refused, refuse
from content_blocks.template import Template
from content_blocks.text import Line
from templates_store.items import Items

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


def personas(library: Items, template: str) -> list[Persona]:
    """The personas of a template by name; raises Refused with what is wrong in any of their files."""
    brands = library.template(template).item.brands
    collect = Collector()
    called = Path(template).stem
    found = [
        collect(
            "", partial(read_persona, library.persona_text(template, name) or b"", called, name, brands), Problem.within
        )
        for name in library.persona_names(template)
    ]
    if collect.problems:
        raise Refused(collect.problems)
    return [persona for persona in found if persona]


@dataclass(frozen=True)
class Somebody:
    """A persona by its name and what it is about."""

    name: str
    title: dict[str, str]


def people_of(library: Items, template: Template) -> Iterator[Somebody]:
    """The personas of a template that can be read, by name."""
    for name in library.persona_names(template.template):
        text = library.persona_text(template.template, name) or b""
        try:
            title = read_persona(text, template.template, name, template.brands).title
        except Refused:
            continue
        yield Somebody(name, dict(title.sources))


def persona(library: Items, template: str, name: str) -> Persona:
    """One persona; raises Refused if there is none of that name."""
    text = library.persona_text(template, name)
    if text is None:
        known = ", ".join(library.persona_names(template))
        raise refuse(f"personas/{Path(template).stem}", "persona-unknown", name=name, known=known)
    return read_persona(text, Path(template).stem, name, library.template(template).item.brands)


def read_persona(text: bytes, template: str, name: str, brands: tuple[str, ...]) -> Persona:
    """The persona that a file's bytes are; raises Refused with everything that is wrong with it."""
    file = f"personas/{template}/{name}.json"
    try:
        persona = read_item(Persona, {**record_of(text, file), "name": name})
    except Refused as refused:
        raise Refused(_in_file(problem, file) for problem in refused.problems) from None
    if unknown := sorted(persona.expect.brands() - set(brands)):
        raise Refused(_in_file(Problem("expect", "brand-not-listed", {"brand": it}), file) for it in unknown)
    return persona


def _in_file(problem: Problem, file: str) -> Problem:
    return replace(problem, where=f"{file} {problem.where.removeprefix(file).strip()}".strip())
