"""What can be written into blocks: read off their types, complete, and with words for people."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from content_blocks.block_reading import block_types
from tests.ccm.test_new_block_type import with_the_file
from tests.golden import Golden
from web_editor.document import FieldShape, get, put, shapes, shapes_as_json, template_fields
from web_editor.document.shapes import Choice, as_json, every

ALL = {name: shape.fields for name, shape in shapes().items()} | {"template": template_fields()}


def readable(fields: tuple[FieldShape, ...], indent: str = "  ") -> Iterator[str]:
    for field in fields:
        kind = f"{field.kind} {field.text}" if field.text else field.kind
        words = [f"{indent}{field.name}: {kind}", *_facts(field), f"({field.label['en']} · {field.label['de']})"]
        yield " ".join(words)
        if field.kind != "entries" or field.name != "channels":
            yield from readable(field.fields, indent + "    ")


def _facts(field: FieldShape) -> Iterator[str]:
    if field.required:
        yield "required"
    for name in ("default", "min", "max", "shorthand"):
        if getattr(field, name) is not None:
            yield f"{name}={json.dumps(getattr(field, name), ensure_ascii=False)}"
    yield from (name for name in ("flag", "keyed", "cells") if getattr(field, name))
    for name in ("choices", "keys"):
        if values := [str(choice.value) for choice in getattr(field, name)]:
            yield f"{name}={'|'.join(values) if len(values) < 9 else len(values)}"


def test_the_shapes_of_all_block_types(golden: Golden) -> None:
    lines = []
    for name, shape in shapes().items():
        own = tuple(field for field in shape.fields if name == "text" or field.name not in _SHARED)
        holds = f" holds {'/'.join(shape.holds)}" if shape.holds else ""
        lines += [f"{name} ({shape.title['en']} · {shape.title['de']}) {shape.place}{holds}", *readable(own), ""]
    lines += ["template", *readable(template_fields())]
    golden("editor/shapes.txt", "\n".join(lines))


_SHARED = ("lock", "mandatory", "short", "channels", "note")


def test_every_block_type_has_one() -> None:
    assert shapes().keys() == block_types().keys()
    assert all(field.name not in ("type", "id") for shape in shapes().values() for field in shape.fields)


@pytest.mark.parametrize("name", ALL)
def test_every_field_is_called_something_in_both_languages(name: str) -> None:
    fields = list(every(ALL[name]))
    assert [field.name for field in fields if not all(field.label.values()) or field.label.keys() != {"en", "de"}] == []
    assert [field.name for field in fields if bool(field.help["en"]) != bool(field.help["de"])] == []


@pytest.mark.parametrize("name", ALL)
def test_every_choice_is_called_something_else_than_in_files(name: str) -> None:
    choices: list[Choice] = [
        choice for field in every(ALL[name]) if field.name != "accepts" for choice in (*field.choices, *field.keys)
    ]
    assert [choice.value for choice in choices if str(choice.value) in choice.label.values()] == []


def test_as_json_they_say_what_they_say() -> None:
    said = json.loads(json.dumps(shapes_as_json()))
    level = next(field for field in said["blocks"]["heading"]["fields"] if field["name"] == "level")
    assert [choice["value"] for choice in level["choices"]] == [1, 2, 3]
    assert {field["name"] for field in said["template"]} >= {"title", "messages.subject", "messages.deep_link"}
    table = {field["name"]: field for field in said["blocks"]["table"]["fields"]}
    assert table["as"]["kind"] == "name"
    assert [field["name"] for field in table["carry"]["fields"] if field["required"]] == [
        "column",
        "sum",
        "brought",
        "carried",
        "show",
    ]


def test_a_new_block_type_gets_a_shape_and_is_edited() -> None:
    """The one file of `new_type/quote.py`, in a process that found it: no line of the editor knows of it."""
    program = f"from {__name__} import the_new_type\nprint(the_new_type())"
    said = json.loads(with_the_file(program))
    assert [(field["name"], field["kind"], field.get("text")) for field in said["shape"]["fields"][:2]] == [
        ("text", "text", "inline"),
        ("by", "text", "line"),
    ]
    assert said["shape"]["fields"][0]["help"]["de"] == "Was gesagt wurde."
    assert said["after"] == {"en": "A **fair** bank!", "de": "Eine **faire** Bank für {{ customer.name }}."}
    assert said["same"]


def the_new_type() -> str:
    """Its shape, and its specimen with other words in it."""
    from tests.web_editor.document.documents import AUTHOR, nodes
    from tests.web_editor.document.test_lens import letter

    before = letter(dict(block_types()["quote"].specimen))
    document = get(before, "en", AUTHOR)
    same = put(document, before, "en", AUTHOR) == before
    words = next(node for node in nodes(document, "words") if node["attrs"]["field"] == "text")
    words["content"] = [*words["content"][:2], {"type": "text", "text": " bank!"}]
    after = put(document, before, "en", AUTHOR)["body"][0]["text"]
    return json.dumps({"shape": as_json(shapes()["quote"]), "after": after, "same": same})
