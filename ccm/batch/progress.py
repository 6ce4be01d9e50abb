"""How far a run is: a bar with rate and remaining time on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.text import Text

from ccm.batch.run import Progress

log = logging.getLogger("ccm.batch")

LINE_SECONDS = 30.0
LINE_SHARE = 10
"""In per cent of the rows: a line at least every so many seconds, and every so often."""

WORDS = {
    "en": ("rows", "quarantined", "rows/s", "left", "about"),
    "de": ("Zeilen", "zurückgehalten", "Zeilen/s", "verbleiben", "etwa"),
}


@contextmanager
def shown(stream: TextIO, language: str = "en") -> Iterator[Progress]:
    """A progress callback that shows itself on a stream while the context is open."""
    words = WORDS["de" if language.startswith("de") else "en"]
    if not stream.isatty():
        yield _Lines(stream, words)
        return
    rows, held, rate, *_ = words
    columns = (
        TextColumn(rows),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(rate),
        TimeRemainingColumn(),
        TextColumn("[yellow]{task.fields[held]}[/] " + held),
    )
    with Bar(*columns, console=Console(file=stream)) as bar:
        task = bar.add_task("", total=None, held=0)
        yield lambda done, expected, held: bar.update(
            task, completed=done, total=max(done, expected) if expected else None, held=held
        )


class Logged:
    """Lines of the log, as often as those for people."""

    def __init__(self) -> None:
        self._last = float("-inf")

    def __call__(self, done: int, expected: int | None, held: int) -> None:
        """Write a line if the last one is long ago."""
        now = time.monotonic()
        if now - self._last >= LINE_SECONDS:
            self._last = now
            facts = {"event": "batch-progress", "rows": done, "expected": expected, "quarantined": held}
            log.info("%d rows, %d quarantined", done, held, extra=facts)


def rate_in_words(rate: float) -> str:
    """A slow rate with a decimal: letters come one a second, and that is not none."""
    return f"{rate:.1f}" if rate < 10 else f"{rate:,.0f}"


class _Rate(ProgressColumn):
    """Rows in a second."""

    def __init__(self, unit: str) -> None:
        super().__init__()
        self._unit = unit

    def render(self, task: Task) -> Text:
        """The rate as rich measures it over the last half minute."""
        return Text(f"{rate_in_words(task.finished_speed or task.speed or 0)} {self._unit}")


class _Lines:
    """Plain lines for logs and pipes."""

    def __init__(self, stream: TextIO, words: tuple[str, ...]) -> None:
        self._stream, self._words = stream, words
        self._start = self._last = time.monotonic()
        self._first: int | None = None
        self._share = 0

    def __call__(self, done: int, expected: int | None, held: int) -> None:
        """Write a line if the last one is long ago or a tenth of the rows is done since."""
        now = time.monotonic()
        self._first = done if self._first is None else self._first
        share = done * 100 // expected // LINE_SHARE if expected else 0
        if share > self._share or now - self._last >= LINE_SECONDS:
            self._last, self._share = now, share
            self._stream.write(self._line(done, expected, held, now - self._start) + "\n")
            self._stream.flush()

    def _line(self, done: int, expected: int | None, held: int, seconds: float) -> str:
        rows, quarantined, per_second, left, about = self._words
        rate = (done - (self._first or 0)) / seconds if seconds else 0
        of = f"/{about} {expected:,}" if expected else ""
        text = f"{done:,}{of} {rows}, {held:,} {quarantined}, {rate_in_words(rate)} {per_second}"
        if expected and rate and expected > done:
            text += f", {timedelta(seconds=round((expected - done) / rate))} {left}"
        return text
