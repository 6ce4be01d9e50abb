"""File names from ids: inside their folder, readable, and never shared."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm.batch.naming import Names, file_stem, find_id
from content_blocks.problem import Problem

ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)


@pytest.mark.parametrize(
    ("record_id", "stem"),
    [
        ("C-1001.a_b", "C-1001.a_b"),
        ("a/b", "a%2Fb"),
        ("..", "%2E."),
        (".hidden", "%2Ehidden"),
        ("-rf", "%2Drf"),
        ("Ümlaut 1", "%C3%9Cmlaut%201"),
        ("a\nb\0c", "a%0Ab%00c"),
        ("50%", "50%25"),
        ("~root", "%7Eroot"),
    ],
)
def test_an_id_becomes_a_name_that_is_safe_and_can_be_read(record_id: str, stem: str) -> None:
    assert file_stem(record_id) == stem


@given(ids)
def test_a_name_is_one_plain_and_short_path_segment(record_id: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_%][A-Za-z0-9._%~-]{0,119}", file_stem(record_id))


@given(st.lists(ids, unique=True, max_size=20))
def test_two_ids_never_share_a_name_even_where_case_is_ignored(record_ids: list[str]) -> None:
    names = Names()
    stems = [names.give(record_id) for record_id in record_ids]
    assert None not in stems
    assert len({str(stem).casefold() for stem in stems}) == len(record_ids)
    assert [names.give(record_id) for record_id in record_ids] == [None] * len(record_ids)
    names.close()


def test_long_ids_that_begin_alike_differ_by_their_hash() -> None:
    assert file_stem("x" * 500 + "1") != file_stem("x" * 500 + "2")


@pytest.mark.parametrize(
    ("record", "field", "found"),
    [
        ({"id": "C-1"}, "id", "C-1"),
        ({"id": 7}, "id", "7"),
        ({"id": Decimal("7.0")}, "id", "7"),
        ({"customer": {"id": "C-1"}}, "customer.id", "C-1"),
        ({"customer.id": "C-1"}, "customer.id", "C-1"),
        ({"id": Decimal("7.5")}, "id", None),
        ({"id": True}, "id", None),
        ({"id": "  "}, "id", None),
        ({"id": None}, "id", None),
        ({"customer": "C-1"}, "customer.id", None),
    ],
)
def test_the_id_is_found_by_column_or_path(record: dict[str, object], field: str, found: str | None) -> None:
    result = find_id(record, field)
    assert result == (found if found is not None else Problem(field, "id-missing"))
