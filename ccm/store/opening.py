"""Opening a store for its first person, who lets the others in; and bringing one that is there up to date."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from ccm.signing_in.passwords import hashed, password_problems
from ccm.store.actor import LOGIN, Given
from ccm.store.founding import found
from ccm.store.home import Home, database_of, has_home, place_of_home
from ccm.store.passwords import enter_password
from ccm.store.people import enter_grant, enter_person, refuse_nobody
from ccm.store.turn import Turn
from content_blocks.problem import Problem, Refused, refuse
from templates_store.migrating import migrate
from templates_store.schema import head, refuse_later_schema


@dataclass(frozen=True, slots=True)
class First:
    """The first administrator, as they introduce themselves."""

    login: str
    name: str
    password: str = field(repr=False)


def open_store(
    organisation: str, title: str, first: First, settings: Mapping[str, str] = os.environ, now: datetime | None = None
) -> Home:
    """Found an organisation's store with somebody in it who can let others in.

    Raises Refused as founding does, and for a login or password that will not do; then nothing was founded.
    """
    if problems := _unfit(first):
        raise Refused(problems)
    refuse_nobody(first.login, first.name)
    password = hashed(first.password)
    return found(organisation, title, settings, now, opening=partial(_let_in, first, password))


def _let_in(first: First, password: str, turn: Turn) -> None:
    """The first administrator, in the turn of the founding: there is never a store that nobody could open."""
    person = enter_person(turn, None, first.login, first.name)
    enter_password(turn, None, person, password)
    enter_grant(turn, None, person, Given("admin"))


def upgrade(settings: Mapping[str, str] = os.environ) -> str:
    """Bring the schema of a database to that of this program, whose name it returns.

    The role in `CCM_DATABASE_ROLE` gets what the application needs of it, and loses what it does not.
    Raises Refused where there is no store, and where its schema is of a later program.
    """
    if not has_home(settings):
        raise refuse("", "store-missing")
    database = database_of(place_of_home(settings), settings)
    refuse_later_schema(database)
    migrate(database, role=settings.get("CCM_DATABASE_ROLE", ""))
    return head()


def _unfit(first: First) -> list[Problem]:
    wrong = [] if LOGIN.fullmatch(first.login) else [Problem("", "login-form", {"login": first.login})]
    return [*wrong, *password_problems(first.password, first.login, first.name)]
