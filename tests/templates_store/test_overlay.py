"""What is being written, laid over a library: it is to the last hash what it would be once it is saved."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest

from content_blocks.problem import Refused
from content_blocks.yaml_source import read_yaml
from templates_store.choose import Kind
from templates_store.file_library import SHIPPED, Library
from templates_store.overlay import UNSAVED, Overlaid, unsaved
from templates_store.remembered import Remembered

LIBRARY = Library(SHIPPED)
DAY = date(2026, 11, 2)
TEMPLATES = LIBRARY.template_names()
BLOCKS = sorted(path.relative_to(SHIPPED / "blocks").as_posix() for path in SHIPPED.glob("blocks/*/*.yaml"))


def content(file: str) -> dict[str, Any]:
    return dict(read_yaml((SHIPPED / file).read_text()).content)


def copied(name: str) -> dict[str, Any]:
    return copy.deepcopy(content(f"templates/{name}.yaml"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_as_it_is_stored_makes_the_very_bundles(name: str) -> None:
    over = Overlaid(Remembered(LIBRARY), unsaved("template", name, content(f"templates/{name}.yaml")))
    stored, written = LIBRARY.template(name), over.template(name)
    assert written.hash == stored.hash
    for language in stored.item.languages:
        for brand in stored.item.brands:
            bundles = [
                it.bundle(template, language, brand, DAY) for it, template in ((LIBRARY, stored), (over, written))
            ]
            assert bundles[0].hash == bundles[1].hash


@pytest.mark.parametrize("file", BLOCKS)
def test_a_content_block_as_it_is_stored_takes_its_own_place(file: str) -> None:
    name, _, version = file.removesuffix(".yaml").partition("/")
    over = Overlaid(LIBRARY, wording=unsaved("block", name, content(f"blocks/{file}")))
    before, after = LIBRARY.block_versions(name), over.block_versions(name)
    assert sorted(it.version for it in before) == sorted(it.version for it in after)
    assert [it.version for it in after if it.place == UNSAVED] == [version]
    hashes = [
        {it.version: library.content(it).hash for it in library.block_versions(name)} for library in (LIBRARY, over)
    ]
    assert hashes[0] == hashes[1]


def test_everything_else_stays_as_it_is() -> None:
    written = unsaved("template", "novelty", {**copied("invoice"), "template": "novelty"})
    over = Overlaid(LIBRARY, written)
    assert over.template_names() == sorted([*TEMPLATES, "novelty"])
    assert over.template("invoice").hash == LIBRARY.template("invoice").hash
    assert over.block_versions("complaints") == LIBRARY.block_versions("complaints")
    assert over.persona_names("invoice") == LIBRARY.persona_names("invoice")


UNFIT: list[tuple[str, Kind, dict[str, Any], list[str]]] = [
    ("a number with a fraction", "template", {"body": [{"id": "x", "size": 1.5}]}, ["body.x.size"]),
    ("a number that no file holds", "template", {"version": 10**18}, ["version"]),
    ("nothing", "template", {"messages": {"sms": None}}, ["messages.sms"]),
    ("half a character", "block", {"long": ["a", "\udc00"]}, ["long.1"]),
    ("half a character as a name", "block", {"\ud800": "a"}, ["?"]),
    ("several", "block", {"a": 0.1, "b": [None]}, ["a", "b.0"]),
]


@pytest.mark.parametrize(("what", "kind", "written", "places"), UNFIT, ids=[what for what, *_ in UNFIT])
def test_what_no_file_could_hold_is_refused(what: str, kind: Kind, written: dict[str, Any], places: list[str]) -> None:
    del what
    with pytest.raises(Refused) as refused:
        unsaved(kind, "x", written)
    assert {problem.code for problem in refused.value.problems} == {"field-value"}
    assert [problem.where.partition(" ")[2] for problem in refused.value.problems] == places


def test_texts_are_taken_in_one_spelling() -> None:
    composed, apart = (unsaved("template", "invoice", {**copied("invoice"), "title": it}) for it in ("é", "e\u0301"))
    assert composed.hash == apart.hash
    assert composed.item == apart.item


def test_a_library_is_looked_up_once() -> None:
    kept = Remembered(LIBRARY)
    assert kept.template("invoice") is kept.template("invoice")
    assert kept.persona_text("invoice", "nobody") is None
    with pytest.raises(Refused):
        kept.dictionary("no-such")
