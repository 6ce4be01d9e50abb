"""The reference is what the code says; `pytest --update` writes it again."""

from __future__ import annotations

import pytest

from content_blocks.expressions import parse_expression
from scripts.reference import texts
from scripts.reference.__main__ import FOLDER, pages
from tests.golden import ROOT, Golden

PAGES = dict(pages())


@pytest.mark.parametrize("name", PAGES)
def test_the_reference_says_what_the_code_does(name: str, pytestconfig: pytest.Config) -> None:
    """If not: python -m scripts.reference"""
    compare = Golden(pytestconfig.getoption("--update"), expected=FOLDER, produced=ROOT / "build" / "reference")
    compare(name, PAGES[name])


def test_no_page_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == PAGES.keys()


@pytest.mark.parametrize("example", [example for _, _, example, _ in texts.EXPRESSIONS])
def test_the_expressions_shown_are_expressions(example: str) -> None:
    assert parse_expression(example).paths() or example == "2.5"
