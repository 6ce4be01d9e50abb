"""Forms made from a schema: what nobody touches comes back exactly, and rows go where they are moved."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from content_blocks.dictionary import Dictionary
from content_blocks.item import read_item
from content_blocks.problem import Refused
from content_blocks.yaml_source import read_yaml
from templates_store.file_library import SHIPPED
from web_editor import brands, personas, workflow_form
from web_editor.brands import Offered
from web_editor.forms.acting import act
from web_editor.forms.drawing import Drawn
from web_editor.forms.reading import read
from web_editor.forms.shape import COUNT, STEP, Entry

PERSONAS = sorted((SHIPPED / "personas").glob("*/*.json"))
LIST = {"lines": ["a", "b", "c"], "map": {"x": "1", "y": "2"}}


def posted(drawn: Drawn) -> dict[str, str]:
    """What a browser would send of a field that nobody touched."""
    if drawn.entry.kind == "grid":
        return {it.path: it.value for row in drawn.rows for it in row.inside}
    inside = (*drawn.inside, *drawn.rows)
    found = {name: value for it in inside for name, value in posted(it).items()}
    if drawn.entry.kind in ("rows", "values", "pairs") and not drawn.inside:
        found[f"{drawn.path}{STEP}{COUNT}"] = str(len(drawn.rows))
    return found or {drawn.path: drawn.value}


def all_posted(fields: dict[str, Drawn]) -> dict[str, str]:
    return {name: value for it in fields.values() for name, value in posted(it).items()}


def content(*path: str) -> Any:
    return read_yaml(SHIPPED.joinpath(*path).read_text(encoding="utf-8")).content


@pytest.mark.parametrize("name", ["ahorn", "wieland"])
def test_a_brand_that_nobody_touched_comes_back_as_it_was(name: str) -> None:
    theme = dict(content("themes", name, "theme.yaml"))
    written = brands.written(all_posted(brands.form(theme, Offered())), theme, Offered())
    assert (written.content, written.files) == (theme, {})


@pytest.mark.parametrize("path", PERSONAS, ids=lambda it: f"{it.parent.name}/{it.stem}")
def test_a_persona_that_nobody_touched_comes_back_as_it_was(path: Path) -> None:
    template = content("templates", f"{path.parent.name}.yaml")
    dictionary = read_item(Dictionary, content("dictionaries", f"{template['dictionary']}.yaml"))
    persona = personas.of_text(path.read_bytes(), path.name)
    written = personas.written(all_posted(personas.form(persona, dictionary)), persona, dictionary)
    assert written == persona
    assert json.loads(personas.as_text(written)) == json.loads(path.read_bytes())


def test_a_workflow_that_nobody_touched_comes_back_as_it_was() -> None:
    workflow = dict(content("workflows", "standard.yaml"))
    ticked = workflow_form.passes(workflow)
    boxes = {f"passes/{at}/{n}": "on" for at, flags in enumerate(ticked) for n, on in enumerate(flags) if on}
    written = workflow_form.written({**all_posted(workflow_form.form(workflow)), **boxes}, workflow)
    assert workflow_form.as_item(written) == workflow


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("drop lines/1", ["a", "c"]),
        ("copy lines/0", ["a", "a", "b", "c"]),
        ("up lines/2", ["a", "c", "b"]),
        ("up lines/0", ["a", "b", "c"]),
        ("down lines/0", ["b", "a", "c"]),
        ("down lines/2", ["a", "b", "c"]),
        ("add lines", ["a", "b", "c", "c"]),
    ],
)
def test_rows_are_changed(action: str, expected: list[str]) -> None:
    assert act(LIST, action)["lines"] == expected


def test_a_map_is_changed_the_same_way_and_what_is_missing_is_begun() -> None:
    assert act(LIST, "drop map/0")["map"] == {"y": "2"}
    assert act(LIST, "add map")["map"] == {"x": "1", "y": "2", "": ""}
    assert act({}, "add a/b") == {"a": {"b": [{}]}}


@pytest.mark.parametrize(
    "action", ["drop lines/9", "drop lines/x", "burn lines/0", "drop none/0", "add lines/0/x", "up"]
)
def test_what_is_no_action_is_refused(action: str) -> None:
    with pytest.raises(Refused):
        act(LIST, action)


def test_values_keep_their_kind_and_their_spelling() -> None:
    entries = (
        Entry("count", "number"),
        Entry("flag", "flag"),
        Entry("colour", "colour"),
        Entry("gone", "line", required=False),
    )
    form = Entry("", "group", entries=entries)
    before = {"other": 1, "count": Decimal("1.50"), "gone": "x"}
    same = read(form, {"count": "1.50", "flag": "true", "colour": "#ABCDEF", "gone": ""}, before)
    assert same == {"other": 1, "count": Decimal("1.50"), "flag": True, "colour": "#abcdef"}
    assert read(form, {"count": "12", "flag": "maybe"}, before)["count"] == 12
    with pytest.raises(Refused):
        read(Entry("", "group", entries=(Entry("l", "rows"),)), {"l/#": "99999999"})


def test_a_contrast_is_told_for_every_pair_and_none_for_what_is_no_colour() -> None:
    palette = content("themes", "ahorn", "theme.yaml")["palette"]
    found = list(brands.contrasts({**palette, "muted": "grey"}, "palette"))
    assert {(it.ratio is None, it.readable) for it in found if it.place == "palette/muted"} == {(True, False)}
    assert all(it.readable for it in found if it.place != "palette/muted")


@pytest.mark.parametrize(
    ("title", "name"), [("Frau Größe", "frau-grosse"), ("Ελένη", "persona"), ("A b!", "a-b-2"), ("x" * 90, "x" * 60)]
)
def test_a_name_in_files_is_made_of_a_title(title: str, name: str) -> None:
    assert personas.name_for(title, {"a-b"}) == name
