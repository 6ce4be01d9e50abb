"""What a new version of an item changes, and the class of that: against the approved one, or as something new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ccm.workflow_versions import workflow_change
from content_blocks.change_class import (
    Change,
    Finding,
    content_block_change,
    dictionary_change,
    document_class_change,
    template_change,
    theme_change,
)
from content_blocks.change_class.clauses import is_regulated
from content_blocks.strictness import ChangeClass
from templates_store import loading
from templates_store.choose import Kind
from templates_store.database import Session
from templates_store.tables import Revision

FIRST: Mapping[Kind, ChangeClass] = {
    "template": "rule",
    "dictionary": "data contract",
    "class": "rule",
    "theme": "style",
    "asset": "business wording",
    "workflow": "rule",
    "persona": "none",
}
"""The class of something that nobody has approved yet; a content block's depends on whether it is regulated."""

_COMPARED: Mapping[Kind, Callable[[Any, Any], Change]] = {
    "template": template_change,
    "block": content_block_change,
    "dictionary": dictionary_change,
    "class": document_class_change,
    "workflow": workflow_change,
}


def change_of(session: Session, before: Revision | None, after: Revision) -> Change:
    """Everything that changed, by place, with the class of each."""
    kind: Kind = after.kind  # type: ignore[assignment]
    if before is not None and before.hash == after.hash:
        return Change()
    if before is None:
        return _all(_first(kind, after))
    if kind == "theme":
        return theme_change(loading.brand(session, before), loading.brand(session, after))
    if compared := _COMPARED.get(kind):
        found = compared(loading.item_of(kind, before.content), loading.item_of(kind, after.content))
        return found if found.findings else _all("style")
    return _all(FIRST[kind])


def _first(kind: Kind, after: Revision) -> ChangeClass:
    if kind == "block":
        return "regulated wording" if is_regulated(loading.item_of("block", after.content)) else "business wording"
    return FIRST[kind]


def _all(change: ChangeClass) -> Change:
    return Change((Finding("", change),)) if change != "none" else Change()
