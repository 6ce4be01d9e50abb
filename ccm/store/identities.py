"""Signing in at a provider of OpenID Connect, by accounts there that an administrator linked to people here.

Nobody is matched by email address, and nobody is let in who was not here before.  What was begun is kept here, under
the digest of a secret that only the browser which began has in a cookie; whatever comes back uses it up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from approvals.record import instant
from approvals.refusal import NotAllowed
from ccm.signing_in import oidc
from ccm.signing_in.provider import Discovered, Provider
from ccm.signing_in.tokens import digest_of, new_session
from ccm.store.actor import Actor, actor_of
from ccm.store.home import Home
from ccm.store.people import refuse_unless_admin, somebody
from ccm.store.sessions import Opened, end_sessions, open_session
from ccm.store.turn import Turn, parsed
from content_blocks.problem import refuse
from templates_store.database import Session, col, delete, select
from templates_store.tables import Identity, IdentityEnd, Person, SignInBegun

LONGEST = 255
"""Characters of an issuer or a subject (OpenID Connect Core 1.0, 2)."""


@dataclass(frozen=True, slots=True)
class Begun:
    """Where to send a browser, and the secret that it keeps in a cookie until it comes back."""

    address: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Linked:
    """An account elsewhere that signs somebody in, under the number by which it can be unlinked."""

    number: int
    issuer: str
    subject: str
    login: str


def link_identity(home: Home, by: Actor, login: str, issuer: str, subject: str, now: datetime | None = None) -> int:
    """Let an account elsewhere sign somebody in; returns its number.

    Raises Refused where it signs in somebody already, and for who is no administrator: whoever linked a colleague's
    account to their own would have that colleague act in their name.
    """
    for place, text in (("issuer", issuer), ("subject", subject)):
        if not _fits(text):
            raise refuse(place, "identity-form", most=LONGEST)
    with home.turn(now) as turn:
        refuse_unless_admin(turn, by)
        person = somebody(turn, login)
        if _linked(turn.session, home.organisation, issuer, subject):
            raise refuse("", "identity-linked")
        row = Identity(
            organisation=home.organisation,
            issuer=issuer,
            subject=subject,
            person=person.id,
            linked_by=by.id,
            linked_at=turn.now,
        )
        turn.session.add(row)
        turn.session.flush()
        assert row.id is not None
        turn.log("identity-linked", by.id, number=row.id, person=person.id, issuer=issuer)
        return row.id


def unlink_identity(home: Home, by: Actor, number: int, now: datetime | None = None) -> None:
    """Let an account elsewhere sign in nobody any more, and end the sessions of its person.

    Raises Refused where there is no account of that number.
    """
    with home.turn(now) as turn:
        refuse_unless_admin(turn, by)
        row = turn.session.get(Identity, number)
        if row is None or row.organisation != home.organisation or turn.session.get(IdentityEnd, number) is not None:
            raise refuse("", "identity-unknown", number=number)
        turn.session.add(
            IdentityEnd(identity=number, organisation=home.organisation, ended_by=by.id, ended_at=turn.now)
        )
        end_sessions(turn.session, row.person)
        turn.log("identity-unlinked", by.id, number=number, person=row.person)


def identities(home: Home) -> list[Linked]:
    """The accounts elsewhere that sign people in, by login."""
    with home.reading() as session:
        found = (
            select(Identity, Person.login)
            .join(Person, col(Person.id) == col(Identity.person))
            .where(Identity.organisation == home.organisation, col(Identity.id).not_in(select(IdentityEnd.identity)))
            .order_by(Person.login, col(Identity.id))
        )
        return [Linked(row.id or 0, row.issuer, row.subject, login) for row, login in session.exec(found)]


def begin_elsewhere(
    home: Home, provider: Provider, now: datetime | None = None, known: Discovered | None = None
) -> Begun:
    """Begin signing in at a provider; raises Refused where it cannot be used."""
    at = now or datetime.now(UTC)
    address, pending = oidc.begin(provider, at, known)
    secret = new_session()
    with home.database.writing() as session:
        late = col(SignInBegun.begun) <= instant(at - oidc.PATIENCE)
        session.exec(delete(SignInBegun).where(col(SignInBegun.organisation) == home.organisation, late))
        session.add(
            SignInBegun(
                digest=secret.digest,
                organisation=home.organisation,
                issuer=pending.issuer,
                state=pending.state,
                nonce=pending.nonce,
                verifier=pending.verifier,
                begun=instant(pending.begun),
            )
        )
    return Begun(address, secret.shown)


def finish_elsewhere(
    home: Home,
    provider: Provider,
    secret: str,
    parameters: Iterable[tuple[str, str]],
    now: datetime | None = None,
    known: Discovered | None = None,
) -> Opened:
    """Sign in whom the provider vouches for, from what the browser came back with; `secret` is that of its cookie.

    Raises Refused where the answer cannot be believed or was used before, and for an account that is not linked.
    """
    at = now or datetime.now(UTC)
    pending = _used_up(home, secret)
    try:
        identity = oidc.finish(provider, pending, parameters, at, known)
    except NotAllowed as fault:
        _note(home, fault.code, at)
        raise refuse("", fault.code, **fault.params) from None
    return of_identity(home, identity, at)


def of_identity(home: Home, identity: oidc.Identity, now: datetime | None = None) -> Opened:
    """Begin a session of the person linked to an account elsewhere; raises Refused if there is none, or shut out."""
    with home.turn(now) as turn:
        opened = _opened(turn, identity)
    if opened is None:
        _note(home, "identity-not-linked", now)
        raise refuse("", "identity-not-linked")
    return opened


def _opened(turn: Turn, identity: oidc.Identity) -> Opened | None:
    row = _linked(turn.session, turn.organisation, identity.issuer, identity.subject)
    person = turn.session.get(Person, row.person) if row else None
    if person is None or person.disabled:
        return None
    turn.log("signed-in", person.id, way=identity.issuer)
    return open_session(turn.session, turn.organisation, actor_of(turn.session, person), turn.at)


def _fits(text: str) -> bool:
    return 0 < len(text) <= LONGEST and text.isprintable()


def _linked(session: Session, organisation: str, issuer: str, subject: str) -> Identity | None:
    if not _fits(subject):  # nor could every database be asked for it
        return None
    found = select(Identity).where(
        Identity.organisation == organisation, Identity.issuer == issuer, Identity.subject == subject
    )
    return session.exec(found.where(col(Identity.id).not_in(select(IdentityEnd.identity)))).first()


def _used_up(home: Home, secret: str) -> oidc.Pending | None:
    """What was begun under a secret; it is gone for good, whatever becomes of the answer."""
    with home.database.writing() as session:
        found = select(SignInBegun).where(
            SignInBegun.digest == digest_of(secret), SignInBegun.organisation == home.organisation
        )
        row = session.exec(found.with_for_update()).one_or_none()
        if row is None:
            return None
        session.delete(row)
        return oidc.Pending(row.issuer, row.state, row.nonce, row.verifier, parsed(row.begun))


def _note(home: Home, code: str, now: datetime | None) -> None:
    with home.turn(now) as turn:
        turn.log("sign-in-failed", None, way="provider", code=code)
