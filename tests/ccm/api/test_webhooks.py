"""Webhooks over HTTP, and a server that tells them by itself."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fastapi import FastAPI

from ccm.store.courier import Courier
from ccm.store.hooks import add_hook, hooks
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.receivers import Receiver, receiver
from tests.ccm.store.world import World

V1 = "/api/v1/webhooks"


def submitted(bank: World) -> str:
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    return bank.submit("bob", ("template", "letter"))


def test_a_webhook_from_beginning_to_end(small: World, app: FastAPI) -> None:
    with receiver(503) as to, signed_in(app, small.home, "ada") as ada:
        new = {"address": to.address, "events": ["review.submitted", "review.rejected"]}
        twice = {"Idempotency-Key": "once-only"}
        made = ada.post(V1, json=new, headers=twice)
        assert made.status_code == 201, made.text
        assert ada.post(V1, json=new, headers=twice).json()["type"] == "urn:ccm:problem:answer-shown-once"
        webhook = made.json()["id"]
        submitted(small)
        (listed,) = ada.get(V1).json()
        assert (listed["state"], listed["waiting"], listed["events"]) == ("live", 1, new["events"])
        assert "secret" not in listed
        assert ada.post(f"{V1}/{webhook}/try").json()["state"] == "failing"
        (delivery,) = ada.get(f"{V1}/{webhook}/deliveries").json()["deliveries"]
        assert (delivery["status"], delivery["problem"], delivery["event"]) == (503, None, "review.submitted")
        assert ada.post(f"{V1}/{webhook}/try").json()["state"] == "live"
        again = ada.post(f"{V1}/{webhook}/secret")
        assert again.status_code == 201
        assert again.json()["secret"] != made.json()["secret"]
        assert ada.delete(f"{V1}/{webhook}").status_code == 204
        assert ada.delete(f"{V1}/{webhook}").status_code == 404
        assert ada.get(V1).json()[0]["state"] == "ended"
    assert to.ids[0] == to.ids[1]


def test_what_went_wrong_is_said_in_words(small: World, app: FastAPI) -> None:
    with receiver() as to, signed_in(app, small.home, "ada") as ada:
        webhook = ada.post(V1, json={"address": to.address, "events": ["review.submitted"]}).json()["id"]
        submitted(small)
        to.answers.append("garbage")
        ada.post(f"{V1}/{webhook}/try")
        (delivery,) = ada.get(f"{V1}/{webhook}/deliveries", headers={"Accept-Language": "de"}).json()["deliveries"]
    assert (delivery["status"], delivery["problem"]["code"]) == (None, "hook-answer-unclear")
    assert delivery["problem"]["message"] == "Der Empfänger hat nicht in HTTP geantwortet."


def test_deliveries_come_by_pages(small: World, app: FastAPI) -> None:
    with receiver() as to, signed_in(app, small.home, "ada") as ada:
        webhook = ada.post(V1, json={"address": to.address, "events": ["review.submitted", "review.withdrawn"]}).json()
        small.decide("bob", submitted(small), "withdrawn")
        small.decide("bob", small.submit("bob", ("template", "letter")), "withdrawn")
        for _ in range(4):
            ada.post(f"{V1}/{webhook['id']}/try")
        seen: list[str] = []
        after: str | None = ""
        while after is not None:
            page = ada.get(f"{V1}/{webhook['id']}/deliveries", params={"limit": 3, "after": after}).json()
            seen += [it["id"] for it in page["deliveries"]]
            after = page["next"]
        assert seen == to.ids[::-1]
        assert ada.get(f"{V1}/{webhook['id']}/deliveries?after=eHg").status_code == 422


@pytest.mark.parametrize("address", ["http://example.com", "https://a:b@example.com", "https://exa\nmple.com"])
def test_an_address_that_will_not_do_is_refused(small: World, app: FastAPI, address: str) -> None:
    with signed_in(app, small.home, "ada") as ada:
        refused = ada.post(V1, json={"address": address, "events": ["review.published"]})
    assert (refused.status_code, refused.json()["problems"][0]["code"]) == (422, "hook-address-unfit")


def test_the_courier_tells_what_happens_while_it_happens(bank: World) -> None:
    with receiver("hang", 204) as deaf, receiver() as to:
        add_hook(bank.home, bank.who("ada"), to.address, ["review.submitted", "review.rejected"], bank.clock())
        with Courier(bank.home, look_seconds=0.01), Courier(bank.home, look_seconds=0.01):
            review = submitted(bank)
            bank.decide("carl", review, "rejected")
            arrived(to, 2)
        assert to.kinds == ["review.submitted", "review.rejected"]
        deaf.over.set()
    assert hooks(bank.home)[0].waiting == 0


def arrived(to: Receiver, count: int) -> None:
    """Wait until so many messages have come; a test's own time limit ends it otherwise."""
    while len(to.came) < count:
        to.over.wait(0.01)


@contextmanager
def serving(bank: World) -> Iterator[subprocess.Popen[str]]:
    """`ccm serve` on some port, running."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "CCM_HOME": str(bank.home.place), "LANGUAGE": "en"}
    environment |= {"CCM_DATABASE_URL": bank.home.database.engine.url.render_as_string(hide_password=False)}
    command = [sys.executable, "-m", "ccm", "serve", "--port", str(port), "--children", "1"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        next(line for line in server.stderr if "running on" in line)
        try:
            yield server
        finally:
            server.kill()


def test_a_server_that_is_killed_loses_nothing(bank: World) -> None:
    """The second server waits until the first one's hold is over: here its row says that it is."""
    with receiver(204, "hang") as to:
        add_hook(bank.home, bank.who("ada"), to.address, ["review.submitted", "review.rejected", "review.withdrawn"])
        first = submitted(bank)
        with serving(bank) as server:
            arrived(to, 1)
            bank.decide("carl", first, "rejected")
            arrived(to, 2)
            server.send_signal(signal.SIGKILL)
        let_go(bank)
        to.over.set()
        with serving(bank):
            arrived(to, 3)
            submitted_again(bank)
            arrived(to, 4)
        assert to.kinds == ["review.submitted", "review.rejected", "review.rejected", "review.submitted"]
        assert to.ids[1] == to.ids[2]


def submitted_again(bank: World) -> None:
    bank.edit("bob", "template", "letter", ("There are", "There remain"), version="1.1")
    bank.submit("bob", ("template", "letter"))


def let_go(bank: World) -> None:
    """What two minutes do."""
    from templates_store.database import select
    from templates_store.tables import WebhookPlace

    with bank.home.database.writing() as session:
        for row in session.exec(select(WebhookPlace)):
            assert row.holder
            row.held = ""
            session.add(row)
