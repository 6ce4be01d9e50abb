"""A letter that cannot wait: what tests of breaking the glass have in common."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from ccm.libraries import approved_items
from ccm.store.breaking_glass import break_glass
from ccm.store.glasses import open_glasses
from content_blocks.problem import Refused
from tests.ccm.store.world import World

REASON = "The printed number of days is wrong since this morning"


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    """What was refused."""
    return [problem.code for problem in caught.value.problems]


def draft(bank: World) -> None:
    """What has to go out at once."""
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")


def broken(bank: World, login: str = "paul", template: str = "letter", **other: Any) -> str:
    """Somebody breaks the glass over the English letter; returns the review that opens."""
    asked = {"language": "en", "brand": "ahorn", "hours": 24, "reason": REASON, **other}
    return break_glass(bank.home, bank.who(login), template, today=bank.today, now=bank.clock(), **asked)


def under(bank: World, template: str = "letter", language: str = "en", at: datetime | None = None) -> str:
    """The bundle that goes out when open glasses are used; raises Refused if none does."""
    with bank.home.reading() as session:
        found = open_glasses(session, bank.home.organisation, at or bank.now, template)
        library = approved_items(bank.home, session, bank.today, under=found)
        return library.bundle(library.template(template), language, "ahorn", bank.today).hash


def rejected(bank: World, review: str) -> None:
    """Its review fails."""
    bank.decide("carl", review, "rejected", "not like this")
