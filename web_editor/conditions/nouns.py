"""Labels of fields as nouns in a sentence: `the closing balance`, `der Endsaldo`, `die Anzahl der Buchungen`.

A label is any text somebody wrote into a dictionary.  Where it is plainly one noun with what belongs to it, it gets its
article; where it is anything else (`Due on`, `Sollzins, eingeräumt`, a plural), or its gender is not certain, it stays
a name and stands in quotes, which is always right.
"""

from __future__ import annotations

import re
from typing import NamedTuple

QUOTES = {"en": ("“", "”"), "de": ("„", "“")}

_AFTER = frozenset(
    {
        "above",
        "after",
        "as",
        "at",
        "before",
        "below",
        "by",
        "for",
        "from",
        "if",
        "in",
        "of",
        "on",
        "over",
        "per",
        "since",
    }
    | {"than", "to", "until", "up", "when", "while", "with", "within", "without"}
)
"""Words that end what an English noun phrase is about: `balance of the account`."""
_NO_NOUN = _AFTER | {"a", "an", "is", "no", "not", "pay", "the"}
_ARTICLES = {
    "der": (
        "beginn betrag grund händler kanal kunde limit monat name ort preis rabatt raum saldo satz stand tag titel "
        "vertrag wert zins zweck zeitpunkt"
    ),
    "die": (
        "adresse anzahl art bank firma frist gebühr gruppe grenze heit iban karte keit klasse linie marke menge nummer "
        "pauschale quote rate rede referenz schaft seite sperre sprache steuer straße stufe summe tion tät ung "
        "währung zahl zeit"
    ),
    "das": "alter datum ende guthaben jahr konto land modell produkt quartal system zeichen",
}
"""Ends of German nouns whose gender they give."""
_GENDERS = [(ending, article) for article, endings in _ARTICLES.items() for ending in endings.split()]
_WHOLE = frozenset({"ort", "art", "tag", "alter", "iban", "limit", "ende", "marke", "land", "raum", "zeit"})
"""Those that other words end in too (`Antwort`, `Start`): only whole, or after one of the next."""
_BEFORE_WHOLE = ("s", "-", "wohn", "haupt", "geburts", "karten", "konto", "konten", "lauf", "heim")
_APART = re.compile(r"[,;(:]|\w\.\w")
"""What makes a label more than a noun."""
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+?(e|er|es)")


class Named(NamedTuple):
    """A label in a sentence: what goes before it, and the label as it stands there."""

    before: str
    label: str


def subject(label: str, language: str) -> Named:
    """A label as the subject of a sentence."""
    found = _german(label) if language == "de" else _english(label)
    return found or Named("", quoted(label, language))


def quoted(text: str, language: str) -> str:
    """A text in the quotes of a language."""
    opening, closing = QUOTES[language]
    return f"{opening}{text}{closing}"


def several(label: str, language: str) -> str:
    """The label of a list after `all`, `der` or `alle`: transactions, Buchungen, offenen Posten; in quotes if it does
    not name several things."""
    words = label.split()
    if not words or _APART.search(label):
        return quoted(label, language)
    if language != "de":
        end = next((number for number, word in enumerate(words) if word.lower() in _AFTER), len(words))
        return uncapitalised(label) if _plural(words[:end]) else quoted(label, language)
    adjective = words[0].endswith("e") and label.partition(" ")[2][:1].isupper()
    if _article(words[int(adjective)].lower()):  # one thing, not several
        return quoted(label, language)
    return f"{uncapitalised(words[0])}n {' '.join(words[1:])}" if adjective else label


def uncapitalised(label: str) -> str:
    """Without the capital that a label begins with; abbreviations and names with more of them keep theirs."""
    first, *others = label.split(" ")
    plain = len(first) > 1 and first[1:].islower()
    return " ".join([first.lower() if plain else first, *others])


def _english(label: str) -> Named | None:
    words = label.split()
    plain = [word.lower() for word in words]
    if not words or _APART.search(label) or plain[0] in _NO_NOUN or plain[-1] in _AFTER or "and" in plain:
        return None
    end = next((number for number, word in enumerate(plain) if word in _AFTER), len(plain))
    if _plural(plain[:end]):
        return None
    return Named("the ", uncapitalised(label))


def _plural(words: list[str]) -> bool:
    return any(re.search(r"(?<![sui])s$", word) for word in words)


def _german(label: str) -> Named | None:
    words = label.split()
    if not words or _APART.search(label) or "und" in words or "oder" in words:
        return None
    adjective = len(words) > 1 and words[1][:1].isupper() and _ADJECTIVE.fullmatch(words[0]) is not None
    article = _article(words[int(adjective)].lower())
    if article is None or (adjective and _article(words[0].lower())):
        return None
    if not adjective:
        return Named(f"{article} ", label)
    stem = re.sub(r"(er|es|e)$", "", words[0])
    return Named(f"{article} ", " ".join([f"{uncapitalised(stem)}e", *words[1:]]))


def _article(noun: str) -> str | None:
    for ending, article in _GENDERS:
        before = noun.removesuffix(ending)
        if before != noun and (ending not in _WHOLE or not before or before.endswith(_BEFORE_WHOLE)):
            return article
    return None
