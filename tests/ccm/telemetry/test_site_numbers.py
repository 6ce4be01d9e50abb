"""What Prometheus is told about a server: requests, previews, letters, batches, webhooks, reviews."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from prometheus_client import CollectorRegistry, Counter, Histogram

from ccm.store.batches import run_folder
from ccm.store.delivering import Deliverer, deliver_due
from ccm.store.hooks import add_hook
from ccm.telemetry.metrics import METHODS
from ccm.telemetry.site_numbers import SiteNumbers, added_up
from ccm.telemetry.steps import ask_for_steps
from tests.ccm.api.conftest import signed_in
from tests.ccm.api.test_health import taken_away
from tests.ccm.store.world import World
from tests.ccm.telemetry.numbers import Numbers, labels_of, number, numbers_in, numbers_of

V1 = "/api/v1"
RECORD = {"id": "K-4711", "language": "en", "email": "erika@example.com", "phone": "+4915112345678", "days": 14}
ROWS = "id,language,email,phone,days\n" + "".join(
    f"K-471{number},en,erika@example.com,+4915112345678,{number}\n" for number in range(3)
)


def grown(after: Numbers, before: Numbers, name: str, **labels: str) -> float:
    return number(after, name, **labels) - number(before, name, **labels)


def test_requests_previews_and_letters_are_counted(small: World, app: FastAPI) -> None:
    ask_for_steps()
    numbers = SiteNumbers(small.home)
    before = numbers_of(numbers)
    letter: dict[str, Any] = {"template": "letter", "record": RECORD, "channels": ["sms", "email"]}
    with signed_in(app, small.home, "olga") as olga:
        assert olga.post(f"{V1}/render", json=letter).status_code == 200
        assert olga.post(f"{V1}/preview", json=letter).status_code == 200
        assert olga.post(f"{V1}/preview", json={**letter, "record": {**RECORD, "days": "x"}}).status_code == 422
        assert olga.get(f"{V1}/batches/b-0123456789").status_code == 404
        assert olga.request("KUNDE-4711", f"{V1}/render").status_code == 405
        assert olga.get("/K-4711").status_code == 404
    after = numbers_of(numbers)
    requests = {
        ("POST", f"{V1}/render", "200"): 1,
        ("POST", f"{V1}/preview", "200"): 1,
        ("POST", f"{V1}/preview", "422"): 1,
        ("GET", f"{V1}/batches/{{batch}}", "404"): 1,
        ("GET", "-", "404"): 1,
    }
    for (method, route, status), times in requests.items():
        assert grown(after, before, "ccm_http_requests_total", method=method, route=route, status=status) == times
    assert grown(after, before, "ccm_http_request_seconds_count", method="POST", route=f"{V1}/preview") == 2
    assert grown(after, before, "ccm_previews_total", outcome="made") == 1
    assert grown(after, before, "ccm_previews_total", outcome="refused") == 1
    done = {"engine": "text", "channel": "sms", "outcome": "done"}
    assert grown(after, before, "ccm_render_seconds_count", **done) == 2
    assert number(after, "process_resident_memory_bytes") > 0
    assert not any(value in "".join(labels_of(after)) for value in ("4711", "erika", "olga"))
    methods = {value for _, labels in after for name, value in labels if name == "method"}
    assert methods <= METHODS | {"other"}


def test_reviews_that_wait_are_counted(bank: World) -> None:
    numbers = SiteNumbers(bank.home)
    assert number(numbers_of(numbers), "ccm_reviews_waiting") == 0
    bank.edit("law", "block", "notice", ("within two months", "within six weeks"), version="1.1")
    review = bank.submit("law", ("block", "notice"))
    assert number(numbers_of(numbers), "ccm_reviews_waiting") == 1
    bank.decide("carl", review, "rejected", "No.")
    assert number(numbers_of(numbers), "ccm_reviews_waiting") == 0


def test_without_its_database_a_server_tells_the_rest(bank: World) -> None:
    with taken_away(bank.home):
        found = numbers_of(SiteNumbers(bank.home))
    assert ("ccm_reviews_waiting", frozenset()) not in found or bank.home.database.file
    assert number(found, "process_resident_memory_bytes") > 0


def test_the_numbers_of_a_batch_are_among_those_of_its_server(small: World, app: FastAPI) -> None:
    numbers = SiteNumbers(small.home)
    before = numbers_of(numbers)
    with signed_in(app, small.home, "olga") as olga:
        url = f"{V1}/batches?template=letter&channels=sms&day=2026-11-02"
        name = olga.post(url, content=ROWS.encode(), headers={"Content-Type": "text/csv"}).json()["id"]
        during = numbers_of(numbers)
        with olga.stream("GET", f"{V1}/batches/{name}/events") as events:
            assert list(events.iter_lines())
    after = numbers_of(numbers)
    folder = run_folder(small.home, name).path.parent
    written = numbers_in((folder / "metrics-1.prom").read_text())
    assert number(during, "ccm_batches_running") <= 1
    assert grown(after, before, "ccm_batch_rows_total", outcome="done") == 3
    done = {"engine": "text", "channel": "sms", "outcome": "done"}
    assert grown(after, before, "ccm_render_seconds_count", **done) == 3
    assert number(written, "ccm_batch_run_rows", template="letter") == 3
    assert not any(value in "".join(labels_of(after)) for value in ("471", name, "erika"))
    (folder / "metrics-1.prom").unlink()
    assert grown(numbers_of(numbers), before, "ccm_batch_rows_total", outcome="done") == 0


@pytest.mark.parametrize(("status", "outcome"), [(204, "delivered"), (500, "failed")])
def test_webhooks_are_counted(small: World, status: int, outcome: str) -> None:
    from ccm.hooks.posting import Outcome

    numbers = SiteNumbers(small.home)
    add_hook(small.home, small.who("ada"), "https://hooks.example/4711", ["review.submitted"], small.clock())
    small.edit("law", "block", "notice", ("within two months", "within six weeks"), version="1.1")
    small.submit("law", ("block", "notice"))
    before = numbers_of(numbers)
    deliver_due(small.home, Deliverer(post=lambda *_: Outcome(status)), small.clock())
    after = numbers_of(numbers)
    assert grown(after, before, "ccm_webhooks_total", outcome=outcome) == 1
    assert "4711" not in "".join(labels_of(after))


def test_what_several_processes_count_is_added_up() -> None:
    registries = [CollectorRegistry(), CollectorRegistry()]
    for registry, times in zip(registries, (2, 3), strict=True):
        rows = Counter("rows", "Rows.", ("outcome",), registry=registry)
        rows.labels("done").inc(times)
        Histogram("seconds", "Time.", buckets=(1, 2), registry=registry).observe(times)
    found = {
        (sample.name, tuple(sample.labels.values())): sample.value
        for family in added_up(family for registry in registries for family in registry.collect())
        for sample in family.samples
        if not sample.name.endswith("_created")
    }
    assert found == {
        ("rows_total", ("done",)): 5,
        ("seconds_bucket", ("1.0",)): 0,
        ("seconds_bucket", ("2.0",)): 1,
        ("seconds_bucket", ("+Inf",)): 2,
        ("seconds_count", ()): 2,
        ("seconds_sum", ()): 5,
    }
