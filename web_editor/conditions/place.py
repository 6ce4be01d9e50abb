"""Where an expression stands: what its names mean there and what people call them, in English and German.

A place is a `Names` of the template, block or content block in question, with the content block's declarations, the
brand's facts and the document's day where there are any: they name and illustrate what no dictionary describes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary
from content_blocks.dictionary.field_types import NUMBERS
from content_blocks.dictionary.names import Found
from content_blocks.expressions import parse_expression
from content_blocks.expressions.nodes import Path
from content_blocks.names import Names
from content_blocks.problem import Refused
from content_blocks.setting import FieldFacts
from content_blocks.text import Text

OWN = {
    "document.date": ("Date of the document", "Datum des Dokuments"),
    "page": ("Page number", "Seitenzahl"),
    "pages": ("Number of pages", "Anzahl der Seiten"),
    "running": ("Running total", "Laufende Summe"),
    "shown": ("Rows shown", "Gezeigte Zeilen"),
    "hidden": ("Rows left out", "Ausgelassene Zeilen"),
    "total": ("Rows in all", "Zeilen insgesamt"),
    "rows": ("Rows of the table", "Zeilen der Tabelle"),
    "brand": ("Brand", "Marke"),
    "brand.name": ("Name", "Name"),
    "brand.short_name": ("Short name", "Kurzname"),
    "brand.return_line": ("Return address", "Rücksendeangabe"),
    "brand.street": ("Street and number", "Straße und Hausnummer"),
    "brand.town": ("Postcode and town", "Postleitzahl und Ort"),
    "brand.phone": ("Phone number", "Telefonnummer"),
    "brand.email": ("Email address", "E-Mail-Adresse"),
    "brand.site": ("Website", "Website"),
    "brand.bic": ("BIC", "BIC"),
    "brand.iban": ("IBAN", "IBAN"),
    "brand.register": ("Register entry", "Registereintrag"),
    "brand.board": ("Board", "Vorstand"),
    "brand.web": ("Web address", "Internetadresse"),
    "brand.management": ("Management", "Geschäftsleitung"),
    "brand.oversight": ("Supervisory board", "Aufsichtsrat"),
    "brand.tax_number": ("Tax number", "Steuernummer"),
    "brand.vat_id": ("VAT ID", "USt-IdNr."),
    "brand.creditor_id": ("Creditor identifier", "Gläubiger-ID"),
    "brand.block_phone": ("Number for blocking cards", "Sperrnummer"),
    "brand.complaints": ("Address for complaints", "Adresse für Beschwerden"),
    "brand.privacy": ("Privacy notice", "Datenschutzhinweise"),
    "brand.banking": ("Online banking", "Online-Banking"),
    "brand.mailbox": ("Online mailbox", "Elektronisches Postfach"),
    "brand.deposits": ("Page on the deposit guarantee", "Seite zur Einlagensicherung"),
    "input": ("Input", "Eingabe"),
    "blank": ("Blank", "Lücke"),
    "document": ("Document", "Dokument"),
}
"""What names are called that no dictionary has."""


@dataclass(frozen=True, eq=False)
class Place:
    """What is known where an expression stands."""

    names: Names
    content: ContentBlock | None = None
    brand: Mapping[str, str] = field(default_factory=dict)
    day: date | None = None

    @property
    def dictionary(self) -> Dictionary:
        """The dictionary of the records, or an empty one inside a content block."""
        return self.names.dictionary_names.dictionary

    def find(self, path: str) -> Found | None:
        """What a path leads to, None if to nothing here."""
        return self.names.dictionary_names.find(Path(tuple(path.split("."))))

    def facts(self, path: str) -> FieldFacts:
        """Type, privacy, currency, choices of what a path leads to; those of a text if that is nothing."""
        return self.names.facts(parse_expression(path)) if spells(path) else FieldFacts()

    def label(self, path: str, language: str) -> str:
        """What people call a field: in their language, else in English, else in any, else by its own name."""
        return self._label_of(path, language) or path.rpartition(".")[2].replace("_", " ").strip()

    def names_somebody(self, path: str) -> bool:
        """Whether a salutation can be made of a group, the only value that it has as a whole."""
        return any(self.dictionary.field(f"{path}.{name}") for name in ("first_name", "last_name"))

    def apart(self, path: str, language: str) -> str:
        """The group a field is in, where another field goes by the same label; "" where its label is enough."""
        group = self.group(path, language).rpartition(" › ")[2]
        shared = path.startswith("brand.") or self.label(path, language) in self._ambiguous(language)
        return group if shared else ""

    def told(self, path: str, language: str) -> str:
        """The label, with the group it is in where another field goes by the same."""
        label, group = self.label(path, language), self.apart(path, language)
        return f"{label} ({group})" if group else label

    def list_around(self, path: str) -> str:
        """The path, as it is written here, of the list that a path leads to or into: the outermost one."""
        names = path.split(".")
        paths = [".".join(names[:end]) for end in range(1, len(names) + 1)]
        return next((each for each in paths if (at := self.find(each)) and at.type == "list"), path)

    def group(self, path: str, language: str) -> str:
        """What the groups and lists around a field are called, from the outside in: `Account › Transactions`."""
        found = self.find(path)
        if path in self._own or found is None:
            outer = path.partition(".")[0]
            return said(OWN[outer], language) if outer in OWN and outer != path else ""
        steps = found.path.removesuffix("[]").split(".")[:-1]
        around = [".".join(steps[: end + 1]).removesuffix("[]") for end in range(len(steps))]
        return " › ".join(self._described(each, language) or each.rpartition(".")[2] for each in around)

    def sample(self, path: str) -> Any:
        """A value that a field might have, as the dictionary's reader would give it; None if none is known."""
        found = self.find(path)
        if path == "document.date":
            return self.day
        if path.startswith("brand."):
            return self.brand.get(path.removeprefix("brand."))
        if self.content and (declared := self.content.inputs.get(path.removeprefix("input."))):
            return typed(declared.min or declared.max, declared.type)
        if found is None or path in self._own:
            return None
        return self.sample_at(found.path)

    def sample_at(self, path: str) -> Any:
        """The sample of a field by its path in the dictionary; of a group, those of its fields."""
        described = self.dictionary.field(path)
        if described is None or described.type == "list":
            return None
        if described.fields:
            return {name: value for name in described.fields if (value := self.sample_at(f"{path}.{name}")) is not None}
        return typed(described.sample, described.type)

    def _label_of(self, path: str, language: str) -> str:
        if path in OWN:
            return said(OWN[path], language)
        if path not in self._own and self.find(path) is None:
            return path
        kind, _, name = path.partition(".")
        if self.content and kind in ("input", "blank"):
            declared = (self.content.inputs if kind == "input" else self.content.blanks).get(name)
            return of_text(declared.label, language) if declared else ""
        found = None if path in self._own else self.find(path)
        return self._described(found.path.removesuffix("[]"), language) if found else ""

    def _described(self, path: str, language: str) -> str:
        described = self.dictionary.field(path)
        return in_language(described.label, language) if described else ""

    @property
    def _own(self) -> Mapping[str, FieldFacts]:
        return {**self.names.setting.built_in, **self.names.own}

    def _ambiguous(self, language: str) -> frozenset[str]:
        return self._repeated_labels.setdefault(language, self._repeated(language))

    def _repeated(self, language: str) -> frozenset[str]:
        known = (self.dictionary.field(path) for path in self.dictionary.paths())
        labels = Counter(in_language(each.label, language) for each in known if each and each.label)
        return frozenset(label for label, times in labels.items() if times > 1)

    @cached_property
    def _repeated_labels(self) -> dict[str, frozenset[str]]:
        return {}


