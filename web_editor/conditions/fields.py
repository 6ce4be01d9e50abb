"""What may be picked at a place: the fields of the record and everything else that has a name there.

    {"path": "account.closing", "label": "Closing balance", "group": "Account", "type": "money", "sample": "€2,270.10",
     "privacy": "personal", "optional": false, "many": false, "role": "", "currency": "EUR", "choices": [],
     "operators": ["==", "!=", "<", "<=", ">", ">=", "in"], "aggregates": [], "formats": ["money", "number"]}

A field inside a list has `many` values: it is picked for an aggregate only, with its path as one is written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from content_blocks.atoms import PAGE_ATOMS
from content_blocks.dictionary.names import kind_of
from content_blocks.formats import FORMATS, default_format
from web_editor.conditions.place import Place, in_language, spells
from web_editor.conditions.showing import shown_sample

_ORDERED = ("==", "!=", "<", "<=", ">", ">=", "in")
OPERATORS = {
    "number": _ORDERED,
    "date": _ORDERED,
    "text": ("==", "!=", "in"),
    "boolean": ("flag", "==", "!="),
    "group": (),
    "list": (),
}
"""By kind of value, what a row may ask; `flag` is whether it is so.  (Texts have an order, but no order of people.)"""
AGGREGATES = {"number": ("sum", "min", "max", "count"), "date": ("min", "max", "count")}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a choice field may have, with its label."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Pickable:
    """One thing that may be picked, as the module's text shows it."""

    path: str
    label: str
    group: str
    type: str
    sample: str
    privacy: str
    optional: bool
    many: bool
    role: str
    currency: str
    choices: tuple[Choice, ...]
    operators: tuple[str, ...]
    aggregates: tuple[str, ...]
    formats: tuple[str, ...]

    def data(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)


def fields(place: Place, language: str, *, pages: bool = False) -> tuple[Pickable, ...]:
    """Everything that has a name at a place: first what belongs to the place itself, then the record's fields, then the
    document and the brand.  `pages` adds the page numbers, which only texts on every page may name."""
    setting = place.names.setting
    paths = [*place.names.own, *_by_alias(place), *_of_record(place), *setting.built_in, *(PAGE_ATOMS if pages else ())]
    return tuple(pickable(place, path, language) for path in dict.fromkeys(paths) if spells(path))


def pickable(place: Place, path: str, language: str) -> Pickable:
    """What is known of one path; one that leads nowhere is a text without operators."""
    if path in PAGE_ATOMS:
        return _page(place, path, language)
    found, facts = place.find(path), place.facts(path)
    described = place.dictionary.field(found.path) if found else None
    many = bool(found and found.lists)
    choices = (facts.choices or {}).items() if not many else ()
    own = default_format(facts.type)
    formats = sorted((name for name, each in FORMATS.items() if facts.type in each.accepts), key=own.__ne__)
    return Pickable(
        path=path,
        label=place.label(path, language),
        group=place.group(path, language),
        type=facts.type if found else "",
        sample=shown_sample(place, path),
        privacy=facts.privacy,
        optional=bool(found and found.optional),
        many=many,
        role=(described.role or "") if described else "",
        currency=facts.currency or "",
        choices=tuple(Choice(key, in_language(words, language) or key) for key, words in choices),
        operators=operators(facts.type) if found and not many else (),
        aggregates=aggregates(facts.type, many) if found else (),
        formats=() if many or not found else tuple(formats),
    )


def operators(type_: str) -> tuple[str, ...]:
    """The operators that fit a type of the dictionary."""
    return OPERATORS[kind_of(type_)]


def aggregates(type_: str, many: bool) -> tuple[str, ...]:
    """The figures there are over a list or a field in one."""
    if type_ == "list":
        return ("count",)
    return AGGREGATES.get(kind_of(type_), ("count",)) if many else ()


def search(found: Iterable[Pickable], words: str) -> tuple[Pickable, ...]:
    """Those in which every word occurs, in label, group or path, whatever its case and accents; labels that begin
    with the words first."""
    wanted = folded(words).split()
    matching = [each for each in found if all(word in _said_of(each) for word in wanted)]
    return tuple(sorted(matching, key=lambda each: _distance(each, wanted)))


def folded(text: str) -> str:
    """A text as it is searched: without case and accents, and with `ss` for `ß`."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))


_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def _said_of(each: Pickable) -> str:
    """All that it may be found by; umlauts also as keyboards without them write them."""
    told = f"{each.label} {each.group} {each.path} {each.path.replace('_', ' ').replace('.', ' ')}"
    return f"{folded(told)} {folded(told.casefold().translate(_WRITTEN_OUT))}"


def _distance(each: Pickable, wanted: list[str]) -> int:
    label = folded(each.label)
    if not wanted or label.startswith(wanted[0]):
        return 0
    return 1 if all(word in label for word in wanted) else 2


def _by_alias(place: Place) -> Iterator[str]:
    """The fields of repeated elements by the name the element has; `rows.amount` for those of all rows together."""
    for alias, at in place.names.aliases.items():
        outer = at if at.endswith("[]") else f"{at}[]"
        if not at.endswith("[]"):
            yield alias
        for path in place.dictionary.paths():
            if path.startswith(f"{outer}."):
                yield f"{alias}{path.removeprefix(outer)}".replace("[]", "")


def _of_record(place: Place) -> Iterator[str]:
    """Groups only if they name somebody: nothing else can be said of a group as a whole."""
    for path in place.dictionary.paths():
        described = place.dictionary.field(path)
        if described and (described.type != "group" or place.names_somebody(path)):
            yield path.replace("[]", "")


def _page(place: Place, path: str, language: str) -> Pickable:
    label = place.label(path, language)
    return Pickable(path, label, "", "integer", "1", "public", False, False, "", "", (), (), (), ())
