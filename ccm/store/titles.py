"""What items are called by people, read from what was saved last: a name in files is for files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ccm.store.access import sees
from ccm.store.actor import Actor
from ccm.store.card_index import CARDED, cards
from ccm.store.home import Home
from ccm.store.saving import newest
from templates_store.choose import Kind
from templates_store.database import col, func, select
from templates_store.tables import Revision

COMMON = ""
"""The language of a title that is the same in all."""


def titles(home: Home, by: Actor, kind: Kind, inside: str = "") -> dict[str, dict[str, str]]:
    """The titles by language of all items of a kind that are somebody's business, by name in alphabetical order.

    With `inside` only of those whose name begins so, as the personas of a template do.  An item without a title, such
    as a picture, is not among them.
    """
    if kind in CARDED:
        return _on_cards(home, by, kind, inside)
    last = (
        select(func.max(Revision.id))
        .where(Revision.organisation == home.organisation, Revision.kind == kind)
        .where(col(Revision.name).startswith(inside, autoescape=True))
        .group_by(col(Revision.name))
    )
    found = select(Revision.name, Revision.content).where(col(Revision.id).in_(last)).order_by(col(Revision.name))
    with home.reading() as session:
        contents = [(name, json.loads(content)) for name, content in session.exec(found) if sees(by, kind, name)]
    return {name: said for name, content in contents if (said := title_of(content))}


def title(home: Home, by: Actor, kind: Kind, name: str) -> dict[str, str]:
    """The title by language of one item; nothing where it has none, or is none of somebody's business."""
    if not sees(by, kind, name):
        return {}
    with home.reading() as session:
        if kind in CARDED:
            card = cards(session, home.organisation).get((kind, name))
            return dict(card.title) if card else {}
        last = newest(session, home.organisation, kind, name)
        return title_of(json.loads(last.content)) if last else {}


def _on_cards(home: Home, by: Actor, kind: Kind, inside: str) -> dict[str, dict[str, str]]:
    """The same of what has cards, which are at hand."""
    with home.reading() as session:
        known = cards(session, home.organisation)
    mine = sorted(name for its, name in known if its == kind and name.startswith(inside) and sees(by, kind, name))
    return {name: dict(said) for name in mine if (said := known[kind, name].title)}


def title_of(content: Mapping[str, Any]) -> dict[str, str]:
    """The title in some content by language; one that is not said by language stands under `COMMON`."""
    match content.get("title"):
        case str() as title:
            return {COMMON: title}
        case {"text": str() as title}:
            return {COMMON: title}
        case dict() as words:
            return {str(language): _said(title) for language, title in words.items() if _said(title)}
    return {}


def _said(title: Any) -> str:
    """A title in one language, which may say what it translates."""
    return str(title.get("text", "")) if isinstance(title, dict) else str(title)
