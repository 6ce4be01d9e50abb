"""Inviting: somebody without an account sees a review by a signed link and says what they think of it.

A link that does not lead to an open door never says why: one that was taken back, one that is over and one that nobody
ever made are refused alike, and so is another organisation's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import get_args

from approvals.guest_link import GuestLink as LinkFacts
from approvals.guest_link import link_token, read_link
from approvals.keys import key_id
from approvals.opinion import KIND, Stance, give
from approvals.opinion import Opinion as OpinionFacts
from approvals.record import instant
from approvals.refusal import NotAllowed
from approvals.review import State
from ccm.store.access import refuse_inviting, refuse_reading
from ccm.store.actor import Actor, is_shut_out, renewed
from ccm.store.auditing import keys_of
from ccm.store.home import Home
from ccm.store.opinions import opinions_by
from ccm.store.redlining import redline_of
from ccm.store.reviews import Filed, filed, names_of
from ccm.store.turn import parsed
from content_blocks.problem import Problem, Refused, refuse
from content_blocks.redline import Redline
from templates_store.database import Session, col, select
from templates_store.tables import GuestLink, GuestLinkEnd, Log, Opinion

LONGEST = 30
"""Days that an invitation lasts at most."""
LONGEST_NAME = 100
"""Characters."""
MOST = 50
"""Opinions by one link: whoever has it can fill a database with nothing else."""
STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True)
class Invitation:
    """An invitation as lists show it; `ended` is when it was taken back, none if it was not."""

    id: str
    guest: str
    invited_by: str
    expires: datetime
    ended: datetime | None


@dataclass(frozen=True)
class ShownItem:
    """A version as a guest sees it; `redline` against the approved one, none if it is new."""

    kind: str
    name: str
    version: str
    redline: Redline | None


@dataclass(frozen=True)
class Shown:
    """What a guest may see: the change itself and what they said; nobody's names, comments or votes."""

    organisation: str
    review: str
    title: str
    guest: str
    expires: datetime
    state: State
    change: str
    subject: str
    start: str
    languages: tuple[str, ...]
    items: tuple[ShownItem, ...]
    said: tuple[OpinionFacts, ...]


def invite(home: Home, by: Actor, review: str, guest_name: str, days: int, now: datetime | None = None) -> str:
    """A link's token for somebody from outside, to be shown once; it lasts for `days`.

    Raises Refused for who may not invite, a name or a time that does not do, and a review that is over.
    """
    if problems := _unfit(guest_name, days):
        raise Refused(problems)
    with home.turn(now) as turn:
        refuse_inviting(renewed(turn.session, home.organisation, by))
        found = filed(turn.session, home.organisation, review)
        if found.state != "in_review":
            raise refuse("", "review-over", state=found.state)
        expires = turn.at + timedelta(days=days)
        link = LinkFacts(KIND, review, guest_name.strip(), expires, f"g-{token_hex(10)}")
        turn.session.add(
            GuestLink(
                nonce=link.nonce,
                organisation=home.organisation,
                review=review,
                guest=link.guest,
                invited_by=by.id,
                at=turn.now,
                expires=instant(expires),
            )
        )
        turn.log("guest-invited", by.id, review=review, guest=link.guest, link=link.nonce, expires=instant(expires))
    return link_token(link, home.signing_key())


def end_invitation(home: Home, by: Actor, invitation: str, now: datetime | None = None) -> None:
    """Take an invitation back: one's own, or as an administrator anybody's.  Raises Refused if there is none."""
    with home.turn(now) as turn:
        now_by = renewed(turn.session, home.organisation, by)
        row = turn.session.get(GuestLink, invitation) if invitation.isprintable() else None
        ended = row is not None and turn.session.get(GuestLinkEnd, row.nonce) is not None
        if row is None or row.organisation != home.organisation or ended:
            raise refuse("", "invitation-unknown", invitation=invitation)
        if row.invited_by != by.id and not now_by.has("admin"):
            raise refuse("", "invitation-of-others")
        turn.session.add(
            GuestLinkEnd(nonce=invitation, organisation=home.organisation, ended_by=by.id, ended_at=turn.now)
        )
        turn.log("invitation-ended", by.id, review=row.review, link=invitation)


