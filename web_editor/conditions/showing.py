"""Formats to choose from: the closed list with what people call each, its arguments and what may be given for them.

    {"name": "date", "label": "Date", "arguments": [{"name": "style", "label": "Form", "kind": "choice",
     "required": false, "choices": [{"value": "long", "label": "Long"}, …]}], "own": true}

`own` marks the format that a field is shown in when a placeholder names none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from content_blocks.formats import FORMATS, Format, FormatContext, default_format, show
from content_blocks.formats.format import Allowed
from content_blocks.problem import Refused
from content_blocks.setting import FieldFacts
from web_editor.conditions.place import Place, in_language, said

LABELS = {
    "money": ("Amount with currency", "Betrag mit Währung"),
    "number": ("Number", "Zahl"),
    "percent": ("Percentage", "Prozentsatz"),
    "date": ("Date", "Datum"),
    "text": ("Text as it is", "Text, wie er ist"),
    "yes_no": ("Yes or no", "Ja oder Nein"),
    "choice": ("Name of the choice", "Name der Auswahl"),
    "plural": ("Words by number", "Wörter je nach Anzahl"),
    "salutation": ("Salutation", "Briefanrede"),
    "iban": ("In groups of four", "In Vierergruppen"),
    "masked": ("Last four characters", "Letzte vier Zeichen"),
}
ARGUMENTS = {
    "decimals": ("Decimal places", "Nachkommastellen"),
    "style": ("Form", "Form"),
    "zero": ("For none", "Für null"),
    "one": ("For one", "Für eins"),
    "two": ("For two", "Für zwei"),
    "few": ("For a few", "Für wenige"),
    "many": ("For many", "Für viele"),
    "other": ("Otherwise", "Sonst"),
}
CHOICES = {
    "short": ("Short", "Kurz"),
    "medium": ("Medium", "Mittel"),
    "long": ("Long", "Lang"),
    "month": ("Month and year", "Monat und Jahr"),
}
LOCALES = {"de": "de_DE", "en": "en_GB"}
"""How those who work with the product read figures."""
YES_NO = {"yes": ("yes", "ja"), "no": ("no", "nein")}


def formats_for(type_: str, language: str) -> list[dict[str, Any]]:
    """The formats that fit a type of the dictionary, its own one first."""
    own = default_format(type_)
    fitting = sorted((each for each in FORMATS.values() if type_ in each.accepts), key=lambda each: each.name != own)
    return [{**described(each, language), "own": each.name == own} for each in fitting]


def described(format_: Format, language: str) -> dict[str, Any]:
    """One format with its arguments."""
    arguments = [
        {
            "name": name,
            "label": said(ARGUMENTS.get(name, (name, name)), language),
            "required": name in format_.required,
            **_allowed(allowed, language),
        }
        for name, allowed in format_.parameters.items()
    ]
    return {"name": format_.name, "label": format_label(format_.name, language), "arguments": arguments}


def format_label(name: str, language: str) -> str:
    """What people call a format."""
    return said(LABELS.get(name, (name, name)), language)


def _allowed(allowed: Allowed, language: str) -> dict[str, Any]:
    if isinstance(allowed, type):
        return {"kind": "text", "choices": []}
    words = [(option, CHOICES.get(str(option), (str(option), str(option)))) for option in allowed]
    kind = "number" if all(type(option) is int for option in allowed) else "choice"
    return {"kind": kind, "choices": [{"value": option, "label": said(told, language)} for option, told in words]}


def shown_sample(
    place: Place, path: str, format_: str | None = None, arguments: Mapping[str, Any] | None = None
) -> str:
    """The sample of a field as a text of the place would show it; "" if there is none or it does not fit."""
    value, facts = place.sample(path), place.facts(path)
    return "" if value is None else shown_here(place, value, facts, format_ or default_format(facts.type), arguments)


def shown_here(
    place: Place, value: Any, facts: FieldFacts, format_: str, arguments: Mapping[str, Any] | None = None
) -> str:
    """A value as a text of the place would show it; "" if it does not fit the format."""
    setting = place.names.setting
    if facts.currency_from:
        facts = replace(facts, currency=place.sample_at(facts.currency_from) or "")
    labels = {**{key: said(words, setting.language) for key, words in YES_NO.items()}, **setting.labels}
    context = _context(facts, setting.language, setting.locale, labels)
    return _told(value, context, format_, arguments or {}) or ""


def in_own_words(value: Any, facts: FieldFacts, language: str) -> str | None:
    """A value as those read it who work with the product, by its type; None if it does not fit the type."""
    locale = LOCALES.get(language.split("-")[0], "en_GB")
    labels = {key: said(words, language) for key, words in YES_NO.items()}
    context = _context(facts, language, locale, labels)
    name = default_format(facts.type)
    arguments = {"decimals": _places(value)} if name == "money" and _places(value) else {}
    if facts.type == "date" and isinstance(value, date):
        return _told(value, context, name, {"style": "long"})
    return _told(value, context, name, arguments)


def _places(value: Any) -> int:
    """How many places of the fraction say something that a currency's own two would not."""
    if not isinstance(value, Decimal):
        return 0
    own = -int(value.normalize().as_tuple().exponent)
    return own if own > 2 else 0


def _context(facts: FieldFacts, language: str, locale: str, labels: Mapping[str, str]) -> FormatContext:
    choices = {key: in_language(words, language) for key, words in (facts.choices or {}).items()}
    return FormatContext(language, locale, labels, facts.currency, choices or None, facts.digits)


def _told(value: Any, context: FormatContext, name: str, arguments: Mapping[str, Any]) -> str | None:
    try:
        return show(value, context, name, arguments)
    except Refused:
        return None
