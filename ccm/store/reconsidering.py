"""Looking again at what was submitted: the world may have moved on since its review was frozen."""

from __future__ import annotations

from datetime import date

from ccm.store.home import Home
from ccm.store.proposal import propose
from ccm.store.reviews import ALONE, filed
from content_blocks.problem import Problem
from templates_store import loading
from templates_store.shelf import day_of


def problems_now(home: Home, review: str, today: date) -> tuple[Problem, ...]:
    """What would speak against submitting an open review today; of one that is over nothing is asked any more."""
    with home.reading() as session:
        found = filed(session, home.organisation, review)
        if found.step is None or not found.items:
            return ()
        revisions = [loading.revision(session, item.revision) for item in found.items]
        start = day_of(found.row.start)
        alone = found.row.kind == ALONE
        return propose(session, home.organisation, revisions, today, start, found.languages, alone=alone).problems
