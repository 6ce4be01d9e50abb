"""What the rules of approval refuse is an entry of the log, too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from approvals.plain_words import refuse_unwritable
from approvals.refusal import NotAllowed
from ccm.store.actor import Actor
from ccm.store.home import Home
from content_blocks.problem import refuse
from templates_store.constraints import refused_by
from templates_store.database import Broken


def refuse_unkeepable_words(words: str, where: str = "") -> None:
    """Raises Refused for control characters and halves of characters in what somebody says."""
    try:
        refuse_unwritable(words)
    except NotAllowed as fault:
        raise refuse(where, fault.code) from None


@contextmanager
def refusals_noted(home: Home, by: Actor, now: datetime | None, /, **about: str) -> Iterator[None]:
    """Around a turn: what the rules or the database refuse in it is noted, and becomes Refused.

    The note is a turn of its own: the one it was refused in has left nothing behind.
    """
    try:
        yield
    except NotAllowed as fault:
        _note(home, by, now, fault.code, about)
        raise refuse("", fault.code, **fault.params) from None
    except Broken as error:
        rule = refused_by(error)
        if rule is None:
            raise
        _note(home, by, now, rule, about)
        raise refuse("", rule) from None


def _note(home: Home, by: Actor, now: datetime | None, code: str, about: dict[str, str]) -> None:
    with home.turn(now) as turn:
        turn.log("refused", by.id, code=code, **about)