def spells(path: str) -> bool:
    """Whether an expression can spell a path: one that begins with `true` or `not` cannot be written."""
    try:
        return parse_expression(path).root == Path(tuple(path.split(".")))
    except Refused:
        return False


def said(words: tuple[str, str], language: str) -> str:
    """English or German: German for `de…`, English for all others."""
    return words[1 if language.startswith("de") else 0]


def in_language(words: Mapping[str, str], language: str) -> str:
    """A label in a language, else in its main language, in English, in any; "" if there is none."""
    wanted = (language, language.split("-")[0], "en", *words)
    return next((words[each] for each in wanted if words.get(each)), "")


def of_text(text: Text, language: str) -> str:
    """A label that is a text of a content block, as it is written."""
    key = text.key(language)
    return text.sources[key] if key is not None else in_language(text.sources, language)


def typed(value: str | int | bool | None, type_: str) -> Any:
    """A sample as a value of its type; as it stands if it is none."""
    try:
        if value is None or isinstance(value, bool):
            return value
        if type_ == "date":
            return date.fromisoformat(str(value))
        if type_ in NUMBERS:
            number = Decimal(str(value))
            return int(number) if type_ == "integer" and number == int(number) else number
    except (ValueError, InvalidOperation, OverflowError):
        return str(value)
    return value
