"""Email, SMS and push: the pipeline against the plain script, and where the time goes."""

from __future__ import annotations

from benchmarks import plain_script
from benchmarks.contest import Competitor, Make, contest, processes
from benchmarks.pdf import OURS, PLAIN
from benchmarks.records import DAY, LIBRARY, TEMPLATE, Record, statements
from benchmarks.size import Size
from benchmarks.stages import open_watched
from benchmarks.stopwatch import Stopwatch
from ccm.pipeline import Order
from content_blocks.document import ChannelName
from templates_store.file_library import Library

CHANNELS: tuple[ChannelName, ...] = ("email", "sms", "push")
ROWS = 8


def compared(size: Size) -> list[Competitor]:
    """The competitors after their turns; each record becomes a mail, an SMS and a push message."""
    with processes({OURS: open_ours, PLAIN: open_plain}) as started:
        return contest(started, statements(size.compared + 1, ROWS), every=1)


def open_ours(watch: Stopwatch) -> Make:
    """The pipeline, from a record to checked messages."""
    pipeline = open_watched(watch, Library(LIBRARY), Order(TEMPLATE, DAY, channels=CHANNELS))

    def make(record: Record) -> int:
        renditions = [message.rendition for message in pipeline.messages(record)]
        return sum(len(rendition.content) for rendition in renditions if rendition)

    return make


def open_plain(_watch: Stopwatch) -> Make:
    """The plain script."""
    return lambda record: sum(
        map(len, (plain_script.mail(record, DAY), plain_script.sms(record), plain_script.push(record)))
    )
