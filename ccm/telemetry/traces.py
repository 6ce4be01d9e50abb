"""Spans for who traces (OpenTelemetry): off unless the standard OTEL_* variables say where they are to go.

    request  →  compose, render, check          a trace for each request
    batch                                       a trace for each run
    chunk    →  compose, render, check          a trace for each chunk, linked to its run

A chunk is a trace of its own so that a sampler decides about each: of a million rows nobody keeps every span.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from time import monotonic, time_ns
from typing import TYPE_CHECKING

from ccm.telemetry.steps import Step, ask_for_steps
from ccm.telemetry.told import Facts, Told

if TYPE_CHECKING:
    from ccm.telemetry.spans import Tracing

PLACES = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_TRACES_EXPORTER")
"""Any of these says that spans are wanted."""

log = logging.getLogger("ccm.traces")

_tracing: Tracing | None = None


def wanted(settings: Mapping[str, str]) -> bool:
    """Whether somebody has said where spans are to go, and not that there are to be none."""
    off = settings.get("OTEL_SDK_DISABLED", "").lower() == "true" or settings.get("OTEL_TRACES_EXPORTER") == "none"
    return not off and any(settings.get(place) for place in PLACES)


@contextmanager
def traced(settings: Mapping[str, str] = os.environ) -> Iterator[None]:
    """Trace what happens inside, if that is wanted; at the end what is left of it is sent.

    Where the packages for it are missing a line of the log says so: nobody's letters wait for a trace.
    """
    tracing = _begun(settings) if wanted(settings) else None
    with tracing_by(tracing) if tracing else nullcontext():
        yield


@contextmanager
def tracing_by(tracing: Tracing) -> Iterator[None]:
    """Have spans made by one tracing while the block runs."""
    global _tracing
    before, _tracing = _tracing, tracing
    ask_for_steps()
    try:
        yield
    finally:
        _tracing = before
        tracing.end()


@contextmanager
def span(name: str, facts: Facts | None = None, trace: str = "") -> Iterator[Told]:
    """A span around what happens inside; it belongs to the trace that a caller's `traceparent` names, if any."""
    told = Told(name, dict(facts or {}))
    if _tracing is None:
        yield told
        return
    with _tracing.around(told, trace):
        yield told


def note_spans(steps: Iterable[Step]) -> None:
    """What children did for the span that is open here."""
    if _tracing is not None:
        _tracing.note(steps)


def note_chunk(template: str, rows: int, given: float, steps: Iterable[Step], *, lost: bool) -> None:
    """A chunk of the batch whose span is open here, given out at an instant of the monotonic clock."""
    if _tracing is not None:
        begun = time_ns() - int((monotonic() - given) * 1e9)
        facts: Facts = {"ccm.template": template, "ccm.rows": rows, "ccm.outcome": "lost" if lost else "done"}
        _tracing.chunk(begun, Told("chunk", facts, failed=lost), steps)


def _begun(settings: Mapping[str, str]) -> Tracing | None:
    try:
        from ccm.telemetry.spans import begun
    except ImportError:
        log.warning("no traces: ccm[telemetry] is not installed", extra={"event": "no-traces"})
        return None
    return begun(settings)
