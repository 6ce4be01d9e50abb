"""Which column of somebody's data may hold which field of the data dictionary: a guess that a person looks at.

Names count first: a column is compared with a field's path, its last part and its labels in all languages, without
accents, case and signs.  What stands in the first records then tells likely from unlikely, and where names say
nothing, values may: an email address, the codes of a choice, a text of the same shape as the field's sample.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from content_blocks.dictionary import Dictionary, Field

ENOUGH = 0.62
"""How alike names have to be before one is proposed for the other, from 0 to 1."""
TELLING = 0.65
"""What a value that fits one type of field and hardly another counts for, whatever the column is called."""
SHAPED = 0.63
"""What values count for that are of the shape of a field's sample, where no other field's sample has that shape."""
BEGUN = 0.8
"""How alike a column is to a field whose label begins with its words: `Street` to `Street and number`."""
MOSTLY = 0.6
"""So many of the values have to look like it; there are always some that are wrong."""
SAME = 2.0
"""A column that is called as the field is, which nothing else can come up to."""
UNFIT = 0.5
"""What is left of a likeness of names where the values are not of the field's type."""

_NUMBER = re.compile(r"[-+]?[\d.,' \u00a0]*\d[-+]?")
_LOOKS: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(("integer", "decimal", "money", "percent"), _NUMBER),
    "date": re.compile(r"\d{4}-\d\d-\d\d|\d{8}|\d{1,2}[./-]\d{1,2}[./-]\d{4}"),
    "boolean": re.compile(r"true|false|yes|no|ja|nein|[01]", re.IGNORECASE),
    "email": re.compile(r"[^@\s]+@[^@\s]+"),
    "phone": re.compile(r"\+\d[\d ()/.-]{5,24}"),
    "iban": re.compile(r"[A-Z]{2}\d{2}[A-Z0-9 ]{11,32}"),
    "url": re.compile(r"(https|mailto|tel):.+"),
    "language": re.compile(r"[a-z]{2,3}(-[A-Z]{2})?"),
    "country": re.compile(r"[A-Z]{2}"),
}
_UNLIKE_OTHERS = frozenset({"email", "phone", "iban", "url", "choice"})


@dataclass(frozen=True, slots=True)
class Guess:
    """The field that a column may hold; `certain` where the names are the same."""

    field: str
    certain: bool


def guesses(columns: Mapping[str, Sequence[object]], dictionary: Dictionary) -> dict[str, Guess]:
    """For columns, each with some of its values, the fields they may hold; no field twice, the likeliest first."""
    fields = {path: field for path in fields_of(dictionary) if (field := dictionary.field(path))}
    columns = {column: values for column, values in columns.items() if not _holds_others(values)}
    names = {path: _Names.of(path, field) for path, field in fields.items()}
    spelt = {column: _Spelling.of(column) for column in columns}
    shapes = _shapes(fields)
    rated = [
        (score, column, path)
        for column, values in columns.items()
        for path, field in fields.items()
        if (score := _likeness(spelt[column], names[path]) * _fit(field, values)) >= ENOUGH
        or (score := max(_telling(field, values), _shaped(shapes.get(path, ""), values))) >= ENOUGH
    ]
    found: dict[str, Guess] = {}
    taken: set[str] = set()
    for _, column, path in sorted(rated, key=lambda it: (-it[0], it[1], it[2])):
        if column not in found and path not in taken:
            found[column] = Guess(path, certain=column == path)
            taken.add(path)
    return found


def fields_of(dictionary: Dictionary) -> list[str]:
    """The fields that a column can hold: those that are no groups or lists and stand in none."""
    found = ((path, dictionary.field(path)) for path in dictionary.paths() if "[]" not in path)
    return [path for path, field in found if field and field.type not in ("group", "list")]


def _holds_others(values: Sequence[object]) -> bool:
    """Whether a column is a list or group, which keeps its name."""
    return any(isinstance(value, list | Mapping) for value in values)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """What a column is called: as it is written, with nothing but letters and digits, and by words."""

    name: str
    letters: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> _Spelling:
        return cls(name, _plain(name), _words(name))


@dataclass(frozen=True, slots=True)
class _Names:
    """What a field goes by: its path, all its names with nothing but letters and digits, and its labels by words."""

    path: str
    called: tuple[SequenceMatcher[str], ...]
    labels: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, path: str, field: Field) -> _Names:
        names = (path, path.rpartition(".")[2], *field.label.values(), field.role or "")
        called = dict.fromkeys(plain for name in names if (plain := _plain(name)))
        labels = tuple(_words(label) for label in field.label.values())
        return cls(path, tuple(SequenceMatcher(None, "", name) for name in called), labels)


def _likeness(column: _Spelling, names: _Names) -> float:
    if column.name == names.path:
        return SAME
    alike = max((_alike(column.letters, other) for other in names.called), default=0.0)
    return max(alike, BEGUN if any(_begins(column.words, label) for label in names.labels) else 0.0)


def _alike(name: str, other: SequenceMatcher[str]) -> float:
    """How alike two names are; 0 where bounds that are quick to tell say that it is not enough."""
    other.set_seq1(name)
    if other.real_quick_ratio() < ENOUGH or other.quick_ratio() < ENOUGH:
        return 0.0
    return other.ratio()


def _begins(words: tuple[str, ...], label: tuple[str, ...]) -> bool:
    """Whether a label goes on where the name of a column ends."""
    return 0 < len(words) < len(label) and label[: len(words)] == words


def _words(text: str) -> tuple[str, ...]:
    return tuple(plain for word in text.split() if (plain := _plain(word)))


def _fit(field: Field, values: Sequence[object]) -> float:
    return UNFIT + (1 - UNFIT) * _share(field, values)


def _telling(field: Field, values: Sequence[object]) -> float:
    told = [value for value in values if isinstance(value, str) and value.strip()]
    if field.type not in _UNLIKE_OTHERS or not told:
        return 0.0
    return TELLING if _share(field, told) >= MOSTLY else 0.0


def _shapes(fields: Mapping[str, Field]) -> dict[str, str]:
    """The shape of each text's sample, where it tells one field from all others."""
    texts = ((path, it.sample) for path, it in fields.items() if it.type == "text" and isinstance(it.sample, str))
    shapes = {path: _shape(sample) for path, sample in texts}
    seldom = {shape for shape, times in Counter(shapes.values()).items() if times == 1 and "9" in shape}
    return {path: shape for path, shape in shapes.items() if shape in seldom}


def _shaped(shape: str, values: Sequence[object]) -> float:
    if not shape:
        return 0.0
    told = [value for value in values if isinstance(value, str) and value.strip()]
    alike = sum(_shape(value) == shape for value in told)
    return SHAPED if told and alike >= MOSTLY * len(told) else 0.0


def _shape(text: str) -> str:
    """Digits as 9, letters as a, and all signs between them."""
    return "".join("9" if it.isdigit() else "a" if it.isalpha() else it for it in text.strip())


def _share(field: Field, values: Sequence[object]) -> float:
    """How many of some values look like those of a field, from 0 to 1."""
    return sum(_fits(field, value) for value in values) / len(values) if values else 1.0


def _fits(field: Field, value: object) -> bool:
    """Whether a value looks like one of a field; what is blank or no text tells nothing."""
    text = value.strip() if isinstance(value, str) else ""
    if not text:
        return True
    if field.type == "choice":
        return text in (field.choices or ())
    looks = _LOOKS.get(field.type)
    return looks is None or looks.fullmatch(text) is not None


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(it for it in letters if it.isalnum())
