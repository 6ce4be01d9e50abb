"""Version ranges: what each takes in, and which cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.problem import Refused
from content_blocks.problem_words import wording
from content_blocks.version_range import number, parse_range
from tests.content_blocks.worlds import template_of

VERSIONS = ("0.9", "2.9", "3.0", "3.1", "3.2", "3.3", "3.10", "4.0", "4.7", "5.0", "10.0")

RANGES: dict[str, tuple[str, ...]] = {
    "3": ("3.0", "3.1", "3.2", "3.3", "3.10"),
    "3.2": ("3.2",),
    "==3.2": ("3.2",),
    ">=3.2,<5": ("3.2", "3.3", "3.10", "4.0", "4.7"),
    " >= 3.2 , < 5 ": ("3.2", "3.3", "3.10", "4.0", "4.7"),
    "<5,>=3.2": ("3.2", "3.3", "3.10", "4.0", "4.7"),
    "~=3.2": ("3.2", "3.3", "3.10"),
    ">3.2,<=4.7": ("3.3", "3.10", "4.0", "4.7"),
    ">=4": ("4.0", "4.7", "5.0", "10.0"),
    "<3": ("0.9", "2.9"),
    "<3.1": ("0.9", "2.9", "3.0"),
    "3,>=3.3": ("3.3", "3.10"),
    "0": ("0.9",),
    "7": (),
}


@pytest.mark.parametrize(("source", "expected"), RANGES.items(), ids=RANGES)
def test_what_lies_within(source: str, expected: tuple[str, ...]) -> None:
    found = parse_range(source)
    assert tuple(filter(found.matches, VERSIONS)) == expected
    assert found.latest(reversed(VERSIONS)) == (expected[-1] if expected else None)


FAULTY = {
    **dict.fromkeys(
        ("", " ", ",", "3,", "three", "v3", "3.", ".2", "3.2.1", "03", "3.02", "-3", "3.x", "*", "^3", "=3.2", "!=3.2"),
        "version-range",
    ),
    **dict.fromkeys(("3 4", "> =3", "1234567", "\u0663", "3.\u0662", "3," * 60, "9" * 5000), "version-range"),
    **dict.fromkeys((">3", "<=3", "~=3", "==3", ">=3,<=4"), "version-range-both-numbers"),
    **dict.fromkeys((">=5,<3", "3,4", "3.2,3.3", "<0", "3,>=4", ">3.2,<3.3"), "version-range-empty"),
}


@pytest.mark.parametrize(("source", "code"), FAULTY.items(), ids=[source[:12] for source in FAULTY])
def test_what_cannot_be_read(source: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_range(source)
    (problem,) = refused.value.problems
    assert problem.code == code
    said = [wording(code, dict(problem.params), language) for language in ("en", "de")]
    assert said[0] != said[1]
    assert not any("{" in sentence for words in said for sentence in words)


versions = st.builds("{}.{}".format, st.integers(0, 12), st.integers(0, 12))
terms = st.one_of(
    st.builds("{}{}".format, st.sampled_from(["", "==", "~=", ">=", ">", "<", "<="]), versions),
    st.builds("{}{}".format, st.sampled_from(["", ">=", "<"]), st.integers(0, 12)),
)


def within(source: str, version: str) -> bool:
    """Whether a version lies within a range; none does where no version can."""
    try:
        return parse_range(source).matches(version)
    except Refused:
        return False


@given(st.lists(terms, min_size=1, max_size=3), versions)
def test_a_range_is_what_its_terms_share(parts: list[str], version: str) -> None:
    assert within(",".join(parts), version) is all(within(part, version) for part in parts)


@given(versions, versions)
def test_versions_compare_by_their_numbers(one: str, other: str) -> None:
    assert parse_range(f">={one}").matches(other) is (number(other) >= number(one))


def test_a_version_is_written_in_plain_digits() -> None:
    with pytest.raises(Refused) as refused:
        template_of(version="1.1\u0663")
    assert [(problem.where, problem.code) for problem in refused.value.problems] == [("version", "version-form")]
