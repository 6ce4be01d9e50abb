"""Breaking the glass: in an emergency one bundle goes out before its approval, and a review of it opens by itself.

Where what is new in it could be submitted as it is, in all languages or in this one, that is what the review is about:
once it is approved, it is in force like anything else.  Otherwise the review is about this bundle alone, and the rest
goes its ordinary way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from secrets import token_hex

from approvals.break_glass import BreakGlass, refuse_glass, review_of_glass
from approvals.record import instant
from ccm.store.actor import Actor, renewed
from ccm.store.glasses import all_glasses
from ccm.store.home import Home
from ccm.store.proposal import NewBundle, Proposal, propose
from ccm.store.refusals import refusals_noted, refuse_unkeepable_words
from ccm.store.reviews import filed
from ccm.store.submitting import already_in_review, open_review
from ccm.store.turn import Turn
from content_blocks.check import check_bundle
from content_blocks.problem import Problem, Refused, refuse
from content_blocks.strictness import strictest
from templates_store.database import Session, select
from templates_store.shelf import Drafts, Published
from templates_store.store_library import StoreLibrary
from templates_store.tables import Glass, Publication, Revision
from templates_store.under_glass import revisions_of


@dataclass(frozen=True)
class Wanted:
    """A template in one language under one brand, on a day; with `draft` as it was saved last, approved or not."""

    template: str
    language: str
    brand: str
    day: date
    draft: bool


def break_glass(
    home: Home,
    by: Actor,
    template: str,
    language: str,
    brand: str,
    hours: int,
    reason: str,
    today: date,
    now: datetime | None = None,
    *,
    draft: bool = True,
) -> str:
    """Let the one bundle out that the drafts of a template make, for some hours; returns the review that it opens.

    Without drafts, or not wanting them, it is the newest combination of approved versions that was not approved as
    such.  Raises Refused for whom it is not for, for a bundle that has to wait for nothing or has been opened before,
    and with everything that is wrong with it.
    """
    refuse_unkeepable_words(reason)
    with refusals_noted(home, by, now, glass=template), home.turn(now) as turn:
        who = renewed(turn.session, home.organisation, by)
        until = turn.at + timedelta(hours=hours)
        glass = BreakGlass(f"g-{token_hex(5)}", "", "", who.id, turn.at, until, reason.strip())
        may = who.publishes("template", template)
        refuse_glass(glass, may=may, by_key=who.by_key)  # before anything is said about the template
        proposal, opened = _asked(turn.session, home.organisation, Wanted(template, language, brand, today, draft))
        glass = replace(glass, bundle=opened.bundle.hash)
        refuse_glass(glass, all_glasses(turn.session, home.organisation), may=may, by_key=who.by_key)
        asked = replace(proposal, authors=proposal.authors | {who.id})
        review = open_review(turn, who.id, asked, None, glass.reason, today)
        _store(turn, replace(glass, review=review), asked.authors)
        return review


def _asked(session: Session, organisation: str, wanted: Wanted) -> tuple[Proposal, NewBundle]:
    """What the review is to be about, and the one bundle in it that goes out at once."""
    revisions = _unapproved(session, organisation, wanted) if wanted.draft else []
    whole = _proposed(session, organisation, revisions, wanted)
    if whole.problems:  # another language may be what is not ready
        whole = _proposed(session, organisation, revisions, wanted, (wanted.language,))
    found = next((it for it in whole.bundles if _is_it(it, wanted)), None)
    if found is None:
        if whole.problems:
            raise Refused(whole.problems)
        raise refuse("", "nothing-under-glass", template=wanted.template, language=wanted.language, brand=wanted.brand)
    if problems := check_bundle(found.bundle, wanted.day):
        raise Refused(it.within(f"template {wanted.template}") for it in problems)
    if revisions and not whole.problems and not already_in_review(session, revisions):
        return whole, found
    change = strictest([*(it.change.strictest for it in whole.items), found.change])
    return Proposal((), (found,), change, whole.authors, whole.workflows), found


def _unapproved(session: Session, organisation: str, wanted: Wanted) -> list[Revision]:
    """The drafts that the template comes to be made of; raises Refused where it cannot be made of anything.

    A number that was approved meanwhile stands for what was approved: what was saved under it besides never goes out.
    """
    library = StoreLibrary(Drafts(session, organisation), wanted.day, approved=False)
    bundle = library.bundle(library.template(wanted.template), wanted.language, wanted.brand, wanted.day)
    found = revisions_of(session, organisation, bundle.hashes)
    approved = [(it, _approved_as(session, it)) for it in found]
    if taken := [it for it, digest in approved if digest not in ("", it.hash)]:
        raise Refused(Problem(f"{it.kind} {it.name}", "version-taken", {"version": it.version}) for it in taken)
    return [it for it, digest in approved if not digest]


def _approved_as(session: Session, revision: Revision) -> str:
    """The hash that a revision's number was approved for; empty if it was not."""
    found = select(Publication.hash).where(
        Publication.organisation == revision.organisation,
        Publication.kind == revision.kind,
        Publication.name == revision.name,
        Publication.version == revision.version,
    )
    return session.exec(found).one_or_none() or ""


def _proposed(
    session: Session, organisation: str, revisions: Sequence[Revision], wanted: Wanted, languages: tuple[str, ...] = ()
) -> Proposal:
    """What the drafts would make of the world; without any, what the version in force lacks an approval for."""
    listed = StoreLibrary(Published(session, organisation), wanted.day).listed("template", wanted.template)
    asked = [listed] if listed and not revisions else []
    return propose(session, organisation, revisions, wanted.day, None, languages, asked)


def _is_it(found: NewBundle, wanted: Wanted) -> bool:
    called = (found.template, found.bundle.language, found.brand, found.day)
    return called == (wanted.template, wanted.language, wanted.brand, wanted.day)


def _store(turn: Turn, glass: BreakGlass, authors: frozenset[str]) -> None:
    """Write it down, once more held against its rule: the review is the ordinary one, with the opener behind it."""
    of = filed(turn.session, turn.organisation, glass.review).facts
    assert of == review_of_glass(glass, authors, of.change, of.steps, of.hashes)
    turn.session.add(
        Glass(
            id=glass.id,
            organisation=turn.organisation,
            review=glass.review,
            bundle=glass.bundle,
            opened_by=glass.opened_by,
            opened_at=turn.now,
            until=instant(glass.until),
            reason=glass.reason,
        )
    )
    turn.session.flush()
    turn.log("glass-broken", glass.opened_by, record=glass.record())
