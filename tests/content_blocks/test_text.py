"""Texts: what an author's marks mean, which are refused, and that no record value is ever more than words."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.atoms import Atoms, LinkedWords, Placeholder, parse_inline, parse_plain
from content_blocks.parts import Paragraph, Run, Runs
from content_blocks.problem import Refused
from content_blocks.text import Address, Inline, Line, text_hash
from tests.content_blocks.worlds import Plain, body, refused, said, text, values

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
}


@pytest.mark.parametrize(("source", "runs"), MARKED.values(), ids=MARKED)
def test_the_subset_of_markdown(source: str, runs: list[Run]) -> None:
    assert list(parse_inline(source)) == runs


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
    "{{ a | nothing }}": "format-unknown",
    "{{ a | date(style='loud') }}": "format-argument",
    "{{ a() }}": "expression-not-allowed",
    "{{ }}": "expression-syntax",
    "a\u202eb": "character-not-allowed",
    "a\ue000b": "character-not-allowed",
    "a\x00b": "character-not-allowed",
    "a" * 20_001: "text-too-long",
    '[a](https://b.example "{{ c }}")': "link-title",
    "[a](https://b.example/&#xE000;)": "link-address",
    "[a](https://b.example/&#xE001;) {{ c }}": "link-address",
    "[a](javascript:alert)": "link-address",
    "[a](javascript&#58;alert)": "link-address",
    "[a](java\\script:alert)": "link-address",
    "[a](http://b.example)": "link-address",
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


AWKWARD = st.sampled_from(
    [
        "**b**",
        "[x](https://evil.example)",
        "{{ account.iban }}",
        "{% raw %}",
        "<b>",
        "\\",
        "](",
        "https://evil.example",
        "javascript:alert(1)",
        "@",
        "?a=b&c=d#e",
        "\u202e",
        "\x00",
        "a\nb",
        "=cmd()",
        "\ue000",
        "%2F..",
        "\u2028",
        "*",
        "_",
    ]
)
WORDS = st.lists(AWKWARD | st.text(max_size=8), min_size=1, max_size=4).map("".join)


def runs_of(source: str, value: str) -> Runs:
    (piece,) = body(text(source), record=values(customer__name=value))
    return tuple(run for part in piece.parts if isinstance(part, Paragraph) for run in part.runs)


@given(WORDS)
def test_a_value_stays_the_words_it_is(value: str) -> None:
    runs = runs_of("Dear *{{ customer.name }}*, **yes**", value)
    filled = [run for run in runs if run.filled]
    assert "\n".join(run.text for run in filled) == value
    assert all(run.emphasis and not run.strong and run.link is None for run in filled)
    assert [run.text for run in runs if not run.filled and not run.atom] == ["Dear ", ", ", "yes"]


@given(WORDS)
def test_a_value_in_a_link_changes_neither_its_host_nor_its_shape(value: str) -> None:
    (run,) = runs_of("[x](https://bank.example/c/{{ customer.name }}?a=b#d)", value)
    assert run.link is not None
    parts = urlsplit(run.link)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("https", "bank.example", "a=b", "d")
    assert unquote(parts.path) == f"/c/{value}"
    assert all("!" <= character <= "~" for character in run.link)


@given(WORDS)
def test_a_value_in_a_mail_address_adds_no_header(value: str) -> None:
    (run,) = runs_of("[x](mailto:{{ customer.name }}?subject=a)", value)
    assert run.link is not None
    address, _, rest = run.link.removeprefix("mailto:").partition("?")
    assert (unquote(address), rest) == (value, "subject=a")
    assert "&" not in address


@given(WORDS)
def test_only_a_field_that_is_an_address_can_be_a_link_by_itself(value: str) -> None:
    assert ("body.t", "link-address") in refused(text("[x]({{ customer.name }})"), record=values(customer__name=value))


URL_FIELD = {"home": {"type": "url"}}


@given(WORDS)
def test_and_only_if_it_is_one_of_ours(value: str) -> None:
    record, block = {**values(), "home": value}, text("[x]({{ home }})")
    if re.fullmatch(r"https://evil\.example([/?#]\S*)?", value):  # delivered in a field for addresses
        assert body(block, record=record, fields=URL_FIELD)
    elif not value.startswith(("mailto:", "tel:")):
        assert refused(block, record=record, fields=URL_FIELD) == [("body.t", "link-address")]


def test_an_address_field_and_a_fact_of_the_brand_may_be_links() -> None:
    record = {**values(), "home": "https://home.example/a?b"}
    (piece,) = body(text("[a]({{ home }}) [b]({{ brand.site }})"), record=record, fields=URL_FIELD)
    assert isinstance(piece.parts[0], Paragraph)
    assert [run.link for run in piece.parts[0].runs if run.link] == [
        "https://home.example/a?b",
        "https://www.ahornbank.example",
    ]


FILLED = {
    "{{ account.balance }}": "-€138.80",
    "{{ account.balance | number }}": "-138.80",
    "{{ account.opened }}": "17 Mar 2014",
    "{{ account.opened | date(style='long') }}": "17 March 2014",
    "{{ account.iban }}": "DE02\u00a01203\u00a00000\u00a00000\u00a02020\u00a051",
    "{{ customer.salutation }}": "Ms",
    "{{ customer | salutation }}": "Dear Ms Çelik-Müller",
    "{{ document.date }}": "2 Nov 2026",
    "{{ brand.short_name }}": "Ahornbank",
    "{{ count(account.transactions) }}": "4",
    "{{ sum(account.transactions.amount) }}": "-€342.25",
    "{{ account.balance - account.opening }}": "-€342.25",
    "{{ -1 * account.balance }}": "€138.80",
    "{{ count(account.cards) | plural(one='# card', other='# cards') }}": "2 cards",
}


@pytest.mark.parametrize(("source", "words"), FILLED.items(), ids=FILLED)
def test_values_are_written_as_what_they_are(source: str, words: str) -> None:
    assert said(source) == words


OPTIONAL = {
    "nick": {"type": "text", "required": False},
    "fee": {"type": "money", "currency": "EUR", "required": False},
    "kind": {"type": "choice", "required": False, "choices": {"none": {"en": "no title"}, "dr": {"en": "Dr"}}},
}

STANDING_IN = [
    ("{{ nick or '–' }}", None, "–"),
    ("{{ nick or '–' }}", "Ayşe", "Ayşe"),
    ("{{ fee | money or 'free' }}", None, "free"),
    ("{{ fee or 0 }}", None, "€0.00"),
    ("{{ kind or 'none' }}", None, "no title"),
    ("{{ kind or 'none' }}", "none", "no title"),
    ("{{ kind or '–' }}", None, "–"),
]


@pytest.mark.parametrize(("source", "value", "words"), STANDING_IN)
def test_what_stands_in_for_an_absent_value(source: str, value: str | None, words: str) -> None:
    name = source.split()[1]
    record = values() | ({} if value is None else {name: value})
    assert said(source, record=record, fields=OPTIONAL) == words


def test_an_absent_value_without_a_stand_in_is_refused_by_its_field() -> None:
    assert refused(text("{{ nick }}"), fields=OPTIONAL) == [("body.t", "value-missing")]


def test_the_currency_of_an_amount_may_come_from_the_record() -> None:
    fields = {
        "currency": {"type": "text"},
        "fee": {"type": "money", "currency_from": "currency"},
        "fees": {
            "type": "list",
            "fields": {"currency": {"type": "text"}, "fee": {"type": "money", "currency_from": "fees[].currency"}},
        },
    }
    own = {"currency": "CHF", "fee": 1, "fees": [{"currency": "JPY", "fee": 2}, {"currency": "USD", "fee": 3}]}
    block = {"type": "group", "id": "g", "each": "fees", "as": "each_fee", "blocks": [text("{{ each_fee.fee }}")]}
    pieces = body(text("{{ fee }}", "one"), block, record={**values(), **own}, fields=fields)
    assert [run.text for piece in pieces for part in piece.parts for run in getattr(part, "runs", ())] == [
        "CHF\u00a01.00",
        "JP¥2",
        "US$3.00",
    ]


def test_a_value_of_several_lines_breaks_where_the_record_does() -> None:
    fields = {"address": {"type": "multiline"}}
    (piece,) = body(text("To {{ address }}!"), record={**values(), "address": "a\nb"}, fields=fields)
    assert isinstance(piece.parts[0], Paragraph)
    assert [(run.text, run.atom) for run in piece.parts[0].runs] == [
        ("To ", ""),
        ("a", ""),
        ("", "break"),
        ("b", ""),
        ("!", ""),
    ]


def test_who_may_see_a_text_is_decided_by_its_strictest_field() -> None:
    fields = {
        "open": {"type": "integer", "privacy": "public"},
        "secret": {"type": "integer", "privacy": "sensitive"},
    }
    sources = {"{{ open }}": "public", "{{ open + secret }}": "sensitive", "{{ count(account.cards) }}": "personal"}
    for source, privacy in sources.items():
        (run,) = runs_with(source, fields, {"open": 1, "secret": 2})
        assert run.filled
        assert run.filled.privacy == privacy


def runs_with(source: str, fields: Plain, more: Plain) -> Runs:
    (piece,) = body(text(source), record={**values(), **more}, fields=fields)
    return tuple(run for part in piece.parts if isinstance(part, Paragraph) for run in part.runs)


def test_parsing_is_the_same_every_time() -> None:
    def parsed() -> Atoms:
        return parse_inline("a **{{ b | money }}** [c](https://d.example/{{ e }})")

    assert parsed() == parsed()
