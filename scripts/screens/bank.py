"""The demo's bank on a port of this machine, and the people of it who sign in."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

PATIENCE = 60
"""Seconds until the server has to listen."""


@dataclass(frozen=True)
class Bank:
    """Its folder, where its pages are, and the password that all of its people have."""

    folder: Path
    address: str
    password: str
    browser: Browser

    @contextmanager
    def as_seen_by(self, login: str, **options: object) -> Iterator[Page]:
        """A page of somebody who has just signed in."""
        with self.browser.new_context(base_url=self.address, **options) as context:  # type: ignore[arg-type]
            page = context.new_page()
            page.goto("/sign-in")
            page.locator("[name=login]").fill(login)
            page.locator("[name=password]").fill(self.password)
            page.keyboard.press("Enter")
            page.wait_for_url(lambda url: "sign-in" not in url)
            yield page


@contextmanager
def bank(folder: Path, browser: Browser) -> Iterator[Bank]:
    """A new bank with ten customers, served until one has looked at it."""
    told = _ccm(folder, "demo", "--no-serve", "--customers", "10", "--out", str(folder))
    found = re.search(r"with the password (\S+) as", told)
    assert found, told
    with _served(folder) as address:
        yield Bank(folder, address, found[1], browser)


def _ccm(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "ccm", *arguments]
    return subprocess.run(command, env=_surroundings(folder), capture_output=True, text=True, check=True).stdout


def _surroundings(folder: Path) -> dict[str, str]:
    return {**os.environ, "CCM_HOME": str(folder / "store"), "LANGUAGE": "en"}


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "ccm", "serve", "--port", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=_surroundings(folder), stdout=quiet, stderr=quiet) as process:
        try:
            _listening(port)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()


def _listening(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing answers at port {port}")
