"""Explaining access: whether somebody may do something now, and if not, for which reasons.

Each answer comes from the very function that refuses the real thing, so that the two can never differ.  A password or
a reason that would have to be given is taken as given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from itertools import product

from approvals.decision import DecisionKind
from approvals.refusal import NotAllowed
from ccm.libraries import approved_items
from ccm.store.access import (
    changes_allowed,
    refuse_administering,
    refuse_auditing,
    refuse_rendering,
    refuse_running,
)
from ccm.store.actor import Actor, actor, renewed
from ccm.store.home import Home
from ccm.store.retiring import refuse_retiring, still_published
from ccm.store.reviews import filed
from ccm.store.submitting import Wanted, proposed
from ccm.store.voting import answer
from ccm.store.workflows import steps_for
from content_blocks.problem import Collector, Problem, Refused, refuse
from templates_store.choose import KINDS, Kind
from templates_store.database import Session, col, select
from templates_store.tables import Publication


@dataclass(frozen=True, slots=True)
class Explanation:
    """Whether it is allowed, and what speaks against it; for saving, the classes of change that are allowed."""

    allowed: bool
    because: tuple[Problem, ...] = ()
    changes: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class _Case:
    """Somebody about to do something to a thing of a kind and name."""

    home: Home
    session: Session
    who: Actor
    kind: str
    name: str
    today: date
    at: datetime


def explain(
    home: Home, by: Actor, login: str, action: str, thing: str, now: datetime | None = None, today: date | None = None
) -> Explanation:
    """What would become of it if `login` did `action` to `thing`, such as `template/letter` or `review/r-…`.

    Everybody may ask about themselves, administrators and auditors about others.  Raises Refused for who may not ask,
    for an action that there is not, and for a thing that it does not go with.
    """
    check = _check(action, thing)
    kind, _, name = thing.partition("/")
    with home.reading() as session:
        _refuse_asking(renewed(session, home.organisation, by), login)
        try:
            who = actor(session, home.organisation, login)
            at = now or datetime.now(UTC)
            case = _Case(home, session, who, kind, name, today or at.date(), at)
            return Explanation(allowed=True, changes=check(case) or frozenset())
        except Refused as refused:
            return Explanation(allowed=False, because=refused.problems)
        except NotAllowed as fault:
            return Explanation(allowed=False, because=(Problem("", fault.code, fault.params),))


def _check(action: str, thing: str) -> Callable[[_Case], frozenset[str] | None]:
    if action not in ACTIONS:
        raise refuse("", "action-unknown", action=action, expected=", ".join(ACTIONS))
    kind, _, name = thing.partition("/")
    checks = ACTIONS[action]
    if kind not in checks or bool(name) == (kind in _WHOLE) or not name.isprintable():
        expected = " / ".join(it if it in _WHOLE else f"{it}/…" for it in checks)
        raise refuse("", "action-thing", action=action, thing=thing, expected=expected)
    return checks[kind]


def _refuse_asking(by: Actor, login: str) -> None:
    if login != by.login and not by.has("admin", "auditor"):
        raise refuse("", "role-missing-for", role="admin")


def _save(case: _Case) -> frozenset[str]:
    return changes_allowed(case.who, case.kind, case.name)


def _submit(case: _Case) -> None:
    wanted = [Wanted(_item(case.kind), case.name)]
    found = proposed(case.session, case.home.organisation, case.who, wanted, case.today)
    steps_for(case.session, case.home.organisation, found.workflows, found.change, case.today)


def _decide(kind: DecisionKind) -> Callable[[_Case], None]:
    def check(case: _Case) -> None:
        found = filed(case.session, case.home.organisation, case.name)
        answer(case.session, found, case.who, kind, found.row.subject, case.at)

    return check


def _retire(case: _Case) -> None:
    """Whether they may retire what was approved last of an item."""
    found = (
        select(Publication)
        .where(Publication.organisation == case.home.organisation)
        .where(Publication.kind == case.kind, Publication.name == case.name)
    )
    last = case.session.exec(found.order_by(col(Publication.id).desc()).limit(1)).first()
    if last is None:
        raise refuse(f"{case.kind} {case.name}", "item-not-approved", kind=case.kind, name=case.name)
    refuse_retiring(case.session, case.who, last)


def _take_back(case: _Case) -> None:
    for publication in still_published(case.session, case.home.organisation, case.name):
        refuse_retiring(case.session, case.who, publication)


def _render(case: _Case) -> None:
    refuse_rendering(case.who, case.name)
    _refuse_silent(case)


def _run(case: _Case) -> None:
    refuse_running(case.who, case.name)
    _refuse_silent(case)


def _refuse_silent(case: _Case) -> None:
    """Raises Refused for a template that goes out today in no language and under no brand."""
    library = approved_items(case.home, case.session, case.today)
    template, collect = library.template(case.name), Collector()
    for language, brand in product(template.item.languages, template.item.brands):
        if collect("", partial(library.bundle, template, language, brand, case.today)):
            return
    raise Refused({problem.identity(): problem for problem in collect.problems}.values())


def _read_audit(case: _Case) -> None:
    refuse_auditing(case.who)


def _administer(case: _Case) -> None:
    refuse_administering(case.who)


def _item(kind: str) -> Kind:
    return kind  # type: ignore[return-value]


_WHOLE = frozenset({"log", "people"})
"""Things that an organisation has one of, so that they need no name."""
ACTIONS: Mapping[str, Mapping[str, Callable[[_Case], frozenset[str] | None]]] = {
    "save": dict.fromkeys(KINDS, _save),
    "submit": dict.fromkeys((kind for kind in KINDS if kind != "persona"), _submit),
    "approve": {"review": _decide("approved")},
    "reject": {"review": _decide("rejected")},
    "withdraw": {"review": _decide("withdrawn")},
    "publish": {**dict.fromkeys((kind for kind in KINDS if kind != "persona"), _retire), "review": _take_back},
    "render": {"template": _render},
    "run": {"template": _run},
    "read-audit": {"log": _read_audit},
    "administer": {"people": _administer},
}
"""What can be asked about, and for each kind of thing the check that the real thing makes."""
