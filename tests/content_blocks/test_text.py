"""Texts: what an author's marks mean, which are refused, and in which languages a text is there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.atoms import Atoms, LinkedWords, Placeholder, parse_inline, parse_plain
from content_blocks.parts import Run
from content_blocks.problem import Refused
from content_blocks.text import Address, Inline, Line, text_hash

MARKED = {
    "words": ("a b", [Run("a b")]),
    "strong": ("a **b** c", [Run("a "), Run("b", strong=True), Run(" c")]),
    "emphasis": ("*a*", [Run("a", emphasis=True)]),
    "both": ("***a***", [Run("a", strong=True, emphasis=True)]),
    "strong in strong": ("**a __b__ c**", [Run("a b c", strong=True)]),
    "a link": ("[a](https://b.example/c)", [Run("a", link="https://b.example/c")]),
    "a strong link": ("[**a**](tel:+491)", [Run("a", strong=True, link="tel:+491")]),
    "a line break": ("a\\\nb", [Run("a"), Run("", atom="break"), Run("b")]),
    "a newline is a blank": ("a\nb", [Run("a b")]),
    "escapes": (r"\*a\* 1\_2", [Run("*a* 1_2")]),
    "no tags": ("<b>a</b> &amp;", [Run("<b>a</b> &amp;")]),
    "no headings, lists or code": ("# a `b` - c", [Run("# a `b` - c")]),
    "no images": ("![a](https://b.example)", [Run("!"), Run("a", link="https://b.example")]),
    "no bare addresses": ("https://a.example", [Run("https://a.example")]),
    "no references": ("[a][b] [a]", [Run("[a][b] [a]")]),
    "page numbers": ("{{ page }}/{{ pages }}", [Run("", atom="page"), Run("/"), Run("", atom="pages")]),
    "an empty text": ("", []),
    "nothing between": ("a{{}}b", [Run("ab")]),
    "nothing in marks": ("a**{{}}(b) {{}}**c", [Run("a"), Run("(b) ", strong=True), Run("c")]),
    "nothing behind a break": ("a\\\n{{}} b", [Run("a"), Run("", atom="break"), Run(" b")]),
}


@pytest.mark.parametrize(("source", "runs"), MARKED.values(), ids=MARKED)
def test_the_subset_of_markdown(source: str, runs: list[Run]) -> None:
    assert list(parse_inline(source)) == runs


@given(st.text("ab .,!?()]<>`~#&|\"'/=+-–“€%@$^\t\u00a0é🙂", max_size=12), st.booleans())
def test_a_text_without_marks_is_read_as_if_there_might_be_some(words: str, gap: bool) -> None:
    source = f"{words}{{{{ a }}}}{words}" if gap else words
    assert (*parse_inline(source), Run("", atom="break")) == parse_inline(f"{source}\\\n")


def test_a_line_knows_no_marks_but_breaks() -> None:
    assert parse_plain("**a** [b](c)\nd") == (Run("**a** [b](c)"), Run("", atom="break"), Run("d"))


def test_placeholders_take_the_style_around_them() -> None:
    strong, _, linked = parse_inline("**{{ a }}** [{{ b }}](https://c.example/{{ d }})")
    assert isinstance(strong, Placeholder)
    assert isinstance(linked, Placeholder)
    assert (strong.expression.source, strong.strong, strong.target) == ("a", True, None)
    assert (linked.expression.source, linked.strong, linked.target is not None) == ("b", False, True)


def test_words_in_a_link_with_a_placeholder_keep_their_target() -> None:
    (linked,) = parse_inline("[see](https://c.example/{{ d }})")
    assert isinstance(linked, LinkedWords)
    assert [getattr(step, "source", step) for step in linked.target] == ["https://c.example/", "d"]


REFUSED = {
    "{{ a": "text-stray-braces",
    "a }}": "text-stray-braces",
    "{% if a %}b{% endif %}": "text-stray-braces",
    "{# a #}": "text-stray-braces",
    "Dear { customer.name }": "text-stray-braces",
    "{customer.balance | money}": "text-stray-braces",
    "{{ a | nothing }}": "format-unknown",
    "{{ a | date(style='loud') }}": "format-argument",
    "{{ a() }}": "expression-not-allowed",
    "{{ }}": "expression-syntax",
    "{{{}}}": "expression-syntax",
    "{{}}}}": "text-stray-braces",
    "a\uf8ffb": "character-not-allowed",
    "[a](https://b.example/{{}})": "link-address",
    "[a](https://b.example/&#xF8FF;)": "link-address",
    "a\u202eb": "character-not-allowed",
    "a\ue000b": "character-not-allowed",
    "a\x00b": "character-not-allowed",
    "a" * 20_001: "wording-too-long",
    '[a](https://b.example "{{ c }}")': "link-title",
    "[a](https://b.example/&#xE000;)": "link-address",
    "[a](https://b.example/&#xE001;) {{ c }}": "link-address",
    "[a](javascript:alert)": "link-address",
    "[a](javascript&#58;alert)": "link-address",
    "[a](java\\script:alert)": "link-address",
    "[a](http://b.example)": "link-address",
    "[a](https://\u212aonto.example)": "link-address",  # K, the sign of kelvin
    "[a](https://b.example:\u0661)": "link-address",
    "[a](//b.example)": "link-address",
    "[a](data:text/html,b)": "link-address",
    "[a](b)": "link-address",
    "[a](https://)": "link-address",
    "[a](https:///b)": "link-address",
    "[a](https://b@c.example/)": "link-address",
    "[a](https://b.example\\@c.example)": "link-address",
    "[a](https://bänk.example)": "link-address",
    "[a](<https://b.example/ c>)": "link-address",
    "[a](https://{{ b }}/c)": "link-address",
    "[a](https://b.{{ c }})": "link-address",
    "[a](https://b.example{{ c }})": "link-address",
    "[a](https://b.example:{{ c }}/)": "link-address",
    "[a]({{ b }}c)": "link-address",
    "[a]({{ b }}{{ c }})": "link-address",
    "[a]({{ b }}://c.example/)": "link-address",
}


@pytest.mark.parametrize(("source", "code"), REFUSED.items(), ids=lambda value: str(value)[:40])
def test_what_an_author_may_not_write(source: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_inline(source)
    assert caught.value.problems[0].code == code


ADDRESSES = {
    "https://a.example": True,
    "https://a.example:8443/b?c=d#e": True,
    "https://a.example/{{ b }}": True,
    "https://a.example?b={{ c }}": True,
    "https://a.example#{{ b }}": True,
    "mailto:{{ a }}": True,
    "tel:{{ a }}": True,
    "MAILTO:a@b.example": True,
    "{{ a }}": True,
    "https://a.example/{{}}": False,
    "https://a.example/b\nc": False,
    "https://a.example/ b": False,
    "ftp://a.example": False,
    "https://a.example.{{ b }}": False,
    "": False,
}


@pytest.mark.parametrize(("source", "fits"), ADDRESSES.items(), ids=lambda value: str(value))
def test_what_may_be_an_address(source: str, fits: bool) -> None:
    if fits:
        Address.read(source)
    else:
        with pytest.raises(Refused, match="link-address"):
            Address.read(source)


def test_every_fault_of_a_text_is_told_with_its_language() -> None:
    with pytest.raises(Refused) as caught:
        Inline.read({"en": "{{ a( }} {{ b | c }}", "de": "{{"})
    assert [(problem.where, problem.code) for problem in caught.value.problems] == [
        ("en", "expression-syntax"),
        ("en", "format-unknown"),
        ("de", "text-stray-braces"),
    ]


FORMS: list[object] = [
    1,
    True,
    None,
    [],
    {},
    {"en": 1},
    {"EN": "a"},
    {"": "a"},
    {"en": "a", "of": "x"},
    {"en": "a", "of": {"de": "x"}},
]


@pytest.mark.parametrize("content", FORMS, ids=str)
def test_a_text_is_a_string_or_a_map_of_languages(content: object) -> None:
    with pytest.raises(Refused, match="text-form"):
        Line.read(content)


def test_a_language_is_served_by_its_own_text_its_base_or_a_common_one() -> None:
    both, common = Line.read({"de": "a", "de-AT": "b"}), Line.read("c")
    spoken = [both.in_language("de-AT"), both.in_language("de-CH"), common.in_language("fr")]
    assert [runs[0].text for runs in spoken if isinstance(runs[0], Run)] == ["b", "a", "c"]
    assert (both.speaks("de"), both.speaks("en"), common.speaks("en")) == (True, False, True)
    with pytest.raises(Refused, match="text-language-missing"):
        both.in_language("en")


def test_a_translation_is_stale_when_its_source_text_has_changed() -> None:
    fresh = Line.read({"en": "a", "de": "b", "fr": "c", "of": {"de": text_hash("a"), "fr": text_hash("before")}})
    assert fresh.stale("en") == ("fr",)
    assert Line.read({"en": "a", "de": "b"}).stale("en") == ()
    assert Line.read("a").stale("en") == ()


def test_a_translation_without_a_stamp_is_not_stale_but_known() -> None:
    half = Line.read({"en": "a", "de": "b", "fr": "c", "of": {"de": text_hash("a")}})
    assert (half.stale("en"), half.unstamped("en")) == ((), ("fr",))
    assert [Line.read(source).unstamped("en") for source in ("a", {"en": "a"}, {"de": "a", "fr": "b"})] == [(), (), ()]


def test_parsing_is_the_same_every_time() -> None:
    def parsed() -> Atoms:
        return parse_inline("a **{{ b | money }}** [c](https://d.example/{{ e }})")

    assert parsed() == parsed()
