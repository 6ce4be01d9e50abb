"""What a run tells while it goes on: people, programs that read its log or its numbers, and whoever traces."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from ccm.batch.progress import Logged, shown
from ccm.batch.run import Progress
from ccm.telemetry.logs import log_for_programs
from ccm.telemetry.textfile import metrics_in
from ccm.telemetry.traces import traced
from ccm.words import user_language


@contextmanager
def progress(metrics: Path | None, template: str) -> Iterator[Progress]:
    """A bar on a terminal, lines elsewhere; for programs lines of the log, a file of metrics, and spans."""
    showing = nullcontext(Logged()) if log_for_programs() else shown(sys.stderr, user_language())
    with traced(), showing as told, metrics_in(metrics, template, told) as kept:
        yield kept
