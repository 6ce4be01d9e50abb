"""A condition as a sentence in English or German, with the words of the data dictionary.

    sentence('account.closing < 0 and not reminder.business', place, "en").data()

    {"text": "the closing balance is below €0.00 and “Not a consumer” does not apply", "runs": [
      {"kind": "words", "text": "the ", "path": ""},
      {"kind": "field", "text": "closing balance", "path": "account.closing"},
      {"kind": "words", "text": " is below ", "path": ""},
      {"kind": "value", "text": "€0.00", "path": ""}, …]}

A sentence says what is meant, not how it is written: `not (a < 1)` reads `a is at least 1`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from content_blocks.expressions import parse_expression
from content_blocks.expressions.nodes import (
    Add,
    Aggregate,
    And,
    Compare,
    Constant,
    Default,
    Formatted,
    In,
    Multiply,
    Node,
    Not,
    Operator,
    Or,
    Path,
    Subtract,
)
from content_blocks.setting import FieldFacts
from web_editor.conditions.nouns import QUOTES, quoted, several, subject
from web_editor.conditions.opposite import OPPOSITE
from web_editor.conditions.place import Place
from web_editor.conditions.runs import Run, Runs, Sentence, filled, listed, merged, words
from web_editor.conditions.sentence_words import pattern
from web_editor.conditions.written_values import alike, compared_as, is_empty, value_in_words

_TURNED: dict[Operator, Operator] = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def sentence(source: str, place: Place, language: str) -> Sentence:
    """The sentence that a condition says.  Raises Refused if the source is no expression.

    `language` is that of the reader: German for `de…`, English for all others.
    """
    return said(parse_expression(source).root, place, language)


def said(node: Node, place: Place, language: str) -> Sentence:
    """The same for nodes, such as one branch or atom of a condition."""
    speaker = _Speaker(place, "de" if language.startswith("de") else "en")
    return Sentence(speaker.condition(node))


def value_said(source: str, place: Place, language: str, like: FieldFacts | None = None) -> Sentence:
    """What a formula or placeholder shows, in words: `the sum of “Amount” over all transactions`.

    `like` is what is known of the place it is for, such as the input of a content block.
    """
    speaker, root = _Speaker(place, "de" if language.startswith("de") else "en"), parse_expression(source).root
    return Sentence(speaker.operand(root, like or alike(place, root)))


@dataclass(frozen=True)
class _Speaker:
    """Somebody who says nodes at a place in a language."""

    place: Place
    language: str

    def condition(self, node: Node, denied: bool = False, inside: bool = False) -> Runs:
        """What has to hold; `denied`, the opposite; `inside` a group, other groups stand in parentheses."""
        match node:
            case Not(operand):
                return self.condition(operand, not denied, inside)
            case And(parts) | Or(parts):
                joint = pattern(self.language, "and" if isinstance(node, And) is not denied else "or")
                told = listed([self.condition(part, denied, inside=True) for part in parts], joint)
                return merged((*words("("), *told, *words(")"))) if inside else told
            case Compare():
                return self._comparison(node, denied)
            case In():
                return self._one_of(node, denied)
            case Constant(bool() as value):
                return words(pattern(self.language, "always" if value is not denied else "never"))
        return self._flag(node, denied)

    def operand(self, node: Node, like: FieldFacts) -> Runs:  # noqa: C901 - one line for each node of the language
        """A value; `like` what it is compared with."""
        match node:
            case Path():
                return self._field(node)
            case Constant(value):
                return (Run("value", value_in_words(value, like, self.language)),)
            case Add(left, right) | Subtract(left, right):
                sign = "+" if isinstance(node, Add) else "-"
                return self._filled(sign, left=self.operand(left, like), right=self._part(right, like))
            case Multiply(Constant(-1), operand):
                return self._filled("minus", left=self._part(operand, like))
            case Multiply(factor, operand):
                number = self.operand(factor, FieldFacts("decimal"))
                return self._filled("times", factor=number, left=self._part(operand, like))
            case Aggregate():
                return self._figure(node)
            case Default(operand, standing):
                facts = alike(self.place, operand) if like.type == "text" else like
                told = self.operand(operand, facts)
                return self._filled("standing", left=told, right=self.operand(standing, facts))
            case Formatted(operand):
                return self.operand(operand, like)
            case Compare() | In() | And() | Or() | Not():
                return merged((*words("("), *self.condition(node), *words(")")))
        assert_never(node)

    def _comparison(self, node: Compare, denied: bool) -> Runs:
        left, right, operator = node.left, node.right, node.operator
        if isinstance(left, Constant) and not isinstance(right, Constant):
            left, right, operator = right, left, _TURNED[operator]
        operator = OPPOSITE[operator] if denied else operator
        if isinstance(right, Constant) and isinstance(right.value, bool) and operator in ("==", "!="):
            return self.condition(left, right.value is not (operator == "=="), inside=True)
        if is_empty(right) and operator in ("==", "!="):
            return self._filled(f"empty {operator}", left=self.operand(left, FieldFacts()))
        like = alike(self.place, left, right)
        kind = compared_as(like, left, right)
        keys = [f"{each} {operator}" for each in (kind, "number")]
        other = [] if isinstance(right, Constant) else [f"{each} other" for each in keys]
        return self._filled(*other, *keys, left=self.operand(left, like), right=self.operand(right, like))

    def _one_of(self, node: In, denied: bool) -> Runs:
        like = alike(self.place, node.item)
        if not node.options:
            return words(pattern(self.language, "always" if denied else "never"))
        if len(node.options) == 1:
            return self._comparison(Compare("==", node.item, node.options[0]), denied)
        options = [self.operand(option, like) for option in node.options]
        nor = pattern(self.language, "nor")
        told = listed(options, nor, f" {nor} ") if denied else listed(options, pattern(self.language, "or"))
        return self._filled("not in" if denied else "in", left=self.operand(node.item, like), right=told)

    def _flag(self, node: Node, denied: bool) -> Runs:
        """Whether something is so: a flag's label may be any words, so it stands as a name."""
        if isinstance(node, Path):
            told: Runs = (self._name(node.dotted),)
        elif isinstance(node, Default) and isinstance(node.operand, Path):
            standing = self.operand(node.constant, FieldFacts("boolean"))
            told = self._filled("standing", left=(self._name(node.operand.dotted),), right=standing)
        else:
            told = self.operand(node, FieldFacts("boolean"))
        return self._filled("not flag" if denied else "flag", left=told)

    def _field(self, path: Path) -> Runs:
        named = subject(self.place.label(path.dotted, self.language), self.language)
        return (*words(named.before), self._named(named.label, path.dotted))

    def _name(self, path: str) -> Run:
        return self._named(quoted(self.place.label(path, self.language), self.language), path)

    def _named(self, label: str, path: str) -> Run:
        group = self.place.apart(path, self.language)
        return Run("field", f"{label} ({group})" if group else label, path)

    def _part(self, node: Node, like: FieldFacts) -> Runs:
        """An operand of a calculation, in parentheses if it is one itself."""
        told = self.operand(node, like)
        return merged((*words("("), *told, *words(")"))) if isinstance(node, Add | Subtract) else told

    def _figure(self, node: Aggregate) -> Runs:
        """One figure over a list."""
        dotted = node.path.dotted
        found, around = self.place.find(dotted), self.place.list_around(dotted)
        of_field = found is not None and around != dotted
        key: str = "count field" if node.name == "count" and of_field else node.name
        if found and found.type == "date" and key in ("min", "max"):
            key = f"{key} date"
        named = several(self.place.label(around, self.language), self.language)
        if named.startswith(QUOTES[self.language]):
            key = f"{key} quoted"
        field = Run("field", quoted(self.place.label(dotted, self.language), self.language), dotted)
        return self._filled(key, list=(Run("field", named, around),), field=(field,))

    def _filled(self, *keys: str, **parts: Runs) -> Runs:
        return filled(pattern(self.language, *keys), **parts)
