"""Whatever a record holds, it prints as it is or is refused by name: never as markup, a link, or a silent gap."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from decimal import Decimal

import pikepdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from weasyprint.logger import LOGGER

from content_blocks.document import PdfEngine
from content_blocks.parts import Column, Filled, Heading, Link, Paragraph, Picture, Run, Table, words
from content_blocks.problem import Refused
from renderers.pdf import check
from renderers.pdf.assets import StoredAssets, address
from renderers.pdf.complaints import no_complaints
from renderers.pdf.fonts import printable
from tests.document_words import ASSETS
from tests.documents import BRANDS
from tests.renderers.pdf.printing import ON_BOTH_ENGINES, THEMES, only, page_texts, renderer

pytestmark = ON_BOTH_ENGINES

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=file:///etc/passwd>",
    '"><a href="https://evil.example">hier</a>',
    "{{ 7 * 7 }} {% raw %} {# no #}",
    "&lt;b&gt; &amp;amp; &#65;",
    "</style><style>*{display:none}</style>",
    "<!-- Kommentar --> ]]> <![CDATA[x]]>",
    "url(asset:0) expression(x) \\3c b>",
    "zq0qz",
    "=1+1",
    '#read("/etc/passwd") #panic() #eval("1+1") $x^2$ *a* _b_ @c <d> `e` // f /* g */',
    "= Titel - Punkt + Punkt / Begriff: --- -- ... ~ \\u{61} \\#",
    "\"gerade\" 'einfache' Anführung",
]


def say(text: str, theme: str = "ahorn") -> tuple[str, int]:
    """A text in a heading, a paragraph and a cell: what the pages show of it, and how many links they have."""
    table = Table("T", (Column("Text"), Column("Betrag", "money", 30)), ((text, "1,00"),))
    document = only(Heading(1, words("Wert")), Paragraph((Run("["), Run(text), Run("]"))), table, theme=theme)
    rendition = renderer(theme)(document)
    assert check(document, rendition) == []
    with pikepdf.open(io.BytesIO(rendition.content)) as pdf:
        links = sum(len(page.get("/Annots", [])) for page in pdf.pages)
    return "".join("".join(page_texts(rendition.content)).split()), links


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_value_is_printed_as_it_is(text: str) -> None:
    shown, links = say(text)
    assert "[" + "".join(text.split()) + "]" in shown
    assert links == 0


NOT_PRINTABLE = {
    "emoji": ("Grüße 🎉", "U+1F389"),
    "Chinese": ("王小明", "U+5C0F"),
    "control": ("a\x07b", "U+0007"),
    "null": ("a\x00b", "U+0000"),
    "private use": ("\ue000", "U+E000"),
    "right-to-left override": ("a\u202eb", "U+202E"),
    "Hebrew": ("שלום", "U+05D5"),
    "noncharacter": ("\ufffe", "U+FFFE"),
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", NOT_PRINTABLE)
def test_a_character_that_no_font_of_the_brand_has_is_refused_by_its_code_point(kind: str, theme: str) -> None:
    text, code_point = NOT_PRINTABLE[kind]
    with pytest.raises(Refused) as caught:
        say(text, theme)
    assert code_point in {problem.params["code_point"] for problem in caught.value.problems}
    assert {(problem.where, problem.code) for problem in caught.value.problems} == {("it", "character-without-glyph")}
    assert text not in str(caught.value)


def test_a_character_from_the_record_is_told_with_its_field() -> None:
    name = Run("Kim 🦊", filled=Filled("customer.name", "text", "Kim 🦊"))
    with pytest.raises(Refused) as caught:
        renderer("ahorn")(only(Heading(1, words("Wert")), Paragraph((Run("An "), name))))
    assert [problem.where for problem in caught.value.problems] == ["customer.name"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Hồng Ánh", "Łódź Żółć", "Ταβέρνα", "Щербаков", "Þórður Æðelstān", "Ő Ţ Ș"]
)
def test_names_from_all_over_europe_and_vietnam_print(name: str, theme: str) -> None:
    shown, _ = say(name, theme)
    assert name.replace(" ", "") in shown


def stacked(text: str) -> bool:
    """Whether there are accents that no character of Unicode has in it: of some, readers make other ones, and whoever
    has one in a value is asked to look at it."""
    return any(unicodedata.combining(character) for character in unicodedata.normalize("NFC", text))


def test_accents_that_are_read_otherwise_are_held_back(engine: PdfEngine) -> None:
    """One engine says with the glyphs which characters they were made of, the other leaves it to the reader."""
    document = only(Heading(1, words("Wert")), Paragraph(words("[È\ufe27]")))
    expected = {"weasyprint": ["piece-cut-off"], "typst": []}
    assert [problem.code for problem in check(document, renderer("ahorn")(document))] == expected[engine]


@pytest.mark.parametrize("broken", ["", "\u00a0", "."])
def test_a_word_without_an_end_is_refused_before_it_is_laid_out(broken: str) -> None:
    """Each line would be laid out anew with all that is left: 100,000 characters take a quarter of an hour."""
    run = Run("Donaudampf" + broken, filled=Filled("customer.name", "text", ""))
    long = replace(run, text=run.text * 10_000)
    with pytest.raises(Refused) as refused:
        renderer("ahorn")(only(Heading(1, words("Wert")), Paragraph((long,))))
    assert [(problem.where, problem.code) for problem in refused.value.problems] == [("customer.name", "word-too-long")]


def test_a_row_that_goes_on_for_pages_is_refused() -> None:
    row = Table("T", (Column("Text"),), (("Kauf " * 500,),))
    with pytest.raises(Refused) as refused:
        renderer("ahorn")(only(Heading(1, words("Wert")), row))
    assert [(problem.where, problem.code) for problem in refused.value.problems] == [("pdf it", "row-too-long")]


def test_a_text_of_many_words_may_be_long() -> None:
    document = only(Heading(1, words("Wert")), Paragraph(words("Donaudampfschiff " * 3000)))
    assert check(document, renderer("ahorn")(document)) == []


@given(st.text(st.sampled_from([*sorted(printable(BRANDS["ahorn"])), "\u202e", "🎉", "\x00", "\ufffe"]), max_size=40))
@example("a\u034f\u0301")
@example("\u034f")
def test_any_text_is_printed_whole_or_refused(text: str) -> None:
    unknown = set(text) - printable(BRANDS["ahorn"])
    if unknown:
        with pytest.raises(Refused, match="character-without-glyph"):
            say(text)
    elif stacked(text):
        document = only(Heading(1, words("Wert")), Paragraph(words(text)))
        assert {problem.code for problem in check(document, renderer("ahorn")(document))} <= {"piece-cut-off"}
    else:
        assert say(text)[1] == 0


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//evil.example", ""])
def test_a_link_that_could_do_more_than_open_a_page_is_refused(url: str) -> None:
    with pytest.raises(Refused, match="link-not-allowed"):
        renderer("ahorn")(only(Heading(1, words("L")), Link(words("Los"), url)))


def test_an_address_is_printed_in_words_and_leads_there() -> None:
    url = "https://www.ahornbank.example/a?b=1&c=%20#d"
    document = only(Heading(1, words("L")), Link(words("Los"), url))
    content = renderer("ahorn")(document).content
    assert f"Los\nMehr unter {url}" in page_texts(content)[0]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert [str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", [])] == [url]


def test_nothing_is_fetched_but_what_is_stored() -> None:
    fetch = StoredAssets({"a" * 64: b"x"}).fetch
    assert fetch("asset:" + "a" * 64).read() == b"x"
    for url in (
        "file:///etc/passwd",
        "http://localhost/",
        "data:,x",
        "asset:" + "b" * 64,
        "a" * 64,
        "ASSET:" + "a" * 64,
    ):
        with pytest.raises(BaseException, match="no stored asset"):
            fetch(url)


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        (Picture("f" * 64, "Ein Haus"), "asset-missing"),
        (Picture(address(b"").removeprefix("asset:"), " "), "asset-missing"),
    ],
)
def test_a_picture_that_is_not_there_is_refused(picture: Picture, code: str) -> None:
    with pytest.raises(Refused, match=code):
        renderer("ahorn")(only(Heading(1, words("B")), picture))


def test_a_picture_without_words_is_refused() -> None:
    with pytest.raises(Refused, match="picture-without-alt"):
        renderer("ahorn")(only(Heading(1, words("B")), Picture(next(iter(ASSETS)), " ")))


def test_what_the_engine_warns_of_ends_the_rendering_without_its_words() -> None:
    with pytest.raises(Refused) as caught, no_complaints():
        LOGGER.error("Failed to load image at %r", "https://secret.example/max.mustermann")
    assert caught.value.problems[0].params == {"wording": "Failed to load image at %r"}
    with no_complaints():
        LOGGER.info("fine")


def test_a_document_without_pieces_is_an_empty_sheet() -> None:
    document = replace(only(Heading(1, words("x"))), regions={})
    assert renderer("ahorn")(document).measures["pages"] == 1


@pytest.mark.parametrize("text", ["-€138.80", "-US$138.80", "-CHF\u00a0138.80"])
def test_no_line_ends_with_the_sign_of_an_amount(text: str) -> None:
    amount = Run(text, filled=Filled("account.balance", "money", Decimal("-138.80")))
    lines = [Paragraph((Run("x" * length + " "), amount, Run(" and more"))) for length in range(60, 100)]
    document = only(Heading(1, words("Balance")), *lines)
    printed = "\n".join(page_texts(renderer("ahorn")(document).content)).split("\n")
    assert sum(text.partition("1")[0].strip() in line for line in printed) == len(lines)
    assert [line for line in printed if re.search(r"[-\ufffe\x02]\s*$", line)] == []
