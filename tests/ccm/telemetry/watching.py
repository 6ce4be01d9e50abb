"""Spans and lines of the log, kept in memory to be looked at."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.sdk.trace.sampling import ALWAYS_ON, Sampler

from ccm.telemetry.logs import JsonLine, TextLine
from ccm.telemetry.spans import Tracing
from ccm.telemetry.traces import tracing_by


@contextmanager
def spans_kept(sampler: Sampler = ALWAYS_ON) -> Iterator[InMemorySpanExporter]:
    """What is traced meanwhile."""
    kept, provider = InMemorySpanExporter(), TracerProvider(sampler=sampler)
    provider.add_span_processor(SimpleSpanProcessor(kept))
    with tracing_by(Tracing(provider)):
        yield kept


@contextmanager
def lines_kept() -> Iterator[list[str]]:
    """Every line of the log meanwhile, of whatever library and level, in both forms."""
    kept: list[str] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            kept.extend(form.format(record) for form in (JsonLine(), TextLine()))

    keeper, root, ours = Keeper(), logging.getLogger(), logging.getLogger("ccm")
    before = root.level, ours.level, ours.propagate
    root.addHandler(keeper)
    ours.setLevel(logging.DEBUG)
    ours.propagate = True
    try:
        yield kept
    finally:
        root.removeHandler(keeper)
        root.setLevel(before[0])
        ours.setLevel(before[1])
        ours.propagate = before[2]


def facts(span: ReadableSpan) -> Mapping[str, Any]:
    """What a span says."""
    return dict(span.attributes or {})


def all_of(spans: InMemorySpanExporter) -> str:
    """Everything that leaves the process about some spans."""
    return "".join(json.dumps(json.loads(span.to_json()), ensure_ascii=False) for span in spans.get_finished_spans())
