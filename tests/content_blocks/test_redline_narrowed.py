"""Redlines narrowed: to one language, and to what changed with few words around it."""

from __future__ import annotations

from content_blocks.redline import as_data, as_html, from_data, in_one_language, in_short, languages, redline_of_texts
from content_blocks.redline.model import Entry, Label, Redline, Stretch, Value, Wording

LABEL = Label("Text", "Text")


def said(language: str, words: str) -> Wording:
    return Wording(f"text.{language}", LABEL, language, (Stretch("added", words),))


BOTH = Redline(
    "content_block",
    "notice",
    "1.0",
    "2.0",
    (
        Entry("long.text", LABEL, "text", differences=(said("en", "yes"), said("de", "ja"))),
        Entry("long.more", LABEL, "more", differences=(said("de", "doch"),)),
        Entry("content_block", LABEL, "notice", differences=(Value("owner", LABEL, "a", "b"),)),
    ),
)


def test_one_language_has_its_words_and_all_that_is_none() -> None:
    found = in_one_language(BOTH, "en")
    assert [entry.name for entry in found.entries] == ["text", "notice"]
    assert [it.where for it in found.differences()] == ["text.en", "owner"]
    assert languages(BOTH) == ("en", "de")


def test_what_comes_goes_or_moves_is_told_in_every_language() -> None:
    gone = Redline("template", "letter", "1.0", "2.0", (Entry("body.a", LABEL, "a", "removed"),))
    assert in_one_language(gone, "fr") == gone


def test_only_few_words_stand_around_a_change() -> None:
    many = " ".join(f"word{number}" for number in range(200))
    found = in_short(redline_of_texts({"sms": f"{many} old {many}"}, {"sms": f"{many} new {many}"}), around=5)
    text = as_html(found)
    assert "word199" in text  # just before
    assert "word100" not in text
    assert text.count("[…]") == 2


def test_a_short_text_is_left_as_it_is() -> None:
    found = redline_of_texts({"sms": "You owe 5 euros."}, {"sms": "You owe 6 euros."})
    assert in_short(found) == found


def test_a_redline_is_read_back_from_its_data() -> None:
    assert from_data(as_data(BOTH)) == BOTH
