"""Filled texts: values are written as what they are, and none is ever more than words."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from content_blocks.parts import Paragraph, Runs
from tests.content_blocks.worlds import Plain, body, refused, said, text, values

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


@pytest.mark.parametrize("value", [".", ".."])
@pytest.mark.parametrize("path", ["/c/{{ customer.name }}/end", "/{{ customer.name }}?a=b", "/c/{{ customer.name }}"])
def test_no_value_in_a_link_is_a_step_up(value: str, path: str) -> None:
    block, record = text(f"[x](https://bank.example{path})"), values(customer__name=value)
    assert refused(block, record=record) == [("body.t", "link-address")]


@pytest.mark.parametrize("value", ["...", ".a", "a.", "../x"])
def test_dots_in_a_value_are_no_steps(value: str) -> None:
    (run,) = runs_of("[x](https://bank.example/c/{{ customer.name }}?d=./..)", value)
    assert urljoin("https://bank.example/c/", run.link) == run.link


@given(WORDS)
def test_a_value_in_a_mail_address_adds_no_header(value: str) -> None:
    (run,) = runs_of("[x](mailto:{{ customer.name }}?subject=a)", value)
    assert run.link is not None
    address, _, rest = run.link.removeprefix("mailto:").partition("?")
    assert (unquote(address), rest) == (value, "subject=a")
    assert "&" not in address


@given(WORDS)
@example("https://evil.example/")
def test_only_a_field_that_is_an_address_can_be_a_link_by_itself(value: str) -> None:
    assert ("body.t", "link-address") in refused(text("[x]({{ customer.name }})"), record=values(customer__name=value))


URL_FIELD = {"home": {"type": "url"}}
DELIVERED = re.compile(r"https://evil\.example[A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?([/?#]\S*)?")
"""What may be delivered in a field for addresses."""


@given(WORDS)
def test_and_only_if_it_is_one_of_ours(value: str) -> None:
    record, block = {**values(), "home": value}, text("[x]({{ home }})")
    if DELIVERED.fullmatch(value):
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
    "{{ account.opened }}": "17\u00a0Mar\u00a02014",
    "{{ account.opened | date(style='long') }}": "17\u00a0March\u00a02014",
    "{{ account.iban }}": "DE02\u00a01203\u00a00000\u00a00000\u00a02020\u00a051",
    "{{ customer.salutation }}": "Ms",
    "{{ customer | salutation }}": "Dear Ms Çelik-Müller",
    "{{ document.date }}": "2\u00a0Nov\u00a02026",
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
        "person": {"type": "group", "privacy": "public", "fields": {"last_name": {"type": "text"}}},
    }
    sources = {
        "{{ open }}": "public",
        "{{ open + secret }}": "sensitive",
        "{{ count(account.cards) }}": "personal",
        "{{ person | salutation }}": "personal",
    }
    for source, privacy in sources.items():
        (run,) = runs_with(source, fields, {"open": 1, "secret": 2, "person": {"last_name": "Z"}})
        assert run.filled
        assert run.filled.privacy == privacy


def runs_with(source: str, fields: Plain, more: Plain) -> Runs:
    (piece,) = body(text(source), record={**values(), **more}, fields=fields)
    return tuple(run for part in piece.parts if isinstance(part, Paragraph) for run in part.runs)
