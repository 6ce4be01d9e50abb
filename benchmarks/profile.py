"""Where the time of one channel goes, function by function."""

from __future__ import annotations

import cProfile
import pstats

from benchmarks.records import DAY, LIBRARY, TEMPLATE, statements
from ccm.pipeline import Order, open_pipeline
from content_blocks.document import ChannelName
from templates_store.file_library import Library


def profile(channel: ChannelName, rows: int, records: int, shown: int) -> None:
    """Profile the pipeline over some records, once to warm up, and print the functions that take most."""
    pipeline = open_pipeline(Library(LIBRARY), Order(TEMPLATE, DAY, channels=(channel,)))
    first, *rest = statements(records + 1, rows)
    pipeline.messages(first)
    with cProfile.Profile() as profiler:
        for record in rest:
            pipeline.messages(record)
    found = pstats.Stats(profiler)
    for order in ("tottime", "cumtime"):
        found.strip_dirs().sort_stats(order).print_stats(shown)
