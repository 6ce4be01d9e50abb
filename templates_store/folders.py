"""A library's folder as the items in it, and items as files again: nothing is left out, nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from content_blocks.problem import refuse
from templates_store.choose import Kind
from templates_store.item_files import LARGEST


class FileOfItem(NamedTuple):
    """An item as it lies in a folder; `files` are those beside a theme, licences included, `file` is its own place."""

    kind: Kind
    name: str
    text: bytes
    files: Mapping[str, bytes]
    file: str


PLAIN: tuple[tuple[Kind, str], ...] = (
    ("workflow", "workflows/*.yaml"),
    ("dictionary", "dictionaries/*.yaml"),
    ("class", "classes/*.yaml"),
    ("template", "templates/*.yaml"),
)


def items_in(root: Path) -> Iterator[FileOfItem]:
    """Every item of a library's folder, what others need before those that need it.

    Raises Refused for a file that leads out of the folder, or is too large to be an item.
    """
    for path in sorted((root / "assets").glob("*")):
        yield _item(root, path, "asset", path.name)
    for path in sorted((root / "themes").glob("*/theme.yaml")):
        yield _item(root, path, "theme", path.parent.name, dict(_beside(root, path)))
    for path in sorted((root / "blocks").glob("*/*.yaml")):
        yield _item(root, path, "block", path.parent.name)
    for kind, pattern in PLAIN:
        for path in sorted(root.glob(pattern)):
            yield _item(root, path, kind, path.stem)
    for path in sorted((root / "personas").glob("*/*.json")):
        yield _item(root, path, "persona", f"{path.parent.name}/{path.stem}")


def _item(root: Path, path: Path, kind: Kind, name: str, files: Mapping[str, bytes] | None = None) -> FileOfItem:
    return FileOfItem(kind, name, _bytes(root, path), files or {}, path.relative_to(root).as_posix())


def _beside(root: Path, theme: Path) -> Iterator[tuple[str, bytes]]:
    folder = theme.parent
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path != theme:
            yield path.relative_to(folder).as_posix(), _bytes(root, path)


def _bytes(root: Path, path: Path) -> bytes:
    shown = path.relative_to(root).as_posix()
    if not path.resolve().is_relative_to(root.resolve()):
        raise refuse(shown, "file-leads-out")
    if path.stat().st_size > LARGEST:
        raise refuse(shown, "item-file-too-large", megabytes=LARGEST >> 20)
    return path.read_bytes()
