"""Whatever people do, in whatever order: nothing goes out that lacks the people it needs, and what is locked stays so.

An oracle that knows the rules but none of the code that keeps them (`tests.ccm.store.oracle`) looks after every step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccm.store.auditing import verify
from tests.ccm.store.happenings import STEPS, Scene, Step, scene
from tests.ccm.store.looking import look
from tests.ccm.store.oracle import Oracle
from tests.ccm.store.world import world
from tests.scale import scaled

ROUND = (*STEPS, "submit", "approve", "approve")
"""What happens in every round, in any order: each kind of step at least once in sixteen."""
SMALL = st.integers(0, 59)


@st.composite
def rounds(draw: st.DrawFn, most: int) -> list[Step]:
    """Some rounds, each in an order of its own."""
    return [
        Step(kind, draw(SMALL), draw(SMALL), draw(SMALL))
        for _ in range(draw(st.integers(1, most)))
        for kind in draw(st.permutations(ROUND))
    ]


@dataclass
class Told:
    """What was tried in some histories, what of it came off, and what went out in between."""

    tried: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    out: Counter[str] = field(default_factory=Counter)

    def hold_enough(self) -> None:
        """Histories in which hardly anything happens would show nothing."""
        assert {kind for kind in STEPS if self.tried[kind] < 0.05 * self.tried.total()} == set()
        assert self.done.total() > self.tried.total() / 3
        assert self.out["approved"]


@contextmanager
def played(kind: str) -> Iterator[tuple[Scene, Oracle]]:
    """A bank with its crew, which is gone afterwards, and an oracle that has seen nothing yet."""
    with TemporaryDirectory(prefix="ccm-history-") as folder:
        playing = scene(world(kind, Path(folder)), Path(folder))
        yield playing, Oracle(playing.bank.home.organisation)
        playing.bank.home.database.engine.dispose()


def test_nothing_goes_out_that_lacks_the_people_it_needs() -> None:
    """One step after the other; what nobody was let do needs no look, for the next one sees it as well."""
    told = Told()

    @settings(max_examples=scaled(5, 300), suppress_health_check=list(HealthCheck))
    @given(rounds(scaled(5, 9)))
    def history(steps: list[Step]) -> None:
        with played("sqlite") as (playing, oracle):
            for step in steps:
                if playing.play(step):
                    look(playing.bank, oracle, told.out)
            look(playing.bank, oracle, told.out)
            assert verify(playing.bank.home) == []
        told.tried.update(playing.tried)
        told.done.update(playing.done)

    history()
    told.hold_enough()
    assert {kind for kind in STEPS if not told.done[kind]} == set()
    assert told.out["under glass"]


def test_nor_does_it_when_several_people_act_at_once() -> None:
    """Each round is dealt to four people who act at the same time, on PostgreSQL; the log says who was first."""
    told = Told()

    @settings(max_examples=scaled(3, 100), suppress_health_check=list(HealthCheck))
    @given(rounds(scaled(4, 9)))
    def history(steps: list[Step]) -> None:
        with played("postgresql") as (playing, oracle), ThreadPoolExecutor(4) as threads:
            for first in range(0, len(steps), len(ROUND)):
                hands = [steps[first + number : first + len(ROUND) : 4] for number in range(4)]
                list(threads.map(lambda hand: [playing.play(step) for step in hand], hands))
                look(playing.bank, oracle, told.out)
            assert verify(playing.bank.home) == []
        told.tried.update(playing.tried)
        told.done.update(playing.done)

    history()
    told.hold_enough()
