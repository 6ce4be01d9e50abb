"""Entries read off the model of an item: its annotations say what a field holds, its labels what people call it."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from content_blocks.theme import Colour, FileName
from web_editor.forms.shape import NOTHING, Entry, Kind, Option

_FORMS: dict[Any, Kind] = {get_args(Colour)[1]: "colour", get_args(FileName)[1]: "file"}


def entries(model: type[BaseModel], leave: frozenset[str] = frozenset()) -> tuple[Entry, ...]:
    """The fields of a model that have a label, in its order, without those to `leave` out."""
    return tuple(_entry(name, it) for name, it in model.model_fields.items() if name not in leave and _said(it))


def _entry(name: str, info: FieldInfo) -> Entry:
    said = _said(info)
    common: dict[str, Any] = {
        "label": said.get("label", NOTHING),
        "help": said.get("help", NOTHING),
        "required": info.is_required(),
    }
    annotation = info.annotation
    for form in info.metadata:
        if form in _FORMS:
            return Entry(name, _FORMS[form], **common)
    return _of(name, annotation, said, common)


def _of(name: str, annotation: Any, said: dict[str, Any], common: dict[str, Any]) -> Entry:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        found = next((_FORMS[it] for it in inner[1:] if it in _FORMS), None)
        return Entry(name, found, **common) if found else _of(name, inner[0], said, common)
    if origin in (Union, UnionType):
        return _of(name, next(it for it in inner if it is not NoneType), said, common)
    if origin is Literal:
        return Entry(name, "choice", options=tuple(_option(it, said) for it in inner), **common)
    if origin is dict:
        return Entry(name, "grid" if get_origin(inner[1]) is dict else "pairs", **common)
    if origin is tuple:
        return _several(name, inner, common)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Entry(name, "group", entries=entries(annotation), **common)
    return Entry(name, "flag" if annotation is bool else "number" if annotation is int else "line", **common)


def _several(name: str, inner: tuple[Any, ...], common: dict[str, Any]) -> Entry:
    """Records or single values under each other; as many as there are where their number is said."""
    one = _of("", inner[0], {}, {})
    kind: Kind = "rows" if one.kind == "group" else "values"
    held = one.entries if kind == "rows" else (one,)
    return Entry(name, kind, entries=held, fixed=inner[-1] is not Ellipsis, **common)


def _option(value: Any, said: dict[str, Any]) -> Option:
    return Option(str(value), said.get("choices", {}).get(str(value), {"en": str(value), "de": str(value)}))


def _said(info: FieldInfo) -> dict[str, Any]:
    return dict(info.json_schema_extra) if isinstance(info.json_schema_extra, dict) else {}
