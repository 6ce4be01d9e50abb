"""The benchmarks compare like with like: the plain script says the same, and every stage is really timed."""

from __future__ import annotations

import json
from collections import Counter
from email import message_from_bytes, policy

import pypdfium2
import pytest

from benchmarks import editor, pdf, plain_script, volume
from benchmarks.contest import contest, processes
from benchmarks.raw_typst import RawTypst
from benchmarks.records import DAY, LIBRARY, TEMPLATE, Record, statement, statements
from benchmarks.report import table
from ccm.pipeline import Order, Pipeline, open_pipeline
from content_blocks.document import ChannelName
from content_blocks.yaml_source import read_yaml
from templates_store.file_library import Library
from templates_store.overlay import Overlaid, unsaved

ROWS = 8
IN_CREDIT, OVERDRAWN = 3, 2


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return open_pipeline(Library(LIBRARY), Order(TEMPLATE, DAY))


def made(pipeline: Pipeline, record: Record, channel: ChannelName) -> bytes:
    message = pipeline.render(pipeline.document(record), channel)
    assert message.rendition, message.problems
    return message.rendition.content


def words(content: bytes) -> Counter[str]:
    with pypdfium2.PdfDocument(content) as document:
        return Counter(word for page in document for word in page.get_textpage().get_text_range().split())


@pytest.mark.parametrize("number", [IN_CREDIT, OVERDRAWN])
def test_the_plain_script_writes_the_same_letter(pipeline: Pipeline, number: int) -> None:
    record = statement(number, ROWS)
    assert words(plain_script.letter(record, DAY)) == words(made(pipeline, record, "pdf"))
    assert words(plain_script.TunedLetters().letter(record, DAY)) == words(made(pipeline, record, "pdf"))
    assert words(RawTypst().letter(record, DAY)) == words(made(pipeline, record, "pdf"))


def test_the_plain_script_sends_the_same_short_messages(pipeline: Pipeline) -> None:
    record = statement(IN_CREDIT, ROWS)
    sms, push = (json.loads(made(pipeline, record, channel)) for channel in ("sms", "push"))
    assert json.loads(plain_script.sms(record))["text"].split() == sms["text"].split()
    told = json.loads(plain_script.push(record))["message"]["notification"]
    assert told == {"title": push["title"], "body": push["body"]}


@pytest.mark.parametrize("number", [IN_CREDIT, OVERDRAWN])
def test_the_plain_script_sends_a_mail_with_the_same_amounts(pipeline: Pipeline, number: int) -> None:
    record = statement(number, ROWS)
    ours, theirs = (
        message_from_bytes(content, policy=policy.default)
        for content in (made(pipeline, record, "email"), plain_script.mail(record, DAY))
    )
    assert ours["Subject"] == theirs["Subject"]
    wanted = {plain_script.money(entry["amount"]) for entry in record["account"]["transactions"]}
    for mail in (ours, theirs):
        for form in ("plain", "html"):
            body = mail.get_body((form,))
            assert body is not None
            assert [amount for amount in wanted if amount not in body.get_content()] == []


def test_a_letter_passes_every_stage() -> None:
    with processes({pdf.OURS: pdf.open_ours}) as started:
        (competitor,) = contest(started, statements(2, 1), every=1)
    (turn,) = competitor.turns
    assert {name for name, seconds in turn.stages.items() if seconds > 0} == {
        "read", "compose", "pdf", "html", "layout", "write", "check", "other",
    }  # fmt: skip


def test_a_letter_of_the_volume_engine_passes_every_stage() -> None:
    with processes({volume.OURS: volume.open_ours}) as started:
        (competitor,) = contest(started, statements(2, 1), every=1)
    (turn,) = competitor.turns
    assert {name for name, seconds in turn.stages.items() if seconds > 0} == {
        "read", "compose", "data", "typst", "marks", "pdf", "check", "other",
    }  # fmt: skip


@pytest.mark.parametrize("pages", editor.WRITINGS)
def test_what_the_editor_is_measured_with_has_so_many_pages(pages: int) -> None:
    """From the first key to the last."""
    _, bookings = editor.WRITINGS[pages]
    content = dict(read_yaml((LIBRARY / f"templates/{TEMPLATE}.yaml").read_text()).content)
    for written in [content, list(editor.typed(content, 200))[-1]]:
        library = Overlaid(Library(LIBRARY), unsaved("template", TEMPLATE, written))
        made = open_pipeline(library, Order(TEMPLATE, DAY)).messages(statement(editor.CUSTOMER, bookings))
        assert [it.rendition.measures["pages"] for it in made if it.rendition and it.channel == "pdf"] == [pages]


def test_a_table_can_be_read_as_it_is() -> None:
    assert list(table(("what", "ms"), [("a letter", "9.1"), ("a mail", "12.25")])) == [
        "| what     |    ms |",
        "|----------|------:|",
        "| a letter |   9.1 |",
        "| a mail   | 12.25 |",
    ]
