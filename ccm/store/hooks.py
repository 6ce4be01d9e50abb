"""Webhooks: an administrator says which events are told to which address, and since which moment.

A webhook is told what comes after it was made, in the order of the log.  Its secret is shown once; a new one takes over
within a day, in which messages are signed with both.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_hex

from ccm.hooks.addresses import target_of
from ccm.hooks.events import KINDS, NAMES
from ccm.hooks.signing import key_id, make_key, read_key, secret_of
from ccm.store.access import refuse_administering
from ccm.store.actor import Actor, renewed
from ccm.store.home import Home
from ccm.store.reviews import names_of
from ccm.store.turn import Turn, parsed
from content_blocks.problem import Problem, refuse
from templates_store.database import Session, col, func, select
from templates_store.tables import Entry, Webhook, WebhookDelivery, WebhookEnd, WebhookPlace, WebhookSecret

MOST = 50
"""Webhooks of an organisation."""
BOTH = timedelta(hours=24)
"""How long the secret before is good for after a new one was made."""
NEVER = "9999-12-31T00:00:00.000000Z"
"""What stands for the end of a pause where nobody is tried again until somebody asks for it."""


@dataclass(frozen=True)
class Hook:
    """A webhook as lists show it; `waiting` is how many entries of the log it has not been told of, at most.

    `failing` is since when nothing got through, `wait` until when it is left alone, `given_up` if people have to look.
    """

    id: str
    address: str
    events: tuple[str, ...]
    made_by: str
    made_at: datetime
    ended: datetime | None
    waiting: int
    failing: datetime | None
    tries: int
    wait: datetime | None
    given_up: bool

    @property
    def state(self) -> str:
        """`live`, `failing` while it is tried again and again, `given up` until somebody tries it, or `ended`."""
        if self.ended:
            return "ended"
        if self.failing is None:
            return "live"
        return "given up" if self.given_up else "failing"


@dataclass(frozen=True)
class Told:
    """What became of telling a webhook of an entry."""

    entry: int
    message: str
    event: str
    at: datetime
    tries: int
    status: int
    problem: Problem | None


def add_hook(
    home: Home, by: Actor, address: str, events: Collection[str], now: datetime | None = None
) -> tuple[str, str]:
    """A new webhook; returns its id, and its secret, which is shown once.

    Raises Refused for whom it is not, and for addresses and events that there cannot be.
    """
    target = target_of(address)
    if not events or not set(events) <= set(NAMES):
        raise refuse("events", "hook-events-unknown", expected=", ".join(NAMES))
    with home.turn(now) as turn:
        refuse_administering(renewed(turn.session, home.organisation, by))
        live = [it.key for it in _rows(turn.session, home.organisation) if not _ended(turn.session, it.id)]
        if len(live) >= MOST:
            raise refuse("", "hooks-enough", most=MOST)
        key = read_key(key_path(home)) if live else make_key(key_path(home))
        if any(it != key_id(key) for it in live):
            raise refuse("", "hook-key-of-another", file=key_path(home).name)
        row = Webhook(
            id=f"w-{token_hex(5)}",
            organisation=home.organisation,
            address=address,
            events=",".join(name for name in NAMES if name in events),
            key=key_id(key),
            made_by=by.id,
            made_at=turn.now,
        )
        turn.session.add(row)
        turn.session.flush()
        turn.session.add(WebhookPlace(webhook=row.id, organisation=home.organisation, place=turn.state.size))
        _new_secret(turn, by, row.id, 1)
        turn.log("webhook-added", by.id, webhook=row.id, host=target.host, events=row.events.split(","))
    return row.id, secret_of(key, row.id, 1)


def end_hook(home: Home, by: Actor, webhook: str, now: datetime | None = None) -> None:
    """Tell an address nothing more from now on.  Raises Refused where there is no such webhook."""
    with home.turn(now) as turn:
        refuse_administering(renewed(turn.session, home.organisation, by))
        live_hook(turn.session, home.organisation, webhook)
        turn.session.add(WebhookEnd(webhook=webhook, organisation=home.organisation, ended_by=by.id, ended_at=turn.now))
        turn.log("webhook-ended", by.id, webhook=webhook)


def rotate_secret(home: Home, by: Actor, webhook: str, now: datetime | None = None) -> str:
    """A new secret, to be shown once; for a day messages are signed with the one before as well."""
    with home.turn(now) as turn:
        refuse_administering(renewed(turn.session, home.organisation, by))
        row = live_hook(turn.session, home.organisation, webhook)
        key = key_of(home, row)
        number = newest_secret(turn.session, webhook).number + 1
        _new_secret(turn, by, webhook, number)
        turn.log("webhook-secret-made", by.id, webhook=webhook, number=number)
    return secret_of(key, webhook, number)


def hooks(home: Home) -> list[Hook]:
    """All webhooks of the organisation, those that ended too, in the order they were made."""
    with home.reading() as session:
        names = names_of(session, home.organisation)
        return [_shown(session, row, names) for row in _rows(session, home.organisation)]


def told(home: Home, webhook: str, before: int | None = None, limit: int = 50) -> list[Told]:
    """What a webhook was told of within the last month, the newest entries of the log first."""
    with home.reading() as session:
        row = session.get(Webhook, webhook) if webhook.isprintable() else None
        if row is None or row.organisation != home.organisation:
            raise refuse("", "hook-unknown", webhook=webhook)
        found = select(WebhookDelivery).where(WebhookDelivery.webhook == webhook)
        if before is not None:
            found = found.where(col(WebhookDelivery.place) < before)
        rows = session.exec(found.order_by(col(WebhookDelivery.place).desc()).limit(limit))
        return [_told(home, row, it) for it in rows]


def fault_of(home: Home, address: str, code: str) -> Problem:
    """What went wrong with telling an address, with all that the sentences of such faults name."""
    return Problem("", code, {"host": target_of(address).host, "file": key_path(home).name})


def _told(home: Home, row: Webhook, found: WebhookDelivery) -> Told:
    problem = fault_of(home, row.address, found.fault) if found.fault else None
    return Told(found.place, found.message, found.event, parsed(found.at), found.tries, found.status, problem)


def live_hook(session: Session, organisation: str, webhook: str) -> Webhook:
    """A webhook that has not ended; raises Refused where there is none."""
    row = session.get(Webhook, webhook) if webhook.isprintable() else None
    if row is None or row.organisation != organisation or _ended(session, webhook):
        raise refuse("", "hook-unknown", webhook=webhook)
    return row


def secrets_now(session: Session, key: bytes, webhook: str, at: datetime) -> list[str]:
    """The secrets that messages are signed with at a moment, the newest first."""
    newest = newest_secret(session, webhook)
    numbers = [newest.number]
    if newest.number > 1 and at - parsed(newest.made_at) < BOTH:
        numbers.append(newest.number - 1)
    return [secret_of(key, webhook, number) for number in numbers]


def newest_secret(session: Session, webhook: str) -> WebhookSecret:
    """The secret of a webhook that was made last."""
    found = select(WebhookSecret).where(WebhookSecret.webhook == webhook)
    return session.exec(found.order_by(col(WebhookSecret.number).desc()).limit(1)).one()


def key_of(home: Home, row: Webhook) -> bytes:
    """The key that a webhook's secrets come from; raises Refused where this home has another one or none."""
    key = read_key(key_path(home))
    if key_id(key) != row.key:
        raise refuse("", "hook-key-of-another", file=key_path(home).name)
    return key


