"""How certificates look: a theme of their own, neutral, under the name of the organisation."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from content_blocks.theme import Brand, Theme
from templates_store.item_files import load_file
from templates_store.themes import LIBRARY

THEME = Path(__file__).parent / "theme"


SEAL, PLAIN_SEAL = "seal.svg", "seal-plain.svg"


def house_brand(organisation: str, *, approved: bool = True) -> Brand:
    """The theme with its files; what it is called is who hands the certificate out.

    Only what was approved has a tick in its seal.
    """
    brand = _brand()
    seal = (THEME / (SEAL if approved else PLAIN_SEAL)).read_bytes()
    return Brand(brand.theme.model_copy(update={"title": organisation}), {**brand.files, SEAL: seal})


@cache
def _brand() -> Brand:
    """The theme as a file, with fonts that the shipped themes have anyway."""
    theme = load_file(Theme, THEME / "theme.yaml", "theme.yaml").item
    fonts = {path.name: path for path in LIBRARY.glob("*/fonts/*.otf")}
    return Brand(theme, {name: _file(name, fonts).read_bytes() for name in theme.file_names()})


def _file(name: str, fonts: dict[str, Path]) -> Path:
    return fonts[name.removeprefix("fonts/")] if name.startswith("fonts/") else THEME / name
