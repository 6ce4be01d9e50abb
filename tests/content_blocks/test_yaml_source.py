"""Readable files: what is written is read back as it was, and what loaders would read differently is refused."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.problem import Refused
from content_blocks.yaml_source import Plain, read_yaml, write_yaml

REFUSED = {
    "an anchor": ("a: 1\nb: &x text\n", 2, "yaml-anchor"),
    "an alias": ("a: &x [1]\nb: *x\n", 1, "yaml-anchor"),
    "a list that holds itself": ("a: &x [*x]\n", 1, "yaml-anchor"),
    "a tag": ("a: 1\nb: !thing x\n", 2, "yaml-tag"),
    "a tag that changes the type": ("a: !!str 5\n", 1, "yaml-tag"),
    "a tag on a mapping": ("a: !!set {b}\n", 1, "yaml-tag"),
    "a tag on a key": ("!!int 3: x\n", 1, "yaml-tag"),
    "a merge key": ("a: 1\n<<: {b: 2}\n", 2, "yaml-tag"),
    "a duplicate key": ("a: 1\nb: 2\na: 3\n", 3, "yaml-duplicate-key"),
    "a duplicate key, quoted": ("a: 1\n'a': 3\n", 2, "yaml-duplicate-key"),
    "an empty key": ("a: 1\n'': 3\n", 2, "yaml-key"),
    "a list as key": ("? [a]\n: 3\n", 1, "yaml-key"),
    "no value": ("a: 1\nb:\n", 2, "yaml-empty"),
    "no": ("a: no\n", 1, "yaml-quote"),
    "Off": ("a: Off\n", 1, "yaml-quote"),
    "y as key": ("y: 1\n", 1, "yaml-quote"),
    "null": ("a: null\n", 1, "yaml-quote"),
    "a tilde": ("a: ~\n", 1, "yaml-quote"),
    "a decimal": ("a: 1\nb: 1.10\n", 2, "yaml-quote"),
    "a day": ("a: 2026-01-01\n", 1, "yaml-quote"),
    "an instant": ("a: 2026-01-01T10:00:00Z\n", 1, "yaml-quote"),
    "sixties": ("a: 1:30\n", 1, "yaml-quote"),
    "octal": ("a: 0o17\n", 1, "yaml-quote"),
    "octal of old": ("a: 017\n", 1, "yaml-quote"),
    "hexadecimal": ("a: 0xFF\n", 1, "yaml-quote"),
    "infinity": ("a: -.inf\n", 1, "yaml-quote"),
    "an endless integer": ("a: 12345678901234567890\n", 1, "yaml-quote"),
    "a list at the top": ("- a\n", 1, "yaml-not-a-mapping"),
    "a text at the top": ("a\n", 1, "yaml-not-a-mapping"),
    "two documents": ("a: 1\n---\nb: 2\n", 2, "yaml-syntax"),
    "an open quote": ("a: 1\nb: 'x\n", 3, "yaml-syntax"),
    "a tab for indentation": ("a:\n\tb: 1\n", 2, "yaml-syntax"),
    "a control character": ("a: 1\nb: \x07\n", 1, "yaml-syntax"),
    "endless nesting": ("a: " + "[" * 60 + "]" * 60, 1, "yaml-too-deep"),
    "nesting that would take for ever": ("a: 1\nb: " + "[" * 20_000, 2, "yaml-too-deep"),
    "nesting beyond the stack": ("a:\n  " + "- " * 20_000, 1, "yaml-syntax"),
}


@pytest.mark.parametrize(("text", "line", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_outside_the_subset_is_refused_with_its_line(text: str, line: int, code: str) -> None:
    with pytest.raises(Refused) as caught:
        read_yaml(text)
    assert (f"line {line}", code) in [(problem.where, problem.code) for problem in caught.value.problems]


def test_every_fault_of_a_file_is_told_at_once() -> None:
    with pytest.raises(Refused) as caught:
        read_yaml("a: no\nb: 1.5\nc: [~, 'fine']\n")
    assert [problem.where for problem in caught.value.problems] == ["line 1", "line 2", "line 3"]


def test_two_spellings_of_an_accent_are_read_as_one() -> None:
    """They have the same hash, so they have to come to the same bytes."""
    assert read_yaml("e\u0301: A\u030a\n").content == {"\u00e9": "\u00c5"}
    assert read_yaml('a: "e\\u0301"\n').content == {"a": "\u00e9"}
    with pytest.raises(Refused, match="yaml-duplicate-key"):
        read_yaml("e\u0301: a\n\u00e9: b\n")


def test_a_file_without_content_is_an_empty_item() -> None:
    assert read_yaml("# nothing yet\n").content == {}


def _texts() -> st.SearchStrategy[str]:
    awkward = st.sampled_from(
        [
            "no",
            "1.10",
            "2026-01-01",
            " lead",
            "trail ",
            "a\nb",
            "a\n",
            "\n",
            " a\n  b\n",
            "a: b",
            "#",
            "- x",
            "'",
            '"',
            "{{ a }}",
            "|",
            "a\n\n\nb",
            "\ta",
            "a\t\nb",
            "~",
            "=",
            "<<",
            "%a",
            "@",
            "`",
            "!x",
            "&a",
            "*a",
            "",
            "…",
            "\u2028",
        ]
    )
    characters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"))
    return awkward | st.text(characters, max_size=30).map(lambda text: normalize("NFC", text))


def _keys() -> st.SearchStrategy[str]:
    return _texts().filter(lambda key: key != "" and "\n" not in key)


PLAIN: st.SearchStrategy[Any] = st.recursive(
    st.booleans() | st.integers(-(10**17), 10**17) | _texts(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys(), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(_keys(), PLAIN, max_size=4))
def test_what_is_written_is_read_back(content: dict[str, Plain]) -> None:
    written = write_yaml(content)
    assert read_yaml(written).content == content
    assert write_yaml(read_yaml(written).content) == written


def test_a_problem_finds_its_line_by_keys_numbers_and_ids() -> None:
    source = read_yaml(
        "title: x\n"
        "body:\n"
        "  - id: top\n"
        "    text:\n"
        "      en: Hello\n"
        "  - id: group\n"
        "    blocks:\n"
        "      - id: inner\n"
        "        rows:\n"
        "          - label: A\n"
        "          - label: B\n"
    )
    lines = {
        "title": 1,
        "body.top.text.en": 5,
        "body.top.text.de": 4,
        "body.inner.rows.1.label": 11,
        "body.group.inner.rows.1.label": 11,
        "body.gone.text": 2,
        "nowhere": 1,
    }
    assert {place: source.line_of(place.split(".")) for place in lines} == lines
