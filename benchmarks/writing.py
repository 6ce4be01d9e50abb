"""The editor in a real browser: what one key costs the page, and when all four channels show it.

The limit is what the same browser needs for a key in a bare editable element with the same words: no editor can be
faster than that.  Both are typed into in turn, so that whatever slows the machine down slows both of them down.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks.editor import percentile
from benchmarks.records import LIBRARY, TEMPLATE, statement
from benchmarks.report import table
from ccm.api.cookies import COOKIE
from ccm.store.founding import found
from ccm.store.importing import import_folder
from ccm.store.sessions import open_session
from content_blocks.yaml_source import read_yaml, write_yaml
from tests.ccm.store.world import START, World, settle
from tests.chromium import started
from tests.served_apart import served_apart

LONG = "long"
"""The template of so many blocks:"""
BLOCKS = 200
WORDS = "Noch ein Satz, der gerade erst geschrieben wird. "
PERSONAS = {"one-page": ("a letter of one page", 1), "three-pages": ("a statement of three pages", 60)}
"""By name: what is written, and how many bookings its recipient has."""
CUSTOMER = 3
SETTLED = 60_000
"""Milliseconds until a preview has to be there, however slow the machine is."""
AIM = 16
"""Milliseconds: a frame of a screen that shows sixty of them a second."""
NEXT = """() => new Promise((done) => document.addEventListener("ccm:previewed", () =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))), {once: true}))"""
PRESSED = """() => { globalThis.pressed = [];
    addEventListener("keydown", (event) => globalThis.pressed.push(event.timeStamp), {capture: true}); }"""


@dataclass(frozen=True)
class Typed:
    """Somewhere to type, and the milliseconds of the main thread that each key took."""

    name: str
    page: Page
    tasks: CDPSession
    milliseconds: list[float] = field(default_factory=list)

    def press(self, key: str) -> None:
        """Press a key and let the page come to rest."""
        begun = self._busy()
        self.page.keyboard.press(key)
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        self.milliseconds.append((self._busy() - begun) * 1000)

    def _busy(self) -> float:
        metrics = self.tasks.send("Performance.getMetrics")["metrics"]
        return float(next(it["value"] for it in metrics if it["name"] == "TaskDuration"))

    def row(self, limit: Typed) -> tuple[str, ...]:
        """Its figures, against those of the bare element."""
        median = statistics.median(self.milliseconds)
        return (
            self.name,
            f"{len(self.milliseconds)}",
            f"{median:.1f}",
            f"{percentile(self.milliseconds, 95):.1f}",
            f"{sum(it > AIM for it in self.milliseconds)}",
            f"{median / statistics.median(limit.milliseconds):.1f} ×",
        )


def writing(keys: int) -> str:
    """The figures as tables in Markdown."""
    lines = [f"Load {os.getloadavg()[0]:.1f} at the start; Chromium, the server beside it on the same machine.\n"]
    with TemporaryDirectory() as folder, started() as browser:
        world = library(Path(folder))
        with served_apart(settings(world)) as address:
            rows = [shown(browser, world, address, persona, max(20, keys // 4)) for persona in PERSONAS]
            lines += ["From a key to all four channels on the screen, in the browser\n"]
            lines += table(("", "keys", "median ms", "p95 ms"), rows)
            head = ("", "keys", "median ms", "p95 ms", f"over {AIM} ms", "time against bare")
            lines += [f"\nMain thread per key, {BLOCKS} blocks, the preview being made all the while\n"]
            lines += table(head, felt(browser, world, address, keys))
        world.home.database.engine.dispose()
    return "\n".join(lines) + "\n"


def shown(browser: Browser, world: World, address: str, persona: str, keys: int) -> tuple[str, ...]:
    """From a key to its preview, one key after the other."""
    waits: list[float] = []
    with writer(browser, world, address, TEMPLATE, persona) as page:
        page.evaluate(PRESSED)
        for number in range(keys + 1):
            there = page.evaluate_handle(f"() => {{ globalThis.shown = ({NEXT})(); }}")
            there.dispose()
            page.keyboard.press(WORDS[number % len(WORDS)])
            at = page.evaluate("() => globalThis.shown")
            waits.append(at - page.evaluate("() => globalThis.pressed.at(-1)"))
    waits.pop(0)
    return PERSONAS[persona][0], f"{keys}", f"{statistics.median(waits):.0f}", f"{percentile(waits, 95):.0f}"


def felt(browser: Browser, world: World, address: str, keys: int) -> list[tuple[str, ...]]:
    """What a key costs in the editor and in the bare element."""
    with writer(browser, world, address, LONG, "one-page") as page, bare(browser) as plain:
        ours = Typed(f"ccm, {BLOCKS} blocks", page, profiled(page))
        limit = Typed("a bare editable element", plain, profiled(plain))
        for number in range(keys + 5):
            for one in (ours, limit):
                one.press(WORDS[number % len(WORDS)])
        for one in (ours, limit):
            del one.milliseconds[:5]  # until everything has been compiled
        return [ours.row(limit), limit.row(limit)]


def profiled(page: Page) -> CDPSession:
    """The browser's own account of its main thread, in processor time: other work beside it does not count."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    return session


