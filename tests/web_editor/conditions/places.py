"""Places to say and pick something at: those of the library that ships, and of the specimens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from content_blocks.bundle import Bundle
from content_blocks.check.subject import Site, Subject
from content_blocks.expressions import Expression
from content_blocks.specimen import SPECIMEN_DAY, specimen_bundle
from templates_store.file_library import SHIPPED, Library
from tests.content_blocks.worlds import AHORN
from web_editor.conditions.place import Place

DAY = date(2026, 11, 2)


@dataclass(frozen=True)
class Found:
    """An expression of the library, its field in the block, whether it is a condition, and the place it stands at."""

    template: str
    field: str
    expression: Expression
    place: Place
    condition: bool


@cache
def shipped(name: str) -> Bundle:
    """A template that ships, in German."""
    library = Library(SHIPPED)
    template = library.template(name)
    return library.bundle(template, "de", template.item.brands[0], DAY)


def at(name: str) -> Place:
    """The place of a message line of a template that ships."""
    bundle = shipped(name)
    return Place(bundle.names("de"), None, bundle.brand.theme.brand, DAY)


def specimens() -> Place:
    """The place of a message line in the world of the specimens, whose dictionary has no labels and samples."""
    bundle = specimen_bundle([], "en", AHORN)
    return Place(bundle.names("en"), None, bundle.brand.theme.brand, SPECIMEN_DAY)


def expressions() -> Iterator[Found]:
    """Every expression in every block of the library that ships, those of content blocks among them."""
    for name in Library(SHIPPED).template_names():
        for site in Subject(shipped(name), DAY).all_sites:
            for field, expression in site.block.expressions():
                yield Found(name, field, expression, _place(name, site, field), field in site.block.conditions)


def _place(name: str, site: Site, field: str) -> Place:
    content = site.content.item if site.content else None
    return Place(site.block.names(site.names, field), content, shipped(name).brand.theme.brand, DAY)
