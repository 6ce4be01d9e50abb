"""The library's files: their layout, their translations, what is approved with them, and which version is in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from approvals.workflow import FOUNDING
from content_blocks.check import check_bundle
from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Field, compile_reader
from content_blocks.problem import Refused
from content_blocks.stamp import source_language, stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from templates_store.choose import choose
from templates_store.file_library import SHIPPED, Library
from templates_store.item_files import Loaded
from templates_store.resolve import resolve
from tests.templates_store.shipped import BRANDS, LANGUAGES, LIBRARY, TEMPLATES, item_files, template, uses

TODAY = date(2026, 11, 2)
BLOCKS = [LIBRARY.block(listed) for name in LIBRARY.block_names() for listed in LIBRARY.block_versions(name)]
DICTIONARIES = sorted({template(name).dictionary for name in TEMPLATES})


def named(path: Path) -> str:
    """A file by its place in the library."""
    return str(path.relative_to(SHIPPED))


@pytest.mark.parametrize("path", item_files(), ids=named)
def test_files_are_in_the_canonical_layout_and_stamped(path: Path) -> None:
    text = path.read_text("utf-8")
    content = read_yaml(text).content
    source = source_language(content)
    assert write_yaml(stamp(content, source) if source else content) == text


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_have_nothing_to_complain_about(name: str) -> None:
    for brand in BRANDS:
        for language in LANGUAGES:
            assert check_bundle(resolve(LIBRARY, LIBRARY.template(name), language, brand, TODAY), TODAY) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_are_complete_in_every_language(name: str) -> None:
    item = template(name)
    assert set(item.languages) == set(LANGUAGES)
    assert set(item.brands) == set(BRANDS)
    for place, text in item.texts():
        assert all(text.speaks(language) for language in LANGUAGES), place
        assert text.stale(item.source_language) == (), place


@pytest.mark.parametrize("loaded", BLOCKS, ids=lambda loaded: loaded.file)
def test_content_blocks_are_complete(loaded: Loaded[ContentBlock]) -> None:
    item = loaded.item
    assert loaded.file == f"blocks/{item.block}/{item.version}.yaml"
    assert all((item.owner, item.citation, item.jurisdiction, item.short))
    assert (item.effective.start or date.max) < item.review_by
    for place, text in item.texts():
        assert all(text.speaks(language) for language in LANGUAGES), place
        assert text.stale(item.source_language) == (), place


def test_there_are_a_dozen_content_blocks_and_all_are_used() -> None:
    used = {use.block for name in TEMPLATES for use in uses(name)}
    assert set(LIBRARY.block_names()) == used
    assert len(used) >= 12


def test_some_uses_are_pinned_and_some_follow() -> None:
    every = [use for name in TEMPLATES for use in uses(name)]
    assert {use.follow for use in every} == {None, "approved"}


def test_a_pin_is_the_hash_of_its_version() -> None:
    hashes = {(loaded.item.block, loaded.item.version): loaded.hash for loaded in BLOCKS}
    for name in TEMPLATES:
        for use in uses(name):
            assert use.follow or hashes[use.block, str(use.version)] == use.hash, f"{name} {use.id}"


IN_FORCE = [
    ("complaints", "2025-07-19", "1.0"),
    ("complaints", "2025-07-20", "2.0"),
    ("deposit-guarantee", "2026-06-30", "1.0"),
    ("deposit-guarantee", "2026-07-01", "1.1"),
    ("overdraft-interest", "2026-12-31", "1.0"),
    ("overdraft-interest", "2027-01-01", "1.1"),
    ("data-protection", "2024-12-31", None),
]


@pytest.mark.parametrize(("name", "day", "version"), IN_FORCE)
def test_the_version_of_the_day_is_chosen(name: str, day: str, version: str | None) -> None:
    chosen = choose(LIBRARY.block_versions(name), date.fromisoformat(day))
    assert (chosen and chosen.version) == version


@pytest.mark.parametrize("name", DICTIONARIES)
def test_every_field_of_a_dictionary_is_labelled_and_has_a_sample_that_fits(name: str) -> None:
    dictionary = LIBRARY.dictionary(name).item
    for path in dictionary.paths():
        field = dictionary.field(path)
        assert field is not None
        assert set(LANGUAGES) <= field.label.keys(), path
        assert field.sample is not None or field.type in ("group", "list"), path
        assert all(set(LANGUAGES) <= words.keys() for words in (field.choices or {}).values()), path
    assert compile_reader(dictionary, text=False)(sample(name))


def sample(name: str) -> dict[str, object]:
    """A record made of a dictionary's samples."""
    return _sample(LIBRARY.dictionary(name).item.fields)


def _sample(fields: Mapping[str, Field]) -> dict[str, object]:
    record: dict[str, object] = {}
    for name, field in fields.items():
        inside = _sample(field.fields) if field.fields else {}
        record[name] = {"group": inside, "list": [inside]}.get(field.type, field.sample)
    return record


def test_the_workflow_that_ships_is_the_founding_one() -> None:
    assert LIBRARY.workflow_names() == ["standard"]
    assert LIBRARY.workflow("standard").item == FOUNDING


def test_every_document_class_has_its_workflow() -> None:
    classes = [path.stem for path in sorted((SHIPPED / "classes").glob("*.yaml"))]
    assert {LIBRARY.document_class(name).item.workflow for name in classes} <= set(LIBRARY.workflow_names())


@pytest.mark.parametrize(
    ("name", "content", "where", "code"),
    [
        ("none", None, "workflows/none.yaml", "item-unknown"),
        ("own", "standard", "workflows/own.yaml", "item-name-differs"),
        ("short", "short", "workflows/short.yaml:15 routes", "route-step-unknown"),
    ],
)
def test_which_workflows_cannot_be_read(tmp_path: Path, name: str, content: str | None, where: str, code: str) -> None:
    (tmp_path / "workflows").mkdir()
    text = (SHIPPED / "workflows" / "standard.yaml").read_text("utf-8")
    if content:
        text = text.replace("workflow: standard", f"workflow: {content}")
        text = text if code == "item-name-differs" else text.replace("style: [content]", "style: [legal]")
        (tmp_path / "workflows" / f"{name}.yaml").write_text(text, "utf-8")
    with pytest.raises(Refused) as refused:
        Library(tmp_path).workflow(name)
    assert [(problem.where, problem.code) for problem in refused.value.problems] == [(where, code)]
