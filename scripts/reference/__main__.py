"""Writes every page of the reference: `python -m scripts.reference [FOLDER]`, `docs/reference` if none is given."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ["LANGUAGE"] = "en"  # before anything of ccm decides which language to speak

from scripts.reference import blocks, commands, dictionary, items, problems, proofs, texts, theme
from scripts.reference.markdown import PATTERNS, code, table

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "reference"
MADE = "<!-- Written by `python -m scripts.reference`; do not edit. -->"

PAGES: dict[str, tuple[str, Callable[[], Iterator[str]]]] = {
    "commands": ("every command with its options and exit codes", commands.page),
    "items": ("templates, content blocks, document classes, workflows and personas as files", items.page),
    "blocks": ("block types with their fields, labels and specimens", blocks.page),
    "texts": ("markup, placeholders, expressions and formats", texts.page),
    "dictionary": ("field types, their attributes, and roles", dictionary.page),
    "theme": ("the tokens of a brand", theme.page),
    "proofs": ("what `ccm batch prove` writes, and how it is checked", proofs.page),
    "problems": ("every problem code with its message and hint", problems.page),
}


def pages() -> Iterator[tuple[str, str]]:
    """Every page by its file name."""
    yield "README.md", "\n".join([MADE, "", *index(), ""])
    for name, (_what, page) in PAGES.items():
        yield f"{name}.md", "\n".join([MADE, "", *page()]).rstrip("\n") + "\n"


def index() -> Iterator[str]:
    """The page that leads to the others."""
    yield "# Reference\n"
    yield "Written from the code, and compared with it by a test.\n"
    yield from (f"- [{name}]({name}.md): {what}" for name, (what, _page) in PAGES.items())
    yield "\nWhere a table names a text of a fixed form, it matches:\n"
    yield from table(["named", "matches"], ((word, code(form)) for form, word in PATTERNS.items()))


def main(folder: Path = FOLDER) -> None:
    """Write the pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
