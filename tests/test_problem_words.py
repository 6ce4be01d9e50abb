"""Every problem can be said to people, in both languages, and no sentence waits for a problem that nobody raises."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from string import Formatter
from typing import NamedTuple

import pytest

from content_blocks.problem_words import Sentences, sentences, wording
from tests.source import modules

WORDS = "content_blocks.problem_words"


class Raised(NamedTuple):
    """One place that makes a problem with a code written down; `params` is None where only running it would tell."""

    place: str
    code: str
    params: frozenset[str] | None


def raised() -> Iterator[Raised]:
    for module in modules():
        for call in module.calls("Problem", "refuse", "NotAllowed"):
            code = _argument(call, 0 if _made_by(call) == "NotAllowed" else 1, "code")
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield Raised(f"{module.name}:{call.lineno}", code.value, _params(call))


def _made_by(call: ast.Call) -> str:
    return str(getattr(call.func, "id", ""))


def _params(call: ast.Call) -> frozenset[str] | None:
    if _made_by(call) in ("refuse", "NotAllowed"):
        names = {keyword.arg for keyword in call.keywords}
        return None if None in names else frozenset(name for name in names if name)
    given = _argument(call, 2, "params")
    if given is None:
        return frozenset()
    if not isinstance(given, ast.Dict) or not all(isinstance(key, ast.Constant) for key in given.keys):
        return None
    return frozenset(str(key.value) for key in given.keys if isinstance(key, ast.Constant))


def _argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    if len(call.args) > position:
        return call.args[position]
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def _blanks(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def test_every_problem_has_its_sentences() -> None:
    assert [f"{place}: {code}" for place, code, _ in raised() if code not in sentences()] == []


def test_every_sentence_gets_the_parameters_it_names() -> None:
    lacking = {
        f"{place}: {code}": sorted(_blanks(*sentences()[code]) - params)
        for place, code, params in raised()
        if code in sentences() and params is not None and _blanks(*sentences()[code]) - params
    }
    assert lacking == {}


def test_every_sentence_is_raised_somewhere() -> None:
    written = {text for module in modules() if not module.name.startswith(WORDS) for text in module.texts()}
    assert sorted(sentences().keys() - written) == []


@pytest.mark.parametrize(("code", "words"), sorted(sentences().items()), ids=lambda value: str(value)[:40])
def test_both_languages_say_the_same(code: str, words: Sentences) -> None:
    message, hint, meldung, hinweis = words
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert all(text.strip() == text and text for text in words)
    assert _blanks(message, hint) == _blanks(meldung, hinweis)


def test_no_two_files_word_the_same_code() -> None:
    codes = [
        key.value
        for module in modules()
        if module.name.startswith(f"{WORDS}.")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    ]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []


def test_a_hint_lists_nothing_where_there_is_nothing() -> None:
    told = wording("persona-unknown", {"name": "anna", "known": ""})
    assert told == ("The template has no persona anna.", "")
    assert wording("persona-unknown", {"name": "anna", "known": "otto"}, "de").hint == "Vorhanden: otto."
