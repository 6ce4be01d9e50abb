"""What is shown in previews: the same as is sent, found again piece by piece, also of what may not be sent."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest
from lxml import etree

from content_blocks.document import Document, Recipient
from content_blocks.problem import Refused
from renderers import push, sms
from renderers.email.carried import carried
from renderers.email.message_read import squeezed
from renderers.email.shown import shown
from renderers.email.studio import Studio, studio
from renderers.email.text import text_marks, text_part
from renderers.pdf import page_pictures
from templates_store.themes import LIBRARY, load_theme
from tests.document_words import ASSETS
from tests.renderers.email_reading import THEMES, documents, opened, read
from tests.renderers.pdf.printing import printed, renderer
from tests.renderers.short_documents import document, piece, statement, value

NOBODY = Recipient(id="C-1001")
MAILS = [(theme, name) for theme in THEMES for name in documents(theme)]


def made_with(theme: str) -> Studio:
    return studio(load_theme(LIBRARY / theme), ASSETS)


def without_comments(page: str) -> str:
    """A page without what only Outlook reads."""
    return re.sub("<!--.*?-->", "", page, flags=re.DOTALL)


@pytest.mark.parametrize(("theme", "name"), MAILS)
def test_a_mail_to_look_at_is_the_mail_that_is_sent_with_its_pieces_named(theme: str, name: str) -> None:
    made = documents(theme)[name]
    seen, sent = shown(made_with(theme), made), read(opened(theme)(made))
    assert "data-piece" not in sent.page
    assert without_comments(re.sub(r' " data-piece="[^"]*', "", seen.html)) == without_comments(sent.page.strip())


@pytest.mark.parametrize(("theme", "name"), MAILS)
def test_the_elements_of_a_piece_hold_its_words_and_no_others(theme: str, name: str) -> None:
    made = documents(theme)[name]
    page = etree.fromstring(shown(made_with(theme), made).html, etree.HTMLParser(remove_comments=True))
    found: dict[str, str] = {}
    for element in page.iterfind(".//*[@data-piece]"):
        assert not [outer for outer in element.iterancestors() if outer.get("data-piece")]
        words = "".join(element.itertext()) + "".join(it.get("alt", "") for it in element.iter("img"))
        found[element.get("data-piece")] = found.get(element.get("data-piece"), "") + squeezed(words)
    text = opened(theme)(made).text
    for mark in opened(theme)(made).marks:
        if mark.row is None and mark.span and (words := squeezed(text[slice(*mark.span)])):
            assert mark.piece in found
            assert sorted(words) == sorted(found[mark.piece]) or words[:8] in found[mark.piece]
    assert set(found) <= {one.piece.id for one in carried(made)}


@pytest.mark.parametrize(("theme", "name"), MAILS)
def test_the_spans_of_the_text_part_hold_the_words_of_their_piece(theme: str, name: str) -> None:
    made = documents(theme)[name]
    pieces = carried(made)
    text, marks = text_part(pieces), text_marks(pieces)
    assert [mark.piece for mark in marks] == [one.piece.id for one in pieces if one.parts and text_part([one]) != "\n"]
    for mark in marks:
        own = [one for one in pieces if one.piece.id == mark.piece]
        assert mark.span is not None
        assert text[slice(*mark.span)] == text_part(own).removeprefix("-" * 76 + "\n\n").removesuffix("\n")


@pytest.mark.parametrize("made", [statement(), document(piece("it", "€ { } ☂ " * 30), sms="Dear {")])
def test_a_text_message_is_shown_as_it_is_packed(made: Document) -> None:
    seen, sent = sms.shown(made), sms.render(replace(made, rules=replace(made.rules, sms_segments=99)))
    assert (seen.text, seen.units, len(seen.segments)) == (
        sent.text,
        sent.measures["characters"],
        sent.measures["segments"],
    )
    assert (seen.marks, seen.left_out) == (sent.marks, sent.left_out)
    assert "".join(segment.text for segment in seen.segments) == seen.text
    assert all(seen.text[slice(*segment.span)] == segment.text for segment in seen.segments)
    assert all(segment.units <= seen.room for segment in seen.segments)


def test_a_push_message_is_shown_as_it_is_sent() -> None:
    seen, sent = push.shown(statement()), push.render(statement())
    assert f"{seen.title}\n{seen.body}" == sent.text
    assert {**seen.sizes, "bytes": sent.measures["bytes"]} == sent.measures
    assert seen.left_out == sent.left_out
    assert seen.cut == ()


def test_what_nobody_may_be_sent_is_shown_all_the_same() -> None:
    nowhere = replace(statement(), recipient=NOBODY)
    for channel in (sms, push):
        with pytest.raises(Refused):
            channel.render(nowhere)
    assert sms.shown(nowhere).text == sms.shown(statement()).text
    assert push.shown(nowhere).body == push.shown(statement()).body
    private = document(piece("it", (value("Jürgen Groß"),)), push_body="")
    with pytest.raises(Refused):
        push.render(private)
    assert push.shown(private).body == "Jürgen Groß"


def test_a_document_that_says_nothing_is_shown_as_nothing() -> None:
    assert (sms.shown(document()).text, push.shown(document()).body) == ("", "")
    assert sms.shown(document()).segments[0].span == (0, 0)


def test_pictures_are_the_pages_as_they_print() -> None:
    _, made = printed("statement", rows=40)
    pages = page_pictures(made.content, 96, range(1, 3))
    with pypdfium2.PdfDocument(made.content) as file:
        assert len(pages) == len(file) > 2
    assert {(page.width, page.height) for page in pages} == {(2100, 2970)}
    assert [bool(page.content) for page in pages] == [True, True, *[False] * (len(pages) - 2)]
    assert pages == page_pictures(made.content, 96, range(1, 3))
    seen = page_pictures(made.content, 96, range(1, 3), {pages[0].sha256})
    assert [(page.sha256, page.content) for page in seen[:2]] == [
        (pages[0].sha256, b""),
        (pages[1].sha256, pages[1].content),
    ]


def test_a_letter_without_room_is_printed_for_looking_only() -> None:
    made, _ = printed("letter")
    piece = made.region("footer")[0]
    crowded = replace(made, regions={**made.regions, "footer": (replace(piece, parts=piece.parts * 12),)})
    with pytest.raises(Refused, match="region-overflow"):
        renderer("ahorn")(crowded)
    assert renderer("ahorn")(crowded, whole=False).measures["pages"] >= 1
    assert renderer("ahorn")(made, whole=False).content == renderer("ahorn")(made).content
