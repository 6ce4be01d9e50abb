"""Engines: a run uses only one under which somebody has looked at what the personas become."""

from __future__ import annotations

import json

from ccm.fingerprint import fingerprint
from ccm.store.home import Home
from ccm.store.turn import Turn
from content_blocks.canonical import canonical_hash
from content_blocks.problem import refuse
from templates_store.tables import Engine


def engine() -> str:
    """One hash for the versions of everything that decides an output byte."""
    return canonical_hash(fingerprint())


def is_accepted(home: Home) -> bool:
    """Whether runs may use the engine of this program."""
    with home.reading() as session:
        return session.get(Engine, (home.organisation, engine())) is not None


def refuse_unchecked_engine(home: Home) -> None:
    """Raises Refused for an engine under which no persona was rendered yet."""
    if not is_accepted(home):
        raise refuse("", "engine-unchecked")


def accept_engine(turn: Turn, changed: int) -> None:
    """Let runs use the engine of this program; `changed` is how many messages it makes differently."""
    if turn.session.get(Engine, (turn.organisation, engine())):
        return
    versions = fingerprint()
    turn.session.add(
        Engine(
            organisation=turn.organisation,
            fingerprint=engine(),
            versions=json.dumps(versions, sort_keys=True),
            changed=changed,
            at=turn.now,
        )
    )
    turn.log("engine-accepted", None, fingerprint=engine(), versions=dict(versions), changed=changed)
