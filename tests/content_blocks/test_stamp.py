"""Stamping: a translation is right until its source text changes, and nothing but texts is touched."""

from __future__ import annotations

import pytest

from content_blocks.stamp import source_language, stamp
from content_blocks.text import Inline, text_hash
from content_blocks.yaml_source import Plain


def test_every_translation_names_the_text_it_translates() -> None:
    stamped = stamp({"text": {"de": "Guten Tag", "en": "Hello", "pl": "Dzień dobry"}}, "de")
    current = text_hash("Guten Tag")
    assert stamped["text"] == {
        "de": "Guten Tag",
        "en": "Hello",
        "pl": "Dzień dobry",
        "of": {"en": current, "pl": current},
    }


def test_a_change_of_the_source_makes_translations_stale_until_stamped_again() -> None:
    text = stamp({"text": {"de": "Guten Tag", "en": "Hello"}}, "de")["text"]
    assert isinstance(text, dict)
    changed: dict[str, Plain] = {**text, "de": "Guten Abend"}
    assert Inline.read(text).stale("de") == ()
    assert Inline.read(changed).stale("de") == ("en",)
    assert Inline.read(stamp({"text": changed}, "de")["text"]).stale("de") == ()


UNTOUCHED: list[Plain] = [
    "the same in every language",
    {"de": "nur deutsch"},
    {"en": "only english"},
    {"channels": {"sms": "absent", "email": "full"}},
    {"choices": {"de": {"en": "German"}}},
    {"id": "a", "type": "divider"},
    {"languages": ["de", "en"]},
    {"inputs": {"of": {"type": "date"}}},
    3,
    True,
]


@pytest.mark.parametrize("value", UNTOUCHED, ids=str)
def test_what_has_no_translation_stays_as_it_is(value: Plain) -> None:
    assert stamp({"value": value}, "de") == {"value": value}


def test_it_reaches_texts_in_lists_and_settings_and_drops_old_stamps() -> None:
    old: dict[str, Plain] = {"body": [{"rows": [{"label": {"of": {"fr": "gone"}, "de": "Datum", "en": "Date"}}]}]}
    new = stamp(old, "de")
    assert new == {"body": [{"rows": [{"label": {"de": "Datum", "en": "Date", "of": {"en": text_hash("Datum")}}}]}]}
    assert stamp(new, "de") == new


def test_the_source_language_is_what_the_item_says() -> None:
    assert source_language({"languages": ["de", "en"]}) == "de"
    assert source_language({"source_language": "en"}) == "en"
    assert source_language({"dictionary": "invoice"}) is None