def key_path(home: Home) -> Path:
    """Where the key lies that secrets come from: beside the one that the log is signed with."""
    return home.key_file.with_suffix(".hooks")


def _new_secret(turn: Turn, by: Actor, webhook: str, number: int) -> None:
    turn.session.add(
        WebhookSecret(webhook=webhook, number=number, organisation=turn.organisation, made_by=by.id, made_at=turn.now)
    )


def _rows(session: Session, organisation: str) -> list[Webhook]:
    found = select(Webhook).where(Webhook.organisation == organisation)
    return list(session.exec(found.order_by(col(Webhook.made_at), col(Webhook.id))))


def _ended(session: Session, webhook: str) -> bool:
    return session.get(WebhookEnd, webhook) is not None


def _shown(session: Session, row: Webhook, names: dict[str, str]) -> Hook:
    ended = session.get(WebhookEnd, row.id)
    place = session.get(WebhookPlace, row.id)
    assert place is not None
    return Hook(
        id=row.id,
        address=row.address,
        events=tuple(row.events.split(",")),
        made_by=names[row.made_by],
        made_at=parsed(row.made_at),
        ended=parsed(ended.ended_at) if ended else None,
        waiting=0 if ended else _waiting(session, row, place.place),
        failing=parsed(place.failing) if place.failing else None,
        tries=place.tries,
        wait=parsed(place.wait) if place.wait not in ("", NEVER) else None,
        given_up=place.wait == NEVER,
    )


def _waiting(session: Session, row: Webhook, place: int) -> int:
    wanted = {kind.what for kind in KINDS if kind.name in row.events.split(",")}
    found = select(func.count()).where(
        Entry.organisation == row.organisation, col(Entry.place) >= place, col(Entry.what).in_(wanted)
    )
    return session.exec(found).one()
