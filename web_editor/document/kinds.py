"""What a field of an item holds, told from its annotation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints, WithJsonSchema

from content_blocks import item
from content_blocks.block import Block
from content_blocks.expressions import Expression
from content_blocks.text import Text

TextKind = Literal["inline", "line", "address"]
Kind = Literal[
    "text",
    "choice",
    "choices",
    "flag",
    "number",
    "identifier",
    "name",
    "expression",
    "condition",
    "list_path",
    "asset",
    "item",
    "version",
    "day",
    "codes",
    "note",
    "inputs",
    "entries",
    "part",
    "blocks",
    "plain",
]

_FORMS: tuple[tuple[Any, Kind], ...] = (
    (item.Identifier, "identifier"),
    (item.Name, "name"),
    (item.ItemName, "item"),
    (item.AssetName, "asset"),
    (item.Version, "version"),
)
_BY_PATTERN: dict[str, Kind] = {get_args(form)[1].pattern: kind for form, kind in _FORMS}
_BY_FORMAT: dict[str, Kind] = {"expression": "expression", "condition": "condition", "list": "list_path"}


@dataclass(frozen=True)
class Held:
    """What a field holds; see `FieldShape` for the words.  `model` is that of its entries or of the part."""

    kind: Kind
    text: TextKind | None = None
    choices: tuple[str | int, ...] = ()
    block_types: bool = False
    flag: bool = False
    min: int | None = None
    max: int | None = None
    model: type[BaseModel] | None = None
    keyed: bool = False
    keys: tuple[str, ...] = ()
    cells: bool = False


def held(annotation: Any, metadata: Iterable[Any] = (), name: str = "") -> Held:
    """What a field with this annotation holds; `plain` for a text of no known form.

    `name` tells remarks from other texts, as the item hash does.
    """
    kind, said = _unwrapped(annotation, metadata)
    return _bounded(_held(kind, said, name), said)


def _unwrapped(annotation: Any, metadata: Iterable[Any]) -> tuple[Any, list[Any]]:
    """The annotation without `Annotated` and without `None`, and everything that was said about it."""
    said = list(metadata)
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *more = get_args(annotation)
            said += more
        elif origin in (Union, UnionType) and NoneType in get_args(annotation):
            annotation = Union[tuple(one for one in get_args(annotation) if one is not NoneType)]  # noqa: UP007
        else:
            return annotation, said


def _held(kind: Any, said: Sequence[Any], name: str) -> Held:
    match get_origin(kind):
        case None:
            return _single(kind, said, name)
        case origin if origin is Literal:
            return Held("choice", choices=get_args(kind))
        case origin if origin in (Union, UnionType):
            return _of_several(get_args(kind))
        case origin if origin is dict:
            return _map(*get_args(kind))
        case _:
            return _list(get_args(kind)[0])


def _single(kind: Any, said: Sequence[Any], name: str) -> Held:
    if not isinstance(kind, type):
        return Held("plain")
    if issubclass(kind, Text):
        return Held("text", text=_text_kind(kind))
    if issubclass(kind, Expression):
        return Held(_BY_FORMAT[_format(said)])
    if issubclass(kind, BaseModel):
        return Held("part", model=kind)
    if kind is date:
        return Held("day")
    if kind in (bool, int):
        return Held("flag" if kind is bool else "number")
    patterns = [one.pattern for one in said if isinstance(one, StringConstraints)]
    return Held(next((_BY_PATTERN[str(one)] for one in patterns if str(one) in _BY_PATTERN), _unformed(name)))


def _text_kind(kind: type[Text]) -> TextKind:
    return next(name for name in get_args(TextKind) if name == kind.kind)


def _unformed(name: str) -> Kind:
    return "note" if name == "note" else "plain"


def _of_several(kinds: tuple[Any, ...]) -> Held:
    """Yes, no, or some of several: what else there may be is a text to this room."""
    lists = [_list(get_args(kind)[0]) for kind in kinds if get_origin(kind) is tuple]
    return replace(lists[0], flag=True) if bool in kinds and lists else Held("plain")


def _map(key: Any, value: Any) -> Held:
    inner, _ = _unwrapped(value, ())
    if isinstance(inner, type) and issubclass(inner, Expression):
        return Held("inputs")
    keys = get_args(key) if get_origin(key) is Literal else ()
    return replace(_list(value), keyed=True, keys=keys)


def _list(entry: Any) -> Held:
    inner, said = _unwrapped(entry, ())
    if get_origin(inner) is Literal:
        return Held("choices", choices=get_args(inner))
    if get_origin(inner) is tuple:
        return Held("blocks", cells=True)
    if not isinstance(inner, type):
        return Held("plain")
    if issubclass(inner, Block):
        return Held("blocks")
    if issubclass(inner, Text):
        return Held("entries", text=_text_kind(inner))
    if issubclass(inner, BaseModel):
        return Held("entries", model=inner)
    return Held("choices", block_types=True) if _format(said) == "block type" else Held("codes")


def _format(said: Iterable[Any]) -> str:
    schemas = [one.json_schema or {} for one in said if isinstance(one, WithJsonSchema)]
    return next((str(schema.get("format", "")) for schema in schemas), "")


def _bounded(what: Held, said: Iterable[Any]) -> Held:
    """The same with the bounds that annotated-types state, whatever their names."""
    low = [getattr(one, name) for one in said for name in ("ge", "min_length") if hasattr(one, name)]
    high = [getattr(one, name) for one in said for name in ("le", "max_length") if hasattr(one, name)]
    return replace(what, min=next(iter(low), None), max=next(iter(high), None))
