"""The numbers of a run in a file, as the textfile collector of Prometheus' node exporter reads them.

The file is replaced as a whole, while the run goes on and when it ends, so that nobody ever reads half of one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, time

from prometheus_client import write_to_textfile
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from ccm.telemetry.metrics import METRICS
from ccm.telemetry.steps import ask_for_steps

WRITE_SECONDS = 5.0
"""How often the file is written anew: node exporters are asked every quarter of a minute at the most."""

OF_RUNS = ("ccm_batch_", "ccm_render_", "ccm_check_")
"""How families begin that are about runs."""

Progress = Callable[[int, int | None, int], None]
"""What a run tells its progress: see `ccm.batch.run`."""


class RunFile(Collector):
    """The file of one run.  Called with its progress, it passes that on to `shown`.

    Every number says the template besides: two files of one folder must not tell the same series.
    """

    def __init__(self, path: Path, template: str, shown: Progress, clock: Callable[[], float] = monotonic) -> None:
        self._path, self._template, self._shown, self._clock = path, template, shown, clock
        self._rows, self._expected, self._rate = 0, 0, 0.0
        self._running, self._completed = True, 0.0
        self._last: tuple[float, int] | None = None

    def __call__(self, done: int, expected: int | None, quarantined: int) -> None:
        """The run has come so far."""
        self._shown(done, expected, quarantined)
        self._rows, self._expected = done, expected or 0
        now = self._clock()
        if self._last is None or now - self._last[0] >= WRITE_SECONDS:
            since, rows = self._last or (now, done)
            self._rate = (done - rows) / (now - since) if now > since else 0.0
            self._last = now, done
            self.write()

    def end(self, *, completed: bool) -> None:
        """The run is over, for now or for good."""
        self._running, self._rate = False, 0.0
        self._completed = time() if completed else 0.0
        self.write()

    def write(self) -> None:
        """Replace the file; raises OSError where that cannot be."""
        write_to_textfile(str(self._path), self)

    def collect(self) -> Iterator[Metric]:
        """The families of the file."""
        for family in METRICS.collect():
            if family.name.startswith(OF_RUNS) and family.samples:
                yield self._labelled(family)
        for name, meaning, value in self._gauges():
            found = GaugeMetricFamily(f"ccm_batch_{name}", meaning, labels=["template"])
            found.add_metric([self._template], value)
            yield found

    def _gauges(self) -> Iterator[tuple[str, str, float]]:
        yield "running", "Whether the run is under way.", float(self._running)
        yield "run_rows", "Rows of the run that have their outcome, earlier attempts included.", self._rows
        yield "run_rows_expected", "Rows that the run will have, about; 0 where nobody knows.", self._expected
        yield "rows_per_second", "Rows that came to their outcome in a second, of late.", self._rate
        yield "completed_timestamp_seconds", "When the run was certified; 0 until then.", self._completed

    def _labelled(self, family: Metric) -> Metric:
        found = Metric(family.name, family.documentation, family.type)
        own = {"template": self._template}
        found.samples = [sample._replace(labels={**sample.labels, **own}) for sample in family.samples]
        return found


@contextmanager
def metrics_in(path: Path | None, template: str, shown: Progress) -> Iterator[Progress]:
    """A progress callback that keeps a file of metrics while the context is open, if one is wanted."""
    if path is None:
        yield shown
        return
    ask_for_steps()
    file = RunFile(path, template, shown)
    file.write()  # a place that cannot be written to is told before the first row
    try:
        yield file
    except BaseException:
        file.end(completed=False)
        raise
    file.end(completed=True)
