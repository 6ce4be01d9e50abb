"""Under which names items hold texts: read off the models, so that whoever looks for words finds those of a new block
type as well."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from content_blocks.block_reading import block_types
from content_blocks.content_block import ContentBlock
from content_blocks.document_class import DocumentClass
from content_blocks.template import Template
from content_blocks.text import Text


@cache
def spoken_fields() -> frozenset[str]:
    """The names, as files spell them."""
    found: set[str] = set()
    waiting: list[type[BaseModel]] = [Template, ContentBlock, DocumentClass, *block_types().values()]
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            held = set(_classes(field.annotation))
            waiting += (it for it in held if issubclass(it, BaseModel))
            if any(issubclass(it, Text) for it in held):
                found.add(field.alias or name)
    return frozenset(found)


def _classes(annotation: Any) -> Iterator[type]:
    """The classes that an annotation speaks of."""
    if isinstance(annotation, type):
        yield annotation
    for inner in get_args(annotation):
        yield from _classes(inner)
