"""Sentences call roles, kinds of items and classes of change as people do, in each language."""

from __future__ import annotations

import pytest

from ccm.store.actor import ROLES
from content_blocks import value_words
from content_blocks.problem_words import sentences, wording
from content_blocks.strictness import ORDER
from content_blocks.theme import Palette
from templates_store.parsing import MODELS


@pytest.mark.parametrize(
    ("code", "params", "english", "german"),
    [
        ("role-missing-for", {"role": "admin"}, "role administrator", "Rolle Administrator"),
        ("role-missing-for", {"role": "author / reviewer"}, "author / reviewer", "Autor / Prüfer"),
        ("change-not-yours", {"change": "regulated wording"}, "“regulated wording”", "„Regulierter Text“"),
        ("item-not-known", {"kind": "theme", "name": "ahorn"}, "no brand ahorn", "ahorn nicht (Marke)"),
        ("area-not-yours", {"kind": "dictionary", "name": "letter"}, "the data dictionary", "(Datenwörterbuch)"),
        ("palette-unreadable", {"text": "muted", "ground": "paper"}, "“Side remarks”", "„Nebentexte“"),
        ("route-empty", {"change": "rule"}, "“rule”", "„Regel“"),
    ],
)
def test_a_sentence_says_it_in_words(code: str, params: dict[str, str | int], english: str, german: str) -> None:
    assert english in wording(code, params).message
    assert german in wording(code, params, "de-AT").message


def test_all_roles_that_there_are_stand_in_the_hint() -> None:
    hint = wording("role-unknown", {"role": "king", "expected": ", ".join(ROLES)}, "de").hint
    assert "Autor, Prüfer, Herausgeber, Bediener, Revisor, Administrator" in hint


def test_a_role_of_a_field_is_no_role_of_a_person() -> None:
    assert "admin" in wording("role-missing", {"role": "admin"}, "de").message


def test_every_word_that_can_be_named_has_its_words() -> None:
    assert set(value_words.ROLES) == set(ROLES)
    assert set(value_words.KINDS) == {*MODELS, "asset", "persona"}
    assert set(value_words.CHANGES) == {*ORDER} - {"none"}
    assert set(value_words.NAMED) <= sentences().keys()
    labels = {name: it.json_schema_extra for name, it in Palette.model_fields.items()}
    for name, (english, german) in value_words.COLOURS.items():
        assert labels[name] == {**labels[name], "label": {"en": english, "de": german}}  # type: ignore[dict-item]


def test_no_german_sentence_says_role_in_english() -> None:
    said = " ".join(text for words in sentences().values() for text in words[2:])
    assert [role for role in ROLES if f"Rolle {role}" in said] == []
