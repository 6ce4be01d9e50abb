"""Share links: one proof, frozen to the byte, for whoever has the link, until it is over or taken back.

What is kept is what was rendered when the link was made: opening it renders nothing, and shows the same for as long as
it lasts.  A link that leads nowhere never says why.  Who opened one is not known, only when.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from approvals.record import instant
from ccm.signing_in.tokens import id_of_link, is_same, new_link
from ccm.store.access import refuse_program, refuse_reading, refuse_unseen, sees
from ccm.store.actor import Actor, is_shut_out, renewed
from ccm.store.home import Home
from ccm.store.reviews import names_of
from ccm.store.turn import Turn, parsed
from content_blocks.canonical import sha256
from content_blocks.document import ChannelName
from content_blocks.problem import refuse
from templates_store.database import Session, col, delete, func, select
from templates_store.tables import Blob, Share, ShareEnd, ShareOpening

USUAL, LONGEST = 7, 90
"""Days that a link lasts, if nothing else is said and at most."""
MOST = 120
"""How often one link may be opened within an hour: each time is an entry of the log."""
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Page:
    """What one channel says in a proof: its very bytes, and as text what fits on a screen."""

    channel: ChannelName
    media_type: str
    content: bytes = field(repr=False)
    text: str = field(default="", repr=False)


@dataclass(frozen=True)
class Proof:
    """A proof of a template for a persona; `bundle` and `record` are the hashes of what it was made of."""

    template: str
    version: str
    draft: bool
    bundle: str
    language: str
    brand: str
    persona: str
    record: str
    day: str
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True)
class Link:
    """A link as lists show it; `ended` is when it was taken back, none if it was not."""

    id: str
    proof: Proof
    made_by: str
    made_at: datetime
    expires: datetime
    ended: datetime | None


@dataclass(frozen=True)
class Opened:
    """What whoever has a link sees."""

    proof: Proof
    expires: datetime


def refuse_sharing(by: Actor, template: str) -> None:
    """Raises Refused for a program, and for who may not read a template themselves."""
    refuse_program(by)
    refuse_reading(by)
    refuse_unseen(by, "template", template)


def share(home: Home, by: Actor, proof: Proof, days: int = USUAL, now: datetime | None = None) -> str:
    """The token of a new link to a proof, to be shown once.  Raises Refused for whom it is not, and for its days."""
    if not 1 <= days <= LONGEST:
        raise refuse("days", "share-days", most=LONGEST)
    token = new_link()
    with home.turn(now) as turn:
        refuse_sharing(renewed(turn.session, home.organisation, by), proof.template)
        expires = instant(turn.at + timedelta(days=days))
        turn.session.add(
            Share(
                id=token.prefix,
                organisation=home.organisation,
                digest=token.digest,
                template=proof.template,
                version=proof.version,
                draft="yes" if proof.draft else "",
                bundle=proof.bundle,
                language=proof.language,
                brand=proof.brand,
                persona=proof.persona,
                record=proof.record,
                day=proof.day,
                pages=json.dumps([_kept(turn, page) for page in proof.pages]),
                made_by=by.id,
                made_at=turn.now,
                expires=expires,
            )
        )
        turn.log(
            "proof-shared",
            by.id,
            share=token.prefix,
            template=proof.template,
            version=proof.version,
            bundle=proof.bundle,
            persona=proof.persona,
            pages={page.channel: sha256(page.content) for page in proof.pages},
            expires=expires,
        )
    return token.shown


def opened(home: Home, shown: str, now: datetime | None = None) -> Opened:
    """What a link shows, whichever organisation's it is; each time is an entry of the log.

    Raises Refused `share-unknown` whatever is wrong with the link, `share-wait` where it is opened too often.
    """
    at = now or datetime.now(UTC)
    with home.reading() as session:
        row = session.get(Share, id_of_link(shown) or "")
        if row is None or not is_same(row.digest, shown) or _over(session, row, at):
            raise refuse("", "share-unknown")
    with replace(home, organisation=row.organisation).turn(now) as turn:
        if _over(turn.session, row, at):
            raise refuse("", "share-unknown")
        _count(turn, row.id)
        turn.log("share-opened", None, share=row.id)
        return Opened(_proof(row, _pages(turn.session, row)), parsed(row.expires))


def end_share(home: Home, by: Actor, link: str, now: datetime | None = None) -> None:
    """Take a link back: one's own, or as an administrator anybody's.  Raises Refused where there is none."""
    with home.turn(now) as turn:
        now_by = renewed(turn.session, home.organisation, by)
        refuse_program(now_by)
        row = turn.session.get(Share, link) if link.isalnum() and link.isascii() else None
        ended = row is not None and turn.session.get(ShareEnd, row.id) is not None
        mine = row is not None and (row.made_by == by.id or now_by.has("admin"))
        if row is None or row.organisation != home.organisation or ended or not mine:
            raise refuse("", "share-not-there", share=link)
        turn.session.add(ShareEnd(share=row.id, organisation=home.organisation, ended_by=by.id, ended_at=turn.now))
        turn.log("share-ended", by.id, share=row.id)


def shares(home: Home, by: Actor) -> list[Link]:
    """The links to what somebody may read, those that are over too, the newest first."""
    with home.reading() as session:
        now_by = renewed(session, home.organisation, by)
        refuse_reading(now_by)
        names = names_of(session, home.organisation)
        found = (
            select(Share, ShareEnd.ended_at)
            .join(ShareEnd, col(ShareEnd.share) == col(Share.id), isouter=True)
            .where(Share.organisation == home.organisation)
            .order_by(col(Share.made_at).desc(), col(Share.id))
        )
        rows = [(row, end) for row, end in session.exec(found) if sees(now_by, "template", row.template)]
        return [
            Link(
                row.id,
                _proof(row),
                names[row.made_by],
                parsed(row.made_at),
                parsed(row.expires),
                parsed(end) if end else None,
            )
            for row, end in rows
        ]


def _over(session: Session, row: Share, at: datetime) -> bool:
    """Its time is over, it was taken back, or whoever made it was shut out."""
    ended = session.get(ShareEnd, row.id) is not None
    return ended or at >= parsed(row.expires) or is_shut_out(session, row.made_by)


def _count(turn: Turn, link: str) -> None:
    """Count an opening; raises Refused if there were too many within an hour."""
    since = instant(turn.at - HOUR)
    turn.session.exec(delete(ShareOpening).where(col(ShareOpening.at) <= since))
    lately = select(func.count()).where(ShareOpening.share == link)
    if turn.session.exec(lately).one() >= MOST:
        raise refuse("", "share-wait", seconds=int(HOUR.total_seconds()))
    turn.session.add(ShareOpening(organisation=turn.organisation, share=link, at=turn.now))


def _kept(turn: Turn, page: Page) -> dict[str, str]:
    """Keep the bytes of a page under their hash."""
    digest = sha256(page.content)
    if turn.session.get(Blob, (turn.organisation, digest)) is None:
        turn.session.add(Blob(organisation=turn.organisation, sha256=digest, content=page.content))
        turn.session.flush()
    return {"channel": page.channel, "media_type": page.media_type, "blob": digest, "text": page.text}


def _pages(session: Session, row: Share) -> tuple[Page, ...]:
    found = []
    for page in json.loads(row.pages):
        blob = session.get(Blob, (row.organisation, page["blob"]))
        assert blob is not None
        found.append(Page(page["channel"], page["media_type"], blob.content, page["text"]))
    return tuple(found)


def _proof(row: Share, pages: tuple[Page, ...] = ()) -> Proof:
    return Proof(
        row.template,
        row.version,
        bool(row.draft),
        row.bundle,
        row.language,
        row.brand,
        row.persona,
        row.record,
        row.day,
        pages,
    )
