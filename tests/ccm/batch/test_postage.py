"""Envelopes and classes of postage, by sheets."""

from __future__ import annotations

import pytest

from ccm.batch.postage import CLASSES, SHEET_GRAMS, postage, sheets_of


@pytest.mark.parametrize(
    ("sheets", "title"),
    [
        (1, "C6/5 Standardbrief"),
        (3, "C6/5 Standardbrief"),
        (4, "C6/5 Kompaktbrief"),
        (8, "C6/5 Kompaktbrief"),
        (9, "C5 Großbrief"),
        (20, "C5 Großbrief"),
        (21, "C4 Großbrief"),
        (96, "C4 Großbrief"),
        (97, "C4 Maxibrief"),
        (196, "C4 Maxibrief"),
        (197, "parcel"),
    ],
)
def test_a_letter_goes_by_the_first_class_that_takes_its_sheets(sheets: int, title: str) -> None:
    assert postage(sheets) == title


def test_no_letter_weighs_more_than_its_class_allows() -> None:
    for sheets in range(1, 197):
        chosen = next(it for it in CLASSES if it.title == postage(sheets))
        assert chosen.envelope_grams + sheets * SHEET_GRAMS <= chosen.most_grams
        assert sheets <= chosen.most_sheets


@pytest.mark.parametrize(("pages", "simplex", "duplex"), [(1, 1, 1), (2, 2, 1), (3, 3, 2), (51, 51, 26)])
def test_both_sides_take_half_the_paper(pages: int, simplex: int, duplex: int) -> None:
    assert (sheets_of(pages, duplex=False), sheets_of(pages, duplex=True)) == (simplex, duplex)
