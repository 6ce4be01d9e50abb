"""Webhooks: who may have them, what they are told, in which order, and what happens when nobody answers."""

from __future__ import annotations

import json
import threading
from base64 import b64decode, b64encode
from datetime import timedelta
from hashlib import sha256
from hmac import digest

import pytest

from ccm.hooks.events import NAMES
from ccm.hooks.posting import Outcome
from ccm.store.api_keys import make_key, of_key
from ccm.store.auditing import export, verify
from ccm.store.auditing_search import Search, search_log
from ccm.store.delivering import HELD, PATIENT, Deliverer, deliver, deliver_due, due, try_now
from ccm.store.hooks import BOTH, MOST, add_hook, end_hook, hooks, key_path, rotate_secret, told
from ccm.store.retiring import take_back
from ccm.store.runs import note
from tests.ccm.store.entering import refusal
from tests.ccm.store.receivers import Receiver, receiver
from tests.ccm.store.world import World

QUIET = Deliverer(chance=lambda: 0.0)


def subscribed(bank: World, to: Receiver, *events: str) -> tuple[str, str]:
    return add_hook(bank.home, bank.who("ada"), to.address, events or NAMES, bank.clock())


def busy_day(bank: World) -> str:
    """A letter is changed, submitted, rejected, submitted again, approved and taken back: six events."""
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    bank.decide("carl", bank.submit("bob", ("template", "letter")), "rejected", "A secret reason of mine.")
    review = bank.submit("bob", ("template", "letter"))
    bank.approve(review)
    take_back(bank.home, bank.who("paul"), review, "Another secret reason.", bank.clock())
    return review


DAY = [
    "review.submitted",
    "review.rejected",
    "review.submitted",
    "review.approved",
    "review.published",
    "item.retired",
]


def signed(headers: dict[str, str], body: bytes, secret: str) -> bool:
    """As a receiver would look, written from the specification and not from our code."""
    said = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    mine = "v1," + b64encode(digest(b64decode(secret.removeprefix("whsec_")), said, sha256)).decode()
    return mine in headers["webhook-signature"].split(" ")


def test_what_happens_is_told_in_order_and_signed(bank: World) -> None:
    with receiver() as to:
        webhook, secret = subscribed(bank, to)
        review = busy_day(bank)
        (delivered,) = deliver_due(bank.home, QUIET, bank.now)
        assert deliver_due(bank.home, QUIET, bank.now) == []
    assert (delivered.webhook, delivered.taken) == (webhook, len(DAY))
    assert to.kinds == DAY
    assert len(set(to.ids)) == len(DAY)
    assert all(signed(headers, body, secret) for headers, body in to.came)
    assert not any(signed(headers, body + b" ", secret) for headers, body in to.came)
    assert {it["webhook-timestamp"] for it, _ in to.came} == {str(int(bank.now.timestamp()))}
    assert to.bodies[-2]["data"]["review"] == review
    places = [it["data"]["entry"] for it in to.bodies]
    assert places == sorted(places)
    leaves = {entry.place: entry.leaf() for entry in search_log(bank.home, Search(), 0, 10_000)}
    assert all(leaves[it["data"]["entry"]] == it["data"]["leaf"] for it in to.bodies)


def test_only_what_was_asked_for_and_only_from_then_on(bank: World) -> None:
    with receiver() as first, receiver() as second:
        subscribed(bank, first, "review.published")
        busy_day(bank)
        subscribed(bank, second, "item.retired", "review.rejected")
        deliver_due(bank.home, QUIET, bank.now)
        assert (first.kinds, second.kinds) == (["review.published"], [])
        assert due(bank.home, bank.now) == []
        assert [it.waiting for it in hooks(bank.home)] == [0, 0]


@pytest.mark.parametrize("bad", [500, 404, 301, "hang", "garbage", "dribble", "http://127.0.0.1:1/elsewhere"])
def test_what_was_not_taken_is_told_again_later_in_order(small: World, bad: int | str) -> None:
    from functools import partial

    from ccm.hooks.posting import post

    patience = 0.5 if bad in ("hang", "dribble") else 15
    by = Deliverer(partial(post, patience=patience), lambda: 0.0)
    with receiver(204, bad) as to:
        webhook, _ = subscribed(small, to)
        busy_day(small)
        (found,) = deliver_due(small.home, by, small.now)
        assert (found.taken, found.outcome.good) == (1, False)
        assert deliver_due(small.home, by, small.now) == []
        (hook,) = hooks(small.home)
        assert (hook.state, hook.tries, hook.failing) == ("failing", 1, small.now)
        assert hook.wait == small.now + timedelta(seconds=10)
        deliver_due(small.home, by, hook.wait)
        assert to.kinds == [*DAY[:2], *DAY[1:]]
        assert to.ids[1] == to.ids[2]
    assert [it.tries for it in told(small.home, webhook)] == [1, 1, 1, 1, 2, 1]
    assert hooks(small.home)[0].state == "live"


