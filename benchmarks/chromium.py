"""A browser that prints: the plain script's page in headless Chromium, opened once and given one page after another."""

from __future__ import annotations

import shutil
import tempfile
import time
import weakref
from collections.abc import Callable
from datetime import date
from pathlib import Path

import psutil
from playwright.sync_api import sync_playwright

from benchmarks.plain_script import THEME, Record, environment

PROGRAMS = ("chromium", "google-chrome")
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync", "--allow-file-access-from-files")  # fmt: skip


class Chromium:
    """The browser of this machine; None of it is left when the process ends."""

    def __init__(self) -> None:
        program = next(filter(None, map(shutil.which, PROGRAMS)), None)
        folder = Path(tempfile.mkdtemp(prefix="chromium-"))
        weakref.finalize(self, shutil.rmtree, folder)
        self._page_file = folder / "letter.html"
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=program, args=list(OPTIONS))
        self._page = self._browser.new_page()

    def letter(self, record: Record, today: date) -> bytes:
        """The statement as a tagged PDF."""
        html = environment.get_template("letter.html").render(record, today=today.isoformat(), style=True)
        base = f'<head><base href="{THEME.as_uri()}/">'
        self._page_file.write_text(html.replace("<head>", base, 1), "utf-8")
        self._page.goto(self._page_file.as_uri(), wait_until="load")
        return self._page.pdf(prefer_css_page_size=True, print_background=True, tagged=True)


def processor_time() -> Callable[[], float]:
    """The processor seconds of this process and of all that it has started: the browser's work is done by others."""
    own = psutil.Process()

    def seconds() -> float:
        total = time.process_time()
        for child in own.children(recursive=True):
            try:
                spent = child.cpu_times()
            except psutil.NoSuchProcess:
                continue
            total += spent.user + spent.system
        return total

    return seconds
