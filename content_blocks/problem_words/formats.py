"""Sentences for formats: how a value is shown."""

from __future__ import annotations

SENTENCES = {
    "format-unknown": (
        "There is no format “{format}”.",
        "Use one of: {known}.",
        "Es gibt kein Format „{format}“.",
        "Verwenden Sie eines von: {known}.",
    ),
    "format-argument": (
        "The format “{format}” does not take “{argument}” like this, or lacks it.",
        'Look up the format\'s arguments, for example: date(style="long"), number(decimals=2).',
        "Das Format „{format}“ nimmt „{argument}“ so nicht an, oder es fehlt.",
        'Sehen Sie die Angaben des Formats nach, zum Beispiel: date(style="long"), number(decimals=2).',
    ),
    "format-other-type": (
        "The format “{format}” does not fit a value of type {type}.",
        "For this type there is: {fit}. Without a format the type's own is used.",
        "Das Format „{format}“ passt nicht zu einem Wert vom Typ {type}.",
        "Für diesen Typ gibt es: {fit}. Ohne Format gilt das des Typs.",
    ),
    "format-unfit": (
        "The format “{format}” does not fit this value.",
        "Use a format for the field's type, or none.",
        "Das Format „{format}“ passt nicht zu diesem Wert.",
        "Verwenden Sie ein Format für den Typ des Feldes, oder keines.",
    ),
    "not-a-number": (
        "The value is not a number that can be shown.",
        "Infinity and “not a number” are refused; supply a finite number.",
        "Der Wert ist keine darstellbare Zahl.",
        "Unendlich und „keine Zahl“ werden abgelehnt; liefern Sie eine endliche Zahl.",
    ),
    "currency-missing": (
        "The amount has no currency.",
        "Give the field `currency` or `currency_from` in the data dictionary, as an ISO 4217 code.",
        "Der Betrag hat keine Währung.",
        "Geben Sie dem Feld im Datenwörterbuch `currency` oder `currency_from`, als Code nach ISO 4217.",
    ),
    "choice-unknown": (
        "The value is none of the field's choices.",
        "Add the choice to the data dictionary, or correct the data.",
        "Der Wert gehört nicht zu den Auswahlmöglichkeiten des Feldes.",
        "Ergänzen Sie die Auswahl im Datenwörterbuch, oder berichtigen Sie die Daten.",
    ),
}