def test_an_endless_answer_is_not_read(small: World) -> None:
    with receiver(*["endless"] * len(DAY)) as to:
        subscribed(small, to)
        busy_day(small)
        assert deliver_due(small.home, QUIET, small.now)[0].taken == len(DAY)


def test_pauses_grow_and_after_three_days_it_is_left_to_people(bank: World) -> None:
    def refusing(*_: object) -> Outcome:
        return Outcome(503)

    with receiver() as to:
        webhook, _ = subscribed(bank, to)
        busy_day(bank)
        since, pauses, now = bank.now, [], bank.now
        while deliver_due(bank.home, Deliverer(refusing, lambda: 0.5), now):
            (hook,) = hooks(bank.home)
            if hook.wait:
                pauses.append(hook.wait - now)
                now = hook.wait
        assert pauses[:4] == [timedelta(seconds=it) for it in (7.5, 15, 30, 60)]
        assert pauses == sorted(pauses)
        assert pauses[-1] == timedelta(minutes=45)
        assert PATIENT <= now - since < PATIENT + timedelta(hours=1)
        (hook,) = hooks(bank.home)
        assert (hook.state, hook.failing) == ("given up", since)
        assert deliver_due(bank.home, QUIET, now + timedelta(days=400)) == []
        assert [(it.status, it.event) for it in told(bank.home, webhook)] == [(503, DAY[0])]
        tried = try_now(bank.home, bank.who("ada"), webhook, QUIET, now)
        assert tried is not None
        assert tried.taken == 1
        assert hooks(bank.home)[0].state == "live"
        deliver_due(bank.home, QUIET, now)
        assert to.kinds == DAY


class Killed(BaseException):
    """What it is like to be killed: nothing after it happens."""


@pytest.mark.parametrize("after", [True, False], ids=["taken already", "not yet taken"])
def test_a_deliverer_that_is_killed_loses_nothing(bank: World, after: bool) -> None:
    from ccm.hooks.posting import post

    def dies(address: str, headers: dict[str, str], body: bytes) -> Outcome:
        if b"rejected" in body:
            if after:
                post(address, headers, body)
            raise Killed
        return post(address, headers, body)

    with receiver() as to:
        subscribed(bank, to)
        busy_day(bank)
        with pytest.raises(Killed):
            deliver_due(bank.home, Deliverer(dies), bank.now)
        assert deliver_due(bank.home, QUIET, bank.now) == []  # it may be alive, for all that others know
        deliver_due(bank.home, QUIET, bank.now + HELD)
        seen = list(dict(zip(to.ids, to.kinds, strict=True)).values())
    assert seen == DAY
    assert len(to.ids) == len(DAY) + after


