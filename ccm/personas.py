"""Personas: named test records with expectations, the executable tests of a template."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import Field

from ccm.rendering import read_record
from content_blocks.document import ChannelName
from content_blocks.item import Item, read_item
from content_blocks.problem import refuse
from content_blocks.text import Line
from templates_store.file_library import Library


class Expectations(Item):
    """What has to come out: blocks present and absent, pages, segments, phrases by channel, or the problems."""

    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    pages: int | None = None
    segments: int | None = None
    phrases: dict[ChannelName, tuple[str, ...]] = Field(default_factory=dict)
    problems: tuple[str, ...] = ()


class Persona(Item):
    """A test record with its name in words and the day it is rendered for."""

    name: str = ""
    title: Line
    day: date = Field(default=date(2026, 11, 2), alias="on")
    record: dict[str, object]
    expect: Expectations = Expectations()


def personas(library: Library, template: str) -> list[Persona]:
    """The personas of a template by name."""
    return [_read(path) for path in sorted(_folder(library, template).glob("*.json"))]


def persona(library: Library, template: str, name: str) -> Persona:
    """One persona; raises Refused if there is none of that name."""
    path = _folder(library, template) / f"{name}.json"
    if path.parent != _folder(library, template) or not path.is_file():
        known = ", ".join(sorted(p.stem for p in _folder(library, template).glob("*.json")))
        raise refuse(f"personas/{Path(template).stem}", "persona-unknown", name=name, known=known)
    return _read(path)


def _folder(library: Library, template: str) -> Path:
    return library.root / "personas" / Path(template).stem


def _read(path: Path) -> Persona:
    return read_item(Persona, {**read_record(path), "name": path.stem})
