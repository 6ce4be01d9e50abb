"""Runs as the store knows them: their beginning and their certificate are entries of the log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ccm.store.glasses import refuse_closed
from ccm.store.home import home_at
from templates_store.database import Session, col, select
from templates_store.tables import Run


def note(places: Mapping[str, str], what: str, facts: Mapping[str, Any]) -> None:
    """The witness of a batch (`ccm.batch.job`): what a run began with, and what it came to.

    Raises Refused for a run that is to begin or to go on under a glass that was closed meanwhile.
    """
    home = home_at(places)
    under = sorted(filter(None, places.get("under", "").split(",")))
    with home.turn() as turn:
        if what == "run-begun" and under:
            refuse_closed(turn.session, home.organisation, under, turn.at)
        turn.log(what, None, **facts, **({"under_glass": under} if under else {}))
        if what == "run-certified":
            turn.session.add(
                Run(
                    organisation=home.organisation,
                    run=facts["run"],
                    template=facts["template"],
                    bundles=json.dumps(facts["bundles"], sort_keys=True),
                    as_of=facts["as_of"],
                    certificate=facts["certificate"],
                    done=facts["rows"]["done"],
                    total=facts["rows"]["total"],
                    at=turn.now,
                )
            )


def last_run(session: Session, organisation: str, template: str) -> Run | None:
    """The run of a template that was finished last."""
    found = select(Run).where(Run.organisation == organisation, Run.template == template)
    return session.exec(found.order_by(col(Run.id).desc()).limit(1)).first()
