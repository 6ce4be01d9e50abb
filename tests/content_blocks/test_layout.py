"""The canonical layout: whatever is written is read back the same, and small things stay on one line."""

from __future__ import annotations

from functools import partial
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from content_blocks.yaml_source import Plain, read_yaml, write_yaml

nfc = partial(normalize, "NFC")  # in which files are read

TRICKY = [
    "no",
    "1.10",
    "2026-01-01",
    "on",
    "~",
    "- a",
    "# x",
    "a: b",
    "[x]",
    "'",
    '"',
    "{{ a }}",
    "  x ",
    "a\nb\n",
    "é",
]
WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30).map(nfc) | st.sampled_from(TRICKY)
SCALARS = WORDS | st.booleans() | st.integers(-(10**17), 10**17)
KEYS = st.text(st.characters(whitelist_categories=("L", "N")), min_size=1, max_size=8).map(nfc) | st.sampled_from(
    ["no", "y", "1.0"]
)
CONTENT: st.SearchStrategy[Plain] = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)

LONG = "Ein Satz, der so lang ist, dass er für sich allein in einer Zeile stehen muss, und noch etwas länger."


@given(st.dictionaries(KEYS, CONTENT, min_size=1, max_size=4))
def test_what_is_written_is_read_back(content: dict[str, Plain]) -> None:
    text = write_yaml(content)
    assert read_yaml(text).content == content
    assert write_yaml(read_yaml(text).content) == text


def test_small_mappings_and_lists_stay_on_one_line() -> None:
    content: dict[str, Plain] = {
        "languages": ["de", "en"],
        "label": {"de": "Datum", "en": "Date", "of": {"en": "9135882d323c"}},
        "text": {"de": LONG, "en": "A sentence."},
        "lines": "first\nsecond",
        "blocks": [{"id": "rule", "type": "divider"}],
    }
    assert write_yaml(content).splitlines() == [
        "languages: [de, en]",
        "label: {de: Datum, en: Date, of: {en: 9135882d323c}}",
        "text:",
        f"  de: {LONG}",
        "  en: A sentence.",
        "lines: |-",
        "  first",
        "  second",
        "blocks:",
        "  - {id: rule, type: divider}",
    ]
