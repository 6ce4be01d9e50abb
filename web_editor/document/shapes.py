"""What can be written into a block: read off the block types, so that a new type has its form without any code here.

A shape says of every field how it is called, what it holds and which bounds it has; the browser gets the same as JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, cached_property
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from content_blocks.block import Block, Level, Words
from content_blocks.block_reading import block_types
from content_blocks.changes import BY_FIELD
from content_blocks.content_block import ContentBlock
from content_blocks.document import LockMode
from content_blocks.lock_mode import Operation
from content_blocks.template import MessageLines, Template
from content_blocks.text import Text
from web_editor.document.kinds import Held, Kind, TextKind, held

Structure = Literal["text", "entries", "part", "blocks", "setting"]
"""How a field stands in the document: as nodes of one of these kinds, or among the settings of its block."""


@dataclass(frozen=True)
class Choice:
    """One of the values a field may have, and what people call it."""

    value: str | int
    label: Words


@dataclass(frozen=True)
class FieldShape:
    """A field: `name` as files spell it, and what it may hold.

    `text` is the kind of a text; `choices` are the values one may choose, `flag` says that yes and no (all and none
    of them) are allowed as well.  `min` and `max` bound a number, or how many entries there are.  `fields` are those
    of each entry or of a part; entries without fields are texts.  A `keyed` field is a map, `keys` what its keys may
    be if that is a closed set; `cells` says that blocks stand in several compartments.  An entry that holds nothing
    but its field `shorthand` may be written as that value alone.  `operation` is what locks call changing it.
    """

    name: str
    kind: Kind
    label: Words
    help: Words
    required: bool
    default: Any = None
    text: TextKind | None = None
    choices: tuple[Choice, ...] = ()
    flag: bool = False
    min: int | None = None
    max: int | None = None
    fields: tuple[FieldShape, ...] = ()
    keyed: bool = False
    keys: tuple[Choice, ...] = ()
    cells: bool = False
    shorthand: str | None = None
    operation: Operation = "style"
    attribute: str = ""

    @cached_property
    def structure(self) -> Structure:
        """How it stands in the document."""
        match self.kind:
            case "text" | "entries" | "part" | "blocks":
                return self.kind
            case _:
                return "setting"

    def key(self, content: Mapping[str, Any]) -> str:
        """Under which key some content has it: files may use the name that the program gives it, too."""
        return self.attribute if self.attribute in content and self.name not in content else self.name


@dataclass(frozen=True)
class Shape:
    """A block type: what it is called, where it may stand, which blocks it holds, and its fields, its own ones first.

    `lock` is the mode of a block that states none.
    """

    type: str
    title: Words
    place: Level
    holds: tuple[Level, ...]
    deepest: int
    lock: LockMode
    fields: tuple[FieldShape, ...]

    @cached_property
    def compartments(self) -> tuple[FieldShape, ...]:
        """The fields that hold blocks."""
        return tuple(field for field in self.fields if field.kind == "blocks")


@cache
def shapes() -> Mapping[str, Shape]:
    """The shape of every block type by its name."""
    return {name: _of_block(kind) for name, kind in block_types().items()}


@cache
def template_fields() -> tuple[FieldShape, ...]:
    """The fields of a template that are texts of its own: its title and the message lines, as `messages.subject`."""
    lines = (_field(MessageLines, name, f"messages.{name}") for name in MessageLines.model_fields)
    return (_field(Template, "title"), *lines)


@cache
def content_block_shape() -> Shape:
    """A content block as if it were a block around its own wording: what a document of one shows of it.

    Its name and number are not among the fields: nobody edits them.
    """
    known = [name for name in ContentBlock.model_fields if name not in (*NAMED, LONG)]
    fields = tuple(_field(ContentBlock, name) for name in sorted(known, key=lambda name: name in BELOW))
    words = _said(ContentBlock.model_fields[LONG])
    wording = FieldShape(LONG, "blocks", words["label"], words["help"], required=True, operation="word", attribute=LONG)
    title = {"en": "Content block", "de": "Textbaustein"}
    return Shape(CONTENT_BLOCK, title, "template", ("leaf", "piece"), 1, "open", (*fields, wording))


CONTENT_BLOCK = "content_block"
NAMED = ("block", "version")
LONG = "long"
BELOW = ("inputs", "blanks", "note")
"""What is written below the wording's two forms."""


