"""Shelves: the templates or content blocks of an organisation, filtered, searched and sorted, a page at a time.

What is looked through are cards in memory, so a search through every word of ten thousand templates takes no longer
than one through their names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from weakref import WeakKeyDictionary

from ccm.store.access import sees
from ccm.store.actor import Actor, renewed
from ccm.store.card_index import cards
from ccm.store.cards import Card, said
from ccm.store.folders import Folder, folders, in_folder, path_to
from ccm.store.home import Home
from ccm.store.listing import State
from ccm.store.reviews import names_of
from ccm.store.standing import NOTHING, Approved, approved, archived, in_review
from ccm.store.where_used import counted_uses
from content_blocks.problem import refuse
from templates_store import loading
from templates_store.choose import Kind
from templates_store.database import Session
from templates_store.remembered import written_so_far

SOON = timedelta(days=90)
"""What ends or begins within so many days does so soon."""
AROUND = 40
"""How many characters around a word that was found are shown."""
Where = Literal["draft", "waiting", "in-force", "coming", "ending", "archived"]
Order = Literal["title", "changed", "state", "owner", "uses", "due", "begins"]
STATES: tuple[State, ...] = ("draft", "in review", "approved", "in force", "superseded", "retired")


@dataclass(frozen=True)
class Wish:
    """Which part of a shelf is wanted, in which order; `language` is the reader's, `by` the login of who saved last."""

    search: str = ""
    folder: str = ""
    where: Where | None = None
    document_class: str = ""
    owner: str = ""
    missing: str = ""
    channel: str = ""
    by: str = ""
    order: Order = "title"
    backwards: bool = False
    language: str = "en"


@dataclass(frozen=True)
class Entry:
    """An item on a shelf.

    `state` is that of what was saved last; `in_force` the version that goes out today, which `ends` on a day where none
    comes after it; `coming` the next one and the day it begins.  `owner` of a template is that of its document class.
    """

    card: Card
    state: State
    approved: Approved
    archived: bool
    owner: str
    channels: tuple[str, ...]
    class_title: Mapping[str, str]
    saved_by: str = ""
    uses: int = 0
    excerpt: tuple[str, str, str] | None = None

    @property
    def due(self) -> date | None:
        """The day by which somebody has to see to it: it ends, or has to be looked at again."""
        review = date.fromisoformat(self.card.review_by) if self.card.review_by and self.approved.in_force else None
        return min((it for it in (self.approved.ends, review) if it), default=None)


@dataclass(frozen=True)
class Choices:
    """What a shelf can be filtered by: all that is on it; classes by name with their titles."""

    classes: Mapping[str, Mapping[str, str]]
    owners: tuple[str, ...]
    languages: tuple[str, ...]
    archived: int


@dataclass(frozen=True)
class Page:
    """A part of a shelf and how much there is in all; folders in the open one, those around it; what to filter by."""

    entries: tuple[Entry, ...]
    total: int
    folders: tuple[Folder, ...]
    path: tuple[str, ...]
    choices: Choices


def shelf(home: Home, by: Actor, kind: Kind, wish: Wish = Wish(), start: int = 0, limit: int = 50) -> Page:
    """A part of a shelf as somebody may see it."""
    today = datetime.now(UTC).date()
    with home.reading() as session:
        everything = _seen(session, home.organisation, by, kind, today)
        if wish.order == "uses":
            everything = _counted(session, home.organisation, kind, everything)
        found = [it for it in everything if _fits(it, wish, today)]
        opened = [it for it in found if in_folder(it.card.name, wish.folder)]
        page = _sorted(opened, wish)[start : start + limit]
        page = [_with_excerpt(session, it, wish.search) for it in _counted(session, home.organisation, kind, page)]
        held = [it.card.name for it in found]
        around, path = folders(held, wish.folder), path_to(held, wish.folder)
        return Page(tuple(page), len(opened), tuple(around), tuple(path), _choices(everything))


def on_shelf(home: Home, by: Actor, kind: Kind, name: str) -> Entry:
    """One item as it stands on its shelf; raises Refused where there is none that is somebody's business."""
    with home.reading() as session:
        everything = _seen(session, home.organisation, by, kind, datetime.now(UTC).date())
        found = [it for it in everything if it.card.name == name]
        if not found:
            raise refuse("", "item-not-known", kind=kind, name=name)
        return _counted(session, home.organisation, kind, found)[0]


def _seen(session: Session, organisation: str, by: Actor, kind: Kind, today: date) -> list[Entry]:
    now_by = renewed(session, organisation, by)
    everything = _kept_entries(session, organisation, kind, today)
    if any(it.area == "*" for it in now_by.given):
        return everything
    return [it for it in everything if sees(now_by, kind, it.card.name)]


_kept: WeakKeyDictionary[object, dict[tuple[str, Kind], tuple[int, date, list[Entry]]]] = WeakKeyDictionary()


def _kept_entries(session: Session, organisation: str, kind: Kind, today: date) -> list[Entry]:
    """All that stands on a shelf; found out once for as long as nothing is written and the day is the same."""
    written = written_so_far(session, organisation)
    kept = _kept.setdefault(session.get_bind(), {})
    size, day, entries = kept.get((organisation, kind), (-1, today, []))
    if (size, day) != (written, today):
        entries = list(_entries(session, organisation, kind, today))
        kept[organisation, kind] = (written, today, entries)
    return entries


