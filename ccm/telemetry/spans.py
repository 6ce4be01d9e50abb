"""Spans as the OpenTelemetry SDK makes and sends them; loaded only where somebody traces.

The provider is never made the global one: other libraries in this process know paths, addresses and messages of
exceptions, and would send them along.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, ConsoleSpanExporter, SpanExporter
from opentelemetry.trace import Link, Span, SpanKind, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from ccm.telemetry.steps import Step
from ccm.telemetry.told import ATTRIBUTES, Facts, Told

WAITING = 65_536
"""How many spans may wait to be sent, unless OTEL_BSP_MAX_QUEUE_SIZE says otherwise: a chunk alone makes thousands."""

log = logging.getLogger("ccm.traces")


class Tracing:
    """Makes spans and hands them to an exporter."""

    def __init__(self, provider: TracerProvider) -> None:
        self._provider = provider
        self._tracer = provider.get_tracer("ccm")

    def end(self) -> None:
        """Send what is left."""
        self._provider.shutdown()

    @contextmanager
    def around(self, told: Told, caller: str) -> Iterator[None]:
        """A span that is open while the block runs; how it failed is not asked, since that may quote a record."""
        carried = {"traceparent": caller} if caller else {}  # never tracestate or baggage: anybody may write there
        context = TraceContextTextMapPropagator().extract(carried) if caller else None
        kind = SpanKind.SERVER if "http.request.method" in told.attributes else SpanKind.INTERNAL
        span = self._tracer.start_span(told.name, context, kind)
        try:
            with trace.use_span(span, record_exception=False, set_status_on_exception=False):
                yield
        except BaseException:
            told.failed = True
            raise
        finally:
            span.update_name(told.name)
            _finish(span, told, None)

    def note(self, steps: Iterable[Step], context: Context | None = None) -> None:
        """Steps that are over, as spans under the one that is open, or under that of a context."""
        for step in steps:
            span = self._tracer.start_span(step.kind, context, start_time=step.begun)
            told = Told(step.kind, _facts(step), failed=step.outcome == "failed")
            _finish(span, told, step.begun + int(step.seconds * 1e9))

    def chunk(self, begun: int, told: Told, steps: Iterable[Step]) -> None:
        """A chunk that is over, in a trace of its own."""
        run = trace.get_current_span().get_span_context()
        links = [Link(run)] if run.is_valid else []
        span = self._tracer.start_span(told.name, Context(), links=links, start_time=begun)
        if span.is_recording():  # otherwise the sampler has let it go, and its steps with it
            self.note(steps, trace.set_span_in_context(span, Context()))
        _finish(span, told, None)


def begun(settings: Mapping[str, str]) -> Tracing | None:
    """What the OTEL_* variables ask for; None, and a line of the log, where that is something we cannot do."""
    exporter = _exporter(settings)
    if exporter is None:
        return None
    named = "OTEL_SERVICE_NAME" in settings or "service.name=" in settings.get("OTEL_RESOURCE_ATTRIBUTES", "")
    provider = TracerProvider(resource=Resource.create({} if named else {"service.name": "ccm"}))
    most = None if "OTEL_BSP_MAX_QUEUE_SIZE" in settings else WAITING
    provider.add_span_processor(BatchSpanProcessor(exporter, max_queue_size=most))
    return Tracing(provider)


def _exporter(settings: Mapping[str, str]) -> SpanExporter | None:
    protocol = settings.get("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL") or settings.get("OTEL_EXPORTER_OTLP_PROTOCOL")
    match settings.get("OTEL_TRACES_EXPORTER", "otlp"):
        case "console":
            return ConsoleSpanExporter(out=sys.stderr)
        case "otlp" if protocol in (None, "", "http/protobuf"):
            from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

            return OTLPSpanExporter()
    log.warning("no traces: only otlp over http/protobuf, and console, are known", extra={"event": "no-traces"})
    return None


def _facts(step: Step) -> Facts:
    facts: Facts = {
        "ccm.template": step.template,
        "ccm.template.version": step.version,
        "ccm.channel": step.channel,
        "ccm.engine": step.engine,
        "ccm.outcome": step.outcome,
    }
    if step.pages:
        facts["ccm.pages"] = step.pages
    return {name: value for name, value in facts.items() if value != ""}


def _finish(span: Span, told: Told, end: int | None) -> None:
    span.set_attributes({name: value for name, value in told.attributes.items() if name in ATTRIBUTES})
    if told.failed:
        span.set_status(StatusCode.ERROR)
    span.end(end)