def invitations(home: Home, by: Actor, review: str) -> list[Invitation]:
    """Who was invited to a review, in order."""
    with home.reading() as session:
        refuse_reading(renewed(session, home.organisation, by))
        return invitations_to(session, home.organisation, review)


def invitations_to(session: Session, organisation: str, review: str) -> list[Invitation]:
    """The same for whoever may read everything; raises Refused for a review that is not there."""
    filed(session, organisation, review)
    names = names_of(session, organisation)
    found = (
        select(GuestLink, GuestLinkEnd.ended_at)
        .join(GuestLinkEnd, col(GuestLinkEnd.nonce) == col(GuestLink.nonce), isouter=True)
        .where(GuestLink.review == review)
        .order_by(col(GuestLink.at), col(GuestLink.nonce))
    )
    return [
        Invitation(row.nonce, row.guest, names[row.invited_by], parsed(row.expires), parsed(end) if end else None)
        for row, end in session.exec(found)
    ]


def guest(home: Home, token: str, now: datetime | None = None) -> Shown:
    """What the holder of a link may see; raises Refused `link-not-valid` whatever is wrong with it."""
    with home.reading() as session:
        link = _link(session, home.organisation, token, now or datetime.now(UTC))
        found = filed(session, home.organisation, link.review)
        return Shown(
            organisation=session.exec(select(Log.name).where(Log.organisation == home.organisation)).one(),
            review=link.review,
            title=found.row.title,
            guest=link.guest,
            expires=link.expires,
            state=found.state,
            change=found.row.change,
            subject=found.row.subject,
            start=found.row.start,
            languages=found.languages,
            items=tuple(_items(session, found)),
            said=tuple(opinions_by(session, link.nonce)),
        )


def give_opinion(home: Home, token: str, stance: Stance, words: str, now: datetime | None = None) -> OpinionFacts:
    """Say what a guest thinks; it is noted and decides nothing.

    Raises Refused `link-not-valid` whatever is wrong with the link, and with the reason for a review that is over, an
    opinion against it without words, and one too many.
    """
    if stance not in STANCES:
        raise refuse("stance", "opinion-stance", expected=", ".join(STANCES))
    with home.turn(now) as turn:
        link = _link(turn.session, home.organisation, token, now or datetime.now(UTC))
        found = filed(turn.session, home.organisation, link.review)
        if len(opinions_by(turn.session, link.nonce)) >= MOST:
            raise refuse("", "opinions-enough", most=MOST)
        try:
            opinion = give(link, found.facts, found.state, stance, words, turn.at)
        except NotAllowed as fault:
            raise refuse("", fault.code, **fault.params) from None
        turn.session.add(
            Opinion(
                organisation=home.organisation,
                review=opinion.review,
                link=opinion.link,
                guest=opinion.guest,
                stance=opinion.stance,
                words=opinion.words,
                at=turn.now,
                subject=opinion.subject,
            )
        )
        turn.log("opinion-given", None, **opinion.record())
        return opinion


def _link(session: Session, organisation: str, token: str, at: datetime) -> LinkFacts:
    """The invitation that a token is of; raises Refused in the same words for every other token."""
    publics = {key_id(public): public for public in keys_of(session, organisation)}
    ended = select(GuestLinkEnd.nonce).where(GuestLinkEnd.organisation == organisation)
    try:
        link = read_link(token, KIND, publics, at, set(session.exec(ended)))
    except NotAllowed:
        raise refuse("", "link-not-valid") from None
    row = session.get(GuestLink, link.nonce)
    if row is None or (row.organisation, row.review) != (organisation, link.review):
        raise refuse("", "link-not-valid")
    if is_shut_out(session, row.invited_by):
        raise refuse("", "link-not-valid")
    return link


def _items(session: Session, review: Filed) -> list[ShownItem]:
    return [ShownItem(it.kind, it.name, it.version, redline_of(session, it)) for it in review.items]


def _unfit(guest_name: str, days: int) -> list[Problem]:
    problems = []
    if not guest_name.strip() or len(guest_name) > LONGEST_NAME or not guest_name.isprintable():
        problems.append(Problem("guest", "guest-name", {"most": LONGEST_NAME}))
    if not 1 <= days <= LONGEST:
        problems.append(Problem("days", "invitation-days", {"most": LONGEST}))
    return problems
