"""A persona as a form: its title, its day and its record, told from the data dictionary; and its file again.

Pure.  What the form does not show, such as what is expected of it, stays as it is.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any

from ccm.batch.records.exact import exact_json
from ccm.rendering import record_of
from content_blocks.dictionary import Dictionary, Field, compile_reader
from content_blocks.problem import Problem, Refused
from web_editor.forms.drawing import Drawn, draw
from web_editor.forms.of_dictionary import record
from web_editor.forms.reading import Posted, read
from web_editor.forms.shape import Entry

Content = dict[str, Any]
NO_LETTER = re.compile(r"[^a-z0-9]+")
TITLE = {"en": "Title", "de": "Titel"}
SPOKEN: Mapping[str, Mapping[str, str]] = {
    "en": {"en": "Title in English", "de": "Titel auf Englisch"},
    "de": {"en": "Title in German", "de": "Titel auf Deutsch"},
}


def form(content: Content, dictionary: Dictionary) -> dict[str, Drawn]:
    """The fields of a persona: `title`, `on` and `record`."""
    return {it.entry.name: it for it in draw(_entry(content, dictionary), _by_language(content)).inside}


def written(posted: Posted, before: Content, dictionary: Dictionary) -> Content:
    """The persona that was posted, made from what it was before."""
    found: Content = read(_entry(before, dictionary), posted, _by_language(before))
    if found["title"] == _by_language(before)["title"]:
        found["title"] = before["title"]
    return found


def problems(content: Content, dictionary: Dictionary) -> list[Problem]:
    """What keeps messages from being made of its record, by the paths of fields."""
    try:
        compile_reader(dictionary, text=False)(content.get("record", {}))
    except Refused as refused:
        return list(refused.problems)
    return []


def of_text(text: bytes, shown: str) -> Content:
    """A persona's file as data, amounts exact; raises Refused for what is no such file."""
    return dict(record_of(text, shown))


def as_text(content: Content) -> str:
    """The file of a persona, to be read by people; a number with a fraction keeps its digits."""
    if _exact(content):
        return exact_json(content) + "\n"
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def specimen(dictionary: Dictionary) -> dict[str, Any]:
    """A record of the samples that the data dictionary gives, each list with one element."""
    return _samples(dictionary.fields)


def name_for(title: str, taken: Collection[str]) -> str:
    """A name in files for a title, other than those that are taken."""
    plain = unicodedata.normalize("NFKD", title.lower().replace("ß", "ss")).encode("ascii", "ignore").decode()
    name = NO_LETTER.sub("-", plain).strip("-")[:60].strip("-") or "persona"
    number = 2
    made = name
    while made in taken:
        made, number = f"{name}-{number}", number + 1
    return made


def unknown_fields(found: Iterable[Problem]) -> list[str]:
    """The fields of a record that the data dictionary does not have; a form shows none of them, and keeps them."""
    return [it.where for it in found if it.code == "field-unknown"]


def _entry(content: Content, dictionary: Dictionary) -> Entry:
    languages = dict.fromkeys([*SPOKEN, *_by_language(content)["title"]])
    lines = tuple(Entry(it, "line", SPOKEN.get(it, {"en": it, "de": it}), longest=200) for it in languages)
    day = Entry(
        "on",
        "day",
        {"en": "Day", "de": "Tag"},
        {"en": "On which it is shown.", "de": "An dem sie gezeigt wird."},
        required=False,
    )
    return Entry("", "group", entries=(Entry("title", "group", TITLE, entries=lines), day, record(dictionary)))


def _by_language(content: Content) -> Content:
    """The same with its title by language, as the form has it."""
    title = content.get("title", "")
    return {**content, "title": dict.fromkeys(SPOKEN, title) if isinstance(title, str) else title}


def _samples(fields: Mapping[str, Field]) -> dict[str, Any]:
    found = ((name, _sample(field)) for name, field in fields.items())
    return {name: value for name, value in found if value is not None}


def _sample(field: Field) -> Any:
    match field.type:
        case "group":
            return _samples(field.fields or {})
        case "list":
            return [_samples(field.fields or {})]
    return field.sample


def _exact(content: Any) -> bool:
    match content:
        case Mapping():
            return any(map(_exact, content.values()))
        case list():
            return any(map(_exact, content))
    return isinstance(content, Decimal)
