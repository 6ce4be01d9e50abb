"""What has to be true of the class of any change, whatever was edited: no change slips through as less than it is."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from content_blocks.bundle import Bundle
from content_blocks.change_class import ORDER, Change, bundle_change, template_change
from content_blocks.compose import compose
from content_blocks.document import FIXED_WORDING, Document
from content_blocks.item import item_hash, read_item
from content_blocks.locks import standings
from content_blocks.parts import Run
from content_blocks.problem import Refused
from content_blocks.specimen import SPECIMEN_DAY, specimen_bundle, specimen_values
from content_blocks.template import Template
from tests.content_blocks.edited_library import World, shipped
from tests.content_blocks.generate import edits, templates
from tests.content_blocks.worlds import AHORN

THOROUGH = settings(suppress_health_check=list(HealthCheck), max_examples=settings.default.max_examples * 3)  # type: ignore[union-attr]

Place = tuple[str | int, ...]


def bundle_with(content: dict[str, Any]) -> Bundle:
    """The specimen bundle with a template."""
    try:
        template = read_item(Template, content)
    except Refused:
        assume(False)
        raise
    bundle = specimen_bundle([], "en", AHORN)
    hashes = {**bundle.hashes, "template specimen": item_hash(template, content)}
    return replace(bundle, template=template, hashes=hashes)


Plain = dict[str, Any]


def edited_templates() -> st.SearchStrategy[tuple[Plain, Plain]]:
    """Two templates that differ by one to three edits."""
    return templates().flatmap(lambda content: edits(content).map(lambda after: (content, after)))


@settings(suppress_health_check=list(HealthCheck))
@given(templates())
def test_what_is_equal_has_not_changed(content: dict[str, Any]) -> None:
    assert bundle_change(bundle_with(content), bundle_with(copy.deepcopy(content))) == Change()


@THOROUGH
@given(edited_templates())
def test_a_template_has_changed_exactly_when_its_hash_has(pair: tuple[Plain, Plain]) -> None:
    before, after = map(bundle_with, pair)
    change = bundle_change(before, after)
    event(change.strictest)
    assert (change.strictest == "none") is (before.hash == after.hash)
    assert (change.strictest == "none") is (bundle_change(after, before).strictest == "none")


def leaves(content: object, at: Place = ()) -> Iterator[Place]:
    """The place of everything in plain data that holds nothing itself."""
    match content:
        case dict():
            for key, value in content.items():
                yield from leaves(value, (*at, key))
        case list():
            for number, value in enumerate(content):
                yield from leaves(value, (*at, number))
        case _:
            yield at


WORLD = shipped()
USED = ("complaints 2.0", "deposit-guarantee 1.1", "overdraft-interest 1.1", "tolerated-overdraft 1.0")
PLACES: dict[str, list[Place]] = {
    "template": list(leaves(WORLD.template)),
    "dictionary": list(leaves(WORLD.dictionary)),
    "document_class": list(leaves(WORLD.document_class)),
    "theme": list(leaves(WORLD.theme)),
    "blocks": [(name, *place) for name in USED for place in leaves(WORLD.blocks[name])],
}


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Any place in any item of the account statement."""
    item = draw(st.sampled_from(sorted(PLACES)))
    return (item, *draw(st.sampled_from(PLACES[item])))


WAYS = ("other", "gone", "twice")


def change_at(world: World, place: Place, way: str) -> None:
    """Change what is at a place: to something else of its kind, to nothing, or to two of it in a list."""
    holder: Any = getattr(world, str(place[0]))
    for step in place[1:-1]:
        holder = holder[step]
    value = holder[place[-1]]
    if way == "gone":
        del holder[place[-1]]
    elif way == "twice" and isinstance(holder, list):
        holder.append(copy.deepcopy(value))
    else:
        holder[place[-1]] = _other(value)


def _other(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str() if value.startswith("#"):
            return value[:-1] + ("0" if value[-1] != "0" else "1")
        case str() if value[-2:] in ("mm", "pt"):
            return f"{float(value[:-2]) + 1:g}{value[-2:]}"
        case str() if value.replace(".", "").isdigit():
            return f"{value[:-1]}{(int(value[-1]) + 1) % 10}"
        case str() if value.startswith("{{") and "account" in value:
            return "{{ account.opening }}"
    return f"{value}x"


BEFORE = WORLD.bundle()


def bundle_after(*changed: tuple[Place, str]) -> Bundle:
    """The account statement after changes; what cannot be read is no version of it."""
    world = copy.deepcopy(WORLD)
    try:
        for place, way in changed:
            change_at(world, place, way)
        return world.bundle()
    except (Refused, KeyError):  # a file that is not there any more, a block that nobody has
        assume(False)
        raise


@THOROUGH
@given(places(), st.sampled_from(WAYS))
def test_nothing_in_any_item_changes_without_a_class(place: Place, way: str) -> None:
    after = bundle_after((place, way))
    change = bundle_change(BEFORE, after)
    event(f"{place[0]}: {change.strictest}")
    assert (change.strictest == "none") is (BEFORE.hash == after.hash)


@THOROUGH
@given(places(), places(), st.sampled_from(WAYS))
def test_a_whole_is_never_weaker_than_its_parts(one: Place, other: Place, way: str) -> None:
    assume(one[:4] != other[:4] and one[:-1] != other[:-1])  # one gone would be another place for the other
    parts = [bundle_change(BEFORE, bundle_after((place, way))) for place in (one, other)]
    whole = bundle_change(BEFORE, bundle_after((one, way), (other, way)))
    assert ORDER.index(whole.strictest) >= max(ORDER.index(part.strictest) for part in parts)


def document(bundle: Bundle) -> Document:
    try:
        return compose(bundle, specimen_values("en"), SPECIMEN_DAY)
    except Refused:
        assume(False)
        raise


def runs(value: object) -> Iterator[Run]:
    """Every run in something composed, in reading order."""
    match value:
        case Run():
            yield value
        case tuple() | list():
            for entry in value:
                yield from runs(entry)
        case _ if hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                yield from runs(getattr(value, name))


def locked_pieces(bundle: Bundle) -> list[object]:
    """What a reader sees of locked wording, and where."""
    bound = {name for name, at in standings(bundle.template).items() if at.mode in FIXED_WORDING}
    found = list(document(bundle).pieces())
    return [(region, piece) for region, piece in found if piece.id.split("#")[0] in bound or piece.source]


@THOROUGH
@given(edited_templates())
def test_only_what_compliance_sees_changes_locked_wording(pair: tuple[Plain, Plain]) -> None:
    before, after = map(bundle_with, pair)
    strictest = template_change(before.template, after.template).strictest
    assume(ORDER.index(strictest) < ORDER.index("rule"))
    event(f"locked wording: {bool(locked_pieces(before))}")
    assert locked_pieces(before) == locked_pieces(after)


@THOROUGH
@given(edited_templates())
def test_style_says_the_same_words(pair: tuple[Plain, Plain]) -> None:
    before, after = map(bundle_with, pair)
    strictest = template_change(before.template, after.template).strictest
    assume(strictest in ("none", "style", "layout"))
    event(strictest)
    said = [[run.text for _, piece in document(bundle).pieces() for run in runs(piece)] for bundle in (before, after)]
    assert sorted(said[0]) == sorted(said[1])
    assert strictest == "layout" or said[0] == said[1]
