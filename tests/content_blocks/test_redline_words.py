"""What a redline of words strikes out and puts in: whole words and figures, whole sentences rather than confetti."""

from __future__ import annotations

import random

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.redline import Wording, redline_of_texts
from content_blocks.redline.as_text import marked
from content_blocks.redline.stretches import stretches
from content_blocks.redline.tokens import tokens_of_text
from tests.content_blocks.generate import WORDS


def shown(before: str, after: str) -> str:
    return marked(stretches(tokens_of_text(before), tokens_of_text(after)))


PIECES = {
    "words and punctuation": ("Well, no.", ["Well", ",", " ", "no", "."]),
    "hyphens and apostrophes": ("the bank's Online-Banking", ["the", " ", "bank's", " ", "Online-Banking"]),
    "amounts with currency": (
        "€ 5, 1.234,56 € or EUR 1,000.00",
        ["€ 5", ",", " ", "1.234,56 €", " ", "or", " ", "EUR 1,000.00"],
    ),
    "blanks between thousands": ("1 234 567,89 kr", ["1 234 567,89", " ", "kr"]),
    "percentages": ("5,5 % and 7%", ["5,5 %", " ", "and", " ", "7%"]),
    "signs": ("-5 and 3-4", ["-5", " ", "and", " ", "3-4"]),
    "dates": ("30.06.2026 2026-06-30", ["30.06.2026", " ", "2026-06-30"]),
    "a full stop after a figure": ("in 2026.", ["in", " ", "2026", "."]),
    "IBAN": ("DE02 1203 0000 0000 2020 51!", ["DE02 1203 0000 0000 2020 51", "!"]),
    "addresses": (
        "a.b@bank.example, https://bank.example/a?b=c.",
        ["a.b@bank.example", ",", " ", "https://bank.example/a?b=c", "."],
    ),
    "law": ("§ 312 Abs. 1 BGB", ["§", " ", "312", " ", "Abs", ".", " ", "1", " ", "BGB"]),
    "marks and emoji": ("n\u0303 👩‍👧 1️⃣", ["ñ", " ", "👩‍👧", " ", "1️⃣"]),
    "Thai and Hindi": ("กำ हिन्दी", ["กำ", " ", "हिन्दी"]),
    "lines": ("a\r\nb\nc", ["a", "\r\n", "b", "\n", "c"]),
}


@pytest.mark.parametrize(("text", "pieces"), PIECES.values(), ids=PIECES)
def test_a_text_falls_into_the_pieces_that_people_see(text: str, pieces: list[str]) -> None:
    assert [token.text for token in tokens_of_text(text)] == pieces


REDLINES = {
    "figures one by one": (
        "Der Betrag von 1.234,56 € ist am 30.06.2026 fällig.",
        "Der Betrag von 1.250,00 € ist am 31.07.2026 fällig.",
        "Der Betrag von [-1.234,56 €-]{+1.250,00 €+} ist am [-30.06.2026-]{+31.07.2026+} fällig.",
    ),
    "a not less": ("We are not liable.", "We are liable.", "We are [-not -]liable."),
    "a word more": ("within two weeks", "within six weeks, in writing", "within [-two-]{+six+} weeks{+, in writing+}"),
    "a sentence rewritten": (
        "We pay within 14 days of receipt.",
        "The bank pays inside 30 days after receipt.",
        "[-We pay within 14 days of-]{+The bank pays inside 30 days after+} receipt.",
    ),
    "small words in common": (
        "Ihr Konto wird gekündigt, wenn Sie nicht zahlen. Das gilt.",
        "Zahlen Sie nicht, müssen wir das Konto leider schließen. Das gilt.",
        "[-Ihr Konto wird gekündigt, wenn Sie nicht zahlen-]"
        "{+Zahlen Sie nicht, müssen wir das Konto leider schließen+}. Das gilt.",
    ),
    "a sentence that stayed between two rewritten ones": (
        "All of this is entirely old wording of ours. You have a right to object at any time. It used to end thus.",
        "Nothing here was ever written before this. You have a right to object at any time. Now comes another end.",
        "[-All of this is entirely old wording of ours-]{+Nothing here was ever written before this+}. "
        "You have a right to object at any time. [-It used to end thus-]{+Now comes another end+}.",
    ),
    "lines one by one": (
        "old first\nold second",
        "new one\nother two",
        "[-old first-]{+new one+}↵\n[-old second-]{+other two+}",
    ),
    "only a blank": ("a  b c", "a b c", "a [-␣-]b c"),
    "another blank": ("5 Jahre", "5\u00a0Jahre", "5[-␣-]{+‹U+00A0›+}Jahre"),
    "a hidden character": ("kein\u00adesfalls", "keinesfalls", "[-kein‹U+00AD›esfalls-]{+keinesfalls+}"),
    "an order that deceives": ("pay me", "pay \u202eme", "pay {+\\u202e+}me"),
    "a grapheme": ("für 👩‍👧", "für 👩‍👦", "für [-👩‍👧-]{+👩‍👦+}"),
}


