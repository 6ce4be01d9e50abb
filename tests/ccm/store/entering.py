"""Words for tests about who gets in: a password everybody may have, and what is refused to whom."""

from __future__ import annotations

import json
from typing import Any

from ccm.signing_in.passwords import hashed
from ccm.store.auditing import export
from content_blocks.problem import Refused
from templates_store.database import select
from templates_store.tables import Person
from tests.ccm.store.world import World

PASSWORD = "vier braune Stühle im Regen"
WRONG = "fünf braune Stühle im Regen"
KEPT = hashed(PASSWORD)


def knows(bank: World, *logins: str, kept: str = KEPT) -> None:
    """Let people have a password, without the work of setting one."""
    with bank.home.database.writing() as session:
        for person in session.exec(select(Person)).all():
            if person.login in logins:
                person.password = kept
                session.add(person)


def refusal(what: object, *given: object, **named: object) -> str:
    """The code of what is refused first; nothing if all went well."""
    return next(iter(refusals(what, *given, **named)), "")


def refusals(what: object, *given: object, **named: object) -> list[str]:
    """The codes of all that is refused."""
    try:
        what(*given, **named)  # type: ignore[operator]
    except Refused as refused:
        return [problem.code for problem in refused.problems]
    return []


def entries(bank: World) -> list[dict[str, Any]]:
    """The audit log."""
    return [json.loads(line) for line in export(bank.home)]
