"""Everything that Prometheus is told about a server: its own numbers, those of the batches it has started, and what
waits in its database.

Batches are processes of their own, which tell their numbers in files beside their folders (`ccm.telemetry.textfile`).
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock

from prometheus_client import ProcessCollector
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.registry import Collector, CollectorRegistry
from prometheus_client.samples import Sample

from ccm.store.batches import written_numbers
from ccm.store.home import Home
from ccm.telemetry.metrics import METRICS
from templates_store.database import Broken
from templates_store.filed_reviews import count_waiting

ADDED_UP = ("counter", "histogram")
"""The kinds of families that go on counting when a process has ended."""
RATE = "ccm_batch_rows_per_second"

log = logging.getLogger("ccm.metrics")


class SiteNumbers(Collector):
    """The numbers of the server of a home."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._own = CollectorRegistry()
        self._process = ProcessCollector(registry=self._own)
        self._read: dict[Path, tuple[int, list[Metric]]] = {}
        self._asking = Lock()

    def collect(self) -> Iterator[Metric]:
        """Every family once.  What cannot be had at the moment is left out, the others are told."""
        yield from self._own.collect()
        with self._asking:
            files = list(self._files())
        yield from added_up([*METRICS.collect(), *(it for found, _ in files for it in found if it.type in ADDED_UP)])
        working = [found for found, alive in files if alive]
        rates = (it.samples[0].value for found in working for it in found if it.name == RATE)
        yield GaugeMetricFamily("ccm_batches_running", "Batches that are being rendered.", len(working))
        yield GaugeMetricFamily(RATE, "Rows that came to their outcome in a second, of late.", sum(rates))
        yield from self._reviews()

    def _files(self) -> Iterator[tuple[list[Metric], bool]]:
        for path, alive in written_numbers(self._home):
            with suppress(FileNotFoundError):  # somebody has cleared the batch away in this moment
                yield self._families(path), alive

    def _families(self, path: Path) -> list[Metric]:
        """What a file tells, read once as long as it stays the same."""
        written = path.stat().st_mtime_ns
        if path not in self._read or self._read[path][0] != written:
            text = path.read_text(encoding="utf-8")
            self._read[path] = (written, [_without_template(it) for it in text_string_to_metric_families(text)])
        return self._read[path][1]

    def _reviews(self) -> Iterator[Metric]:
        try:
            with self._home.reading() as session:
                waiting = count_waiting(session)
        except Broken as error:
            log.warning("reviews were not counted: %s", type(error).__name__, extra={"event": "reviews-not-counted"})
            return
        yield GaugeMetricFamily("ccm_reviews_waiting", "Reviews that wait for a decision.", waiting)


def added_up(families: Iterable[Metric]) -> list[Metric]:
    """Families of the same name as one; what has the same labels is added up."""
    found: dict[str, Metric] = {}
    sums: dict[str, dict[tuple[str, tuple[tuple[str, str], ...]], float]] = defaultdict(lambda: defaultdict(float))
    for family in families:
        found.setdefault(family.name, Metric(family.name, family.documentation, family.type))
        for sample in family.samples:
            sums[family.name][sample.name, tuple(sorted(sample.labels.items()))] += sample.value
    for name, family in found.items():
        family.samples = [Sample(told, dict(labels), value) for (told, labels), value in sums[name].items()]
    return list(found.values())


def _without_template(family: Metric) -> Metric:
    samples = [it._replace(labels={k: v for k, v in it.labels.items() if k != "template"}) for it in family.samples]
    family.samples = samples
    return family
