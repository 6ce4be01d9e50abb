"""Shelves: the templates or content blocks of an organisation, filtered, searched and sorted, a page at a time.

What is looked through are cards in memory, so a search through every word of ten thousand templates takes no longer
than one through their names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from ccm.store.access import sees
from ccm.store.actor import Actor, renewed
from ccm.store.card_index import cards
from ccm.store.cards import Card, said
from ccm.store.folders import Folder, folders, in_folder
from ccm.store.home import Home
from ccm.store.listing import State
from ccm.store.reviews import names_of
from ccm.store.standing import NOTHING, Approved, approved, archived, in_review
from ccm.store.where_used import counted_uses
from templates_store import loading
from templates_store.choose import Kind
from templates_store.database import Session

SOON = timedelta(days=90)
"""What ends or begins within so many days does so soon."""
AROUND = 40
"""How many characters around a word that was found are shown."""
Where = Literal["draft", "waiting", "in-force", "coming", "ending", "archived"]
Order = Literal["title", "changed", "state", "owner", "uses"]
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
    """What a shelf can be filtered by: all that is on it."""

    classes: tuple[str, ...]
    owners: tuple[str, ...]
    languages: tuple[str, ...]
    archived: int


@dataclass(frozen=True)
class Page:
    """A part of a shelf, how much there is in all, the folders in the one that is open, and what to filter by."""

    entries: tuple[Entry, ...]
    total: int
    folders: tuple[Folder, ...]
    choices: Choices


def shelf(home: Home, by: Actor, kind: Kind, wish: Wish = Wish(), start: int = 0, limit: int = 50) -> Page:
    """A part of a shelf as somebody may see it."""
    today = datetime.now(UTC).date()
    with home.reading() as session:
        now_by = renewed(session, home.organisation, by)
        names = names_of(session, home.organisation)
        everything = [it for it in _entries(session, home.organisation, kind, today) if _concerns(now_by, it.card)]
        everything = [replace_by(it, names.get(it.card.saved_by, "")) for it in everything]
        if wish.order == "uses":
            everything = _counted(session, home.organisation, kind, everything)
        found = [it for it in everything if _fits(it, wish, today)]
        opened = [it for it in found if in_folder(it.card.name, wish.folder)]
        page = _sorted(opened, wish)[start : start + limit]
        page = [_with_excerpt(session, it, wish.search) for it in _counted(session, home.organisation, kind, page)]
        around = folders([it.card.name for it in found], wish.folder)
        return Page(tuple(page), len(opened), tuple(around), _choices(everything))


def replace_by(entry: Entry, login: str) -> Entry:
    """The same with the login of who saved it last."""
    return replace(entry, saved_by=login)


def _concerns(by: Actor, card: Card) -> bool:
    return any(it.area == "*" for it in by.given) or sees(by, card.kind, card.name)


def _entries(session: Session, organisation: str, kind: Kind, today: date) -> Iterator[Entry]:
    found = cards(session, organisation)
    standing = approved(session, organisation, kind, today)
    waiting, away = in_review(session, organisation), archived(session, organisation, kind)
    for (its_kind, name), card in found.items():
        if its_kind != kind:
            continue
        there = standing.get(name, NOTHING)
        state = there.state(card.version, today) or ("in review" if card.revision in waiting else "draft")
        its_class = found.get(("class", card.document_class))
        owner, channels = (its_class.owner, its_class.channels) if its_class else (card.owner, ())
        yield Entry(card, state, there, _is_away(card, state, there, away), owner, channels)


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
        return title

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
    terms = search.casefold().split()
    shown = f"{entry.card.name} {' '.join(entry.card.title.values())}".casefold()
    hidden = next((it for it in terms if it not in shown), None)
    if hidden is None:
        return entry
    texts = said(loading.revision(session, entry.card.revision).content)
    return replace(entry, excerpt=next(filter(None, (_around(it, hidden) for it in texts)), None))


def _around(text: str, term: str) -> tuple[str, str, str] | None:
    at = text.casefold().find(term)
    if at < 0 or len(text.casefold()) != len(text):
        return None
    start, end = max(0, at - AROUND), at + len(term)
    before = ("…" if start else "") + text[start:at]
    after = text[end : end + AROUND] + ("…" if end + AROUND < len(text) else "")
    return before, text[at:end], after


def _choices(entries: Sequence[Entry]) -> Choices:
    return Choices(
        tuple(sorted({it.card.document_class for it in entries} - {""})),
        tuple(sorted({it.owner for it in entries} - {""})),
        tuple(sorted({language for it in entries for language in it.card.languages})),
        sum(it.archived for it in entries),
    )
