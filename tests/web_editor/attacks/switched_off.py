"""The server's guards, switched off one by one: only here, only for showing that without them the attack succeeds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from ccm.api import access
from ccm.api.routes import items
from ccm.store import editing, saving
from ccm.store.actor import EVERYDAY
from content_blocks.block_reading import block_types
from content_blocks.change_class import Change
from content_blocks.document import REGIONS
from web_editor.document import putting
from web_editor.document.shapes import shapes

Off = Callable[[pytest.MonkeyPatch], None]


def switch_off(patch: pytest.MonkeyPatch, guards: Iterable[str]) -> None:
    """Switch off what of some guards is the server's."""
    for guard in guards:
        if guard in OFF:
            OFF[guard](patch)


def _saving(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(saving, "_locked", lambda *_: [])


def _classes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(saving, "change_of", lambda *_: Change())


def _begun(patch: pytest.MonkeyPatch) -> None:
    for module in (saving, editing):
        patch.setattr(module, "binding_before", saving.approved_before)


def _number(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(saving, "_refuse_published", lambda *_: None)


def _newest(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(saving, "_refuse_other", lambda *_: None)


def _person(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(saving, "changes_allowed", lambda *_: frozenset(EVERYDAY))
    patch.setattr(access, "_refuse_without_role", lambda *_, **__: None)
    patch.setattr(access, "refuse_beyond_scope", lambda *_: None)
    patch.setattr(items, "refuse_unseen", lambda *_: None)
    patch.setattr(editing, "refuse_unseen", lambda *_: None)


def _token(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(access, "is_csrf_token", lambda *_: True)


def _form(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(putting, "checked_document", _words_only)
    patch.setattr(putting.Edit, "template", _any_regions)


def _words_only(document: Any) -> Any:
    """A document whose texts hold what a text may hold; all else as it is."""
    kept = ("text", "placeholder", "break")
    if document.get("type") == "words":
        return {**document, "content": [it for it in document.get("content", ()) if it["type"] in kept]}
    return (
        {**document, "content": [_words_only(it) for it in document["content"]]} if "content" in document else document
    )


def _any_regions(edit: Any, document: Any) -> Any:
    content = dict(edit.before)
    edit._lines(document["content"][0], content)
    found = {node["attrs"]["name"]: edit._blocks(node, node["attrs"]["name"]) for node in document["content"][1:]}
    return {**{name: value for name, value in content.items() if name not in REGIONS}, **found}


def _put(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(putting.Edit, "_block", _trusting)


def _trusting(edit: Any, node: Any, where: str) -> Any:
    """A block as the document has it, whatever the template says of it."""
    name, kind = node["attrs"]["id"], node["attrs"]["type"]
    edit.used[name] += 1
    known = edit.known.get(name)
    called = name if edit.used[name] == 1 else f"{name}-{edit.used[name]}"
    if node["type"] == "fixed":
        like = known or next((it for it in edit.known.values() if it.shape.type == kind), None)
        if like is None or like.shape.type != kind:
            return {**block_types()[kind].specimen, "id": called}
        words = [line["content"][0]["text"] for line in node.get("content", ())]
        brought = {"text": words[0]} if words else {}
        return {**like.content, **node["attrs"].get("settings", {}), **brought, "id": called}
    same = known if known and known.shape.type == kind and not known.fixed else None
    return {**edit._whole(node, shapes()[kind], same, where), "id": called}


OFF: dict[str, Off] = {
    "saving": _saving,
    "classes": _classes,
    "begun": _begun,
    "number": _number,
    "newest": _newest,
    "person": _person,
    "token": _token,
    "form": _form,
    "put": _put,
}
"""What switches off each of them."""
