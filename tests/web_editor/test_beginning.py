"""What a new letter is called, and what is in it when it begins with nothing."""

from __future__ import annotations

from itertools import islice

import pytest

from content_blocks.item import read_item
from content_blocks.template import Template
from web_editor.beginning import empty_letter, name_of, numbered


@pytest.mark.parametrize(
    ("title", "folder", "name"),
    [
        ("Kündigung für Ältere", "", "kuendigung-fuer-aeltere"),
        ("  Große   Straße! ", "card", "card-grosse-strasse"),
        ("1. Mahnung", "", "x-1-mahnung"),
        ("Crédit, été", "", "credit-ete"),
        ("Привет", "", "x"),
        ("a" * 90, "", "a" * 60),
    ],
)
def test_a_name_is_made_of_the_title(title: str, folder: str, name: str) -> None:
    assert name_of(title, folder) == name


def test_taken_names_get_a_number() -> None:
    assert list(islice(numbered("letter"), 3)) == ["letter", "letter-2", "letter-3"]


def test_an_empty_letter_shows_each_content_block_once() -> None:
    document_class = {"class": "letter", "required": [{"block": "notice", "languages": ["de"]}, {"block": "notice"}]}
    made = read_item(Template, empty_letter("fresh", "Fresh", ["de"], document_class, "letter", ["ahorn"]))
    assert [block.id for _, block in made.blocks()] == ["headline", "notice"]
