"""A comment is found again where its words went, and said to be gone rather than put somewhere else."""

from __future__ import annotations

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from approvals.pin import Pin, Place, pin_words, where_now

TEXT = (
    "Please pay **{{ account.due | money }}** within 14 days. A fee of EUR 5.00 is charged otherwise, and a fee is due."
)


def pinned(words: str, text: str = TEXT, number: int = 0) -> Pin:
    """The pin of some words, the first ones or later ones."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return pin_words("template letter", "demand", "text", "en", text, start, start + len(words))


EDITS: dict[str, tuple[Pin, str | None, str | None]] = {
    "nothing": (pinned("within 14 days"), TEXT, "=within 14 days"),
    "words put before": (pinned("within 14 days"), f"Dear Ms Çelik, we remind you. {TEXT}", "=within 14 days"),
    "a neighbour changed": (pinned("14 days"), TEXT.replace("within", "in at most"), "=14 days"),
    "the words changed": (pinned("14 days"), TEXT.replace("14 days", "three weeks"), "~three weeks"),
    "a placeholder changed": (
        pinned("{{ account.due | money }}"),
        TEXT.replace("account.due", "account.closing"),
        "~{{ account.closing | money }}",
    ),
    "the second of two alike": (pinned("fee", number=1), TEXT, "=fee"),
    "the first of two alike deleted": (pinned("A fee of", number=0), TEXT.replace("A fee of ", ""), None),
    "both neighbours and the words changed": (pinned("14 days"), "Pay at once, or else.", None),
    "the same short words in another place": (pinned("fee"), "No word is left, but one fee.", None),
    "a long sentence moved elsewhere": (
        pinned("A fee of EUR 5.00 is charged otherwise"),
        "A fee of EUR 5.00 is charged otherwise. Now to you.",
        "=A fee of EUR 5.00 is charged otherwise",
    ),
    "the whole text changed": (pinned(TEXT), "Something else", None),
    "the last words changed": (pinned("a fee is due."), TEXT.replace("a fee is due.", "more."), "~more."),
    "the words replaced by a whole page": (pinned("14 days"), TEXT.replace("14 days", "x " * 500), None),
    "the words replaced by a blank": (pinned("14 days"), TEXT.replace("14 days", " "), None),
    "the block deleted": (pinned("14 days"), None, None),
    "the text emptied": (pinned("14 days"), "", None),
    "anything, under a pin on the whole field": (Pin("template letter", "demand", "text", "en"), "New", "=New"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_where_a_comment_is_after_an_edit(edit: str) -> None:
    pin, text, expected = EDITS[edit]
    found = where_now(pin, text)
    shown = None if found is None else ("=" if found.found == "same" else "~") + (text or "")[found.start : found.end]
    assert shown == expected


def test_the_second_of_two_alike_is_not_the_first() -> None:
    found = where_now(pinned("fee", number=1), TEXT)
    assert found is not None
    assert found.start == TEXT.rindex("fee")


@pytest.mark.parametrize("number", range(50))
def test_of_many_with_the_same_neighbours_it_is_the_one(number: int) -> None:
    text = "the fee, " * 50
    start = 4 + 9 * number
    assert where_now(pin_words("i", "b", "f", "en", text, start, start + 3), text) == Place(start, start + 3, "same")


def test_nothing_is_pinned_where_no_words_are() -> None:
    for start, end in ((3, 3), (5, 3), (-1, 2), (0, len(TEXT) + 1)):
        with pytest.raises(ValueError, match="words"):
            pin_words("template letter", "demand", "text", "en", TEXT, start, end)


def texts() -> st.SearchStrategy[str]:
    """Texts of few different words, so that the same ones stand in many places; and any others."""
    words = st.lists(st.sampled_from(("a", "fee", "fee fee", " ", "is due. ", "ä")), min_size=1, max_size=40)
    return words.map("".join) | st.text(min_size=1, max_size=60)


@given(texts(), st.data())
def test_in_a_text_that_did_not_change_every_stretch_is_found_where_it_is(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    event("twice in it" if text.count(text[start:end]) > 1 else "once")
    assert where_now(pin_words("i", "b", "f", "en", text, start, end), text) == Place(start, end, "same")


@given(texts(), texts(), st.data())
def test_what_is_found_is_never_anything_but_the_words_or_what_stands_between_their_neighbours(
    text: str, edited: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    pin = pin_words("i", "b", "f", "en", text, start, data.draw(st.integers(start + 1, len(text))))
    found = where_now(pin, edited)
    event("gone" if found is None else found.found)
    if found and found.found == "same":
        assert edited[found.start : found.end] == pin.quote
    if found and found.found == "edited":
        assert edited[: found.start].endswith(pin.before)
        assert edited[found.end :].startswith(pin.after)


@given(texts(), texts(), texts())
def test_words_put_in_elsewhere_do_not_move_a_long_comment(before: str, after: str, more: str) -> None:
    quote = "This sentence speaks for itself."
    text = f"{before}{quote}{after}"
    pin = pin_words("i", "b", "f", "en", text, len(before), len(before) + len(quote))
    start = len(more) + len(before)
    assert where_now(pin, f"{more}{text}{more}") == Place(start, start + len(quote), "same")
