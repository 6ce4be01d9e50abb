"""A library of files: readable, diffable, one folder per kind of item.

    templates/NAME.yaml   blocks/NAME/VERSION.yaml   dictionaries/NAME.yaml   classes/NAME.yaml
    themes/NAME/theme.yaml   assets/NAME   personas/TEMPLATE/NAME.json   workflows/NAME.yaml

Paths inside files stay inside the library.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from os.path import realpath
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from approvals.workflow import Workflow
from content_blocks.bundle import Asset, Bundle
from content_blocks.canonical import sha256
from content_blocks.content import Content
from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.problem import refuse
from content_blocks.template import Template
from content_blocks.theme import Brand
from templates_store.choose import Listed
from templates_store.item_files import Loaded, load_file
from templates_store.resolve import resolve
from templates_store.themes import load_theme

SHIPPED = Path(__file__).parent / "library"

M = TypeVar("M", bound=BaseModel)


class Library:
    """The items in one folder.  Each file is read once; a library is not changed while it is open."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._loaded: dict[Path, Loaded[BaseModel]] = {}
        self._brands: dict[str, Brand] = {}

    def template_names(self) -> list[str]:
        """The templates' names in alphabetical order."""
        return sorted(path.stem for path in (self.root / "templates").glob("*.yaml"))

    def template(self, name: str) -> Loaded[Template]:
        """A template by name, or by the path of its file; raises Refused if there is none or it is faulty."""
        if "/" in name or name.endswith(".yaml"):
            found = self.load(Template, Path(name))
            at_home = Path(name).resolve().parent == self.root / "templates"
            return _called(found, found.item.template, Path(name).stem) if at_home else found
        found = self.load(Template, self.root / "templates" / f"{name}.yaml")
        return _called(found, found.item.template, name)

    def block(self, listed: Listed) -> Loaded[ContentBlock]:
        """A content block's version."""
        return self.load(ContentBlock, self.root / listed.place)

    def content(self, listed: Listed) -> Content:
        """A content block's version as templates use it."""
        loaded = self.block(listed)
        return Content(loaded.item, loaded.hash)

    def block_versions(self, name: str) -> list[Listed]:
        """The versions of a content block with the days they are for."""
        return [self._listed(path) for path in sorted((self.root / "blocks" / name).glob("*.yaml"))]

    def block_names(self) -> list[str]:
        """The content blocks' names in alphabetical order."""
        return sorted(path.name for path in (self.root / "blocks").iterdir() if path.is_dir())

    def dictionary(self, name: str) -> Loaded[Dictionary]:
        """A data dictionary."""
        found = self.load(Dictionary, self.root / "dictionaries" / f"{name}.yaml")
        return _called(found, found.item.name, name)

    def document_class(self, name: str) -> Loaded[DocumentClass]:
        """A document class."""
        found = self.load(DocumentClass, self.root / "classes" / f"{name}.yaml")
        return _called(found, found.item.name, name)

    def workflow_names(self) -> list[str]:
        """The workflows' names in alphabetical order."""
        return sorted(path.stem for path in (self.root / "workflows").glob("*.yaml"))

    def workflow(self, name: str) -> Loaded[Workflow]:
        """A workflow: the steps that changes have to pass."""
        found = self.load(Workflow, self.root / "workflows" / f"{name}.yaml")
        return _called(found, found.item.workflow, name)

    def brand(self, name: str) -> Brand:
        """A theme with its files."""
        folder = self.root / "themes" / name
        if not (folder / "theme.yaml").is_file():
            raise refuse(f"themes/{name}", "item-unknown", kind="theme", name=name)
        if name not in self._brands:
            self._brands[name] = load_theme(folder)
        return self._brands[name]

    def asset(self, name: str) -> Asset:
        """A stored picture; raises Refused if there is none of that name."""
        path = self.root / "assets" / name
        if path.parent != self.root / "assets" or not path.is_file():
            raise refuse(f"assets/{name}", "asset-unknown", asset=name)
        content = path.read_bytes()
        return Asset(sha256(content), content)

    def bundle(self, template: Loaded[Template], language: str, brand: str, day: date) -> Bundle:
        """What a template is resolved to: files carry no approval, so whatever is in force by its dates."""
        return resolve(self, template, language, brand, day)

    def persona_names(self, template: str) -> list[str]:
        """The names of a template's personas in alphabetical order."""
        return sorted(path.stem for path in self._personas(template).glob("*.json"))

    def persona_text(self, template: str, name: str) -> bytes | None:
        """What a persona's file says; None if there is none of that name."""
        path = self._personas(template) / f"{name}.json"
        return path.read_bytes() if path.parent == self._personas(template) and path.is_file() else None

    def places(self) -> Mapping[str, str]:
        """Where another process finds it."""
        return {"library": str(self.root)}

    def _personas(self, template: str) -> Path:
        return self.root / "personas" / Path(template).stem

    def load(self, model: type[M], path: Path) -> Loaded[M]:
        """The item in a file; raises Refused with every fault, its file and its line."""
        found = self._loaded.get(path) or load_file(model, path, self._shown(path))
        self._loaded[path] = found
        return found  # type: ignore[return-value]

    def _shown(self, path: Path) -> str:
        resolved = Path(realpath(path))
        return str(resolved.relative_to(self.root)) if resolved.is_relative_to(self.root) else str(path)

    def _listed(self, path: Path) -> Listed:
        found = self.load(ContentBlock, path)
        item, dates = found.item, found.item.effective
        _called(found, f"{item.block} {item.version}", f"{path.parent.name} {path.stem}")
        return Listed("block", item.block, item.version, dates.start, dates.until, place=self._shown(path))


def _called(found: Loaded[M], own: str, expected: str) -> Loaded[M]:
    """An item whose file is named as it calls itself; raises Refused for any other."""
    if own != expected:
        raise refuse(found.file, "item-name-differs", name=own, expected=expected)
    return found
