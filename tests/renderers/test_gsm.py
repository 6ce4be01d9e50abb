"""Packing against 3GPP TS 23.038: one table of cases, and what must hold for every text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.gsm import DEFAULT, EXTENSION, dear, fits_gsm7, pack, units

GSM, UCS = "GSM-7", "UCS-2"
EMOJI = "\U0001f600"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"  # three emoji and two joiners: eight code units

# what it shows, the text, encoding, septets or code units, segments
CASES = [
    # Sizes in GSM-7: 160 alone, 153 in each of several.
    ("nothing", "", GSM, 0, 1),
    ("one letter", "a", GSM, 1, 1),
    ("one short of full", "a" * 159, GSM, 159, 1),
    ("full", "a" * 160, GSM, 160, 1),
    ("one too many for one", "a" * 161, GSM, 161, 2),
    ("two, the second full", "a" * 306, GSM, 306, 2),
    ("three begin", "a" * 307, GSM, 307, 3),
    ("three, the last full", "a" * 459, GSM, 459, 3),
    ("four begin", "a" * 460, GSM, 460, 4),
    ("ten, the last full", "a" * 1530, GSM, 1530, 10),
    # Sizes in UCS-2: 70 alone, 67 in each of several.
    ("one letter outside", "ж", UCS, 1, 1),
    ("full outside", "ж" * 70, UCS, 70, 1),
    ("one too many outside", "ж" * 71, UCS, 71, 2),
    ("two outside, the second full", "ж" * 134, UCS, 134, 2),
    ("three begin outside", "ж" * 135, UCS, 135, 3),
    ("one letter makes all of it dear", "a" * 70 + "ж", UCS, 71, 2),
    ("160 letters and one outside", "a" * 160 + "ж", UCS, 161, 3),
    # The default alphabet (6.2.1).
    ("digits and punctuation", "!\"#%&'()*+,-./0123456789:;<=>?", GSM, 30, 1),
    ("signs at the front of the table", "@£$¥_", GSM, 5, 1),
    ("general currency sign", "¤", GSM, 1, 1),
    ("section sign", "§ 675g BGB", GSM, 10, 1),
    ("Spanish marks", "¿Qué? ¡No!", GSM, 10, 1),
    ("German letters", "ÄÖÜäöüß", GSM, 7, 1),
    ("capital sharp s", "GROẞ", UCS, 4, 1),
    ("Nordic letters", "ÅåÆæØøÑñ", GSM, 8, 1),
    ("grave accents that are in", "àèìòù", GSM, 5, 1),
    ("the one acute accent that is in", "éÉ", GSM, 2, 1),
    ("á is not", "á", UCS, 1, 1),
    ("í, ó and ú are not", "íóú", UCS, 3, 1),
    ("À and È are not", "ÀÈ", UCS, 2, 1),
    ("Ç is", "Ç", GSM, 1, 1),
    ("ç is not", "ç", UCS, 1, 1),
    ("â, ê and ô are not", "âêô", UCS, 3, 1),
    ("Polish letters are not", "łąż", UCS, 3, 1),
    ("Greek capitals that are in", "ΔΦΓΛΩΠΨΣΘΞ", GSM, 10, 1),
    ("Greek capitals that look Latin are not", "Α", UCS, 1, 1),
    ("Greek small letters are not", "δ", UCS, 1, 1),
    ("line feed", "a\nb", GSM, 3, 1),
    ("carriage return alone", "a\rb", GSM, 3, 1),
    ("both count as one line feed", "a\r\nb", GSM, 3, 1),
    ("160 with a line end of two", "a" * 158 + "\r\n" + "b", GSM, 160, 1),
    ("tab is not", "\t", UCS, 1, 1),
    ("grave accent alone is not", "`", UCS, 1, 1),
    ("the escape is no character", "\x1b", UCS, 1, 1),
    ("micro sign is not", "µ", UCS, 1, 1),
    ("degree sign is not", "°", UCS, 1, 1),
    # The extension table (6.2.1.1): an escape and a code.
    ("euro sign", "€", GSM, 2, 1),
    ("form feed", "\f", GSM, 2, 1),
    ("circumflex", "^", GSM, 2, 1),
    ("curly brackets", "{}", GSM, 4, 1),
    ("backslash", "\\", GSM, 2, 1),
    ("square brackets", "[]", GSM, 4, 1),
    ("tilde and bar", "~|", GSM, 4, 1),
    ("all ten of them", "\f^{}\\[~]|€", GSM, 20, 1),
    ("80 euro signs", "€" * 80, GSM, 160, 1),
    ("81 euro signs: 76 and 5", "€" * 81, GSM, 162, 2),
    ("152 euro signs: 76 in each", "€" * 152, GSM, 304, 2),
    ("153 euro signs: 76, 76 and 1", "€" * 153, GSM, 306, 3),
    ("a pair ends a lone message", "a" * 158 + "€", GSM, 160, 1),
    ("a pair just too long for one", "a" * 159 + "€", GSM, 161, 2),
    ("a pair ends the first segment", "a" * 151 + "€" + "a" * 153, GSM, 306, 2),
    ("a pair would straddle", "a" * 152 + "€" + "a" * 151, GSM, 305, 2),
    ("and pushes the rest out", "a" * 152 + "€" + "a" * 152, GSM, 306, 3),
    ("a pair begins the second segment", "a" * 153 + "€" + "a" * 151, GSM, 306, 2),
    ("a euro sign is one unit in UCS-2", "€ж", UCS, 2, 1),
    # Typography.
    ("no-break space", "1\u00a0€", UCS, 3, 1),
    ("narrow no-break space", "1\u202f€", UCS, 3, 1),
    ("curly quotes", "“a”", UCS, 3, 1),
    ("German quotes", "„a“", UCS, 3, 1),
    ("en dash", "–", UCS, 1, 1),
    ("ellipsis", "…", UCS, 1, 1),
    ("bullet", "•", UCS, 1, 1),
    ("soft hyphen", "a\u00adb", UCS, 3, 1),
    ("zero-width space", "a\u200bb", UCS, 3, 1),
    ("combining accent", "e\u0301", UCS, 2, 1),
    # Beyond the basic plane: two code units, never parted.
    ("emoji", EMOJI, UCS, 2, 1),
    ("35 emoji", EMOJI * 35, UCS, 70, 1),
    ("36 emoji: 33 and 3", EMOJI * 36, UCS, 72, 2),
    ("66 emoji: 33 in each", EMOJI * 66, UCS, 132, 2),
    ("67 emoji: 33, 33 and 1", EMOJI * 67, UCS, 134, 3),
    ("emoji ends the first segment", "a" * 65 + EMOJI + "a" * 67, UCS, 134, 2),
    ("emoji would straddle", "a" * 66 + EMOJI + "a" * 65, UCS, 133, 2),
    ("and pushes the rest out", "a" * 66 + EMOJI + "a" * 66, UCS, 134, 3),
    ("emoji begins the second segment", "a" * 67 + EMOJI + "a" * 65, UCS, 134, 2),
    ("emoji ends a lone message", "a" * 68 + EMOJI, UCS, 70, 1),
    ("emoji of several", FAMILY, UCS, 8, 1),
    ("rare Chinese character", "\U00020000", UCS, 2, 1),
    ("160 letters, then an emoji", "a" * 160 + EMOJI, UCS, 162, 3),
]


@pytest.mark.parametrize(
    ("text", "encoding", "units", "segments"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_the_standards_cases(text: str, encoding: str, units: int, segments: int) -> None:
    packing = pack(text)
    assert (packing.encoding, packing.units, len(packing.segments)) == (encoding, units, segments)


def test_the_table_is_large_enough_and_names_no_case_twice_by_content() -> None:
    assert len({case[1] for case in CASES}) == len(CASES) >= 60


def test_the_alphabets_have_the_sizes_of_the_standard() -> None:
    assert (len(DEFAULT), len(EXTENSION), DEFAULT & EXTENSION) == (127, 10, frozenset())


def test_what_costs_is_named_with_its_reason() -> None:
    assert [tuple(one.values()) for one in pack("12 € [€]").costly] == [
        ("[", "U+005B", 1, "two-septets"),
        ("]", "U+005D", 1, "two-septets"),
        ("€", "U+20AC", 2, "two-septets"),
    ]
    assert [(one["character"], one["reason"]) for one in pack("12 €, ça va").costly] == [("ç", "ucs-2")]


ALPHABETS = st.one_of(
    st.text(st.sampled_from(sorted(DEFAULT | EXTENSION)), max_size=700),
    st.text(st.sampled_from("a€[" + EMOJI), max_size=400),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
)


@given(ALPHABETS)
def test_segments_join_to_the_text_and_none_is_over_its_limit(text: str) -> None:
    packing = pack(text)
    assert "".join(packing.segments) == text.replace("\r\n", "\n")
    limit = {(GSM, True): 160, (GSM, False): 153, (UCS, True): 70, (UCS, False): 67}
    for segment in packing.segments:
        assert _units(segment, packing.encoding) <= limit[packing.encoding, len(packing.segments) == 1]
    assert sum(_units(segment, packing.encoding) for segment in packing.segments) == packing.units


@given(ALPHABETS)
def test_no_segment_could_have_taken_the_next_character_too(text: str) -> None:
    packing = pack(text)
    limit = 153 if packing.encoding == GSM else 67
    for segment, following in zip(packing.segments, packing.segments[1:], strict=False):
        assert _units(segment + following[0], packing.encoding) > limit


@given(ALPHABETS)
def test_gsm7_is_used_exactly_where_every_character_is_in_it(text: str) -> None:
    inside = all(character in DEFAULT | EXTENSION for character in text)
    assert (pack(text).encoding == GSM) == inside == fits_gsm7(text)


def _units(text: str, encoding: str) -> int:
    """The units of a text, counted another way than the renderer counts them."""
    if encoding == GSM:
        return sum(2 if character in EXTENSION else 1 for character in text)
    return sum(2 if ord(character) > 0xFFFF else 1 for character in text)


DEAR = [
    ("plain", "a b", []),
    ("an extension character takes two", "a€b€", [(1, "€", 2, "two-septets"), (3, "€", 2, "two-septets")]),
    ("what forces UCS-2 is to blame, not what is dear in GSM-7", "a€б", [(2, "б", 1, "ucs-2")]),
    ("beyond the first plane it takes two", f"{EMOJI}a", [(0, EMOJI, 2, "ucs-2")]),
]


@pytest.mark.parametrize(("what", "text", "expected"), DEAR, ids=[what for what, *_ in DEAR])
def test_the_characters_that_cost_are_known_by_their_place(
    what: str, text: str, expected: list[tuple[int, str, int, str]]
) -> None:
    del what
    assert [(one.at, one.character, one.units, one.reason) for one in dear(text)] == expected


@given(ALPHABETS)
def test_segments_have_the_units_of_the_whole(text: str) -> None:
    packing = pack(text)
    assert sum(units(segment, packing.encoding) for segment in packing.segments) == packing.units
    assert {one.character for one in dear(text)} == {one["character"] for one in packing.costly}
