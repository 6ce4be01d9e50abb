"""Themes as files: `themes/NAME/theme.yaml` with its logo and fonts beside it."""

from __future__ import annotations

from pathlib import Path

from content_blocks.problem import Problem, Refused
from content_blocks.theme import Brand, Theme
from templates_store.item_files import load_file

LIBRARY = Path(__file__).parent / "library" / "themes"
"""The themes that ship."""


def load_theme(folder: Path) -> Brand:
    """The theme in a folder with all its files; raises Refused with everything that is wrong with it."""
    loaded = load_file(Theme, folder / "theme.yaml", f"themes/{folder.name}/theme.yaml")
    names = loaded.item.file_names()
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise Refused(loaded.located(Problem("", "theme-file-missing", {"file": name})) for name in missing)
    return Brand(loaded.item, {name: (folder / name).read_bytes() for name in names})
