"""The demo's bank on a port of this machine, and the people of it who sign in."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.served_apart import served_apart


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
    with served_apart(_settings(folder)) as address:
        yield Bank(folder, address, found[1], browser)


def _ccm(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "ccm", *arguments]
    settings = {**os.environ, **_settings(folder)}
    return subprocess.run(command, env=settings, capture_output=True, text=True, check=True).stdout


def _settings(folder: Path) -> dict[str, str]:
    return {"CCM_HOME": str(folder / "store"), "LANGUAGE": "en"}
