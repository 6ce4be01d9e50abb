"""Spans: of requests, runs, chunks and steps, where somebody traces; nothing at all where nobody does."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from fastapi import FastAPI
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF
from opentelemetry.trace import SpanKind, StatusCode

from ccm.batch.run import run
from ccm.telemetry.spans import begun
from ccm.telemetry.told import ATTRIBUTES
from ccm.telemetry.traces import span, traced, wanted
from tests.ccm.api.conftest import signed_in
from tests.ccm.batch.samples import job, people, write_records
from tests.ccm.store.world import World
from tests.ccm.telemetry.watching import facts, spans_kept

V1 = "/api/v1"
RECORD = {"id": "K-4711", "language": "en", "email": "erika@example.com", "phone": "+4915112345678", "days": 14}
CALLER = "4bf92f3577b34da6a3ce929d0e0e4736"
ENDPOINT = {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1"}


def by_name(spans: tuple[ReadableSpan, ...], name: str) -> list[ReadableSpan]:
    return [it for it in spans if it.name == name]


def test_a_request_its_composing_its_rendering_and_its_checks_are_one_trace(every: World, app: FastAPI) -> None:
    letter = {"template": "letter", "record": RECORD, "channels": ["pdf", "sms"]}
    headers = {"traceparent": f"00-{CALLER}-00f067aa0ba902b7-01", "tracestate": "who=erika", "baggage": "who=erika"}
    with spans_kept() as kept, signed_in(app, every.home, "bob") as bob:
        assert bob.post(f"{V1}/preview", json=letter, headers=headers).status_code == 200
        spans = kept.get_finished_spans()
    (request,) = by_name(spans, f"POST {V1}/preview")
    steps = [it for it in spans if it is not request]
    assert facts(request) == {
        "http.request.method": "POST",
        "http.route": f"{V1}/preview",
        "http.response.status_code": 200,
    }
    assert (request.kind, request.status.status_code) == (SpanKind.SERVER, StatusCode.UNSET)
    assert {f"{it.context.trace_id:032x}" for it in spans if it.context} == {CALLER}
    assert request.context
    assert {it.parent.span_id for it in steps if it.parent} == {request.context.span_id}
    assert [(it.name, facts(it).get("ccm.channel")) for it in steps] == [
        ("compose", None),
        ("render", "pdf"),
        ("check", "pdf"),
        ("render", "sms"),
        ("check", "sms"),
    ]
    assert facts(steps[1]) == {
        "ccm.template": "letter",
        "ccm.template.version": "1.0",
        "ccm.channel": "pdf",
        "ccm.engine": "weasyprint",
        "ccm.outcome": "done",
        "ccm.pages": 1,
    }
    assert all((it.start_time or 0) <= (it.end_time or 0) for it in spans)
    assert not any("erika" in it.to_json() for it in spans)


def test_a_fault_of_ours_marks_the_request_and_is_not_quoted(app: FastAPI) -> None:
    from fastapi.testclient import TestClient

    @app.get("/broken/{number}")
    def broken(number: str) -> None:
        raise RuntimeError("Erika Mustermann")

    with spans_kept() as kept, TestClient(app, raise_server_exceptions=False) as stranger:
        assert stranger.get("/broken/K-4711?name=erika").status_code == 500
        (request,) = kept.get_finished_spans()
    assert (request.name, request.status.status_code) == ("GET /broken/{number}", StatusCode.ERROR)
    assert (request.events, request.status.description) == ((), None)
    assert not any(value in request.to_json() for value in ("Erika", "erika", "4711", "testclient"))


def test_a_run_and_its_chunks_are_traces_that_are_linked(tmp_path: Path) -> None:
    data = write_records(tmp_path / "people.jsonl", people(["K-1", "K-2", "die-1"]))
    with spans_kept() as kept:
        run(tmp_path / "run", [data], job(template="letter"), workers=1)
        spans = kept.get_finished_spans()
    (whole,), chunks = by_name(spans, "batch"), by_name(spans, "chunk")
    assert facts(whole) == {"ccm.template": "letter", "ccm.rows": 3}
    assert whole.context
    for chunk in chunks:
        assert [it.context.trace_id for it in chunk.links] == [whole.context.trace_id]
        assert chunk.context
        assert chunk.context.trace_id != whole.context.trace_id
    outcomes = [facts(it)["ccm.outcome"] for it in chunks]
    assert (outcomes.count("done"), outcomes.count("lost")) == (1, 2)
    assert {it.status.status_code for it in chunks} == {StatusCode.UNSET, StatusCode.ERROR}


def test_a_chunk_that_the_sampler_lets_go_takes_its_steps_with_it(tmp_path: Path) -> None:
    data = write_records(tmp_path / "people.jsonl", people(["K-1"]))
    with spans_kept(ALWAYS_OFF) as kept:
        run(tmp_path / "run", [data], job(template="letter"), workers=1)
        assert kept.get_finished_spans() == ()


def test_a_span_says_nothing_but_what_is_on_the_list() -> None:
    with spans_kept() as kept:
        with span("batch", {"ccm.template": "letter", "customer": "K-4711"}) as told:
            told.attributes |= {"ccm.rows": 3, "name": "Erika"}
        (found,) = kept.get_finished_spans()
    assert facts(found).keys() <= ATTRIBUTES
    assert facts(found) == {"ccm.template": "letter", "ccm.rows": 3}


@pytest.mark.parametrize(
    ("settings", "on"),
    [
        ({}, False),
        (ENDPOINT, True),
        ({"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://collector:4318/v1/traces"}, True),
        ({"OTEL_TRACES_EXPORTER": "otlp"}, True),
        ({"OTEL_TRACES_EXPORTER": "console"}, True),
        ({"OTEL_TRACES_EXPORTER": "none", **ENDPOINT}, False),
        ({"OTEL_SDK_DISABLED": "true", **ENDPOINT}, False),
        ({"OTEL_SERVICE_NAME": "ccm"}, False),
    ],
)
def test_the_standard_variables_say_whether(settings: Mapping[str, str], on: bool) -> None:
    assert wanted(settings) == on


@pytest.mark.parametrize(
    "settings",
    [{**ENDPOINT, "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}, {"OTEL_TRACES_EXPORTER": "zipkin"}],
    ids=["protocol", "exporter"],
)
def test_what_we_cannot_do_is_told_and_holds_up_nobody(
    settings: Mapping[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    with traced(settings), span("batch") as told:
        told.attributes["ccm.rows"] = 1
    assert "no traces" in caplog.text


def test_without_the_packages_a_line_of_the_log_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "ccm.telemetry.spans", None)
    with traced(ENDPOINT), span("batch"):
        pass
    assert "ccm[telemetry] is not installed" in caplog.text


def test_spans_go_to_the_console_and_never_through_a_global_provider(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_SERVICE_NAME", "ccm-night")
    tracing = begun({"OTEL_TRACES_EXPORTER": "console", "OTEL_SERVICE_NAME": "ccm-night"})
    assert tracing
    from ccm.telemetry.traces import tracing_by

    with tracing_by(tracing), span("batch", {"ccm.template": "letter"}):
        assert not trace.get_tracer_provider().get_tracer("x").start_span("x").is_recording()
    told = capsys.readouterr()
    assert '"ccm.template": "letter"' in told.err
    assert '"service.name": "ccm-night"' in told.err
    assert told.out == ""


def test_a_collector_that_is_away_fails_nothing(caplog: pytest.LogCaptureFixture) -> None:
    quiet = caplog.at_level(logging.CRITICAL, "opentelemetry")
    with quiet, traced({**ENDPOINT, "OTEL_EXPORTER_OTLP_TIMEOUT": "1"}), span("batch") as told:
        told.attributes["ccm.rows"] = 1
