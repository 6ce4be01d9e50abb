"""Two people at once lose nothing."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from web_editor.merging import Merge

WORDS = st.sampled_from(["", "a", "b", "c"])
BLOCKS = st.lists(st.sampled_from("pqrstu"), unique=True, max_size=5)


@st.composite
def versions(draw: st.DrawFn) -> dict[str, Any]:
    """A small template: message lines and blocks, one of them with blocks inside."""

    def block(name: str) -> dict[str, Any]:
        return {"id": name, "type": "text", "text": {"en": draw(WORDS), "de": draw(WORDS)}}

    body: list[Any] = [block(name) for name in draw(BLOCKS)]
    inside = [block(f"{name}-in") for name in draw(BLOCKS)]
    return {"title": draw(WORDS), "messages": {"sms": draw(WORDS)}, "body": [*body, {"id": "group", "blocks": inside}]}


def merged(base: Any, mine: Any, theirs: Any) -> Any:
    return Merge().templates(base, mine, theirs)


def canonical(content: Any) -> str:
    return json.dumps(content, sort_keys=True)


@given(versions(), versions())
def test_what_one_alone_changed_is_taken(base: dict[str, Any], changed: dict[str, Any]) -> None:
    assert canonical(merged(base, changed, base)) == canonical(changed)
    assert canonical(merged(base, base, changed)) == canonical(changed)
    assert canonical(merged(base, changed, changed)) == canonical(changed)


@given(versions(), versions(), versions())
def test_whatever_clashes_is_named_and_chosen(base: Any, mine: Any, theirs: Any) -> None:
    first = Merge()
    first.templates(base, mine, theirs)
    for side in ("mine", "theirs"):
        again = Merge({(clash.block, clash.field): side for clash in first.clashes})
        again.templates(base, mine, theirs)
        assert again.clashes == []


def test_changes_in_different_places_are_both_kept() -> None:
    base = {"body": [{"id": "a", "text": "one"}, {"id": "b", "text": "two"}], "title": "t"}
    mine = {"body": [{"id": "a", "text": "ONE"}, {"id": "n", "text": "new"}, {"id": "b", "text": "two"}], "title": "t"}
    theirs = {"body": [{"id": "b", "text": "TWO"}, {"id": "a", "text": "one"}], "title": "T"}
    merge = Merge()
    assert merge.templates(base, mine, theirs) == {
        "body": [{"id": "b", "text": "TWO"}, {"id": "a", "text": "ONE"}, {"id": "n", "text": "new"}],
        "title": "T",
    }
    assert merge.clashes == []


def test_the_same_place_is_for_somebody_to_choose() -> None:
    base = {"body": [{"id": "a", "text": "one"}]}
    mine, theirs = {"body": [{"id": "a", "text": "mine"}]}, {"body": [{"id": "a", "text": "theirs"}]}
    merge = Merge()
    assert merge.templates(base, mine, theirs) == mine
    assert [(it.block, it.field, it.mine, it.theirs) for it in merge.clashes] == [("a", "text", "mine", "theirs")]
    assert Merge({("a", "text"): "theirs"}).templates(base, mine, theirs) == theirs
