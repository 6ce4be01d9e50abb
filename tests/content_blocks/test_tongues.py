"""A template in fewer languages: what is left is whole, and translations are held to what is left."""

from __future__ import annotations

from typing import Any

import pytest

from content_blocks.item import read_item
from content_blocks.template import Template
from content_blocks.text import text_hash
from content_blocks.tongues import narrowed
from content_blocks.yaml_source import read_yaml
from templates_store.file_library import SHIPPED

TEXT = {"de": "Guten Tag", "en": "Hello", "fr": "Bonjour"}
CURRENT = text_hash("Guten Tag")


def of(**hashes: str) -> dict[str, Any]:
    return {"languages": ["de", "en", "fr"], "title": {**TEXT, "of": hashes}}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ([], {**TEXT, "of": {"en": CURRENT, "fr": "0"}}),
        (["de", "fr"], {"de": "Guten Tag", "fr": "Bonjour", "of": {"fr": "0"}}),
        (["de"], {"de": "Guten Tag"}),
        (["en", "fr"], {"en": "Hello", "fr": "Bonjour", "of": {"fr": "0"}}),
    ],
)
def test_what_was_stale_stays_stale(wanted: list[str], expected: dict[str, Any]) -> None:
    assert narrowed(of(en=CURRENT, fr="0"), wanted)["title"] == expected


def test_what_was_right_is_right_of_the_new_source() -> None:
    made = narrowed(of(en=CURRENT, fr=CURRENT), ["fr", "en"])
    assert made == {
        "languages": ["en", "fr"],
        "title": {"en": "Hello", "fr": "Bonjour", "of": {"fr": text_hash("Hello")}},
    }


def test_a_text_in_other_languages_only_goes() -> None:
    content = {"languages": ["de", "en"], "bilingual": ["de", "en"], "body": [{"id": "a", "short": {"de": "Kurz"}}]}
    assert narrowed(content, ["en"]) == {"languages": ["en"], "body": [{"id": "a"}]}


@pytest.mark.parametrize("path", sorted((SHIPPED / "templates").glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_shipped_template_is_one_in_either_language(path: Any, language: str) -> None:
    content = read_yaml(path.read_text(encoding="utf-8")).content
    item = read_item(Template, narrowed(content, [language]))
    assert item.languages == (language,)
    assert all(text.languages() <= {language} for _, text in item.texts())
