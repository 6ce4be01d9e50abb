"""The address for metrics: closed unless opened, and with a token wherever others can reach it."""

from __future__ import annotations

import socket

import httpx2
import pytest
from prometheus_client import CollectorRegistry, Gauge
from prometheus_client.parser import text_string_to_metric_families

from ccm.telemetry.listening import Listening, listening, listening_of
from tests.ccm.store.entering import refusal

TOKEN = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def numbers() -> CollectorRegistry:
    """One number."""
    registry = CollectorRegistry()
    Gauge("ccm_answer", "It.", registry=registry).set(42)
    return registry


@pytest.mark.parametrize(
    ("address", "token", "expected"),
    [
        ("", "", None),
        ("", TOKEN, None),
        ("127.0.0.1:9464", "", Listening("127.0.0.1", 9464)),
        ("[::1]:9464", "", Listening("::1", 9464)),
        ("127.0.0.1:9464", TOKEN, Listening("127.0.0.1", 9464, TOKEN)),
        ("0.0.0.0:9464", TOKEN, Listening("0.0.0.0", 9464, TOKEN)),
        ("[::]:9464", TOKEN, Listening("::", 9464, TOKEN)),
    ],
)
def test_where_to_listen_is_a_setting(address: str, token: str, expected: Listening | None) -> None:
    assert listening_of({"CCM_METRICS_LISTEN": address, "CCM_METRICS_TOKEN": token}) == expected


@pytest.mark.parametrize(
    ("address", "token", "code"),
    [
        ("0.0.0.0:9464", "", "metrics-token-missing"),
        ("10.0.0.7:9464", "", "metrics-token-missing"),
        ("[::]:9464", "", "metrics-token-missing"),
        ("127.0.0.1:9464", "short", "metrics-token-missing"),
        ("0.0.0.0:9464", "short", "metrics-token-missing"),
        ("127.0.0.1", "", "metrics-address-unfit"),
        ("9464", "", "metrics-address-unfit"),
        (":9464", "", "metrics-address-unfit"),
        ("127.0.0.1:99999", "", "metrics-address-unfit"),
        ("metrics.example:9464", TOKEN, "metrics-address-unfit"),
        ("127.0.0.1:9464/metrics", "", "metrics-address-unfit"),
        ("me@127.0.0.1:9464", "", "metrics-address-unfit"),
        ("http://127.0.0.1:9464", "", "metrics-address-unfit"),
    ],
)
def test_what_makes_no_sense_or_is_open_to_all_is_refused(address: str, token: str, code: str) -> None:
    settings = {"CCM_METRICS_LISTEN": address, "CCM_METRICS_TOKEN": token}
    assert refusal(listening_of, settings) == code


@pytest.mark.parametrize(
    ("shown", "status"),
    [(f"Bearer {TOKEN}", 200), (f"Bearer {TOKEN}x", 401), (f"bearer {TOKEN[:-1]}", 401), (TOKEN, 401), ("", 401)],
)
def test_only_the_token_opens(numbers: CollectorRegistry, shown: str, status: int) -> None:
    with listening(Listening("127.0.0.1", 0, TOKEN), numbers) as port:
        answer = httpx2.get(f"http://127.0.0.1:{port}/metrics", headers={"Authorization": shown})
    assert answer.status_code == status
    assert ("ccm_answer" in answer.text) == (status == 200)
    assert "Python" not in str(answer.headers)


def test_prometheus_is_answered_in_its_format(numbers: CollectorRegistry) -> None:
    with listening(Listening("127.0.0.1", 0), numbers) as port:
        address = f"http://127.0.0.1:{port}"
        answer = httpx2.get(f"{address}/metrics")
        newer = httpx2.get(f"{address}/metrics", headers={"Accept": "application/openmetrics-text; version=1.0.0"})
        elsewhere = [httpx2.get(f"{address}{path}").status_code for path in ("/", "/metrics/x", "/api/v1/session")]
        other_ways = [httpx2.request(method, f"{address}/metrics").status_code for method in ("POST", "DELETE")]
    (family,) = text_string_to_metric_families(answer.text)
    assert (family.name, family.samples[0].value) == ("ccm_answer", 42)
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert newer.text.endswith("# EOF\n")
    assert (elsewhere, other_ways) == ([404, 404, 404], [501, 501])


def test_nobody_listens_where_nobody_said_so(numbers: CollectorRegistry) -> None:
    with listening(None, numbers) as port:
        assert port is None


def test_an_address_that_is_taken_is_refused(numbers: CollectorRegistry) -> None:
    def listen(port: int) -> None:
        with listening(Listening("127.0.0.1", port), numbers):
            pass

    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert refusal(listen, taken.getsockname()[1]) == "metrics-address-taken"
