"""What problems name by a word of ours (a role, a kind of item, a class of change), as people call it.

A problem keeps the word that files and programs know; only its sentence says it in somebody's language.
"""

from __future__ import annotations

from collections.abc import Mapping

Called = Mapping[str, tuple[str, str]]

ROLES: Called = {
    "author": ("author", "Autor"),
    "reviewer": ("reviewer", "Prüfer"),
    "publisher": ("publisher", "Herausgeber"),
    "operator": ("operator", "Bediener"),
    "auditor": ("auditor", "Revisor"),
    "admin": ("administrator", "Administrator"),
}
KINDS: Called = {
    "template": ("template", "Vorlage"),
    "block": ("content block", "Textbaustein"),
    "dictionary": ("data dictionary", "Datenwörterbuch"),
    "class": ("document class", "Dokumentklasse"),
    "theme": ("brand", "Marke"),
    "asset": ("picture", "Bild"),
    "workflow": ("workflow", "Ablauf"),
    "persona": ("persona", "Persona"),
}
CHANGES: Called = {
    "style": ("style", "Gestaltung"),
    "layout": ("layout", "Aufbau"),
    "business wording": ("business wording", "Fachlicher Text"),
    "data contract": ("data contract", "Datenvertrag"),
    "rule": ("rule", "Regel"),
    "regulated wording": ("regulated wording", "Regulierter Text"),
}

COLOURS: Called = {
    "paper": ("Paper", "Papier"),
    "ink": ("Text", "Text"),
    "muted": ("Side remarks", "Nebentexte"),
    "accent": ("Accent", "Akzent"),
    "on_accent": ("Text on accent", "Text auf Akzent"),
    "panel": ("Panel", "Kasten"),
    "notice": ("Notice", "Hinweis"),
    "warning": ("Warning", "Warnung"),
}

_ROLE = {"role": ROLES, "expected": ROLES}
_KIND = {"kind": KINDS}
_CHANGE = {"change": CHANGES}
_COLOUR = {"text": COLOURS, "ground": COLOURS}
NAMED: Mapping[str, Mapping[str, Called]] = {
    **dict.fromkeys(("role-missing-for", "role-unknown", "role-step", "role-changes"), _ROLE),
    **dict.fromkeys(
        (
            "area-not-yours",
            "item-not-known",
            "item-not-approved",
            "item-not-in-force",
            "dossier-item-foreign",
        ),
        _KIND,
    ),
    **dict.fromkeys(("change-not-yours", "route-step-unknown", "route-empty", "route-repeats"), _CHANGE),
    "palette-unreadable": _COLOUR,
}
"""For a code which of its parameters are such words.  Roles in a data dictionary and in a database are others."""


def in_words(code: str, params: Mapping[str, str | int], language: str = "en") -> dict[str, str | int]:
    """The parameters of a problem with our own words said in a language: German for `de…`, English otherwise."""
    place = 1 if language.startswith("de") else 0
    found = NAMED.get(code, {})
    return {name: _said(value, found[name], place) if name in found else value for name, value in params.items()}


def _said(value: str | int, called: Called, place: int) -> str:
    """A word, or several of them in a row, as people call them."""
    text = str(value)
    mark = " / " if " / " in text else ", "
    return mark.join(called[word][place] if word in called else word for word in text.split(mark))
