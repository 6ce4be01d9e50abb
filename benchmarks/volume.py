"""The volume engine: the whole pipeline against a plain script, a browser that prints, and the engine itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

import renderers.pdf.typst.engine as engine
from benchmarks import plain_script
from benchmarks.chromium import Chromium, processor_time
from benchmarks.contest import Competitor, Make, contest, processes
from benchmarks.raw_typst import RawTypst
from benchmarks.records import DAY, LIBRARY, TEMPLATE, Record, statements
from benchmarks.size import Size
from benchmarks.stages import open_watched
from benchmarks.stopwatch import Stopwatch
from ccm.pipeline import Order
from content_blocks.document_class import DocumentClass
from renderers.pdf.typst.letter import Writer
from templates_store.file_library import Library
from templates_store.item_files import Loaded

OURS, SCRIPT, BROWSER, RAW = "ccm", "Jinja2+WeasyPrint script", "Chromium", "raw Typst"
LETTERS = {"letter": 8, "statement": 60, "long statement": 2000}
"""What is printed, by the rows of its table."""

WARM = 4
"""Rows of the record that everybody warms up on."""

Contests = Mapping[str, list[Competitor]]


def volume(size: Size) -> Contests:
    """The competitors after their turns, by what was printed."""
    openers = {OURS: open_ours, SCRIPT: open_script, BROWSER: open_browser, RAW: open_raw}
    with processes(openers) as started:
        return {
            name: contest(started, chain(statements(1, WARM), statements(size.volume[rows], rows)), 1)
            for name, rows in LETTERS.items()
        }


class OnTypst(Library):
    """A library whose letters are all printed by the volume engine."""

    def document_class(self, name: str) -> Loaded[DocumentClass]:
        """A document class that names this engine, whatever is written in it."""
        loaded = super().document_class(name)
        return replace(loaded, item=loaded.item.model_copy(update={"pdf_engine": "typst"}))


def open_ours(watch: Stopwatch) -> Make:
    """The pipeline, from a record to a checked PDF."""
    watch.around("data", Writer, "__call__")
    watch.around("typst", engine.Press, "__call__")
    watch.around("marks", engine, "marks")
    pipeline = open_watched(watch, OnTypst(LIBRARY), Order(TEMPLATE, DAY, channels=("pdf",)))

    def make(record: Record) -> int:
        (message,) = pipeline.messages(record)
        assert message.rendition is not None, message.problems
        return len(message.rendition.content)

    return make


def open_script(_watch: Stopwatch) -> Make:
    """The plain script."""
    return lambda record: len(plain_script.letter(record, DAY))


def open_browser(watch: Stopwatch) -> Make:
    """The plain script's page, printed by a browser."""
    browser = Chromium()
    watch.clock = processor_time()
    return lambda record: len(browser.letter(record, DAY))


def open_raw(_watch: Stopwatch) -> Make:
    """The engine by itself."""
    raw = RawTypst()
    return lambda record: len(raw.letter(record, DAY))


HEAD = ("", "ms", "per second", "against script", "against Chromium", "against raw Typst")


def compared(contests: Contests) -> Iterator[tuple[str, ...]]:
    """A row for what was printed, without and with what reads it back: how many times as fast as each competitor."""
    for name, (ours, *others) in contests.items():
        whole = ours.milliseconds()
        for what, took in (("", whole - ours.stages().get("check", 0.0)), (", read back", whole)):
            ratios = (f"{other.milliseconds() / took:.2f} ×" for other in others)
            yield f"{name}{what}", f"{took:.1f}", f"{1000 / took:,.1f}", *ratios
