"""What uses a field of a data dictionary: everything that would be wrong without it, and personas that hold it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from ccm.checking import check_template
from ccm.libraries import drafted_items
from ccm.store.access import refuse_unseen, sees
from ccm.store.actor import Actor
from ccm.store.home import Home
from ccm.store.saving import newest
from content_blocks.problem import Problem, Refused, refuse
from templates_store.database import Session, col, func, select
from templates_store.overlay import Overlaid, unsaved
from templates_store.store_library import StoreLibrary
from templates_store.tables import Reference, Revision

Content = dict[str, Any]


@dataclass(frozen=True)
class FieldUse:
    """A template whose draft would have `problems` without the field, and the names of its personas that hold it."""

    template: str
    problems: tuple[Problem, ...]
    personas: tuple[str, ...]


@dataclass(frozen=True)
class FieldUses:
    """Where a field is used; `against` is what the data dictionary itself would lack without it."""

    uses: tuple[FieldUse, ...]
    against: tuple[Problem, ...] = ()


def field_uses(home: Home, by: Actor, name: str, path: str, today: date) -> FieldUses:
    """What uses a field, as things were saved last: what the checks find without it, and not with it.

    Raises Refused for a field that there is not, and for a dictionary that is none of somebody's business.
    """
    refuse_unseen(by, "dictionary", name)
    with home.reading() as session:
        found = newest(session, home.organisation, "dictionary", name)
        if found is None:
            raise refuse("", "item-not-known", kind="dictionary", name=name)
        without = without_field(json.loads(found.content), path)
        library = drafted_items(home, session, today)
        try:
            overlaid = Overlaid(library, described=unsaved("dictionary", name, without))
        except Refused as refused:
            return FieldUses((), refused.problems)
        mine = [it for it in _going_by(session, home.organisation, name) if sees(by, "template", it)]
        uses = (_use(library, overlaid, template, path, today) for template in mine)
        return FieldUses(tuple(it for it in uses if it.problems or it.personas))


def _going_by(session: Session, organisation: str, name: str) -> list[str]:
    """The templates that go by a data dictionary as they were saved last, by name."""
    last = (
        select(func.max(Revision.id))
        .where(Revision.organisation == organisation, Revision.kind == "template")
        .group_by(col(Revision.name))
    )
    found = (
        select(Revision.name)
        .join(Reference, col(Reference.revision) == col(Revision.id))
        .where(col(Revision.id).in_(last), Reference.kind == "dictionary", Reference.name == name)
    )
    return sorted(set(session.exec(found)))


def without_field(content: Content, path: str) -> Content:
    """The content of a data dictionary without a field, and without a group that would be empty then."""
    made = deepcopy(content)
    *above, last = path.replace("[]", "").split(".")
    chain = [made]
    for name in above:
        inner = (chain[-1].get("fields") or {}).get(name)
        if not isinstance(inner, dict):
            raise refuse(path, "field-unknown")
        chain.append(inner)
    if last not in (chain[-1].get("fields") or {}):
        raise refuse(path, "field-unknown")
    del chain[-1]["fields"][last]
    for holder, name in zip(reversed(chain[:-1]), reversed(above), strict=True):
        if not holder["fields"][name]["fields"]:
            del holder["fields"][name]
    return made


def _use(library: StoreLibrary, overlaid: Overlaid, template: str, path: str, today: date) -> FieldUse:
    before = {it.identity() for it in check_template(library, template, today)}
    found = {it.identity(): it for it in check_template(overlaid, template, today) if it.identity() not in before}
    return FieldUse(template, tuple(found.values()), tuple(_personas(library, template, path)))


def _personas(library: StoreLibrary, template: str, path: str) -> Iterator[str]:
    for name in library.persona_names(template):
        text = library.persona_text(template, name)
        if text and _holds(json.loads(text).get("record"), path.split(".")):
            yield name


def _holds(content: Any, steps: list[str]) -> bool:
    if not steps:
        return True
    step, *rest = steps
    inner = content.get(step.removesuffix("[]")) if isinstance(content, Mapping) else None
    if step.endswith("[]"):
        return isinstance(inner, list) and any(_holds(it, rest) for it in inner)
    return inner is not None and _holds(inner, rest)
