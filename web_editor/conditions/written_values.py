"""Values written into an expression, as people read them beside what they are compared with."""

from __future__ import annotations

from content_blocks.dictionary.names import kind_of, type_of
from content_blocks.expressions.nodes import Aggregate, Constant, Default, Node, Path, Scalar, every
from content_blocks.expressions.values import day_of
from content_blocks.setting import FieldFacts
from web_editor.conditions.nouns import quoted
from web_editor.conditions.place import Place
from web_editor.conditions.sentence_words import pattern
from web_editor.conditions.showing import in_own_words


def alike(place: Place, *nodes: Node) -> FieldFacts:
    """What is known of the values that some operands have: that of the first that is no constant."""
    known = place.names.dictionary_names
    for node in nodes:
        if not isinstance(node, Constant) and (type_ := type_of(node, known)):
            read = [place.facts(each.dotted) for each in every(node) if isinstance(each, Path)]
            return next((facts for facts in read if facts.type == type_), FieldFacts(type_))
    return next((FieldFacts(type_of(node, known) or "text") for node in nodes), FieldFacts())


def compared_as(facts: FieldFacts, *nodes: Node) -> str:
    """The kind that decides the verb: count, number, date or text."""
    plain = [node.operand if isinstance(node, Default) else node for node in nodes]
    if any(isinstance(node, Aggregate) and node.name == "count" for node in plain):
        return "count"
    kind = kind_of(facts.type)
    return kind if kind in ("number", "date") else "text"


def is_empty(node: Node) -> bool:
    """Whether it is the text without characters."""
    return isinstance(node, Constant) and node.value == ""


def value_in_words(value: Scalar, facts: FieldFacts, language: str) -> str:
    """A value by the type it is compared with: €0.00, 2 January 2026, “Berlin”."""
    if isinstance(value, bool):
        return pattern(language, "yes" if value else "no")
    if isinstance(value, str):
        return _text_in_words(value, facts, language)
    number = FieldFacts("decimal")
    kind = facts if kind_of(facts.type) == "number" else number
    exact = int(value) if value == int(value) else value
    return in_own_words(exact, kind, language) or in_own_words(exact, number, language) or str(value)


def _text_in_words(value: str, facts: FieldFacts, language: str) -> str:
    if not value:
        return pattern(language, "nothing")
    day = day_of(value)
    if facts.type == "date" and day:
        return in_own_words(day, facts, language) or value
    label = in_own_words(value, facts, language) if facts.type == "choice" else None
    return quoted(label or value, language)
