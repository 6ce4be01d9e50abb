"""Clauses to choose from: what each says, whose it is, until when it holds, and which fields answer its inputs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ccm.store.choosing_clauses import Choosable
from content_blocks.check.clauses import FITTING
from content_blocks.content import Content
from content_blocks.content_block import Input
from content_blocks.dictionary.names import kind_of
from web_editor import wording
from web_editor.conditions.fields import Pickable, folded
from web_editor.conditions.place import of_text


def told(found: Iterable[Choosable], fields: Sequence[Pickable], language: str, spoken: str) -> list[dict[str, Any]]:
    """Every clause as the picker shows it: its wording in a language, all else in that of whoever chooses."""
    return [_clause(it, fields, language, spoken) for it in found]


def _clause(found: Choosable, fields: Sequence[Pickable], language: str, spoken: str) -> dict[str, Any]:
    item = found.item
    return {
        **wording.clause(Content(item, found.hash), language, {}),
        "title": of_text(item.title, spoken),
        "name": item.block,
        "hash": found.hash,
        "held": found.held,
        "from": found.start.isoformat() if found.start else "",
        "until": found.until.isoformat() if found.until else "",
        "jurisdiction": list(item.jurisdiction),
        "speaks": all(text.speaks(language) for _, text in item.texts()),
        "inputs": [_input(name, declared, fields, spoken) for name, declared in item.inputs.items()],
        "blanks": [
            {"name": name, "label": of_text(blank.label, spoken), "longest": blank.max_length}
            for name, blank in item.blanks.items()
        ],
    }


def _input(name: str, declared: Input, fields: Sequence[Pickable], spoken: str) -> dict[str, Any]:
    label = of_text(declared.label, spoken)
    fitting = [field for field in fields if fits(declared, field)]
    return {
        "name": name,
        "label": label,
        "type": declared.type,
        "currency": declared.currency or "",
        "unit": declared.unit or "",
        "min": declared.min or "",
        "max": declared.max or "",
        "longest": declared.max_length if declared.type == "text" else 0,
        "fields": [field.path for field in fitting],
        "suggested": suggested(name, label, fitting),
    }


def fits(declared: Input, field: Pickable) -> bool:
    """Whether a field may answer an input, by what it is: the checks judge the same way."""
    if field.many or not field.type:
        return False
    if declared.type == "text":
        return kind_of(field.type) == "text"
    if declared.currency and field.currency and field.currency != declared.currency:
        return False
    return field.type in FITTING[declared.type]


def suggested(name: str, label: str, fitting: Sequence[Pickable]) -> str:
    """The field that is called like an input, by its name or by what people call it; "" if none or several are."""
    for alike in (
        lambda field: field.path.rpartition(".")[2] == name,
        lambda field: folded(field.label) == folded(label),
        lambda field: field.path.replace(".", "_").endswith(f"_{name}"),
    ):
        found = [field.path for field in fitting if alike(field)]
        if len(found) == 1:
            return found[0]
    return ""
