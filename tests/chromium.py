"""Pages and mails in a real browser that never reaches the network, and whose complaints fail the test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes.util import find_library

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.optional import missing

PROGRAMS = ("chromium", "google-chrome")
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WITHOUT_NETWORK = ("file:", "data:", "about:", "blob:")


@contextmanager
def started() -> Iterator[Browser]:
    """The browser of this machine; skips the test where there is none.  One process drives one of them at a time."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None or find_library("atomic") is None:
        missing("tests in a browser need Chromium: sudo apt-get install chromium libatomic1")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(OPTIONS))
        yield browser
        browser.close()


@contextmanager
def watched_page(browser: Browser) -> Iterator[Page]:
    """An offline page of its own; fails when it threw, complained on the console or asked the network for anything."""
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(f"console: {message.text}")

    def asked(request: Request) -> None:
        if not request.url.startswith(WITHOUT_NETWORK):
            complaints.append(f"request: {request.url}")

    with browser.new_context(offline=True) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
        page.on("console", heard)
        page.on("request", asked)
        yield page
    if complaints:
        raise AssertionError("\n".join(complaints))
