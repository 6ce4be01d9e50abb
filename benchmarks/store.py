"""The store at size: where-used, submitting, redlines, rendering over HTTP, on both databases side by side."""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi.testclient import TestClient

from ccm.api.app import make_app
from ccm.api.press import Press
from ccm.libraries import approved_items
from ccm.store.api_keys import make_key
from ccm.store.founding import found
from ccm.store.importing import import_folder
from ccm.store.where_used import where_used
from content_blocks.document import CHANNELS
from content_blocks.item import read_item
from content_blocks.redline import redline
from content_blocks.template import Template
from content_blocks.yaml_source import read_yaml
from tests import databases
from tests.ccm.store.world import START, TODAY, World, in_every_channel, letters, settle

CLAUSES = 4
"""How many clauses each template shows besides the one they all share."""
REQUESTS = 400
CALLERS = 4
RECORD = {
    "id": "1",
    "language": "en",
    "email": "ada@example.com",
    "phone": "+4915112345678",
    "days": 14,
    "token": "token-17",
}


def store(templates: int, blocks: int) -> dict[str, dict[str, str]]:
    """The figures by what was measured and database."""
    figures: dict[str, dict[str, str]] = {"redline of 200 blocks": {"pure": milliseconds(median(_redline(200), 20))}}
    for kind in databases.KINDS:
        with TemporaryDirectory() as folder, _filled(kind, Path(folder), templates, blocks) as world:
            for what, figure in _measured(world):
                figures.setdefault(what, {})[kind] = figure
    return figures


def _measured(world: World) -> Iterator[tuple[str, str]]:
    home = world.home
    yield "where-used, a clause few use", milliseconds(median(lambda: where_used(home, "block", "notice-3"), 20))
    yield "where-used, a clause all use", milliseconds(median(lambda: where_used(home, "block", "notice"), 5))
    yield "in force: one bundle, from nothing", milliseconds(median(lambda: _bundle(world), 20))
    world.edit("law", "block", "notice-3", ("two months", "three months"), version="1.1")
    begun = time.perf_counter()
    review = world.submit("law", ("block", "notice-3"))
    yield "submit a clause few use", milliseconds(time.perf_counter() - begun)
    begun = time.perf_counter()
    world.approve(review)
    yield "approve it, two steps", milliseconds(time.perf_counter() - begun)
    yield from _over_http(world)


def _over_http(world: World) -> Iterator[tuple[str, str]]:
    press = Press(2)
    try:
        app = make_app(world.home, press)
        key = make_key(world.home, world.who("olga"), "benchmark", ["render"], 1)
        with (
            TestClient(app, headers={"Authorization": f"Bearer {key}"}) as client,
            ThreadPoolExecutor(CALLERS) as callers,
        ):
            for channel in CHANNELS:
                ask = partial(_ask, client, channel)
                assert {ask() for _ in range(8)} == {200}
                yield f"API, {channel}: one after the other", milliseconds(median(ask, 50))
            for channel in ("sms", "email"):
                ask = partial(_ask, client, channel)
                begun = time.perf_counter()
                assert set(callers.map(lambda _, ask=ask: ask(), range(REQUESTS))) == {200}
                yield f"API, {channel}: requests a second", f"{REQUESTS / (time.perf_counter() - begun):.0f}"
    finally:
        press.close()


def _ask(client: TestClient, channel: str) -> int:
    letter = {"template": "letter", "record": RECORD, "channels": [channel], "day": TODAY.isoformat()}
    answer = client.post("/api/v1/render", json=letter)
    assert answer.status_code == HTTPStatus.OK, answer.text
    assert not [it["problems"] for it in answer.json()["messages"] if it["problems"]]
    return answer.status_code


def _bundle(world: World) -> None:
    with world.home.reading() as session:
        library = approved_items(world.home, session, TODAY)
        library.bundle(library.template("letter-7"), "en", "ahorn", TODAY)


def _redline(blocks: int) -> Callable[[], object]:
    source = (Path(databases.__file__).parent / "ccm/store/library/templates/letter.yaml").read_text()
    content = read_yaml(source).content
    one = next(it for it in content["body"] if it["id"] == "opening")  # type: ignore[union-attr, index, call-overload]
    body = [{**one, "id": f"block-{number}"} for number in range(blocks)]  # type: ignore[dict-item]
    before = read_item(Template, {**content, "body": body})
    words = {"en": "You still have {{ days | number }} days.", "de": "Sie haben noch {{ days | number }} Tage."}
    after = read_item(Template, {**content, "body": [{**it, "text": words} for it in body[::2]] + body[1::2]})
    return lambda: redline(before, after)


@contextmanager
def _filled(kind: str, folder: Path, templates: int, blocks: int) -> Iterator[World]:
    """A store with so many templates and content blocks, all approved."""
    library = in_every_channel(letters(folder / "library"))
    _write(library, templates, blocks)
    settings = {"CCM_HOME": str(folder / "home"), "CCM_DATABASE_URL": databases.empty(kind, folder)}
    os.environ["CCM_DATABASE_URL"] = settings["CCM_DATABASE_URL"]  # child processes find the store by it
    world = World(found("ahorn", "Ahorn Bank", settings, START))
    settle(world.home)
    for what, do in (
        ("import", lambda: import_folder(world.home, world.who("law"), library, world.clock())),
        ("submit and approve", lambda: world.publish("law")),
    ):
        begun = time.perf_counter()
        do()
        print(f"{kind}: {what} in {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
    yield world
    world.home.database.engine.dispose()


def _write(library: Path, templates: int, blocks: int) -> None:
    block = (library / "blocks/notice/1.0.yaml").read_text()
    template = (library / "templates/letter.yaml").read_text()
    chance = random.Random(1)
    for number in range(blocks):
        path = library / f"blocks/notice-{number}/1.0.yaml"
        path.parent.mkdir()
        path.write_text(block.replace("block: notice", f"block: notice-{number}"))
    for number in range(templates):
        uses = "".join(
            f"  - {{id: c{place}, type: clause, block: notice-{chance.randrange(blocks)}, follow: approved}}\n"
            for place in range(CLAUSES)
        )
        path = library / f"templates/letter-{number}.yaml"
        path.write_text(template.replace("template: letter", f"template: letter-{number}") + uses)


def median(do: Callable[[], object], times: int) -> float:
    """The median time of doing something, in seconds, after once to warm up."""
    do()
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        do()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def milliseconds(seconds: float) -> str:
    """A time to be read."""
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.1f} s"


def table(figures: dict[str, dict[str, str]]) -> str:
    """The figures as a table in Markdown."""
    lines = ["| what | SQLite | PostgreSQL |", "| --- | ---: | ---: |"]
    for what, by in figures.items():
        alone = by.get("pure", "")
        lines.append(f"| {what} | {by.get('sqlite', alone)} | {by.get('postgresql', alone)} |")
    return "\n".join(lines) + "\n"
