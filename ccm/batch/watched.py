"""What those who watch over machines are told of a run: that it began, and what it came to, in numbers."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from ccm.batch.job import Job
from ccm.batch.outcome import Kind
from ccm.telemetry.traces import span

log = logging.getLogger("ccm.batch")


@contextmanager
def watched(job: Job, counts: Mapping[Kind, int]) -> Iterator[None]:
    """Tells of the run of a job that goes on inside; `counts` are its rows by outcome at any time."""
    template = job.template
    log.info("a batch of %s began", template, extra={"event": "batch-begun", "template": template})
    with span("batch", {"ccm.template": template}) as told:
        try:
            yield
        finally:
            told.attributes["ccm.rows"] = sum(counts.values())
    facts = {"template": template, "rows": sum(counts.values()), "quarantined": counts["quarantined"]}
    log.info("a batch of %s is certified", template, extra={"event": "batch-finished", **facts})
