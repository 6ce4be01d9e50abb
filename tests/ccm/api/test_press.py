"""The press: what it renders is what was asked for, and no child takes the server down with it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, MutableMapping
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any

import psutil
import pytest
from fastapi import FastAPI

from ccm.api.app import make_app
from ccm.api.hand import Hand, Limits
from ccm.api.press import WAITING, Press, Turn, result
from content_blocks.problem import Refused
from tests.ccm.api.conftest import signed_in
from tests.ccm.api.labours import die, echo, hang, swell
from tests.ccm.store.entering import refusal
from tests.ccm.store.world import World

V1 = "/api/v1"
RECORD = {"id": "1", "language": "en", "email": "ada@example.com", "phone": "+4915112345678", "days": 14}


@pytest.fixture
def hand() -> Iterator[Hand]:
    """A hand with little patience."""
    made = Hand(Limits(seconds=2))
    yield made
    made.stop()


@pytest.mark.parametrize(
    ("work", "code"), [(hang, "document-too-slow"), (die, "document-crashed"), (swell, "document-too-big")]
)
def test_a_child_that_is_lost_is_replaced(hand: Hand, work: Callable[[int], Any], code: str) -> None:
    _, first = hand.do(echo, 1)
    assert refusal(hand.do, work, 1) == code
    found, second = hand.do(echo, 2)
    assert found == 2
    assert second != first
    assert not psutil.pid_exists(first)


def test_a_child_that_is_killed_while_idle_is_replaced(hand: Hand) -> None:
    _, first = hand.do(echo, 1)
    child = psutil.Process(first)
    child.kill()
    while child.status() != psutil.STATUS_ZOMBIE:
        pass
    assert hand.do(echo, 2)[0] == 2


def test_a_hand_that_was_stopped_does_nothing_more(hand: Hand) -> None:
    _, child = hand.do(echo, 1)
    hand.stop()
    assert refusal(hand.do, echo, 1) == "press-busy"
    assert not psutil.pid_exists(child)


def test_children_outlive_the_requests_that_started_them(small: World, app: FastAPI) -> None:
    """Requests are answered in threads that end when there is little to do."""
    press: Press = app.state.press
    letter = {"template": "letter", "record": RECORD, "channels": ["sms"]}

    def children() -> set[int]:
        return {
            child.pid for child in psutil.Process().children(recursive=True) if "spawn_main" in str(child.cmdline())
        }

    with signed_in(app, small.home, "olga") as olga:
        for _ in range(4):
            assert olga.post(f"{V1}/render", json=letter).status_code == 200
        before = children()
    with signed_in(app, small.home, "olga") as olga:
        for _ in range(4):
            assert olga.post(f"{V1}/render", json=letter).status_code == 200
    assert before
    assert before <= children()
    assert press is app.state.press


def test_who_comes_when_too_many_wait_is_turned_away(small: World) -> None:
    press = Press(1)
    taken = [press._places.acquire(blocking=False) for _ in range(WAITING)]
    assert all(taken)
    with pytest.raises(Refused, match="press-busy"):
        press.print(None)  # type: ignore[arg-type]
    press.close()


@pytest.fixture
def busy() -> Iterator[tuple[Press, Future[Any]]]:
    """A press whose one child is at something that takes two seconds and comes to nothing."""
    press = Press(1, Limits(seconds=2))
    press.begin(echo, 1).result()
    hanging = press.begin(hang, 1)
    while not hanging.running():
        pass
    yield press, hanging
    press.close()


def test_work_that_waits_can_be_given_up(busy: tuple[Press, Future[Any]]) -> None:
    press, hanging = busy
    waiting = press.begin(echo, 2)
    assert waiting.cancel()
    assert not hanging.cancel()
    assert press.begin(echo, 3).result()[0] == 3
    assert waiting.cancelled()


def test_a_newer_one_of_the_same_turn_replaces_an_older_one_that_waits(busy: tuple[Press, Future[Any]]) -> None:
    press, _ = busy
    mine, other = Turn(("bank", "bob", "letter")), Turn(("bank", "bob", "another letter"))
    older, beside, newer = press.begin(echo, 1, mine), press.begin(echo, 2, other), press.begin(echo, 3, mine)
    assert (older.cancelled(), beside.result()[0], newer.result()[0]) == (True, 2, 3)
    assert press.begin(echo, 4, mine).result()[0] == 4


def test_an_older_one_that_was_overtaken_on_its_way_does_not_replace_the_newer(busy: tuple[Press, Future[Any]]) -> None:
    press, _ = busy
    newer, older = (press.begin(echo, step, Turn(("bank", "bob", "letter"), step)) for step in (2, 1))
    assert older.cancelled()
    assert newer.result()[0] == 2
    with pytest.raises(CancelledError):
        result(older)


def test_what_is_given_up_leaves_its_place(busy: tuple[Press, Future[Any]]) -> None:
    press, _ = busy
    for number in range(2 * WAITING):
        newest = press.begin(echo, number, Turn(("bank", "bob", "letter"), number))
    assert newest.result()[0] == 2 * WAITING - 1


def test_a_preview_is_not_begun_for_somebody_who_has_gone(small: World, busy: tuple[Press, Future[Any]]) -> None:
    press, hanging = busy
    body = json.dumps({"template": "letter", "record": RECORD, "channels": ["sms"]}).encode()
    app = make_app(small.home, press)
    with signed_in(app, small.home, "bob") as bob:
        asked = bob.build_request("POST", f"{V1}/preview", content=body)
    said = [{"type": "http.request", "body": body}]
    told: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return said.pop() if said else {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        told.append({**message, "while hanging": not hanging.done()})

    headers = [(name.lower(), value) for name, value in asked.headers.raw]
    scope = {
        "type": "http",
        "method": "POST",
        "path": f"{V1}/preview",
        "query_string": b"",
        "headers": [*headers, (b"content-type", b"application/json")],
    }
    asyncio.run(app(scope, receive, send))
    assert (told[0]["status"], told[0]["while hanging"]) == (409, True)


def test_the_version_that_was_asked_for_is_rendered(small: World, app: FastAPI) -> None:
    small.edit("law", "template", "letter", ("You have", "There are"), version="2.0")
    small.publish("law", ("template", "letter"))
    with signed_in(app, small.home, "olga") as olga:
        for versions, version, words in [
            ("1", "1.0", "You have"),
            ("2", "2.0", "There are"),
            (None, "2.0", "There are"),
        ]:
            letter = {"template": "letter", "record": RECORD, "channels": ["sms"], "version": versions}
            made = olga.post(f"{V1}/render", json=letter).json()
            assert "version" in made, made
            assert made["version"] == version
            assert words in made["messages"][0]["text"]
        none = olga.post(f"{V1}/render", json={"template": "letter", "record": RECORD, "version": "3"})
        assert (none.status_code, none.json()["problems"][0]["code"]) == (422, "item-not-approved")


def test_a_proof_is_of_what_was_saved_last(small: World, app: FastAPI) -> None:
    letter = {"template": "letter", "record": RECORD, "channels": ["sms"]}
    new = small.text("template", "letter").decode().replace("version: '1.0'", "version: '1.1'")
    with signed_in(app, small.home, "bob") as bob:
        for number, words in enumerate(["There are", "We give you", "There are"], start=1):
            text = new.replace("You have", words)
            small.save("law", "template", "letter", text)
            made = bob.post(f"{V1}/preview", json=letter).json()
            assert words in made["messages"][0]["text"], number


def test_many_at_once_each_get_their_own(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "olga") as olga, ThreadPoolExecutor(8) as many:

        def ask(days: int) -> str:
            letter = {"template": "letter", "record": {**RECORD, "days": days}, "channels": ["sms"]}
            return str(olga.post(f"{V1}/render", json=letter).json()["messages"][0]["text"])

        for days, text in zip(range(1, 25), many.map(ask, range(1, 25)), strict=True):
            assert f"{days} day" in text
