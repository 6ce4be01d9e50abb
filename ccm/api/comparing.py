"""What a child of the press does for a review: the same message as it is in force and as it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from ccm.api.printing import let_go, valued
from ccm.api.viewing import View, Viewed, Viewing, view_in
from ccm.personas import persona
from ccm.store.home import home_at
from ccm.store.review_world import AskedFor, libraries, worlds
from content_blocks.document import ChannelName
from content_blocks.problem import Problem, Refused
from renderers.pdf import PagePicture, differing, page_texts
from renderers.shown import Shown, ShownMail, ShownPush, ShownSms
from templates_store.database import Session
from templates_store.store_library import StoreLibrary

Boxes: TypeAlias = tuple[tuple[int, int, int, int], ...]

NOTHING = frozenset({"item-not-known", "item-not-approved", "item-not-in-force", "bundle-not-approved"})
"""Why there may be nothing to compare with: nothing of the kind goes out on that day as things stand."""


@dataclass(frozen=True)
class Comparing:
    """What is compared, and what is wanted of both sides: as of a preview, with a persona's name."""

    asked: AskedFor
    wanted: Viewing


@dataclass(frozen=True)
class Side:
    """What came of one side, or what is wrong with it; with neither, nothing goes out as things stand."""

    viewed: Viewed | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Compared:
    """Both sides, the channels in which a reader gets something else, and where pages differ, by page from 1."""

    before: Side
    after: Side
    changed: tuple[ChannelName, ...]
    pages: Mapping[int, Boxes]


def compare_one(comparing: Comparing) -> Compared | tuple[Problem, ...]:
    """Render both sides; what is refused comes back as a value."""
    return valued(lambda: _compare(comparing))


def _compare(comparing: Comparing) -> Compared:
    wanted = comparing.wanted
    home = home_at(wanted.places)
    session = Session(home.database.engine)
    try:
        found = worlds(session, home.organisation, comparing.asked)
        before, after = libraries(found, wanted.order.day)
        record = persona(after, wanted.order.template, wanted.persona).record
        asked = Viewing(wanted.places, wanted.order, record, looking=wanted.looking)
        sides = _before(before, asked), _side(after, asked)
    finally:
        let_go(session)
    return Compared(*sides, *_differences(*sides))


def _before(library: StoreLibrary, wanted: Viewing) -> Side:
    found = _side(library, wanted)
    return Side() if found.problems and all(it.code in NOTHING for it in found.problems) else found


def _side(library: StoreLibrary, wanted: Viewing) -> Side:
    try:
        found = view_in(library, wanted)
        return Side(replace(found, views=tuple(map(_read_back, found.views))))
    except Refused as refused:
        return Side(problems=refused.problems)


def _read_back(view: View) -> View:
    """A letter with its words as well, as they are read back from it."""
    if view.sheet.channel != "pdf" or not view.sheet.content:
        return view
    return replace(view, sheet=replace(view.sheet, text="\n\n".join(page_texts(view.sheet.content))))


def _differences(before: Side, after: Side) -> tuple[tuple[ChannelName, ...], Mapping[int, Boxes]]:
    old, new = _views(before), _views(after)
    pages = dict(_pages(old, new))
    changed = [it for it in new if it not in old or _differ(old[it], new[it], pages)]
    return (*changed, *(it for it in old if it not in new)), pages


def _views(side: Side) -> dict[ChannelName, View]:
    return {view.sheet.channel: view for view in side.viewed.views} if side.viewed else {}


def _pages(old: Mapping[ChannelName, View], new: Mapping[ChannelName, View]) -> Iterator[tuple[int, Boxes]]:
    if "pdf" not in old or "pdf" not in new:
        return
    was, will = old["pdf"].pages, new["pdf"].pages
    for number, page in enumerate(will, 1):
        if number > len(was):
            yield number, ((0, 0, page.width, page.height),)
        elif boxes := _boxes(was[number - 1], page):
            yield number, boxes


def _boxes(old: PagePicture, new: PagePicture) -> Boxes:
    if old.sha256 == new.sha256 or not (old.content and new.content):
        return ()
    return differing(old.content, new.content, new.width)


def _differ(old: View, new: View, pages: Mapping[int, Boxes]) -> bool:
    if new.sheet.channel == "pdf":
        return bool(pages) or len(old.pages) != len(new.pages) or _hashes(old.pages) != _hashes(new.pages)
    return _said(old.shown) != _said(new.shown)


def _hashes(pages: tuple[PagePicture, ...]) -> list[str]:
    return [page.sha256 for page in pages]


def _said(shown: Shown | None) -> object:
    """What a recipient sees of a message."""
    match shown:
        case ShownMail():
            return shown.subject, shown.preheader, shown.html, shown.text
        case ShownSms():
            return shown.text
        case ShownPush():
            return shown.title, shown.body
    return None
