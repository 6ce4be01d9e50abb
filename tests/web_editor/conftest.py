"""The bank's pages, as a test client and as a server that a real browser opens."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page

from ccm.api.cookies import COOKIE
from ccm.api.press import Press
from ccm.store.actor import actor
from ccm.store.home import Home
from ccm.store.sessions import open_session
from tests.ccm.api.conftest import press
from tests.ccm.store.conftest import bank, small
from tests.ccm.store.world import World
from web_editor.site import make_site

__all__ = ["bank", "press", "small"]


@pytest.fixture
def site(small: World, press: Press) -> FastAPI:
    """The pages and the API over the small bank."""
    return make_site(small.home, press)


@dataclass(frozen=True)
class Served:
    """A site at an address, and the people who can be signed in there."""

    address: str
    home: Home
    browser: Browser

    @contextmanager
    def signed_in(self, login: str, *, refusals: bool = False, away: bool = False, **options: object) -> Iterator[Page]:
        """A page of somebody who is signed in; fails for whatever the browser complains about.

        With `refusals` answers that refuse something are no complaint, with `away` a server that is not there is none.
        """
        with self.browser.new_context(base_url=self.address, **options) as context:  # type: ignore[arg-type]
            self.sign_in(context, login)
            with watched(context, refusals=refusals, away=away) as page:
                yield page

    def sign_in(self, context: BrowserContext, login: str) -> None:
        """Give a browser a new session of somebody."""
        context.add_cookies([{"name": COOKIE, "value": self._session(login), "url": "https://localhost/"}])

    def _session(self, login: str) -> str:
        with self.home.database.writing() as session:
            who = actor(session, self.home.organisation, login)
            opened = open_session(session, self.home.organisation, who, datetime.now(UTC))
        return f"{self.home.organisation}:{opened.token}"


@contextmanager
def watched(context: BrowserContext, *, refusals: bool = False, away: bool = False) -> Iterator[Page]:
    """A page whose complaints fail the test: scripts that throw, refused files, errors of the console."""
    complaints: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on("console", lambda said: complaints.append(f"console: {said.text}") if said.type == "error" else None)
    yield page
    meant = (["the server responded with a status of 4"] if refusals else []) + (["net::ERR_"] if away else [])
    complaints = [it for it in complaints if not any(words in it for words in meant)]
    if complaints:
        raise AssertionError("\n".join(complaints))


@pytest.fixture
def served(site: FastAPI, small: World, browser: Browser) -> Iterator[Served]:
    """The small bank's site on a port of this machine."""
    with serving(site) as address:
        yield Served(address, small.home, browser)


@contextmanager
def serving(site: FastAPI, port: int = 0) -> Iterator[str]:
    """A real server on a port, a free one if none is named, for as long as it is asked for."""
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        address = f"http://localhost:{listening.getsockname()[1]}"
        server = uvicorn.Server(uvicorn.Config(site, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield address
        finally:
            server.should_exit = True
            thread.join()
