"""The lock rule against an oracle of its own, over generated templates and edits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from content_blocks.compose import compose
from content_blocks.document import LockMode, Piece
from content_blocks.item import read_item
from content_blocks.locks import lock_violations, standings
from content_blocks.problem import Refused
from content_blocks.specimen import SPECIMEN_DAY, specimen_bundle, specimen_values
from content_blocks.template import Template
from tests.content_blocks.generate import edits, templates
from tests.content_blocks.test_locks import AUTHOR, MODES
from tests.content_blocks.worlds import AHORN

STRICT: tuple[LockMode, ...] = ("open", "locked", "locked")


def binding(template: Template) -> dict[str, object]:
    """Everything about a template that its locked blocks fix, said without the rule's own means."""
    found: dict[str, object] = {}
    for name, standing in standings(template).items():
        ignored = {"note", *standing.block.nested}
        data = {field: getattr(standing.block, field) for field in type(standing.block).model_fields.keys() - ignored}
        path = [
            (
                block.id,
                where,
                block.type,
                block.channels,
                block.mandatory,
                *(getattr(block, c) for c in block.conditions),
            )
            for block, where in standing.ancestors
        ]
        around = [
            str(getattr(block, "each", None)) + str(getattr(block, "name", None)) for block, _ in standing.ancestors
        ]
        found[name] = (standing.region, data, path, around)
    return found


def children(template: Template) -> dict[str, dict[str, list[str]]]:
    return {
        name: {where: [inner.id for inner in blocks] for where, blocks in standing.block.compartments()}
        for name, standing in standings(template).items()
    }


def keeps_what_is_locked(before: Template, after: Template) -> bool:
    """Whether no locked block, its order, place, ancestors or conditions changed, and no lock was changed."""
    old, new = standings(before), standings(after)
    bound = [name for name, standing in old.items() if standing.mode == "locked"]
    if any(name not in new for name in bound) or bound != [name for name in new if name in set(bound)]:
        return False
    facts, later = binding(before), binding(after)
    same = all(facts[name] == later[name] for name in bound)
    locks = all(old[name].block.lock == new[name].block.lock for name in old.keys() & new.keys())
    closed = [name for name in bound if old[name].block.type != "slot"]
    closed += [
        name for name, standing in old.items() if standing.block.type == "slot" and standing.block.lock == "locked"
    ]
    inside = all(set(_flat(children(before)[name])) == set(_flat(children(after).get(name, {}))) for name in closed)
    return same and locks and inside and _keeps_itself(before, after)


def _keeps_itself(before: Template, after: Template) -> bool:
    if before.lock != after.lock:
        return False
    duties = [(one.document_class, one.jurisdiction) for one in (before, after)]
    if duties[0] != duties[1] and any(standing.mode != "open" for standing in standings(before).values()):
        return False
    if before.lock == "open":
        return True
    regions = ("header_first", "header_next", "address", "info", "body", "footer")
    top = [{block.id for name in regions for block in template.region(name)} for template in (before, after)]  # type: ignore[arg-type]
    named = ("title", "messages", "jurisdiction", "languages", "bilingual")
    return top[0] == top[1] and all(getattr(before, name) == getattr(after, name) for name in named)


def _flat(compartments: dict[str, list[str]]) -> list[str]:
    return [name for names in compartments.values() for name in names]


def edited(modes: tuple[LockMode, ...]) -> st.SearchStrategy[tuple[dict[str, Any], dict[str, Any]]]:
    return templates(modes).flatmap(lambda content: edits(content).map(lambda after: (content, after)))


def read(pair: tuple[dict[str, Any], dict[str, Any]]) -> tuple[Template, Template]:
    try:
        return read_item(Template, pair[0]), read_item(Template, pair[1])
    except Refused:
        assume(False)
        raise


@settings(suppress_health_check=list(HealthCheck), max_examples=settings.default.max_examples * 3)  # type: ignore[union-attr]
@given(edited(STRICT))
def test_the_rule_finds_a_change_exactly_when_something_locked_changed(
    pair: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    before, after = read(pair)
    violations = lock_violations(before, after, AUTHOR)
    event("violations" if violations else "none")
    assert (violations == []) is keeps_what_is_locked(before, after)


def pieces_of(template: Template) -> list[Piece]:
    bundle = replace(specimen_bundle([], "en", AHORN), template=template)
    return [piece for _, piece in compose(bundle, specimen_values("en"), SPECIMEN_DAY).pieces()]


@settings(suppress_health_check=list(HealthCheck))
@given(edited(MODES))
def test_what_is_locked_reaches_the_reader_unchanged(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    before, after = read(pair)
    assume(lock_violations(before, after, AUTHOR) == [])
    bound = {name for name, standing in standings(before).items() if standing.mode == "locked"}
    shown = [
        [piece for piece in pieces_of(template) if piece.id.split("#")[0] in bound] for template in (before, after)
    ]
    event(f"locked pieces: {bool(shown[0])}")
    assert shown[0] == shown[1]
    assert all(piece.lock == "locked" for piece in shown[0])
