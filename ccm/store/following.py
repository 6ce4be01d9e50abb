"""Templates that were edited while a clause they show was in review: their new combination becomes a proposal.

Until that is approved the combination that was approved before stays in force.
"""

from __future__ import annotations

from datetime import date

from ccm.store.proposal import Proposal, combinations
from ccm.store.reviews import Filed
from ccm.store.submitting import open_review
from ccm.store.turn import Turn
from templates_store.database import col, select
from templates_store.shelf import listed
from templates_store.tables import Publication


def open_follow_ups(turn: Turn, review: Filed, today: date) -> None:
    """Open a review of the combinations that neither this review nor any other has approved.

    There can only be some if another review was finished since this one was submitted.
    """
    if not _others_since(turn, review):
        return
    mine = turn.session.exec(select(Publication).where(Publication.review == review.row.id))
    found = combinations(turn.session, turn.organisation, [listed(turn.session, it) for it in mine], today)
    if not found.bundles:
        return
    authors = review.facts.authors | found.authors
    proposal = Proposal((), found.bundles, found.change, authors, found.workflows)
    if found.problems:
        turn.log("combination-unfit", None, review=review.row.id, problems=sorted({it.code for it in found.problems}))
        return
    open_review(turn, review.facts.submitted_by, proposal, None, "", today, kind="bundles")


def _others_since(turn: Turn, review: Filed) -> bool:
    found = select(Publication.id).where(
        Publication.organisation == turn.organisation,
        Publication.review != review.row.id,
        col(Publication.decided) >= review.row.submitted_at,
    )
    return turn.session.exec(found.limit(1)).first() is not None
