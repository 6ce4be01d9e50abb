"""Which steps a change has to pass: those of the workflows in force, or of the founding one until there are any."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from approvals.workflow import FOUNDING, Step, Workflow, steps_of
from ccm.store.home import Home
from content_blocks.problem import Refused
from templates_store.database import Session
from templates_store.shelf import Published
from templates_store.store_library import StoreLibrary


def steps_for(
    session: Session, organisation: str, workflows: Iterable[str], change: str, today: date
) -> tuple[Step, ...]:
    """The steps that some workflows together ask for a class of change."""
    library = StoreLibrary(Published(session, organisation), today)
    return steps_of([_workflow(library, name) for name in workflows], change)


def _workflow(library: StoreLibrary, name: str) -> Workflow:
    """The one in force; the founding one stands in for the standard, as long as nobody has approved another."""
    if name == FOUNDING.workflow and not library.shelf.versions("workflow", name):
        return FOUNDING
    return library.workflow(name).item


def founding_content() -> dict[str, Any]:
    """The founding workflow as its file would be, to be made another one of."""
    return FOUNDING.model_dump(mode="json", exclude_defaults=True)


def in_force(home: Home, today: date) -> list[Workflow]:
    """Every workflow that is in force, by name; among them the founding one until another has taken its place."""
    with home.reading() as session:
        library = StoreLibrary(Published(session, home.organisation), today)
        names = {FOUNDING.workflow, *library.shelf.names("workflow")}
        found = (_in_force(library, name) for name in sorted(names))
        return [it for it in found if it]


def _in_force(library: StoreLibrary, name: str) -> Workflow | None:
    try:
        return _workflow(library, name)
    except Refused:  # approved for later, or retired
        return None
