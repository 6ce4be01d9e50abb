"""An item read from its file: parsed, hashed, and every fault with the line it is on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from content_blocks.item import item_hash, read_item
from content_blocks.problem import Problem, Refused, refuse
from content_blocks.yaml_source import Source, in_file, read_yaml

M = TypeVar("M", bound=BaseModel)

LARGEST = 4 << 20
"""In bytes; a template of a hundred pages has a tenth of it."""


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """An item read from a file, its hash, and how to get at its source with line numbers."""

    item: M
    hash: str
    file: str
    read: Callable[[], Source]

    @property
    def source(self) -> Source:
        """The plain content and the lines it stands on, to say where a problem is."""
        return self.read()

    def located(self, problem: Problem) -> Problem:
        """A problem of this item with the file and line it is in."""
        return _located(problem, self.file, self.source)


def load_file(model: type[M], path: Path, shown: str) -> Loaded[M]:
    """The item in one file, by the name it is shown under."""
    try:
        if path.stat().st_size > LARGEST:
            raise refuse(shown, "item-file-too-large", megabytes=LARGEST >> 20)
        content = path.read_bytes()
    except OSError:
        raise refuse(shown, "item-unknown", kind=_kind(model), name=path.stem) from None
    return load_text(model, content, shown)


def load_text(model: type[M], content: bytes, shown: str) -> Loaded[M]:
    """The item that a file's bytes are."""
    source = read_source(content, shown)
    try:
        item = read_item(model, source.content)
    except Refused as refused:
        raise Refused(_located(problem, shown, source) for problem in refused.problems) from None
    return Loaded(item, item_hash(item, source.content), shown, lambda: source)


def read_source(content: bytes, shown: str) -> Source:
    """A file's plain content, with the lines it stands on."""
    if len(content) > LARGEST:
        raise refuse(shown, "item-file-too-large", megabytes=LARGEST >> 20)
    try:
        return read_yaml(content.decode())
    except UnicodeDecodeError:
        raise refuse(shown, "file-not-utf-8") from None
    except Refused as refused:
        raise Refused(in_file(problem, shown) for problem in refused.problems) from None


def _kind(model: type[BaseModel]) -> str:
    """What the items of a model are called: `content block`."""
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()


def _located(problem: Problem, file: str, source: Source) -> Problem:
    steps = problem.where.replace(" ", ".").split(".")
    return problem.within(f"{file}:{source.line_of(steps)}")
