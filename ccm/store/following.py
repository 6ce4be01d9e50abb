"""Templates that follow a clause and were not part of its review: their new combination becomes a proposal.

Either they were edited while the clause was in review, or its owner wanted each of them asked about by itself.  Until
a proposal is approved the combination that was approved before stays in force.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ccm.store.proposal import Proposal, combinations
from ccm.store.reviews import ALONE, Filed
from ccm.store.submitting import open_review
from ccm.store.touched import touched_templates
from ccm.store.turn import Turn
from templates_store.choose import Listed
from templates_store.database import col, select
from templates_store.shelf import listed
from templates_store.tables import Publication


def open_follow_ups(turn: Turn, review: Filed, today: date) -> None:
    """Open reviews of the combinations that neither this review nor any other has approved.

    There can only be some if another review was finished since this one was submitted, or if this one left them out:
    then each template gets a review of its own.
    """
    alone = review.row.kind == ALONE
    if not alone and not _others_since(turn, review):
        return
    mine = turn.session.exec(select(Publication).where(Publication.review == review.row.id))
    versions = [listed(turn.session, it) for it in mine]
    for found in _proposals(turn, review, versions, today, alone=alone):
        if found.problems:
            turn.log(
                "combination-unfit", None, review=review.row.id, problems=sorted({it.code for it in found.problems})
            )
        elif found.bundles:
            proposal = replace(found, authors=found.authors | review.facts.authors)
            open_review(turn, review.facts.submitted_by, proposal, None, review.row.title if alone else "", today)


def _proposals(turn: Turn, review: Filed, versions: list[Listed], today: date, *, alone: bool) -> Iterator[Proposal]:
    names = touched_templates(turn.session, turn.organisation, versions) if alone else [""]
    for name in names:
        yield combinations(turn.session, turn.organisation, versions, today, review.languages, name)


def _others_since(turn: Turn, review: Filed) -> bool:
    found = select(Publication.id).where(
        Publication.organisation == turn.organisation,
        Publication.review != review.row.id,
        col(Publication.decided) >= review.row.submitted_at,
    )
    return turn.session.exec(found.limit(1)).first() is not None
