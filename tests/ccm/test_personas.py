"""`ccm template test`: what personas expect is held against what comes out, and what is wrong with one is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ccm.persona_tests import try_personas
from ccm.personas import personas
from content_blocks.problem import Refused
from templates_store.file_library import Library
from tests.ccm.targets import EXPOSED, exposed_library

RECORD = json.loads((EXPOSED / "personas/exposed/benign.json").read_text())["record"]
TEMPLATE = """\
template: short
version: '1.0'
title: {en: Short}
languages: [en]
class: exposed
dictionary: exposed
brands: [ahorn, wieland]
body:
  - {type: heading, id: headline, text: Short, short: '{{ name }} of {{ brand.name }}'}
"""


def library_with(folder: Path, **expectations: Any) -> Library:
    """A library with one short template and a persona for each of some expectations."""
    root = exposed_library(folder / "library")
    (root / "templates/short.yaml").write_text(TEMPLATE)
    (root / "personas/short").mkdir()
    for name, expect in expectations.items():
        persona = {"title": name, "record": RECORD, "expect": expect}
        (root / f"personas/short/{name}.json").write_text(json.dumps(persona))
    return Library(root)


def test_a_measure_is_the_same_for_all_brands_or_one_for_each(tmp_path: Path) -> None:
    library = library_with(
        tmp_path,
        each={"pages": {"ahorn": 1, "wieland": 2}},
        one={"pages": {"wieland": 1}, "segments": {"ahorn": 2}},
        same={"pages": 1},
    )
    told = {
        (verdict.persona, verdict.brand): [(problem.where, problem.params["expected"]) for problem in verdict.problems]
        for verdict in try_personas(library, "short")
    }
    assert told == {
        ("each", "ahorn"): [],
        ("each", "wieland"): [("pdf", 2)],
        ("one", "ahorn"): [("sms", 2)],
        ("one", "wieland"): [],
        ("same", "ahorn"): [],
        ("same", "wieland"): [],
    }


def test_a_template_is_called_by_its_name_in_its_folder(tmp_path: Path) -> None:
    """Its personas are found by the file's name, so another one inside would part them."""
    library = library_with(tmp_path)
    there = library.root / "templates/other.yaml"
    there.write_text(TEMPLATE)
    elsewhere = tmp_path / "other.yaml"
    elsewhere.write_text(TEMPLATE)
    with pytest.raises(Refused, match=r"templates/other\.yaml: item-name-differs"):
        library.template(str(there))
    assert library.template(str(elsewhere)).item.template == "short"


def test_every_fault_in_the_files_is_told_with_its_place(tmp_path: Path) -> None:
    library = library_with(
        tmp_path, brand={"pages": {"ahron": 1}}, number={"segments": "two"}, right={}, spelling={"prsent": ["headline"]}
    )
    (library.root / "personas/short/text.json").write_text("{")
    with pytest.raises(Refused) as refused:
        personas(library, "short")
    assert [(problem.where, problem.code) for problem in refused.value.problems] == [
        ("personas/short/brand.json expect", "brand-not-listed"),
        ("personas/short/number.json expect.segments", "field-not-a-number"),
        ("personas/short/spelling.json expect.prsent", "field-not-known"),
        ("personas/short/text.json", "record-not-json"),
    ]
