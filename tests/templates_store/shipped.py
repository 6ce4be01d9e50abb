"""The library that ships, as its tests use it: every persona, in every language, under every brand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ccm.personas import Persona, personas
from content_blocks.compose import compose
from content_blocks.dictionary import compile_reader
from content_blocks.document import Document
from content_blocks.template import Template
from content_blocks.types.clause import Clause
from templates_store.file_library import SHIPPED, Library
from templates_store.resolve import resolve

LIBRARY = Library(SHIPPED)
TEMPLATES = LIBRARY.template_names()
BRANDS = ("ahorn", "wieland")
LANGUAGES = ("de", "en")
CASES = [(template, persona) for template in TEMPLATES for persona in personas(LIBRARY, template)]
NAMES = [f"{template}-{persona.name}" for template, persona in CASES]


def template(name: str) -> Template:
    """One of the templates."""
    return LIBRARY.template(name).item


def composed(name: str, persona: Persona, language: str, brand: str) -> Document:
    """The document of a persona."""
    bundle = resolve(LIBRARY, LIBRARY.template(name), language, brand, persona.day)
    record = compile_reader(bundle.dictionary, text=False)(persona.record)
    return compose(bundle, record, persona.day)


def uses(name: str) -> Iterator[Clause]:
    """Every use of a content block in a template."""
    yield from (block for _, block in template(name).blocks() if isinstance(block, Clause))


def item_files() -> list[Path]:
    """The files in the canonical layout; themes are laid out by hand."""
    kinds = ("blocks", "classes", "dictionaries", "templates", "workflows")
    return [path for kind in kinds for path in sorted((SHIPPED / kind).rglob("*.yaml"))]
