"""Telling webhooks what the log says: in its order, each entry until it was taken, by one deliverer at a time.

The place of each webhook is a row of the database.  A deliverer holds it while it sends, sends, and moves the place on;
one that dies lets go when its time is over, and then the same message goes out once more, under the same id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from secrets import SystemRandom, token_hex
from typing import NamedTuple

from approvals.record import instant
from ccm.hooks.events import TOLD_OF, Event, event_of
from ccm.hooks.posting import Outcome, post
from ccm.hooks.signing import headers
from ccm.store.access import refuse_administering
from ccm.store.actor import Actor, renewed
from ccm.store.home import Home
from ccm.store.hooks import NEVER, key_of, live_hook, secrets_now
from ccm.store.turn import as_entry, parsed
from ccm.telemetry.metrics import note_webhook
from content_blocks.problem import Refused
from templates_store.database import Session, col, delete, select
from templates_store.tables import Entry, Webhook, WebhookDelivery, WebhookEnd, WebhookPlace

HELD = timedelta(minutes=2)
"""How long a webhook is held for one message: several times as long as sending can take."""
AT_ONCE = 100
"""Messages to one webhook before the others have their turn."""
READ_AT_ONCE = 1000
"""Entries of the log."""
PATIENT = timedelta(days=3)
"""How long it is tried to reach a receiver before that is left to people."""
PAUSE, LONGEST_PAUSE = timedelta(seconds=10), timedelta(hours=1)
KEPT = timedelta(days=30)
"""How long it is known what became of a message."""

Post = Callable[[str, dict[str, str], bytes], Outcome]
Chance = Callable[[], float]
"""A number from 0 up to 1."""


@dataclass(frozen=True)
class Deliverer:
    """Who delivers: how messages are sent, by what chance pauses differ, and whether to stop after the next one.

    `name` is what a webhook is held under, against others.
    """

    post: Post = post
    chance: Chance = SystemRandom().random
    stopping: Callable[[], bool] = lambda: False
    name: str = field(default_factory=lambda: token_hex(8))


@dataclass(frozen=True)
class Delivered:
    """What came of telling a webhook: how many messages it took, and what went wrong with the last one."""

    webhook: str
    taken: int
    outcome: Outcome

    @property
    def failed(self) -> bool:
        """Whether the last message was not taken."""
        return self.outcome != Outcome() and not self.outcome.good


def deliver_due(home: Home, deliverer: Deliverer | None = None, now: datetime | None = None) -> list[Delivered]:
    """Tell every webhook of the organisation what it waits for; what fails is tried again after a pause."""
    found = (deliver(home, webhook, deliverer, now) for webhook in due(home, now))
    return [it for it in found if it is not None]


def due(home: Home, now: datetime | None = None) -> list[str]:
    """The webhooks that have something to be told of and need not be left alone."""
    at = now or datetime.now(UTC)
    newest = _told_of(home.organisation).order_by(col(Entry.place).desc()).limit(1)
    with home.reading() as session:
        last = session.exec(newest).first()
        found = select(WebhookPlace).where(
            WebhookPlace.organisation == home.organisation,
            col(WebhookPlace.place) <= (last.place if last else -1),
            col(WebhookPlace.webhook).not_in(select(WebhookEnd.webhook)),
        )
        return sorted(it.webhook for it in session.exec(found) if _is_free(it, at))


def deliver(
    home: Home, webhook: str, deliverer: Deliverer | None = None, now: datetime | None = None, most: int = AT_ONCE
) -> Delivered | None:
    """Tell one webhook what it waits for; None where another deliverer has it or it has to be left alone."""
    by = deliverer or Deliverer()
    if not _claimed(home, webhook, by.name, now or datetime.now(UTC)):
        return None
    taken, outcome = 0, Outcome()
    waiting = _waiting(home, webhook, most)
    for place, event in waiting.events:
        outcome = _told(home, webhook, event, by, now or datetime.now(UTC))
        note_webhook(good=outcome.good)
        if not _noted(home, webhook, place, event, outcome, by, now or datetime.now(UTC)) or not outcome.good:
            break
        taken += 1
        if by.stopping():
            break
    _let_go(home, webhook, by.name, waiting.until if taken == len(waiting.events) else 0)
    return Delivered(webhook, taken, outcome)


def try_now(
    home: Home, by: Actor, webhook: str, deliverer: Deliverer | None = None, now: datetime | None = None
) -> Delivered | None:
    """Tell a webhook the next thing it waits for, however long it has been failing.

    Raises Refused for whom it is not, and where there is no such webhook.
    """
    with home.database.writing() as session:
        refuse_administering(renewed(session, home.organisation, by))
        live_hook(session, home.organisation, webhook)
        row = _held_row(session, webhook)
        row.wait, row.failing, row.tries = "", "", 0
        session.add(row)
    return deliver(home, webhook, deliverer, now, most=1)


def _is_free(row: WebhookPlace, at: datetime) -> bool:
    """Whether nobody holds it, and its pause is over."""
    return instant(at) >= max(row.held, row.wait)


def _claimed(home: Home, webhook: str, name: str, at: datetime) -> bool:
    with home.database.writing() as session:
        row = _held_row(session, webhook)
        if not _is_free(row, at) or session.get(WebhookEnd, webhook) is not None:
            return False
        row.holder, row.held = name, instant(at + HELD)
        session.add(row)
        return True


class Waiting(NamedTuple):
    """What a webhook is to be told of, by place; before `until` there is nothing else for it."""

    events: list[tuple[int, Event]]
    until: int


def _waiting(home: Home, webhook: str, most: int) -> Waiting:
    with home.reading() as session:
        row, place = session.get(Webhook, webhook), session.get(WebhookPlace, webhook)
        assert row is not None
        assert place is not None
        wanted, found, until = row.events.split(","), [], place.place
        later = _told_of(home.organisation).where(col(Entry.place) >= place.place)
        for entry in session.exec(later.order_by(col(Entry.place)).limit(READ_AT_ONCE)):
            event = event_of(home.organisation, as_entry(entry))
            if event is not None and event.kind in wanted:
                found.append((entry.place, event))
            until = entry.place + 1
            if len(found) == most:
                break
        return Waiting(found, until)


def _told_of(organisation: str):  # type: ignore[no-untyped-def]  # a query
    return select(Entry).where(Entry.organisation == organisation, col(Entry.what).in_(TOLD_OF))


def _told(home: Home, webhook: str, event: Event, by: Deliverer, at: datetime) -> Outcome:
    """Send one message, signed for this moment."""
    try:
        with home.reading() as session:
            row = session.get(Webhook, webhook)
            assert row is not None
            secrets = secrets_now(session, key_of(home, row), webhook, at)
    except Refused as refused:
        return Outcome(fault=refused.problems[0].code)
    return by.post(row.address, headers(event.id, at, event.body, secrets), event.body)


def _noted(home: Home, webhook: str, place: int, event: Event, outcome: Outcome, by: Deliverer, at: datetime) -> bool:
    """Write down what came of a message; False where the webhook has ended or is another deliverer's by now."""
    with home.database.writing() as session:
        row = _held_row(session, webhook)
        if row.holder != by.name or session.get(WebhookEnd, webhook) is not None:
            return False
        row.tries += 1
        _keep(session, row, place, event, outcome, at)
        if outcome.good:
            row.place, row.failing, row.tries, row.wait = place + 1, "", 0, ""
            row.held = instant(at + HELD)
        else:
            row.failing = row.failing or instant(at)
            patient = at - parsed(row.failing) < PATIENT
            row.wait = instant(at + _pause(row.tries, by.chance)) if patient else NEVER
        session.add(row)
        return True


