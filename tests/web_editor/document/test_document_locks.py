"""Whatever document somebody without locks sends: what is locked says the same afterwards, or nothing is changed."""

from __future__ import annotations

import copy
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from content_blocks.document import LockMode
from content_blocks.item import read_item
from content_blocks.locks import Rights, lock_violations
from content_blocks.problem import Refused
from content_blocks.template import Template
from tests.content_blocks.generate import languages, templates
from tests.web_editor.document.documents import AUTHOR, OWNER, Plain, new_text, nodes, own
from tests.web_editor.document.test_lens import letter, shipped
from web_editor.document import Document, get, put
from web_editor.document.modes import standings
from web_editor.document.writing import Node

STRICT: tuple[LockMode, ...] = ("open", "locked", "locked", "text")
PLACES = {"remove", "move", "add"}
"""What `lock_violations` judges when a document is saved."""


def _said(template: Plain, name: str, rights: Rights = OWNER) -> Plain | None:
    """What a block says itself, without the blocks inside it."""
    found = standings(template, rights).get(name)
    if found is None:
        return None
    inside = {field.name for field in found.shape.compartments}
    return {key: value for key, value in found.content.items() if key not in inside}


def locked(template: Plain) -> list[str]:
    return [name for name, found in standings(template, AUTHOR).items() if found.mode == "locked"]


@st.composite
def attacks(draw: st.DrawFn, document: Document, owned: Document) -> Document:
    """A document made by hand: the author's own with anything in it changed, or parts of what an owner would see."""
    attacked = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 4))):
        draw(st.sampled_from(ATTACKS))(draw, attacked, owned)
    return attacked


def _any(draw: st.DrawFn, document: Document, *kinds: str) -> Node | None:
    found = list(nodes(document, *kinds))
    return draw(st.sampled_from(found)) if found else None


def _write(draw: st.DrawFn, document: Document, owned: Document) -> None:
    if words := _any(draw, document, "words"):
        words["content"] = [{"type": "text", "text": "Never mind."}]


def _set(draw: st.DrawFn, document: Document, owned: Document) -> None:
    if block := _any(draw, document, "block", "entry", "part"):
        change: Plain = draw(st.sampled_from([{"lock": "open"}, {"mandatory": True}, {"note": "x"}, {"tone": "small"}]))
        block["attrs"]["settings"] = {**block["attrs"]["settings"], **change}


def _pretend(draw: st.DrawFn, document: Document, owned: Document) -> None:
    if block := _any(draw, document, "block"):
        block["attrs"]["mode"] = "open"


def _open_up(draw: st.DrawFn, document: Document, owned: Document) -> None:
    """A block that may not be edited, sent as one that may, with other words in it."""
    fixed = _any(draw, document, "fixed")
    if fixed and (whole := _whole(owned, fixed["attrs"]["id"])):
        fixed.clear()
        fixed |= copy.deepcopy(whole)
        for words in own(fixed, "words"):
            words["content"] = [{"type": "text", "text": "Never mind."}]


def _whole(owned: Document, name: str) -> Node | None:
    return next((node for node in nodes(owned, "block") if node["attrs"]["id"] == name), None)


def _take_the_id(draw: st.DrawFn, document: Document, owned: Document) -> None:
    """A block of another kind under the id of a locked one."""
    fixed, block = _any(draw, document, "fixed"), _any(draw, document, "block")
    if fixed and block:
        block["attrs"]["id"], fixed["attrs"]["id"] = fixed["attrs"]["id"], block["attrs"]["id"]


def _replace(draw: st.DrawFn, document: Document, owned: Document) -> None:
    if block := _any(draw, document, "fixed", "block"):
        name = block["attrs"]["id"]
        block.clear()
        block |= new_text(name, [{"type": "text", "text": "Never mind."}])


def _repeat(draw: st.DrawFn, document: Document, owned: Document) -> None:
    block, place = _any(draw, document, "fixed", "block"), _any(draw, document, "region", "inside")
    if block and place:
        place.setdefault("content", []).append(copy.deepcopy(block))


def _take_away(draw: st.DrawFn, document: Document, owned: Document) -> None:
    if (place := _any(draw, document, "region", "inside", "entries", "block", "entry")) and place.get("content"):
        place["content"].pop(draw(st.integers(0, len(place["content"]) - 1)))


def _move(draw: st.DrawFn, document: Document, owned: Document) -> None:
    places = [place for place in nodes(document, "region", "inside") if place.get("content")]
    if len(places) > 1:
        content = draw(st.sampled_from(places))["content"]
        moved = content.pop(draw(st.integers(0, len(content) - 1))) if content else None
        target = draw(st.sampled_from([place for place in places if place["content"] is not content]))
        if moved and not any(node is target for node in nodes(moved, "inside")):
            target["content"].append(moved)