def test_two_deliverers_tell_each_thing_once_and_in_order(bank: World) -> None:
    """Each begins again and again as long as anything is left."""
    with receiver() as one, receiver() as other:
        subscribed(bank, one), subscribed(bank, other)
        busy_day(bank)
        now, faults = bank.now, []

        def work() -> None:
            try:
                while due(bank.home, now) or any(it.waiting for it in hooks(bank.home)):
                    for webhook in due(bank.home, now):
                        deliver(bank.home, webhook, Deliverer(), now, most=1)
            except BaseException as error:  # noqa: BLE001
                faults.append(error)

        threads = [threading.Thread(target=work) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert faults == []
    assert one.kinds == other.kinds == DAY


def test_a_slow_one_that_was_replaced_does_not_move_the_place(bank: World) -> None:
    from ccm.hooks.posting import post

    with receiver() as to:
        webhook, _ = subscribed(bank, to)
        busy_day(bank)

        def slow(address: str, headers: dict[str, str], body: bytes) -> Outcome:
            deliver(bank.home, webhook, QUIET, bank.now + HELD)  # another one takes over meanwhile
            return post(address, headers, body)

        assert deliver(bank.home, webhook, Deliverer(slow), bank.now).taken == 0  # type: ignore[union-attr]
        assert to.kinds == [*DAY, DAY[0]]
        assert due(bank.home, bank.now + 2 * HELD) == []


def test_while_a_new_secret_takes_over_both_are_good(bank: World) -> None:
    with receiver() as to:
        webhook, old = subscribed(bank, to)
        new = rotate_secret(bank.home, bank.who("ada"), webhook, bank.clock())
        rotated = bank.now
        busy_day(bank)
        deliver(bank.home, webhook, QUIET, bank.now, most=1)
        deliver(bank.home, webhook, QUIET, rotated + BOTH, most=1)
        (both, body), (later, last) = to.came
    assert old != new
    assert signed(both, body, old)
    assert signed(both, body, new)
    assert signed(later, last, new)
    assert not signed(later, last, old)


def test_one_that_has_ended_is_told_nothing_more(bank: World) -> None:
    with receiver() as to:
        webhook, _ = subscribed(bank, to)
        busy_day(bank)
        end_hook(bank.home, bank.who("ada"), webhook, bank.clock())
        assert deliver_due(bank.home, QUIET, bank.now) == []
        assert deliver(bank.home, webhook, QUIET, bank.now) is None
        assert to.came == []
    assert hooks(bank.home)[0].state == "ended"
    for again in (end_hook, rotate_secret, try_now):
        assert refusal(again, bank.home, bank.who("ada"), webhook) == "hook-unknown"
    for none in ("none", "\x00"):
        assert refusal(end_hook, bank.home, bank.who("ada"), none) == "hook-unknown"
        assert refusal(told, bank.home, none) == "hook-unknown"


def test_it_is_for_administrators_in_person(bank: World) -> None:
    key = make_key(bank.home, bank.who("ada"), "all", ["read", "write"], 9, bank.clock())
    with receiver() as to:
        webhook, _ = subscribed(bank, to)
        for by, code in (
            *((bank.who(login), "role-missing-for") for login in ("bob", "olga", "udo", "paul")),
            (of_key(bank.home, key, bank.now), "person-needed"),
        ):
            assert refusal(add_hook, bank.home, by, to.address, NAMES) == code
            assert refusal(end_hook, bank.home, by, webhook) == code
            assert refusal(rotate_secret, bank.home, by, webhook) == code
            assert refusal(try_now, bank.home, by, webhook) == code


def test_what_is_asked_for_has_to_be_there(small: World) -> None:
    ada = small.who("ada")
    for events in ([], ["review.read"], [*NAMES, "*"]):
        assert refusal(add_hook, small.home, ada, "https://a.example", events) == "hook-events-unknown"
    for _ in range(MOST):
        add_hook(small.home, ada, "https://a.example", NAMES, small.now)
    assert refusal(add_hook, small.home, ada, "https://a.example", NAMES) == "hooks-enough"


def test_no_secret_is_in_the_store_and_all_of_it_is_in_the_log(bank: World) -> None:
    with receiver() as to:
        webhook, secret = subscribed(bank, to)
        new = rotate_secret(bank.home, bank.who("ada"), webhook, bank.clock())
        end_hook(bank.home, bank.who("ada"), webhook, bank.clock())
    lines = list(export(bank.home))
    whats = [json.loads(line)["what"] for line in lines[-3:]]
    assert whats == ["webhook-added", "webhook-secret-made", "webhook-ended"]
    assert json.loads(lines[-3])["details"]["host"] == "127.0.0.1"
    assert verify(bank.home) == []
    assert key_path(bank.home).stat().st_mode & 0o777 == 0o600
    everything = "".join(lines)
    if bank.home.database.kind == "sqlite":
        everything += (bank.home.place / "ccm.db").read_bytes().decode("latin-1")
    assert not any(it.removeprefix("whsec_") in everything for it in (secret, new))


def test_with_another_key_nothing_is_signed(small: World) -> None:
    with receiver() as to:
        webhook, _ = subscribed(small, to)
        busy_day(small)
        path = key_path(small.home)
        path.write_bytes(bytes(32))
        assert deliver(small.home, webhook, QUIET, small.now).outcome.fault == "hook-key-of-another"  # type: ignore[union-attr]
        assert refusal(add_hook, small.home, small.who("ada"), to.address, NAMES) == "hook-key-of-another"
        path.unlink()
        wait = hooks(small.home)[0].wait
        assert deliver(small.home, webhook, QUIET, wait).outcome.fault == "key-file-missing"  # type: ignore[union-attr]
        assert to.came == []
        assert hooks(small.home)[0].state == "failing"


def test_runs_are_told_by_names_hashes_and_counts(small: World) -> None:
    begun = {
        "run": "a" * 64,
        "template": "letter",
        "bundles": {"en": "b" * 64},
        "input": "c" * 64,
        "as_of": "2026-11-02",
    }
    counts = {"rows": {"done": 8, "quarantined": 1, "total": 9}, "manifest": "e" * 64, "certificate": "d" * 64}
    places = {"store": str(small.home.place), "organisation": small.home.organisation}
    with receiver() as to:
        subscribed(small, to, "batch.begun", "batch.ended")
        note(places, "run-begun", begun)
        note(places, "run-certified", {**begun, **counts})
        deliver_due(small.home, QUIET)
    started, ended = (it["data"] for it in to.bodies)
    assert started.items() >= begun.items()
    assert ended.items() >= {"run": "a" * 64, **counts}.items()


def test_what_people_write_in_their_own_words_is_not_told(bank: World) -> None:
    with receiver() as to:
        subscribed(bank, to)
        busy_day(bank)
        deliver_due(bank.home, QUIET, bank.now)
    assert not any(b"secret reason" in body for _, body in to.came)
    people = [bank.who(login).id.encode() for login in ("bob", "carl", "dora", "paul")]
    assert not any(person in body for _, body in to.came for person in people)
