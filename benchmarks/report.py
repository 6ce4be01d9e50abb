"""The figures as tables for people and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.batch import SHARES, BatchRun
from benchmarks.contest import Competitor
from benchmarks.messages import CHANNELS, ROWS
from benchmarks.volume import HEAD, Contests, compared

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True)
class Results:
    """All that was measured, and under which circumstances."""

    circumstances: dict[str, Any]
    volume: Contests
    letters: dict[int, list[Competitor]]
    messages: list[Competitor]
    batch: BatchRun

    def data(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            **self.circumstances,
            "volume": {name: [_figures(each, them) for each in them] for name, them in self.volume.items()},
            "letters": {rows: [_figures(each, them) for each in them] for rows, them in self.letters.items()},
            "messages": [_figures(each, self.messages) for each in self.messages],
            "batch": self.batch.data(),
        }


def write(results: Results, name: str) -> str:
    """Write `results/NAME.json` and `results/NAME.md`; returns the latter."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(results.data(), indent=1, ensure_ascii=False) + "\n", "utf-8")
    page = "\n".join(lines(results)) + "\n"
    (RESULTS / f"{name}.md").write_text(page, "utf-8")
    return page


def lines(results: Results) -> Iterator[str]:
    """The page."""
    taken = results.circumstances
    versions = ", ".join(f"{name} {version}" for name, version in taken["versions"].items())
    yield f"Taken {taken['taken']} at commit {taken['commit']} on {taken['cores']} × {taken['processor']},"
    yield f"load {taken['load']} at the start, Python {taken['python']}, {versions}."
    yield "\nLetters by the volume engine: how many times as fast ccm is (processor time, per core)\n"
    yield from table(HEAD, compared(results.volume))
    yield "\nWhere their time goes in ccm (mean milliseconds)\n"
    yield from _stages({name: them[0] for name, them in results.volume.items()})
    for rows, competitors in results.letters.items():
        yield f"\nThe reference engine: an account statement with {rows} bookings (processor time, per core)\n"
        yield from table(COMPARISON, _comparison(competitors))
    yield "\nWhere a PDF's time goes in ccm (mean milliseconds)\n"
    yield from _stages({f"{rows} bookings": them[0] for rows, them in results.letters.items()})
    yield f"\n{', '.join(CHANNELS)} of a statement with {ROWS} bookings, all three (processor time, per core)\n"
    yield from table(COMPARISON, _comparison(results.messages))
    yield "\nWhere their time goes in ccm (mean milliseconds)\n"
    yield from _stages({"all three": results.messages[0]})
    yield f"\nOne batch run of {results.batch.rows:,} records, {', '.join(CHANNELS)}, {results.batch.workers} workers\n"
    yield from table(("what", "figure"), _batch(results.batch))


COMPARISON = ("", "turns", "median ms", "per second", "time against ours", "kB", "MB first", "MB last")


def _comparison(competitors: Sequence[Competitor]) -> Iterator[tuple[str, ...]]:
    for each in competitors:
        figures = _figures(each, competitors)
        yield (
            each.name,
            f"{figures['turns']:,}",
            f"{figures['milliseconds']:.2f}",
            f"{figures['per_second']:.1f}",
            f"{figures['against_ours']:.2f} ×",
            f"{figures['kilobytes']:.0f}",
            f"{figures['memory'][0]:.0f}",
            f"{figures['memory'][1]:.0f}",
        )


def _figures(one: Competitor, competitors: Sequence[Competitor]) -> dict[str, Any]:
    """What is said of a competitor; `against_ours` is its time for what takes us 1."""
    return {
        "name": one.name,
        "turns": len(one.turns),
        "milliseconds": one.milliseconds(),
        "per_second": 1000 / one.milliseconds(),
        "against_ours": one.milliseconds() / competitors[0].milliseconds(),
        "kilobytes": one.size(),
        "memory": (one.turns[0].memory, one.turns[-1].memory),
        "stages": one.stages(),
    }


def _stages(competitors: dict[str, Competitor]) -> Iterator[str]:
    """A row for each stage, a pair of columns for each competitor: milliseconds, and the share of the whole."""
    taken = {name: each.stages() for name, each in competitors.items()}
    names = dict.fromkeys(name for stages in taken.values() for name in stages)
    rows = [(name, *(_share(stages, name) for stages in taken.values())) for name in names]
    return table(("stage", *taken), rows)


def _share(stages: dict[str, float], name: str) -> str:
    spent = stages.get(name, 0.0)
    return f"{spent:.2f} ({spent / sum(stages.values()):.0%})"


def _batch(run: BatchRun) -> Iterator[tuple[str, str]]:
    yield "rows a second", f"{run.rows / run.seconds:,.0f}"
    yield "messages a second", f"{run.messages / run.seconds:,.0f}"
    yield "messages a second of processor time", f"{run.messages / run.processor:,.0f}"
    yield "processor time a row", f"{run.processor / run.rows * 1000:.2f} ms"
    for percent in SHARES:
        yield f"memory of all processes, {percent} % of the rows out", f"{run.memory_at(percent):.0f} MB"
    yield "highest memory seen", f"{run.peak():.0f} MB"
    yield "messages", f"{run.messages:,}"
    yield "on disk", f"{run.megabytes:,.0f} MB"
    yield "wrong, says verify", str(run.problems)


def table(head: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A Markdown table that can be read as it is: the first column to the left, figures to the right."""
    rows = list(rows)
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    yield _row(head, widths)
    first, *others = ("-" * (width + 1) for width in widths)
    yield f"|{'|'.join((f'{first}-', *(f'{line}:' for line in others)))}|"
    yield from (_row(row, widths) for row in rows)


def _row(cells: Sequence[str], widths: list[int]) -> str:
    name, *figures = cells
    placed = map(str.rjust, figures, widths[1:])
    return f"| {' | '.join((name.ljust(widths[0]), *placed))} |"