def _entries(session: Session, organisation: str, kind: Kind, today: date) -> Iterator[Entry]:
    found = cards(session, organisation)
    standing = approved(session, organisation, kind, today)
    waiting, away = in_review(session, organisation), archived(session, organisation, kind)
    logins = names_of(session, organisation)
    for (its_kind, name), card in found.items():
        if its_kind != kind:
            continue
        there = standing.get(name, NOTHING)
        state = there.state(card.version, today) or ("in review" if card.revision in waiting else "draft")
        its_class = found.get(("class", card.document_class))
        of_class = (its_class.owner, its_class.channels, its_class.title) if its_class else (card.owner, (), {})
        gone = _is_away(card, state, there, away)
        yield Entry(card, state, there, gone, *of_class, logins.get(card.saved_by, ""))


def _is_away(card: Card, state: State, there: Approved, away: dict[str, int]) -> bool:
    """In the archive is what was put there, and what has been retired with nothing in its place."""
    retired = state == "retired" and not there.in_force and not there.coming
    return away.get(card.name) == card.revision or retired


def _fits(entry: Entry, wish: Wish, today: date) -> bool:
    card = entry.card
    return (
        _is_where(entry, wish.where, today)
        and wish.document_class in ("", card.document_class)
        and wish.owner in ("", entry.owner)
        and wish.by in ("", entry.saved_by)
        and (not wish.missing or wish.missing not in card.languages or wish.missing in card.gaps)
        and (not wish.channel or wish.channel in entry.channels)
        and all(it in card.name or it in card.words for it in wish.search.casefold().split())
    )


def _is_where(entry: Entry, where: Where | None, today: date) -> bool:
    if where == "archived" or entry.archived:
        return where == "archived" and entry.archived
    match where:
        case "draft":
            return entry.state == "draft"
        case "waiting":
            return entry.state == "in review"
        case "in-force":
            return bool(entry.approved.in_force)
        case "coming":
            return bool(entry.approved.coming)
        case "ending":
            return entry.due is not None and entry.due <= today + SOON
    return True


def _sorted(entries: Iterable[Entry], wish: Wish) -> list[Entry]:
    terms = wish.search.casefold().split()

    def key(entry: Entry) -> tuple[object, ...]:
        title = (_plain(entry.card.title_in(wish.language)), entry.card.name)
        match wish.order:
            case "changed":
                return (entry.card.saved_at, entry.card.revision)
            case "state":
                return (STATES.index(entry.state), *title)
            case "owner":
                return (_plain(entry.owner), *title)
            case "uses":
                return (entry.uses, *title)
            case "due":
                return (entry.due or date.max, *title)
            case "begins":
                return (entry.approved.begins or date.max, *title)
        return (_hidden(entry, terms) is not None, *title)  # what is called that comes before what only says it

    return sorted(entries, key=key, reverse=wish.backwards)


def _plain(words: str) -> str:
    """Words as they are sorted: `ä` with `a`, as in a dictionary."""
    parts = unicodedata.normalize("NFKD", words.casefold())
    return "".join(it for it in parts if not unicodedata.combining(it))


def _counted(session: Session, organisation: str, kind: Kind, entries: Sequence[Entry]) -> list[Entry]:
    uses = counted_uses(session, organisation, kind, [it.card.name for it in entries])
    return [replace(it, uses=uses.get(it.card.name, 0)) for it in entries]


def _with_excerpt(session: Session, entry: Entry, search: str) -> Entry:
    """The same with the words around what was looked for, where neither name nor title says why it was found."""
    hidden = _hidden(entry, search.casefold().split())
    if hidden is None:
        return entry
    texts = said(loading.revision(session, entry.card.revision).content)
    return replace(entry, excerpt=next(filter(None, (_around(it, hidden) for it in texts)), None))


def _hidden(entry: Entry, terms: Sequence[str]) -> str | None:
    """The first word looked for that is neither in the name nor in the title of an item."""
    shown = f"{entry.card.name} {' '.join(entry.card.title.values())}".casefold()
    return next((it for it in terms if it not in shown), None)


def _around(text: str, term: str) -> tuple[str, str, str] | None:
    """The words beside a term in a text, whose letters may be more of them in small: ß is found as ss."""
    folded = [(at, small) for at, letter in enumerate(text) for small in letter.casefold()]
    found = "".join(small for _, small in folded).find(term)
    if found < 0:
        return None
    at, end = folded[found][0], folded[found + len(term) - 1][0] + 1
    start = max(0, at - AROUND)
    before = ("…" if start else "") + text[start:at]
    after = text[end : end + AROUND] + ("…" if end + AROUND < len(text) else "")
    return before, text[at:end], after


def _choices(entries: Sequence[Entry]) -> Choices:
    classes = {it.card.document_class: it.class_title for it in entries}
    return Choices(
        {name: title for name, title in sorted(classes.items()) if name},
        tuple(sorted({it.owner for it in entries} - {""})),
        tuple(sorted({language for it in entries for language in it.card.languages})),
        sum(it.archived for it in entries),
    )
