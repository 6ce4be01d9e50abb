"""How the types of fields are called by people, in both languages."""

from __future__ import annotations

from functools import cache

from ccm.words import Speech
from web_editor.forms.shape import Words

_ = Speech("en")  # marks the words; each language says them

TYPES = {
    "text": _("text"),
    "multiline": _("text of several lines"),
    "integer": _("whole number"),
    "decimal": _("number"),
    "money": _("amount"),
    "percent": _("per cent"),
    "date": _("day"),
    "boolean": _("yes or no"),
    "choice": _("choice"),
    "email": _("email address"),
    "phone": _("phone number"),
    "iban": _("IBAN"),
    "url": _("web address"),
    "language": _("language"),
    "country": _("country"),
    "group": _("group"),
    "list": _("list"),
}


@cache
def type_words() -> dict[str, Words]:
    """The words for each type, by language."""
    return {name: {language: Speech(language)(words) for language in ("en", "de")} for name, words in TYPES.items()}
