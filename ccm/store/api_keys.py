"""API keys: a program acts for a person, within some scopes and for a year at most; it never decides about anything.

A key has no more than its person has at that moment.  What is kept of it is a digest and the prefix it is known by;
wrong keys are no entries of the log, since nobody can guess one and anybody could fill the log with them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from approvals.record import instant
from ccm.signing_in.tokens import is_same, new_api_key, prefix_of
from ccm.store.access import refuse_administering, refuse_program
from ccm.store.actor import SCOPES, Actor, actor_of, renewed
from ccm.store.home import Home
from ccm.store.people import somebody
from ccm.store.reviews import names_of
from ccm.store.turn import parsed
from content_blocks.problem import Problem, Refused, refuse
from templates_store.database import col, select
from templates_store.tables import ApiKey, ApiKeyEnd, Person

LONGEST = 365
"""Days; whoever needs a key for longer makes another one in time."""
LONGEST_NAME = 100
"""Characters."""


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key as lists show it; `ended` is when it was called back, none if it was not."""

    prefix: str
    name: str
    login: str
    scopes: frozenset[str]
    made_by: str
    made_at: datetime
    expires: datetime
    ended: datetime | None


def make_key(
    home: Home,
    by: Actor,
    name: str,
    scopes: Collection[str],
    days: int,
    now: datetime | None = None,
    *,
    login: str = "",
) -> str:
    """A new key, to be shown once: for oneself, or by an administrator for whoever has `login`, such as a program.

    Raises Refused with everything that is wrong with its name, scopes and days, and for whom it is not to make.
    """
    if problems := [*_unfit(name, scopes, days)]:
        raise Refused(problems)
    token = new_api_key()
    with home.turn(now) as turn:
        now_by = renewed(turn.session, home.organisation, by)
        refuse_program(now_by)
        if login not in ("", by.login):
            refuse_administering(now_by)
        person = somebody(turn, login or by.login)
        expires = instant(turn.at + timedelta(days=days))
        turn.session.add(
            ApiKey(
                prefix=token.prefix,
                organisation=home.organisation,
                digest=token.digest,
                person=person.id,
                name=name.strip(),
                scopes=",".join(sorted(scopes)),
                made_by=by.id,
                made_at=turn.now,
                expires=expires,
            )
        )
        turn.log("key-made", by.id, key=token.prefix, person=person.id, scopes=sorted(scopes), expires=expires)
    return token.shown


def of_key(home: Home, shown: str, now: datetime | None = None) -> Actor:
    """For whom a program acts and within which scopes; raises Refused if the key is none, is over, or theirs is."""
    at = now or datetime.now(UTC)
    with home.reading() as session:
        row = session.get(ApiKey, prefix_of(shown) or "")
        if row is None or row.organisation != home.organisation or not is_same(row.digest, shown):
            raise refuse("", "key-unknown")
        person = session.get(Person, row.person)
        over = at >= parsed(row.expires) or session.get(ApiKeyEnd, row.prefix) is not None
        if over or person is None or person.disabled:
            raise refuse("", "key-over")
        return replace(actor_of(session, person), by_key=True, scopes=_scopes(row))


def end_key(home: Home, by: Actor, prefix: str, now: datetime | None = None) -> None:
    """Call a key back: one's own, or as an administrator anybody's.  Raises Refused where there is none to be ended."""
    with home.turn(now) as turn:
        row = turn.session.get(ApiKey, prefix) if prefix.isalnum() else None
        now_by = renewed(turn.session, home.organisation, by)
        refuse_program(now_by)
        if row is None or row.organisation != home.organisation or turn.session.get(ApiKeyEnd, row.prefix) is not None:
            raise refuse("", "key-not-there", prefix=prefix)
        if row.person != by.id:
            refuse_administering(now_by)
        turn.session.add(ApiKeyEnd(prefix=prefix, organisation=home.organisation, ended_by=by.id, ended_at=turn.now))
        turn.log("key-ended", by.id, key=prefix, person=row.person)


def keys(home: Home) -> list[KnownKey]:
    """All keys of the organisation, those that are over too, the newest first."""
    with home.reading() as session:
        logins = names_of(session, home.organisation)
        found = select(ApiKey, ApiKeyEnd.ended_at).join(
            ApiKeyEnd, col(ApiKeyEnd.prefix) == col(ApiKey.prefix), isouter=True
        )
        rows = session.exec(
            found.where(ApiKey.organisation == home.organisation).order_by(
                col(ApiKey.made_at).desc(), col(ApiKey.prefix)
            )
        ).all()
    return [_known(row, ended, logins) for row, ended in rows]


def _known(row: ApiKey, ended: str | None, logins: dict[str, str]) -> KnownKey:
    return KnownKey(
        prefix=row.prefix,
        name=row.name,
        login=logins[row.person],
        scopes=_scopes(row),
        made_by=logins[row.made_by],
        made_at=parsed(row.made_at),
        expires=parsed(row.expires),
        ended=parsed(ended) if ended else None,
    )


def _unfit(name: str, scopes: Collection[str], days: int) -> list[Problem]:
    problems = []
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        problems.append(Problem("name", "key-name", {"most": LONGEST_NAME}))
    if not scopes or not set(scopes) <= SCOPES:
        problems.append(Problem("scopes", "key-scopes", {"expected": ", ".join(sorted(SCOPES))}))
    if not 1 <= days <= LONGEST:
        problems.append(Problem("days", "key-days", {"most": LONGEST}))
    return problems


def _scopes(row: ApiKey) -> frozenset[str]:
    return frozenset(row.scopes.split(","))
