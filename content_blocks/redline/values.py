"""What differs between two values of a field, whatever it holds: texts, rules, settings, and lists and maps of them.

This is the same walk as that of `changes`, made for eyes: entries of a list are paired by id or by likeness, so that a
column put before the others changes none of them; and what came or went is told with all it holds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from content_blocks.expressions import Expression, atoms, to_source
from content_blocks.redline.catalogue import label_of
from content_blocks.redline.in_words import in_words
from content_blocks.redline.model import Difference, Label, Member, Plain, Rule, Stretch, Value, Wording
from content_blocks.redline.pairing import Pair, paired
from content_blocks.redline.stretches import stretches
from content_blocks.redline.tokens import Token, tokens_of_atoms, tokens_of_expression
from content_blocks.text import ANY_LANGUAGE, Text

UNTOLD = frozenset({"note", "id"})
"""Remarks, and what pairs entries by being the same."""

TOLD = frozenset({"required", "privacy"})
"""Settings of a data field that came or went which are told even where they are the usual ones."""


def fields_that_differ(
    before: BaseModel | None, after: BaseModel | None, where: str, label: Label, ignored: frozenset[str] = frozenset()
) -> Iterator[Difference]:
    """Everything in which two items differ, field by field; of one that came or went, all that it says."""
    models = [type(item) for item in (before, after) if item is not None]
    for name in dict.fromkeys(name for model in models for name in model.model_fields):
        model = next(model for model in reversed(models) if name in model.model_fields)
        one, other = (_field(item, name, alone=len(models) == 1) for item in (before, after))
        if name not in ignored | UNTOLD:
            called = model.model_fields[name].alias or name
            yield from differences(one, other, _under(where, called), label.within(label_of(model, name)))


def _field(item: BaseModel | None, name: str, *, alone: bool) -> Any:
    """The value of a field; None for what one that came or went does not say, as it is the usual thing."""
    value = getattr(item, name, None)
    if item is None or not alone or name in TOLD:
        return value
    return None if value == type(item).model_fields[name].get_default(call_default_factory=True) else value


def differences(before: Any, after: Any, where: str, label: Label) -> Iterator[Difference]:
    """Everything in which two values of a field differ; None stands for no value."""
    if before == after and type(before) is type(after):  # for Python 1 and true are equal
        return
    match before, after:
        case (Text(), Text() | None) | (None, Text()):
            yield from _of_texts(before, after, where, label)
        case (Expression(), Expression() | None) | (None, Expression()):
            yield rule(before, after, where, label)
        case (BaseModel(), BaseModel() | None) | (None, BaseModel()):
            yield from fields_that_differ(before, after, where, label)
        case (Mapping(), Mapping() | None) | (None, Mapping()):
            yield from _of_maps(before or {}, after or {}, where, label)
        case (tuple(), tuple() | None) | (None, tuple()) if _has_structure(before or (), after or ()):
            for pair in paired(before or (), after or ()):
                yield from _of_members(pair, where, label)
        case _:
            yield Value(where, label, _plain(before), _plain(after))


def rule(before: Expression | None, after: Expression | None, where: str, label: Label) -> Rule:
    """Two expressions compared, by what is written and by the smallest conditions in them."""
    old, new = ([to_source(atom) for atom in atoms(side)] if side else [] for side in (before, after))
    return Rule(
        where,
        label,
        before.source if before else None,
        after.source if after else None,
        _of_sources(before.source if before else "", after.source if after else ""),
        in_words(before),
        in_words(after),
        tuple(atom for atom in old if atom not in new),
        tuple(atom for atom in new if atom not in old),
        tuple(atom for atom in new if atom in old),
    )


def _of_sources(before: str, after: str) -> tuple[Stretch, ...]:
    """Two expressions compared; as a whole where a change would begin inside a bracket and end outside."""
    old, new = (tuple(tokens_of_expression(source)) for source in (before, after))
    found = stretches(old, new, tidy=False)
    torn = any(part.text.count(opened) != part.text.count(shut) for part in found for opened, shut in ("()", "[]"))
    return (*stretches(old, ()), *stretches((), new)) if torn else found


def _of_texts(before: Text | None, after: Text | None, where: str, label: Label) -> Iterator[Difference]:
    yield from _of_languages(before, after, where, label)
    for language in _languages(before, after):
        one, other = _in(before, language), _in(after, language)
        if one == other:
            yield from _of_spelling(before, after, language, where, label)
        else:
            place = _under(where, language) if language else where
            yield Wording(place, label, language, stretches(one, other))


def _languages(before: Text | None, after: Text | None) -> list[str]:
    """The languages to compare; a text for all of them stands in for each that the other side has."""
    found = dict.fromkeys(language for text in (before, after) if text for language in text.sources)
    return [language for language in found if language or len(found) == 1]


def _of_languages(before: Text | None, after: Text | None, where: str, label: Label) -> Iterator[Difference]:
    """A text for all languages that is now one for some, or the other way round, even with the same words."""
    if before and after and (ANY_LANGUAGE in before.sources) is not (ANY_LANGUAGE in after.sources):
        yield Value(where, label.within(_LANGUAGES), _named(before.sources), _named(after.sources))


def _named(languages: Iterable[str]) -> Plain:
    return tuple(language or "*" for language in languages)


def _in(text: Text | None, language: str) -> list[Token]:
    key = text.key(language) if text else None
    if text is None or key is None or (language and key not in (language, ANY_LANGUAGE)):
        return []
    return list(tokens_of_atoms(text.atoms[key]))


def _of_spelling(
    before: Text | None, after: Text | None, language: str, where: str, label: Label
) -> Iterator[Difference]:
    """What reads the same: the markup may be spelled differently, and a translation confirmed for a new source text."""
    place, label = (_under(where, language), label.of(language)) if language else (where, label)
    one, other = (_source(text, language) for text in (before, after))
    if _nfc(one) != _nfc(other):
        yield Value(place, label.within(_SPELLED), one, other)
    confirmed, now = (text.of.get(language) if text else None for text in (before, after))
    if confirmed != now:
        yield Value(f"{where}.of.{language}", label.within(_TRANSLATES), confirmed, now)


_LANGUAGES = Label("languages (* is all)", "Sprachen (* heißt alle)")
_SPELLED = Label("as written", "Schreibweise")
_TRANSLATES = Label("translates the source text", "übersetzt den Ausgangstext")


def _source(text: Text | None, language: str) -> str | None:
    return None if text is None else text.sources.get(language, text.sources.get(ANY_LANGUAGE))


def _nfc(text: str | None) -> str | None:
    return text and unicodedata.normalize("NFC", text)


def _of_maps(before: Mapping[str, Any], after: Mapping[str, Any], where: str, label: Label) -> Iterator[Difference]:
    for key in dict.fromkeys((*before, *after)):
        one, other, place = before.get(key), after.get(key), _under(where, key)
        if isinstance(one or other, BaseModel) and (one is None or other is None):
            yield Member(place, label.of(key), "added" if one is None else "removed")
        yield from differences(one, other, place, label.of(key))


def _has_structure(before: tuple[Any, ...], after: tuple[Any, ...]) -> bool:
    return any(isinstance(entry, Text | BaseModel | Expression) for entry in (*before, *after))


def _of_members(pair: Pair, where: str, label: Label) -> Iterator[Difference]:
    """An entry of a list: that it came, went or moved, and what is different inside it."""
    number = pair.after_number if pair.before_number is None or pair.after is not None else pair.before_number
    name = getattr(pair.after or pair.before, "id", None) or str(number)
    place, called = _under(where, name), label.of(name)
    if pair.before is None or pair.after is None:
        change = "added" if pair.before is None else "removed"
        yield Member(place, called, "added" if change == "added" else "removed", pair.before_number, pair.after_number)
    elif pair.moved:
        yield Member(place, called, "moved", pair.before_number, pair.after_number)
    yield from differences(pair.before, pair.after, place, called)


def _plain(value: Any) -> Plain:
    match value:
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case tuple() | list():
            return tuple(map(str, value))
    return str(value)


def _under(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name