@pytest.mark.parametrize(("before", "after", "expected"), REDLINES.values(), ids=REDLINES)
def test_words_are_marked_as_people_would(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


PARTS = ("the", "a", "EUR", "100", "5%", "§", "1.000,00", "...", "क्षि", "👩‍👧", "e\u0301", "\u0600", "\r\n", *WORDS)
TEXTS = st.one_of(
    st.text(alphabet="ab .,1€\n", max_size=40),
    st.lists(st.sampled_from(PARTS)).map(" ".join),
    st.lists(st.sampled_from(PARTS)).map("".join),
    st.text(st.characters(codec="utf-8"), max_size=30),
)


@given(TEXTS, TEXTS)
def test_either_side_of_a_redline_is_that_text(before: str, after: str) -> None:
    found = stretches(tokens_of_text(before), tokens_of_text(after))
    sides = ["".join(part.text for part in found if part.kind != other) for other in ("added", "removed")]
    assert sides == ["".join(token.text for token in tokens_of_text(text)) for text in (before, after)]
    assert (before == after) <= all(part.kind == "same" for part in found)


@given(TEXTS)
def test_no_piece_ends_inside_a_grapheme(text: str) -> None:
    pieces = [token.text for token in tokens_of_text(text)]
    ends = {len("".join(pieces[:number])) for number in range(len(pieces) + 1)}
    graphemes = regex.findall(r"\X", "".join(pieces))
    assert ends <= {len("".join(graphemes[:number])) for number in range(len(graphemes) + 1)}


VOCABULARY = [f"word{number}" for number in range(2000)]
LONG = random.Random(1).choices(VOCABULARY, [1 / (number + 1) for number in range(2000)], k=10_000)
"""Ten thousand words, as unevenly spread as in a language (Zipf)."""

BAD_CASES = {
    "some words changed": (LONG, [word if number % 50 else "other" for number, word in enumerate(LONG)]),
    "every word changed": (LONG, random.Random(2).choices(VOCABULARY, k=10_000)),
    "in another order": (LONG, random.Random(3).sample(LONG, len(LONG))),
    "two words only": (["a", "b"] * 5_000, ["a", "c"] * 5_000),
    "noise of two words": (random.Random(4).choices("ab", k=10_000), random.Random(5).choices("ab", k=10_000)),
    "one word only": (["a"] * 10_000, ["b", *["a"] * 9_000]),
}


@pytest.mark.parametrize(("before", "after"), BAD_CASES.values(), ids=BAD_CASES)
def test_ten_thousand_words_do_not_blow_up(before: list[str], after: list[str]) -> None:
    """It takes a tenth of a second; `difflib` alone would not come to an end while anybody waits."""
    old, new = " ".join(before), " ".join(after)
    ((wording,),) = [entry.differences for entry in redline_of_texts({"email": old}, {"email": new}).entries]
    assert isinstance(wording, Wording)
    assert (wording.before(), wording.after()) == (old, new)


def test_changes_far_apart_in_a_long_text_stay_small() -> None:
    after = [word if number % 500 else "other" for number, word in enumerate(LONG)]
    text = shown(" ".join(LONG), " ".join(after))
    assert text.count("{+other+}") == 20
