"""Whatever stands in a record, no line of the log, no span and no number says any of it.

Records carry a mark in every field that takes one, and in the path, the query and the headers of what is asked.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from fastapi import FastAPI
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from ccm.cli import ccm
from ccm.telemetry.site_numbers import SiteNumbers
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World
from tests.ccm.telemetry.numbers import numbers_in, numbers_of
from tests.ccm.telemetry.watching import all_of, lines_kept, spans_kept
from tests.scale import scaled

V1 = "/api/v1"
MARK = "zq7mark"
SECRETS = (MARK, "15112345678", "olga")

good = {"id": MARK, "language": "en", "email": f"{MARK}@example.com", "phone": "+4915112345678", "days": 14}
values = st.sampled_from(
    [
        MARK,
        f"{MARK}\n{MARK}",
        f"{{{{ {MARK} }}}}",
        f"<b>{MARK}</b>",
        f"{MARK}\U0001f600",
        f"%s {MARK}",
        {MARK: MARK},
        [MARK],
        7,
    ]
)
wrong = st.dictionaries(st.sampled_from([*good, MARK]), values, min_size=1, max_size=2)
records = st.one_of(st.just(good), st.just(good), wrong.map(lambda wrong: {**good, **wrong}))
ways = st.sampled_from([("render", ("email", "sms")), ("preview", ("pdf", "email", "sms", "push"))])
"""What is asked of the API, and the channels it has there."""


@settings(max_examples=scaled(12, 200), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=records, way=ways)
def test_by_the_api(every: World, app: FastAPI, record: dict[str, Any], way: tuple[str, tuple[str, ...]]) -> None:
    letter = {"template": "letter", "record": record, "channels": way[1]}
    headers = {"traceparent": MARK, "tracestate": f"a={MARK}", "baggage": f"a={MARK}", "user-agent": MARK}
    with spans_kept() as spans, lines_kept() as lines, signed_in(app, every.home, "olga") as olga:
        answer = olga.post(f"{V1}/{way[0]}?who={MARK}", json=letter, headers=headers)
        olga.get(f"{V1}/batches/{MARK}/rows/{MARK}", headers=headers)
        olga.get(f"/{MARK}?{MARK}={MARK}", headers=headers)
        olga.request(MARK.upper(), f"{V1}/session", headers=headers)
        told = all_of(spans)
    event(f"{way[0]} {answer.status_code}")
    assert answer.status_code in (200, 422)
    assert [line for line in lines if "request" in line], "there is a log to look at"
    assert "http.route" in told, "there are spans to look at"
    numbers = repr(numbers_of(SiteNumbers(every.home)))
    for secret in SECRETS:
        assert secret not in told + numbers
        assert secret not in "".join(lines)


@settings(max_examples=scaled(2, 20), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(records, min_size=1, max_size=4))
def test_by_a_batch(
    small: World, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, rows: list[dict[str, Any]]
) -> None:
    folder = tmp_path_factory.mktemp("batch")
    monkeypatch.chdir(folder)
    rows = [{**good, "id": f"{MARK}-{number}", **_others(row)} for number, row in enumerate(rows)]
    Path("rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in [*rows, {**good, "id": f"{MARK}-x"}]))
    home = {"CCM_HOME": str(small.home.place), "CCM_DATABASE_URL": small.home.database.address}
    words = ["batch", "run", "letter", "--data", "rows.jsonl", "--out", "run", "--on", "2026-11-02"]
    with spans_kept() as spans, lines_kept() as lines:
        done = CliRunner(env=home).invoke(
            ccm, [*words, "--channel", "email,sms", "--workers", "1", "--metrics", "run.prom"]
        )
        told = all_of(spans)
    event(f"exit {done.exit_code}")
    assert done.exit_code in (0, 3), done.output
    numbers = Path("run.prom").read_text()
    assert numbers_in(numbers)
    assert any("batch-finished" in line for line in lines)
    assert '"name": "render"' in told
    for secret in SECRETS:
        assert secret not in told + numbers + "".join(lines) + done.output


def _others(row: dict[str, Any]) -> dict[str, Any]:
    """What is wrong with a row besides its id, of which a batch needs one for each."""
    return {name: value for name, value in row.items() if name != "id"}
