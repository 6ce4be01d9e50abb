"""Locked wording as the editor shows it: its lines with their placeholders named, drawn and never edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from content_blocks.atoms import Atoms, LinkedWords, Placeholder
from content_blocks.block import Block, walk
from content_blocks.content import Content
from web_editor.conditions.place import of_text

BESIDE = ("short", "alt", "channels", "note")
"""Texts that are no part of what stands on the page."""
KINDS = {"heading": "heading", "list": "item", "facts": "fact"}

Line = dict[str, Any]


def lines(blocks: Iterable[Block], language: str, names: Mapping[str, str]) -> list[Line]:
    """Every line that some blocks say in a language; `names` are what people call the placeholders in them."""
    return [line for block in walk(tuple(blocks)) for line in _of_block(block, language, names)]


def clause(content: Content, language: str, names: Mapping[str, str]) -> dict[str, Any]:
    """A content block in use: what it is, whose, by which rule, and what it says."""
    item = content.item
    own = {f"input.{name}": of_text(declared.label, language) for name, declared in item.inputs.items()}
    own |= {f"blank.{name}": of_text(blank.label, language) for name, blank in item.blanks.items()}
    return {
        "title": of_text(item.title, language),
        "owner": item.owner,
        "citation": item.citation,
        "version": item.version,
        "lines": lines(item.long, language, {**names, **own}),
    }


def _of_block(block: Block, language: str, names: Mapping[str, str]) -> Iterator[Line]:
    for field, text in block.texts():
        if field.partition(".")[0] not in BESIDE and text.speaks(language):
            yield {"kind": KINDS.get(block.type, "paragraph"), "runs": list(_runs(text.in_language(language), names))}


def _runs(atoms: Atoms, names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for atom in atoms:
        match atom:
            case Placeholder(expression, strong, emphasis):
                path = expression.path or expression.source
                yield {"text": names.get(path, path), "chip": True, "strong": strong, "emphasis": emphasis}
            case LinkedWords(run):
                yield {"text": run.text, "strong": run.strong, "emphasis": run.emphasis}
            case _:
                yield {"text": "\n" if atom.atom == "break" else atom.text or atom.atom, "strong": atom.strong}
