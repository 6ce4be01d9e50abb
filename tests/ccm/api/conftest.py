"""The bank's API, with a way to be signed in as anybody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ccm.api.app import make_app
from ccm.api.cookies import COOKIE, FORM_TOKEN
from ccm.api.press import Press
from ccm.signing_in.tokens import csrf_token
from ccm.store.commenting import comment
from ccm.store.home import Home
from ccm.store.importing import import_folder
from ccm.store.inviting import invitations, invite
from ccm.store.lending import lend
from ccm.store.sessions import open_session
from tests.ccm.api.editing import Content, stored
from tests.ccm.store.conftest import bank, small
from tests.ccm.store.world import World, in_every_channel, letters

__all__ = ["bank", "small"]

HTTPS = "https://ccm.example"


@pytest.fixture(scope="session")
def press() -> Iterator[Press]:
    """The child processes that render, started once."""
    made = Press()
    yield made
    made.close()


@pytest.fixture
def app(small: World, press: Press) -> FastAPI:
    """The API over the small bank."""
    return make_app(small.home, press)


@pytest.fixture
def every(small: World, tmp_path: Path) -> World:
    """The bank, with drafts of its letters for all four channels."""
    import_folder(small.home, small.who("law"), in_every_channel(letters(tmp_path / "every")), small.clock())
    return small


@pytest.fixture
def bob(every: World, press: Press) -> Iterator[TestClient]:
    """An author who looks at letters in all four channels."""
    with signed_in(make_app(every.home, press), every.home, "bob") as client:
        yield client


@pytest.fixture
def content(every: World) -> Content:
    """The letter as an editor has it."""
    return stored(every, "template", "letter")


@contextmanager
def signed_in(app: FastAPI, home: Home, login: str) -> Iterator[TestClient]:
    """A client with a session of somebody, as a browser has one after signing in."""
    from datetime import UTC, datetime

    from ccm.store.actor import actor

    with home.database.writing() as session:
        opened = open_session(session, home.organisation, actor(session, home.organisation, login), datetime.now(UTC))
    with TestClient(app, HTTPS, raise_server_exceptions=False) as client:
        client.cookies.set(COOKIE, f"{home.organisation}:{opened.token}")
        client.headers[FORM_TOKEN] = csrf_token(opened.token)
        yield client


def talked_about(bank: World, review: str) -> dict[str, str]:
    """A comment, an invitation and a lent right of a bank, by their ids."""
    thread = comment(bank.home, bank.who("law"), f"review/{review}", "Working days?", now=bank.clock())
    invite(bank.home, bank.who("law"), review, "Zoë", 7, bank.clock())
    until = bank.now + timedelta(days=400)
    number = lend(bank.home, bank.who("carl"), "content", "dora", bank.now, until, bank.clock())
    invitation = invitations(bank.home, bank.who("law"), review)[0]
    return {"thread": thread, "invitation": invitation.id, "number": str(number)}