def shapes_as_json() -> dict[str, Any]:
    """All shapes as plain data: `blocks` by type, and the `template`'s own texts."""
    return {
        "blocks": {name: as_json(shape) for name, shape in shapes().items()},
        "template": [as_json(field) for field in template_fields()],
    }


def as_json(shape: object) -> Any:
    """A shape, or anything in one, as plain data; what says nothing is left out."""
    match shape:
        case tuple():
            return [as_json(one) for one in shape]
        case Mapping():
            return {key: as_json(value) for key, value in shape.items()}
    if not is_dataclass(shape):
        return shape
    said = ((field.name, getattr(shape, field.name), field.default) for field in fields(shape))
    return {name: as_json(value) for name, value, default in said if name != "attribute" and value != default}


def _of_block(kind: type[Block]) -> Shape:
    own = [name for name in kind.model_fields if name not in Block.model_fields]
    shared = [name for name in kind.model_fields if name not in own and name not in ("type", "id")]
    return Shape(
        type=kind.type_name,
        title=kind.title,
        place=kind.place,
        holds=tuple(level for level in ("leaf", "piece", "template") if level in kind.holds),
        deepest=kind.deepest,
        lock=kind.model_fields["lock"].default,
        fields=tuple(_field(kind, name) for name in (*own, *shared)),
    )


def _field(model: type[BaseModel], attribute: str, called: str = "") -> FieldShape:
    info = model.model_fields[attribute]
    what = held(info.annotation, info.metadata, attribute)
    words = _said(info)
    return FieldShape(
        name=called or info.alias or attribute,
        kind=what.kind,
        label=words.get("label", _NO_WORDS),
        help=words.get("help", _NO_WORDS),
        required=info.is_required(),
        default=_plain(info),
        text=what.text,
        choices=_choices(what, words),
        flag=what.flag,
        min=what.min,
        max=what.max,
        fields=tuple(_field(what.model, name) for name in what.model.model_fields) if what.model else (),
        keyed=what.keyed,
        keys=tuple(_choice(value, words) for value in what.keys),
        cells=what.cells,
        shorthand=getattr(what.model, "shorthand", None),
        operation=_operation(model, attribute, what.kind),
        attribute=attribute,
    )


def _operation(model: type[BaseModel], attribute: str, kind: Kind) -> Operation:
    """What changing a field is called: by the field where that is a block's own, or else by what it holds."""
    if issubclass(model, Block) and attribute in BY_FIELD and kind != "text":
        return BY_FIELD[attribute]
    return _OPERATIONS.get(kind, "style")


_OPERATIONS: Mapping[Kind, Operation] = {
    **dict.fromkeys(("condition", "list_path", "expression", "inputs"), "condition"),
    **dict.fromkeys(("text", "entries", "part"), "word"),
}

_NO_WORDS: Words = {"en": "", "de": ""}


def _said(info: FieldInfo) -> Mapping[str, Any]:
    return info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}


def _choices(what: Held, words: Mapping[str, Any]) -> tuple[Choice, ...]:
    if what.block_types:
        return tuple(Choice(name, kind.title) for name, kind in block_types().items())
    return tuple(_choice(value, words) for value in what.choices)


def _choice(value: str | int, words: Mapping[str, Any]) -> Choice:
    return Choice(value, words.get("choices", {}).get(str(value), {"en": str(value), "de": str(value)}))


def _plain(info: FieldInfo) -> Any:
    """What stands for a field that is left out, as files would write it; None for nothing."""
    value = None if info.is_required() else info.get_default(call_default_factory=True)
    match value:
        case tuple() if not any(isinstance(one, BaseModel | Text) for one in value):
            return list(value) or None
        case str() | int():
            return value
        case _:
            return None


def every(fields: tuple[FieldShape, ...]) -> Iterator[FieldShape]:
    """Some fields and all fields inside them."""
    for field in fields:
        yield field
        yield from every(field.fields)
