"""Where a hostile value can go: every place in the records of every template that ships, and of one that shows a
text in every place there is."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache, reduce
from operator import getitem
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ccm.personas import personas
from ccm.pipeline import Message, Order, Pipeline, open_pipeline
from content_blocks.document import ChannelName
from content_blocks.problem import Refused
from templates_store.file_library import SHIPPED, Library
from tests.ccm.hostile import Place, places, replaced

HARMLESS_ADDRESS = "https://joexue.example/"
EXPOSED = Path(__file__).parent / "exposed"
_KEPT = TemporaryDirectory()

Outcome = tuple[Message, ...] | Refused


@dataclass(frozen=True)
class Target:
    """A place in a persona's record, and the template that the record is for."""

    template: str
    persona: str
    place: Place

    def harmless(self, value: Any) -> Any:
        """A value for the place that is as harmless as can be: words of the same lengths, since lines and columns are
        laid out by those; the record's own, where none can be made up."""
        match self.field_type:
            case "text" | "multiline":
                return re.sub(r"\S", "x", value)
            case "url":
                return HARMLESS_ADDRESS
        return reduce(getitem, self.place, records(self.template)[self.persona])

    def record(self, value: Any) -> Any:
        """The record with a value in that place."""
        return replaced(records(self.template)[self.persona], self.place, value)

    @property
    def field_type(self) -> str:
        """The type that the data dictionary gives the place; `element` for one of a list."""
        path = "".join("[]" if isinstance(step, int) else f".{step}" for step in self.place).lstrip(".")
        opened = pipeline(self.template)
        field = opened.library.dictionary(opened.template.item.dictionary).item.field(path)
        return field.type if field else "element"


def exposed_library(folder: Path) -> Path:
    """The library of the template that shows a text everywhere, in a folder that is there for nothing else."""
    shutil.copytree(EXPOSED, folder)
    (folder / "themes").symlink_to(SHIPPED / "themes")
    return folder


@cache
def libraries() -> Mapping[str, Library]:
    """The library behind each template."""
    root = exposed_library(Path(_KEPT.name) / "exposed")
    return {name: library for library in map(Library, (SHIPPED, root)) for name in library.template_names()}


@cache
def pipeline(template: str) -> Pipeline:
    """A template's pipeline for the day of its personas."""
    library = libraries()[template]
    return open_pipeline(library, Order(template, personas(library, template)[0].day))


@cache
def records(template: str) -> Mapping[str, Any]:
    """The records of the personas that nothing is wrong with."""
    return {one.name: one.record for one in personas(libraries()[template], template) if not one.expect.problems}


@cache
def targets() -> tuple[Target, ...]:
    """Every place in every record; of long lists only the ends."""
    return tuple(
        Target(template, persona, place)
        for template in libraries()
        for persona, record in records(template).items()
        for place in places(record)
    )


def rendered(target: Target, record: Any, channels: tuple[ChannelName, ...]) -> Outcome:
    """What becomes of a record: messages, or the refusal of the whole.  Mails go without the letter, which is slow
    to make and looked at by itself."""
    opened = pipeline(target.template)
    try:
        document = opened.document(record)
    except Refused as refused:
        return refused
    document = replace(document, rules=replace(document.rules, attach_pdf=False))
    return tuple(opened.render(document, channel) for channel in channels if channel in document.rules.channels)


@lru_cache
def harmless(target: Target, value: Any, channels: tuple[ChannelName, ...]) -> tuple[Message, ...]:
    """What becomes of the record with a harmless value in that place."""
    outcome = rendered(target, target.record(value), channels)
    if isinstance(outcome, Refused):
        raise outcome
    return outcome