def _pause(tries: int, chance: Chance) -> timedelta:
    """Twice as long each time, and up to half of it less by chance, so that not everybody comes back at once."""
    longest: timedelta = min(LONGEST_PAUSE, PAUSE * 2 ** min(tries - 1, 20))
    return longest * (1 - chance() / 2)


def _keep(session: Session, row: WebhookPlace, place: int, event: Event, outcome: Outcome, at: datetime) -> None:
    old = col(WebhookDelivery.at) < instant(at - KEPT)
    session.exec(delete(WebhookDelivery).where(col(WebhookDelivery.webhook) == row.webhook, old))
    told = session.get(WebhookDelivery, (row.webhook, place))
    told = told or WebhookDelivery(
        webhook=row.webhook,
        place=place,
        organisation=row.organisation,
        message=event.id,
        event=event.kind,
        at="",
        tries=0,
    )
    told.at, told.tries = instant(at), told.tries + 1
    told.status, told.fault = outcome.status, outcome.fault
    session.add(told)


def _let_go(home: Home, webhook: str, name: str, until: int) -> None:
    """Leave a webhook to others, past what it does not want to be told of."""
    with home.database.writing() as session:
        row = _held_row(session, webhook)
        if row.holder == name:
            row.holder, row.held, row.place = "", "", max(row.place, until)
            session.add(row)


def _held_row(session: Session, webhook: str) -> WebhookPlace:
    found = select(WebhookPlace).where(WebhookPlace.webhook == webhook)
    return session.exec(found.with_for_update()).one()
