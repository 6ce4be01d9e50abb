"""The editor's preview: from a key press to all channels, over HTTP, while the words of a template change.

The competitor opens everything anew for each key, in the same kind of child process: what is kept warm has to be worth
it.  Both take turns over the same words, so that whatever slows the machine down slows both of them down.
"""

from __future__ import annotations

import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi.testclient import TestClient

from benchmarks.records import DAY, LIBRARY, TEMPLATE, statement
from benchmarks.report import table
from ccm.api import viewing, warm_engines
from ccm.api.app import make_app
from ccm.api.press import Press, Turn
from ccm.api.viewing import Viewed, Viewing, view_one
from ccm.store.api_keys import make_key
from ccm.store.founding import found
from ccm.store.importing import import_folder
from content_blocks.yaml_source import read_yaml
from tests.ccm.store.world import START, World, settle

WRITINGS = {1: ("a letter of one page", 1), 3: ("a statement of three pages", 60)}
"""By its pages: what is being written, and how many bookings the record has that it is looked at with."""
CUSTOMER = 3
BLOCK = "summary"
"""Whose words change."""
ANEW_EVERY = 4
"""The competitor takes every fourth turn: it only has to be known how much slower it is."""

Content = dict[str, Any]
Ask = Callable[[Content], int]
"""Asks for a preview of some content and returns the size of the answer in bytes."""


@dataclass(frozen=True)
class Writer:
    """A way to make previews, with the seconds and the bytes of each."""

    name: str
    ask: Ask
    seconds: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)

    def press(self, content: Content) -> None:
        """One key."""
        begun = time.perf_counter()
        size = self.ask(content)
        self.seconds.append(time.perf_counter() - begun)
        self.sizes.append(size)

    def row(self, first: Writer) -> tuple[str, ...]:
        """Its figures, against those of the first one."""
        median = statistics.median(self.seconds)
        return (
            self.name,
            f"{len(self.seconds)}",
            f"{median * 1000:.0f}",
            f"{percentile(self.seconds, 95) * 1000:.0f}",
            f"{median / statistics.median(first.seconds):.2f} ×",
            f"{statistics.median(self.sizes) / 1000:.0f}",
        )


def editor(keys: int) -> str:
    """The figures as tables in Markdown."""
    lines = [f"Load {os.getloadavg()[0]:.1f} at the start."]
    with store() as world:
        for what, bookings in WRITINGS.values():
            with writers(world, statement(CUSTOMER, bookings)) as (warm, anew):
                content = dict(read_yaml((LIBRARY / f"templates/{TEMPLATE}.yaml").read_text()).content)
                for turn, written in enumerate(typed(content, keys + 1)):
                    warm.press(written)
                    if turn % ANEW_EVERY == 0:
                        anew.press(written)
                for one in (warm, anew):  # the first turn starts the child
                    one.seconds.pop(0)
                rows = [one.row(warm) for one in (warm, anew)]
                head = ("", "keys", "median ms", "p95 ms", "time against ours", "kB")
                lines += [f"\n{what.capitalize()}, from a key to PDF pages, mail, SMS and push (wall clock)\n"]
                lines += table(head, rows)
    return "\n".join(lines) + "\n"


def typed(content: Content, keys: int) -> Iterator[Content]:
    """The template after each of some keys: a sentence of one block grows."""
    for key in range(1, keys + 1):
        words = ("Noch ein Satz, der gerade erst geschrieben wird. " * (1 + key // 40))[:key]
        body = [{**it, "text": f"{it['text']} {words}"} if it["id"] == BLOCK else it for it in content["body"]]
        yield {**content, "body": body}


@contextmanager
def store() -> Iterator[World]:
    """A store with the library of the benchmarks as drafts."""
    with TemporaryDirectory() as folder:
        settings = {"CCM_HOME": folder, "CCM_DATABASE_URL": f"sqlite:///{Path(folder) / 'ccm.db'}"}
        world = World(found("ahorn", "Ahorn Bank", settings, START))
        settle(world.home)
        copy = shutil.copytree(LIBRARY, Path(folder) / "library")  # its fonts are links, which no import follows
        import_folder(world.home, world.who("law"), copy, world.clock())
        yield world
        world.home.database.engine.dispose()


@contextmanager
def writers(world: World, record: dict[str, Any]) -> Iterator[tuple[Writer, Writer]]:
    """The editor as it is, and the one that opens everything anew, each with a child of its own."""
    warm, anew = Press(1), Press(1)
    key = make_key(world.home, world.who("bob"), "benchmark", ["read"], 1)
    headers = {"Authorization": f"Bearer {key}"}
    try:
        with (
            TestClient(make_app(world.home, warm), headers=headers) as ours,
            TestClient(make_app(world.home, Opening(anew)), headers=headers) as theirs,  # type: ignore[arg-type]
        ):
            yield Writer("ccm", Asking(ours, record)), Writer("everything opened anew", Asking(theirs, record))
    finally:
        warm.close()
        anew.close()


class Asking:
    """Asks as an editor does: for everything there is to see, but for pictures that it has seen already."""

    def __init__(self, client: TestClient, record: dict[str, Any]) -> None:
        self._ask = partial(client.post, "/api/v1/preview")
        said: dict[str, Any] = {"template": TEMPLATE, "record": record, "day": DAY.isoformat(), "turn": "editor"}
        self._wish = {**said, "marks": True, "pictures": True, "check": True, "files": False}
        self._known: list[str] = []

    def __call__(self, content: Content) -> int:
        """Ask for one preview; returns the size of the answer in bytes."""
        answer = self._ask(json={**self._wish, "content": content, "known": self._known[-500:]})
        made = answer.json()
        assert not [it for message in made["messages"] for it in message["problems"]], made
        for message in made["messages"]:
            pictures = [*message["pages"], *(message["email"] or {"pictures": []})["pictures"]]
            self._known += [it["sha256"] for it in pictures if it["picture"]]
        return len(answer.content)


class Opening:
    """A press whose child forgets everything before each preview."""

    def __init__(self, press: Press) -> None:
        self._press = press

    def begin(self, _work: object, given: object, turn: Turn | None = None) -> Any:
        """Make a preview from nothing."""
        return self._press.begin(view_anew, given, turn)


def view_anew(given: Viewing) -> Viewed | tuple[Any, ...]:
    """A preview with nothing kept from the ones before."""
    viewing._libraries.clear()
    warm_engines._engines.clear()
    return view_one(given)


def percentile(figures: list[float], percent: int) -> float:
    """The figure that so many percent do not exceed."""
    return statistics.quantiles(figures, n=100, method="inclusive")[percent - 1]