@contextmanager
def writer(browser: Browser, world: World, address: str, template: str, persona: str) -> Iterator[Page]:
    """Somebody in the editor, at the end of a sentence, with the preview of one recipient on the screen."""
    with browser.new_context(base_url=address, viewport={"width": 1600, "height": 1000}) as context:
        context.add_cookies([{"name": COOKIE, "value": signed_in(world), "url": "https://localhost/"}])
        page = context.new_page()
        page.goto(f"/templates/{template}/edit?language=de")
        settled(page, lambda: page.locator("[name=persona]").select_option(persona))
        page.locator('.block[data-id="summary"] .words-text .line').first.click()
        page.keyboard.press("End")
        yield page


def settled(page: Page, act: Callable[[], Any]) -> None:
    """Do something and wait until the preview has come to rest."""
    page.locator(".panes .pane-pdf img").first.wait_for(timeout=SETTLED)
    act()
    page.locator(".panes:not([aria-busy])").wait_for(timeout=SETTLED)


@contextmanager
def bare(browser: Browser) -> Iterator[Page]:
    """As many paragraphs in an element of the browser alone."""
    paragraphs = "".join(f"<p>{escape(words(number))}</p>" for number in range(BLOCKS))
    with browser.new_context(viewport={"width": 1600, "height": 1000}) as context:
        page = context.new_page()
        page.set_content(f'<div contenteditable="true" style="width: 40rem">{paragraphs}</div>')
        page.locator("p").first.click()
        page.keyboard.press("End")
        yield page


def words(number: int) -> str:
    """The words of one paragraph."""
    return f"Absatz {number}. {WORDS * 3}".strip()


def library(folder: Path) -> World:
    """A store with the library of the benchmarks, recipients of both kinds, and a template of many blocks."""
    place = {"CCM_HOME": str(folder), "CCM_DATABASE_URL": f"sqlite:///{folder / 'ccm.db'}"}
    world = World(found("ahorn", "Ahorn Bank", place, START))
    settle(world.home)
    copy = Path(shutil.copytree(LIBRARY, folder / "library"))  # its fonts are links, which no import follows
    for template in (TEMPLATE, LONG):
        (copy / "personas" / template).mkdir(parents=True)
        for name, (what, bookings) in PERSONAS.items():
            persona = {"title": {"de": what}, "record": statement(CUSTOMER, bookings)}
            (copy / "personas" / template / f"{name}.json").write_text(json.dumps(persona))
    content: dict[str, Any] = dict(read_yaml((copy / f"templates/{TEMPLATE}.yaml").read_text()).content)
    many = [{"id": f"more-{number}", "type": "text", "text": words(number)} for number in range(BLOCKS)]
    long = {**content, "template": LONG, "body": [*content["body"], *many]}
    (copy / f"templates/{LONG}.yaml").write_text(write_yaml(long))
    import_folder(world.home, world.who("law"), copy, world.clock())
    return world


def signed_in(world: World) -> str:
    """A session of somebody who may write everything."""
    with world.home.database.writing() as session:
        opened = open_session(session, world.home.organisation, world.who("law"), datetime.now(UTC))
    return f"{world.home.organisation}:{opened.token}"


def settings(world: World) -> dict[str, str]:
    """Where its store is, for a server in a process of its own."""
    place = world.home.place
    return {"CCM_HOME": str(place), "CCM_DATABASE_URL": f"sqlite:///{place / 'ccm.db'}"}
