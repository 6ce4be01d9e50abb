"""Letters: the pipeline against the plain script, and where the time goes."""

from __future__ import annotations

import weasyprint

import renderers.pdf.engine
from benchmarks import plain_script
from benchmarks.contest import Competitor, Make, contest, processes
from benchmarks.records import DAY, LIBRARY, TEMPLATE, Record, statements
from benchmarks.size import Size
from benchmarks.stages import open_watched
from benchmarks.stopwatch import Stopwatch
from ccm.pipeline import Order
from templates_store.file_library import Library

OURS, PLAIN, TUNED = "ccm", "plain script", "plain script, fonts and style loaded once"


def letters(size: Size) -> dict[int, list[Competitor]]:
    """The competitors after their turns, by the rows of the statement."""
    with processes({OURS: open_ours, PLAIN: open_plain, TUNED: open_tuned}) as started:
        return {rows: contest(started, statements(count + 1, rows), size.turns) for rows, count in size.letters.items()}


def open_ours(watch: Stopwatch) -> Make:
    """The pipeline, from a record to a checked PDF."""
    watch.around("html", renderers.pdf.engine, "page")
    watch.around("layout", weasyprint.HTML, "render")
    watch.around("write", weasyprint.document.Document, "write_pdf")
    pipeline = open_watched(watch, Library(LIBRARY), Order(TEMPLATE, DAY, channels=("pdf",)))

    def make(record: Record) -> int:
        (message,) = pipeline.messages(record)
        assert message.rendition is not None, message.problems
        return len(message.rendition.content)

    return make


def open_plain(_watch: Stopwatch) -> Make:
    """The plain script."""
    return lambda record: len(plain_script.letter(record, DAY))


def open_tuned(_watch: Stopwatch) -> Make:
    """The plain script at its best."""
    script = plain_script.TunedLetters()
    return lambda record: len(script.letter(record, DAY))
