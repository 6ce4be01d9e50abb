"""Filling texts: each is made ready once for the place it stands in, then filled record by record.

Nothing is left to look up when a record comes: a placeholder is a function of the values, a literal stands as it is.
A long statement has thousands of cells, so this is what composing takes its time for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias
from urllib.parse import quote

from content_blocks.atoms import Atom, Atoms, LinkedWords, Placeholder
from content_blocks.expressions import Expression, Value
from content_blocks.formats import FORMATS, FormatContext, default_format
from content_blocks.link import Target, is_address, spared, steps_up
from content_blocks.names import Names
from content_blocks.parts import Filled, Run, Runs
from content_blocks.problem import refuse
from content_blocks.setting import FieldFacts
from content_blocks.text import Text

Values: TypeAlias = Mapping[str, Value]
Runner: TypeAlias = Callable[[Values], Runs]
Shower: TypeAlias = Callable[[Values], str]
Linker: TypeAlias = Callable[[Values], str]


@dataclass(frozen=True, slots=True)
class Plan:
    """A text ready to be filled: `runs` gives it with all that is known of each gap, `words` only what it says."""

    text: Text
    runs: Runner
    words: Shower


def plan(text: Text, names: Names, *, locked: bool) -> Plan:
    """A text made ready for a place; raises Refused if it is not written in the language."""
    atoms = text.in_language(names.setting.language)
    return Plan(text, _runs(atoms, names, locked), _words(atoms, names))


def link(target: Target, names: Names) -> Linker:
    """A link's address made ready.

    Values in it are percent-encoded (RFC 3986); a value that would be a step up in the path raises Refused.  Only a
    field of type `url` may be an address by itself, and raises Refused if it is none of ours.
    """
    if len(target) == 1 and isinstance(target[0], Expression):
        return _whole(target[0], names)
    steps = [
        step if isinstance(step, str) else _encoded(step, spared(target, number)) for number, step in enumerate(target)
    ]

    def filled(values: Values) -> str:
        address = "".join(step if isinstance(step, str) else step(values) for step in steps)
        if steps_up(address):
            raise refuse("", "link-address")
        return address

    return filled


def currency(facts: FieldFacts, names: Names, values: Values) -> str | None:
    """The currency of an amount: the field's own, or the one that the record names for it."""
    if facts.currency_from is None:
        return facts.currency
    value: Any = values
    for step in names.written(facts.currency_from):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value if isinstance(value, str) else None


def _runs(atoms: Atoms, names: Names, locked: bool) -> Runner:
    steps = [atom if isinstance(atom, Run) else _step(atom, names, locked) for atom in atoms]
    if all(isinstance(step, Run) for step in steps):
        literal = tuple(step for step in steps if isinstance(step, Run))
        return lambda _: literal

    def runs(values: Values) -> Iterator[Run]:
        for step in steps:
            if isinstance(step, Run):
                yield step
            else:
                yield from step(values)

    return lambda values: tuple(runs(values))


def _step(atom: Placeholder | LinkedWords, names: Names, locked: bool) -> Runner:
    linker = link(atom.target, names) if atom.target else None
    if isinstance(atom, LinkedWords):
        run = atom.run
        return lambda values: (replace(run, link=linker(values) if linker else None),)
    return _gap(atom, names, linker, locked)


def _gap(atom: Placeholder, names: Names, linker: Linker | None, locked: bool) -> Runner:
    facts, path = names.facts(atom.expression), names.path(atom.expression)
    evaluate, show = atom.expression.evaluate, _formatted(atom.expression, facts, names)

    def gap(values: Values) -> Runs:
        raw = evaluate(values)
        text = show(raw, values)
        filled = Filled(path, facts.type, None if isinstance(raw, list | dict) else raw, facts.privacy, locked)
        run = Run(text, atom.strong, atom.emphasis, linker(values) if linker else None, filled)
        return (run,) if "\n" not in text else tuple(_lines(run, filled))

    return gap


def _lines(run: Run, filled: Filled) -> Iterator[Run]:
    """A value of several lines: each line a run, so that every channel breaks where the record does."""
    for number, line in enumerate(run.text.split("\n")):
        if number:
            yield Run("", atom="break")
        yield replace(run, text=line, filled=replace(filled, raw=line))


def _words(atoms: Atoms, names: Names) -> Shower:
    steps = [_said(atom, names) for atom in atoms]
    if len(steps) == 1 and not isinstance(steps[0], str):
        return steps[0]
    if all(isinstance(step, str) for step in steps):
        literal = "".join(step for step in steps if isinstance(step, str))
        return lambda _: literal
    return lambda values: "".join(step if isinstance(step, str) else step(values) for step in steps)


def _said(atom: Atom, names: Names) -> str | Shower:
    match atom:
        case Run():
            return "\n" if atom.atom == "break" else atom.text
        case LinkedWords(run):
            return run.text
    evaluate = atom.expression.evaluate
    show = _formatted(atom.expression, names.facts(atom.expression), names)
    return lambda values: show(evaluate(values), values)


def _formatted(expression: Expression, facts: FieldFacts, names: Names) -> Callable[[Value, Values], str]:
    """How a value is shown: by the format written, or its type's.  A text that stands in for an absent value is shown
    as it stands, unless it is one of the field's choices."""
    name, arguments = expression.format or (default_format(facts.type), {})
    apply, context = FORMATS[name].apply, _context(facts, names)
    standing = expression.default if isinstance(expression.default, str) else None
    if standing in (facts.choices or ()):
        standing = None

    def formatted(raw: Value, values: Values) -> str:
        if standing is not None and raw == standing:
            return standing
        known = context if facts.currency_from is None else replace(context, currency=currency(facts, names, values))
        return apply(raw, known, **arguments)

    return formatted


def _context(facts: FieldFacts, names: Names) -> FormatContext:
    setting, choices = names.setting, facts.choices
    words = {key: _said_in(by, setting.language) for key, by in choices.items()} if choices else None
    return FormatContext(setting.language, setting.locale, setting.labels, facts.currency, words, facts.digits)


def _said_in(words: Mapping[str, str], language: str) -> str:
    return words.get(language) or words.get(language.split("-")[0]) or next(iter(words.values()))


def _whole(expression: Expression, names: Names) -> Linker:
    if names.facts(expression).type != "url":
        raise refuse("", "link-address")

    def whole(values: Values) -> str:
        value = expression.evaluate(values)
        if not is_address(value):
            raise refuse("", "link-address")
        return str(value)

    return whole


def _encoded(expression: Expression, spare: str) -> Linker:
    def encoded(values: Values) -> str:
        value = expression.evaluate(values)
        if isinstance(value, list | dict):
            raise refuse("", "link-address")
        return quote(str(value), safe=spare)

    return encoded
