"""What the engine would only write into a log: a lost picture, a link that leads nowhere, a rule it ignored.

Here each of them ends the rendering.  Their texts can quote a recipient's data, so they go no further than this: only
the wording with its gaps unfilled is passed on.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint.logger import LOGGER

from content_blocks.problem import Problem, Refused


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.wordings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.wordings.append(str(record.msg))


@contextmanager
def no_complaints() -> Iterator[None]:
    """Raises Refused with `engine-complained` if the engine has warned of anything meanwhile."""
    collector, before = _Collector(), LOGGER.propagate
    LOGGER.addHandler(collector)
    LOGGER.propagate = False
    try:
        yield
    finally:
        LOGGER.removeHandler(collector)
        LOGGER.propagate = before
    if collector.wordings:
        raise Refused(Problem("pdf", "engine-complained", {"wording": wording}) for wording in collector.wordings)