ATTACKS = (_write, _set, _pretend, _open_up, _take_the_id, _replace, _repeat, _take_away, _move)


@st.composite
def attacked(draw: st.DrawFn) -> tuple[Plain, str, Document]:
    before, language = draw(templates(STRICT)), draw(languages())
    return before, language, draw(attacks(get(before, language, AUTHOR), get(before, language, OWNER)))


@settings(suppress_health_check=list(HealthCheck), max_examples=settings.default.max_examples * 5)  # type: ignore[union-attr]
@given(attacked())
def test_no_document_changes_what_is_locked(attack: tuple[Plain, str, Document]) -> None:
    before, language, document = attack
    try:
        after = put(document, before, language, AUTHOR)
    except Refused as refused:
        event(refused.problems[0].code)
        return
    event("put")
    left = standings(after, OWNER)
    for name in locked(before):
        assert name not in left or _said(after, name) == _said(before, name)
    try:
        one, other = read_item(Template, before), read_item(Template, after)
    except Refused:
        event("put, but no template")
        return
    bound = set(locked(before))
    found = lock_violations(one, other, AUTHOR)
    named = {
        problem.where.partition(".")[2]: problem.params["operation"] for problem in found if problem.code == "locked"
    }
    assert {name: kind for name, kind in named.items() if name in bound and kind in ("word", "blank", "style")} == {}


def test_every_attack_is_tried_and_most_are_refused() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=200, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(attacked())
    def look(attack: tuple[Plain, str, Document]) -> None:
        before, language, document = attack
        try:
            put(document, before, language, AUTHOR)
            seen["put"] += 1
        except Refused as refused:
            seen.update({problem.code for problem in refused.problems})

    look()
    assert min(seen[code] for code in ("put", "locked", "block-id-repeated", "editor-not-fixed")) > 4


def a_locked_panel() -> Plain:
    inner = [{"type": "text", "id": "inner", "text": "Free.", "lock": "open"}]
    panel = {
        "type": "panel",
        "id": "panel",
        "lock": "locked",
        "short": {"en": "Short.", "de": "Kurz."},
        "blocks": inner,
    }
    return letter(panel, {"type": "text", "id": "fixed", "lock": "locked", "text": {"en": "Law.", "de": "Recht."}})


def _block(document: Document, name: str) -> Node:
    return next(node for node in nodes(document, "block", "fixed") if node["attrs"]["id"] == name)


def _reworded(document: Document) -> None:
    next(own(_block(document, "panel"), "words"))["content"] = [{"type": "text", "text": "Other."}]


def _unlocked(document: Document) -> None:
    _block(document, "panel")["attrs"]["settings"]["lock"] = "open"


def _retoned(document: Document) -> None:
    _block(document, "panel")["attrs"]["settings"]["tone"] = "warning"


def _retyped(document: Document) -> None:
    whole = _block(document, "panel")
    whole |= new_text("panel", [])


def _opened(document: Document) -> None:
    whole = _block(document, "fixed")
    whole |= new_text("fixed", [{"type": "text", "text": "Other."}])


def _renamed(document: Document) -> None:
    _block(document, "fixed")["attrs"]["type"] = "heading"


BROKEN: dict[str, tuple[Any, tuple[str, str]]] = {
    "other words in a locked panel": (_reworded, ("body.panel.short", "locked")),
    "a lock taken off": (_unlocked, ("body.panel.lock", "locked")),
    "another tone": (_retoned, ("body.panel.tone", "locked")),
    "another type under its id": (_retyped, ("body.panel", "locked")),
    "a locked block sent whole": (_opened, ("body.fixed", "locked")),
    "a locked block sent as another type": (_renamed, ("body.fixed", "editor-not-fixed")),
}


@pytest.mark.parametrize(("attack", "expected"), BROKEN.values(), ids=BROKEN)
def test_what_is_locked_stays_as_it_is(attack: Any, expected: tuple[str, str]) -> None:
    before = a_locked_panel()
    document = get(before, "en", AUTHOR)
    attack(document)
    with pytest.raises(Refused) as caught:
        put(document, before, "en", AUTHOR)
    assert expected in [(problem.where, problem.code) for problem in caught.value.problems]


def test_locked_wording_is_not_in_the_document_at_all() -> None:
    assert "Law." not in str(get(a_locked_panel(), "en", AUTHOR))
    assert "Law." in str(get(a_locked_panel(), "en", OWNER))


def test_an_owner_of_locks_edits_everything() -> None:
    before = shipped("card-blocked")
    document = get(before, "en", OWNER)
    assert list(nodes(document, "fixed")) == []
    assert {node["attrs"]["mode"] for node in nodes(document, "block")} == {"open"}
