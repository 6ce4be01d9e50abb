"""Fields of a data dictionary as forms: one field's attributes, and fields added, renamed, moved and removed.

Pure.  Paths are those of the dictionary, `account.transactions[].amount`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from content_blocks.dictionary import FIELD_TYPES
from content_blocks.dictionary.field_types import ATTRIBUTES, ROLES
from content_blocks.problem import refuse
from web_editor.forms.drawing import Drawn, draw
from web_editor.forms.reading import Posted, read
from web_editor.forms.shape import Entry, Option, Words

Content = dict[str, Any]
SPOKEN = ("de", "en")
CONTAINERS = ("group", "list")
COMMON = frozenset({"name", "type", "required", "privacy", "as", "label", "sample"})


@dataclass(frozen=True)
class Row:
    """A field as a row of the table, at a depth."""

    path: str
    depth: int
    field: Mapping[str, Any]


def rows(fields: Mapping[str, Any], above: str = "", depth: int = 0) -> Iterator[Row]:
    """Fields with those inside of groups and lists, in the order written."""
    for name, field in fields.items():
        path = f"{above}{name}"
        yield Row(path, depth, field)
        inside = f"{path}[]." if field["type"] == "list" else f"{path}."
        yield from rows(field.get("fields") or {}, inside, depth + 1)


def field_at(content: Content, path: str) -> Content:
    """A field by its path; raises Refused where there is none."""
    holder, name = _holder(content, path)
    found: Content = holder[name]
    return found


def form(content: Content, path: str, field: Content, types: Mapping[str, Words]) -> dict[str, Drawn]:
    """The fields of the form of a field; `types` says how types are called."""
    return {it.entry.name: it for it in draw(_entry(content, types), _flat(path, field)).inside}


def written(
    posted: Posted, content: Content, path: str, before: Content, types: Mapping[str, Words]
) -> tuple[str, Content]:
    """The name and the content of a field as they were posted; attributes that its type has not are left out."""
    found: Content = read(_entry(content, types), posted, _flat(path, before))
    name = str(found.pop("name"))
    kind = str(found["type"])
    choices = found.pop("choices", [])
    if kind == "choice":
        found["choices"] = {
            str(it.get("value", "")): {
                language: it[language] for language in it if language != "value" and it[language]
            }
            for it in choices
        }
    kept = {key: value for key, value in found.items() if kind in ATTRIBUTES.get(key, {kind})}
    kept = {key: value for key, value in kept.items() if value not in ("", {}, None)}
    if kind in CONTAINERS:
        kept.setdefault("fields", {"text": {"type": "text"}})  # there is no empty one
        kept = {key: value for key, value in kept.items() if key not in ("privacy", "sample")}
    return name, _usual_left_out(kept, before)


def put(content: Content, path: str, inside: str, name: str, field: Content) -> Content:
    """The content with a field in the place of the one at a path, or as a new one inside of a group, a list or all."""
    made = deepcopy(content)
    if not path:
        holder = field_at(made, inside).setdefault("fields", {}) if inside else made["fields"]
        if name in holder:
            raise refuse("name", "field-there", field=name)
        holder[name] = field
        return made
    holder, old = _holder(made, path)
    if name != old and name in holder:
        raise refuse("name", "field-there", field=name)
    kept = {name if key == old else key: field if key == old else value for key, value in holder.items()}
    holder.clear()
    holder.update(kept)
    return made


def move(content: Content, path: str, by: int) -> Content:
    """The content with a field further up or down among its own."""
    made = deepcopy(content)
    holder, name = _holder(made, path)
    names = list(holder)
    at = names.index(name)
    names.insert(max(0, at + by), names.pop(at))
    kept = {it: holder[it] for it in names}
    holder.clear()
    holder.update(kept)
    return made


def containers(content: Content) -> list[Row]:
    """The groups and lists that a field can be put into."""
    return [it for it in rows(content["fields"]) if it.field["type"] in CONTAINERS]


def _holder(content: Content, path: str) -> tuple[Content, str]:
    """What holds a field, and its name there."""
    fields: Content = content["fields"]
    *above, name = path.replace("[]", "").split(".")
    for step in above:
        inner = fields.get(step)
        if not isinstance(inner, dict) or not isinstance(inner.get("fields"), dict):
            raise refuse(path, "field-unknown")
        fields = inner["fields"]
    if name not in fields:
        raise refuse(path, "field-unknown")
    return fields, name


def _usual_left_out(field: Content, before: Content) -> Content:
    """What means the same unsaid stays unsaid, unless it was said."""
    usual = {"required": True, "privacy": "personal"}
    return {key: value for key, value in field.items() if key in before or usual.get(key) != value}


def _flat(path: str, field: Content) -> Content:
    """A field as its form has it: with its name, and its choices under each other."""
    choices = [{"value": value, **words} for value, words in (field.get("choices") or {}).items()]
    usual = {"required": True, "privacy": "personal"}
    return {**usual, **field, "name": path.rpartition(".")[2], "choices": choices}


def _entry(content: Content, types: Mapping[str, Words]) -> Entry:
    languages = dict.fromkeys([*SPOKEN, *content.get("title", {})])
    named = tuple(Entry(it, "line", _IN.get(it, {"en": it, "de": it}), required=False, longest=200) for it in languages)
    choices = (Entry("value", "line", {"en": "Value", "de": "Wert"}), *named)
    optional: dict[str, Any] = {"required": False}
    return Entry(
        "",
        "group",
        entries=(
            Entry("name", "line", {"en": "Name in files", "de": "Name in Dateien"}, longest=60),
            Entry(
                "type",
                "choice",
                {"en": "Type", "de": "Art"},
                options=tuple(Option(it, types[it]) for it in FIELD_TYPES),
            ),
            Entry("required", "flag", {"en": "Has to be there", "de": "Muss vorhanden sein"}),
            Entry("privacy", "choice", {"en": "Protection", "de": "Schutz"}, options=_PRIVACY, **optional),
            Entry("as", "choice", {"en": "Stands for", "de": "Steht für"}, options=_ROLE_OPTIONS, **optional),
            Entry("label", "group", {"en": "Label", "de": "Bezeichnung"}, entries=named, **optional),
            Entry("sample", "line", {"en": "Sample", "de": "Beispielwert"}, longest=2000, **optional),
            Entry("choices", "rows", {"en": "Choices", "de": "Auswahl"}, entries=choices, **optional),
            *(Entry(name, kind, label, **optional) for name, kind, label in _BOUNDS),
        ),
    )


_IN: Mapping[str, Words] = {
    "de": {"en": "in German", "de": "auf Deutsch"},
    "en": {"en": "in English", "de": "auf Englisch"},
}
_PRIVACY = (
    Option("public", {"en": "public", "de": "öffentlich"}),
    Option("personal", {"en": "personal", "de": "persönlich"}),
    Option("sensitive", {"en": "sensitive", "de": "besonders geschützt"}),
)
_ROLE_WORDS: Mapping[str, tuple[str, str]] = {
    "id": ("number of the record", "Nummer des Datensatzes"),
    "language": ("language", "Sprache"),
    "preferred_channel": ("preferred channel", "bevorzugter Kanal"),
    "email": ("email address", "E-Mail-Adresse"),
    "phone": ("mobile number", "Mobilnummer"),
    "push_token": ("app token", "App-Kennung"),
    "push_platform": ("platform of the app", "Plattform der App"),
    "name": ("name", "Name"),
    "postal_address": ("postal address", "Anschrift"),
}
_ROLE_OPTIONS = tuple(Option(it, {"en": _ROLE_WORDS[it][0], "de": _ROLE_WORDS[it][1]}) for it in ROLES)
_BOUNDS: tuple[tuple[str, Any, Words], ...] = (
    ("max_length", "number", {"en": "Characters at most", "de": "Höchstens so viele Zeichen"}),
    ("min", "line", {"en": "Least value", "de": "Kleinster Wert"}),
    ("max", "line", {"en": "Greatest value", "de": "Größter Wert"}),
    ("digits", "number", {"en": "Decimal places", "de": "Nachkommastellen"}),
    ("currency", "line", {"en": "Currency", "de": "Währung"}),
    ("currency_from", "line", {"en": "Field that names the currency", "de": "Feld, das die Währung nennt"}),
    ("key", "line", {"en": "Field that no two share", "de": "Feld, das einmalig ist"}),
    ("max_items", "number", {"en": "Elements at most", "de": "Höchstens so viele Elemente"}),
)
