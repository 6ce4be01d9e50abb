"""The numbers of this process, in families of Prometheus.

Every label has a closed set of values: routes by template, methods, statuses, channels, engines, outcomes.  Never an
id, a path with one, a name, or a value of a record: who can read the numbers learns nothing about anybody.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics

from ccm.batch.outcome import KINDS, Outcome
from ccm.telemetry.steps import Step

disable_created_metrics()  # type: ignore[no-untyped-call]  # a second series for each, which says nothing that a restart does not show anyway

METRICS = CollectorRegistry(auto_describe=True)
"""What this process counts.  It is read by `ccm.telemetry.listening` and `ccm.telemetry.textfile`."""

QUICK = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
"""In seconds: a text message takes a thousandth, a long letter half a minute."""
ANSWERS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
NO_ROUTE = "-"
"""In place of a route: nothing is at the path that was asked for."""


REQUESTS = Counter("ccm_http_requests", "Requests that were answered.", ("method", "route", "status"), registry=METRICS)
REQUEST_SECONDS = Histogram(
    "ccm_http_request_seconds", "How long answers took.", ("method", "route"), buckets=ANSWERS, registry=METRICS
)
RENDER_SECONDS = Histogram(
    "ccm_render_seconds",
    "Messages that were rendered, and how long that took.",
    ("channel", "engine", "outcome"),
    buckets=QUICK,
    registry=METRICS,
)
CHECK_SECONDS = Histogram(
    "ccm_check_seconds",
    "Messages that were read back and checked, and how long that took.",
    ("channel", "outcome"),
    buckets=QUICK,
    registry=METRICS,
)
LOST = Counter(
    "ccm_render_processes_lost",
    "Processes that ended while they rendered, by the reason.",
    ("reason",),
    registry=METRICS,
)
PREVIEWS = Counter("ccm_previews", "Previews that were asked for.", ("outcome",), registry=METRICS)
WEBHOOKS = Counter("ccm_webhooks", "Attempts to tell a webhook something.", ("outcome",), registry=METRICS)
BATCH_ROWS = Counter("ccm_batch_rows", "Rows of batches that came to their outcome.", ("outcome",), registry=METRICS)

for _kind in KINDS:
    BATCH_ROWS.labels(_kind)
for _outcome in ("delivered", "failed"):
    WEBHOOKS.labels(_outcome)


def method_of(said: str) -> str:
    """A method of HTTP; one that nobody knows is not repeated."""
    return said if said in METHODS else "other"


def note_request(method: str, route: str, status: int, seconds: float) -> None:
    """A request that was answered."""
    REQUESTS.labels(method, route, str(status)).inc()
    REQUEST_SECONDS.labels(method, route).observe(seconds)


def note_steps(steps: Iterable[Step]) -> None:
    """What children rendered and checked."""
    for step in steps:
        if step.kind == "render":
            RENDER_SECONDS.labels(step.channel, step.engine, step.outcome).observe(step.seconds)
        elif step.kind == "check":
            CHECK_SECONDS.labels(step.channel, step.outcome).observe(step.seconds)


def note_lost(code: str) -> None:
    """A child that was lost with its work, by the code of the problem that this is."""
    LOST.labels(code.removeprefix("document-")).inc()


def note_preview(outcome: str) -> None:
    """A preview: `made`, `faulty`, `refused`, or `replaced` by a newer one."""
    PREVIEWS.labels(outcome).inc()


def note_webhook(*, good: bool) -> None:
    """An attempt to tell a webhook something."""
    WEBHOOKS.labels("delivered" if good else "failed").inc()


def note_rows(outcomes: Iterable[Outcome]) -> None:
    """Rows of a batch that came to their outcome."""
    for kind, count in Tally(outcome.kind for outcome in outcomes).items():
        BATCH_ROWS.labels(kind).inc(count)
