"""A second opinion about a store: what its log says happened, judged by the rules as they are written, not as they run.

Nothing here calls `approvals` or a use case.  The oracle reads the log entry by entry, keeps its own books of roles,
rights lent, saves, reviews and votes, and finds fault the moment somebody did what they may not, or something goes out
that lacks the people it needs.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fnmatch import fnmatchcase
from typing import Any

from templates_store.database import Session, col, select
from templates_store.tables import Entry, Review, ReviewBundle, ReviewItem, ReviewStep, Revision

Item = tuple[str, str]
"""Kind and name."""
OWNER = "regulated wording"


class Fault(AssertionError):
    """The store let something happen that its rules forbid."""


@dataclass(frozen=True)
class Role:
    """A role somebody was given."""

    person: str
    role: str
    area: str
    step: str
    changes: tuple[str, ...]


@dataclass(frozen=True)
class Saved:
    """A text somebody saved; `owner` tells whether locked wording was theirs at that moment."""

    number: int
    item: Item
    version: str
    hash: str
    person: str
    owner: bool


@dataclass
class Asked:
    """A review as it was submitted, and what became of it."""

    id: str
    submitted_by: str
    authors: set[str]
    quorums: dict[str, int]
    items: dict[Item, list[ReviewItem]]
    bundles: list[ReviewBundle]
    start: str
    votes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    involved: set[str] = field(default_factory=set)
    over: str = ""

    @property
    def approved(self) -> bool:
        """Whether enough different people have said yes to every step, and nobody has said no."""
        return not self.over and all(len(self.votes[step]) >= quorum for step, quorum in self.quorums.items())


@dataclass
class Approved:
    """A version that a review approved: from when on it may go out, and whether it was retired."""

    review: Asked
    hash: str
    revision: int
    start: str
    retired: bool = False


class Oracle:
    """What is known of a store from its log, as far as it was read."""

    def __init__(self, organisation: str) -> None:
        self.organisation = organisation
        self.read = 0
        self.roles: dict[int, Role] = {}
        self.lent: dict[str, dict[str, Any]] = {}
        self.saves: list[Saved] = []
        self.reviews: dict[str, Asked] = {}
        self.approved: dict[tuple[str, str, str], Approved] = {}
        self.glasses: list[dict[str, Any]] = []

    def catch_up(self, session: Session) -> None:
        """Read what happened since; raises Fault for what should not have."""
        found = select(Entry).where(Entry.organisation == self.organisation, col(Entry.place) >= self.read)
        for entry in session.exec(found.order_by(col(Entry.place))).all():
            self.read = entry.place + 1
            reads = getattr(self, f"_{entry.what.replace('-', '_')}", None)
            if reads:
                reads(session, entry, json.loads(entry.details))

    def judge(self, hashes: Mapping[str, str], bundle: str, day: date, under: bool, at: datetime) -> None:
        """Find fault with a bundle that goes out on a day, `under` an open glass or as approved."""
        if under and bundle in self.open_glasses(at):
            return
        voices = [it for it in self.reviews.values() if it.approved and bundle in {row.bundle for row in it.bundles}]
        _hold(voices, "a bundle goes out that no finished review is about")
        for called, digest in hashes.items():
            kind, name = called.split(" ")[:2]
            mine = [it for key, it in self.approved.items() if key[:2] == (kind, name) and it.hash == digest]
            _hold(mine, f"{called} goes out and was not approved")
            _hold([it for it in mine if it.review.approved], f"{called} goes out, its review is not finished")
            _hold([it for it in mine if not it.retired], f"{called} goes out although it was retired")
            _hold([it for it in mine if it.start <= day.isoformat()], f"{called} goes out before its day")

    def open_glasses(self, at: datetime) -> set[str]:
        """The bundles under a glass that is open: for its time, as long as nobody said no, or took it back."""
        retired = {it.hash for it in self.approved.values() if it.retired}
        return {
            it["bundle"]
            for it in self.glasses
            if _at(it["opened_at"]) <= at < _at(it["until"])
            and not self.reviews[it["review"]].over
            and not retired & self._made_of(it)
        }

    def _made_of(self, glass: dict[str, Any]) -> set[str]:
        (row,) = [it for it in self.reviews[glass["review"]].bundles if it.bundle == glass["bundle"]]
        return set(json.loads(row.hashes).values())

    def may(self, person: str, role: str, items: Iterable[Item], step: str = "") -> list[Role]:
        """The roles of a kind that somebody holds now for all of some items."""
        wanted = [f"{kind}/{name}" for kind, name in items]
        return [
            it
            for it in self.roles.values()
            if (it.person, it.role, it.step) == (person, role, step)
            and all(fnmatchcase(called, it.area) for called in wanted)
        ]

    def _role_granted(self, _session: Session, _entry: Entry, told: dict[str, Any]) -> None:
        changes = tuple(told["changes"])
        self.roles[told["number"]] = Role(told["person"], told["role"], told["area"], told["step"], changes)

    def _role_revoked(self, _session: Session, _entry: Entry, told: dict[str, Any]) -> None:
        del self.roles[told["number"]]

    def _right_lent(self, _session: Session, entry: Entry, told: dict[str, Any]) -> None:
        record = told["record"]
        own = [it for it in self.roles.values() if (it.person, it.step) == (record["lender"], record["step"])]
        _hold(own, "somebody lent what is not theirs")
        _hold(record["lender"] == entry.person, "somebody lent a colleague's right")
        self.lent[record["delegation"]] = record

    def _lending_ended(self, _session: Session, entry: Entry, told: dict[str, Any]) -> None:
        record = self.lent[str(told["number"])]
        _hold(entry.person in (record["lender"], record["to"]), "somebody ended what others agreed on")
        record["until"] = min(record["until"], entry.at)

    def _saved(self, session: Session, entry: Entry, told: dict[str, Any]) -> None:
        item: Item = (told["kind"], told["name"])
        rights = self.may(str(entry.person), "author", [item])
        _hold(rights, "somebody saved what is not theirs to write")
        owner = any(OWNER in it.changes for it in rights)
        number = told["revision"]
        self.saves.append(Saved(number, item, told["version"], told["hash"], str(entry.person), owner))
        if not owner:
            self._hold_locks(session, item, number)

    def _hold_locks(self, session: Session, item: Item, number: int) -> None:
        """Who does not own what is locked has left it as it was approved last, or as its owners drafted it since."""
        before = [it for key, it in self.approved.items() if key[:2] == item]
        if not before:
            return
        last, now = session.get(Revision, before[-1].revision), session.get(Revision, number)
        assert last is not None
        assert now is not None
        if item[0] == "block":
            same = {it.hash for it in before} | {it.hash for it in self.saves if it.item == item and it.owner}
            _hold(now.hash in same, "somebody changed wording that others own")
        elif item[0] == "template":
            mine = [it.number for it in self.saves if it.item == item and it.owner and it.number > before[-1].revision]
            drafts = [found for number in mine if (found := session.get(Revision, number))]
            kept = any(_kept(draft, now, last) for draft in (last, *drafts))
            _hold(kept, "somebody changed the use of a clause that others own")

    def _submitted(self, session: Session, entry: Entry, told: dict[str, Any]) -> None:
        review = told["review"]
        row = session.get(Review, review)
        assert row is not None
        items: dict[Item, list[ReviewItem]] = defaultdict(list)
        for it in session.exec(select(ReviewItem).where(ReviewItem.review == review)):
            items[it.kind, it.name].append(it)
        bundles = list(session.exec(select(ReviewBundle).where(ReviewBundle.review == review)))
        steps = session.exec(select(ReviewStep).where(ReviewStep.review == review))
        quorums = {it.step: it.quorum for it in steps}
        asked = Asked(review, str(entry.person), set(told["authors"]), quorums, items, bundles, row.start)
        self._hold_behind(asked)
        _hold(quorums and min(quorums.values()) >= 1, "nobody has to agree")
        if any(kind == "block" for kind, _name in items):
            _hold({"content", "compliance"} <= set(quorums), "regulated wording does not pass by compliance")
        self.reviews[review] = asked

    def _hold_behind(self, asked: Asked) -> None:
        """Everybody is among the authors who wrote what is new in it since something was approved."""
        rows = [row for found in asked.items.values() for row in found]
        people = {person for row in rows for person in self._behind((row.kind, row.name), row.hash)}
        _hold(people <= asked.authors, "somebody behind a change is not among its authors")
        new = {(row.kind, row.name) for row in rows}
        for bundle in asked.bundles:
            before = self._approved_bundles(bundle)
            met = [self._meeting(bundle, old, new) <= asked.authors for old in before]
            _hold(not before or any(met), "somebody whose wording meets another for the first time is not an author")

    def _meeting(self, bundle: ReviewBundle, before: dict[str, str], new: set[Item]) -> set[str]:
        """Who wrote what was approved by itself, and is in this bundle but was not in one before."""
        people: set[str] = set()
        for called, digest in json.loads(bundle.hashes).items():
            item: Item = tuple(called.split(" ")[:2])
            if item not in new and before.get(called) != digest:
                people |= self._behind(item, digest)
        return people

    def _behind(self, item: Item, digest: str) -> set[str]:
        """Who wrote what an item says, whenever it was saved: a text that comes back is still theirs."""
        texts = [it.number for it in self.saves if it.item == item and it.hash == digest]
        return {person for number in texts for person in self._writers(item, number)}

    def _approved_bundles(self, like: ReviewBundle) -> list[dict[str, str]]:
        """What was ever approved of a template in a language, under a brand."""
        return [
            json.loads(row.hashes)
            for review in self.reviews.values()
            if review.approved
            for row in review.bundles
            if (row.template, row.language, row.brand) == (like.template, like.language, like.brand)
        ]

    def _writers(self, item: Item, revision: int) -> set[str]:
        """Who saved an item up to some text, since the text before it that was approved."""
        texts = [it.revision for key, it in self.approved.items() if key[:2] == item and it.revision < revision]
        last = max(texts, default=0)
        return {it.person for it in self.saves if it.item == item and last < it.number <= revision}

    def _decided(self, _session: Session, entry: Entry, told: dict[str, Any]) -> None:
        record = told["record"]
        asked = self.reviews[record["review"]]
        person, right = record["person"], record["behalf"] or record["person"]
        _hold(not asked.over and not asked.approved, "a review was decided that is over")
        _hold(person == entry.person, "somebody decided for somebody else")
        if record["decision"] == "withdrawn":
            _hold(person in asked.authors | {asked.submitted_by}, "somebody withdrew what others asked for")
            asked.over = "withdrawn"
            return
        step = record["step"]
        _hold(not {person, right} & (asked.authors | {asked.submitted_by}), "somebody decided about their own work")
        _hold(not {person, right} & asked.involved, "somebody counted twice")
        area = list(asked.items) or [("template", row.template) for row in asked.bundles]
        _hold(self.may(right, "reviewer", area, step), "somebody decided who does not review that")
        _hold(right == person or self._is_lent(right, person, step, entry.at), "a right was used that was not lent")
        if record["decision"] == "rejected":
            asked.over = "rejected"
            return
        asked.involved |= {person, right}
        asked.votes[step].add(right)

    def _is_lent(self, lender: str, to: str, step: str, at: str) -> bool:
        return any(
            (it["lender"], it["to"], it["step"]) == (lender, to, step) and it["start"] <= at < it["until"]
            for it in self.lent.values()
        )

    def _published(self, session: Session, _entry: Entry, told: dict[str, Any]) -> None:
        asked = self.reviews[told["review"]]
        _hold(asked.approved, "something was published that not enough people agreed to")
        for (kind, name), rows in asked.items.items():
            for row in rows:
                key = (kind, name, row.version)
                _hold(key not in self.approved or self.approved[key].hash == row.hash, "a version became another one")
                self._hold_owned(row)
                self.approved[key] = Approved(asked, row.hash, row.revision, _begins(session, row, asked))

    def _hold_owned(self, row: ReviewItem) -> None:
        """Regulated wording that is approved was written by those it belongs to."""
        if row.kind == "block":
            mine = [it for it in self.saves if it.item == (row.kind, row.name) and it.hash == row.hash]
            _hold([it for it in mine if it.owner], "wording was approved that its owners did not write")

    def _retired(self, _session: Session, entry: Entry, told: dict[str, Any]) -> None:
        self._hold_publisher(entry, told)
        self.approved[told["kind"], told["name"], told["version"]].retired = True

    def _postponed(self, _session: Session, entry: Entry, told: dict[str, Any]) -> None:
        self._hold_publisher(entry, told)
        found = self.approved[told["kind"], told["name"], told["version"]]
        _hold(found.start < told["start"], "something begins earlier than approved")
        found.start = told["start"]

    def _hold_publisher(self, entry: Entry, told: dict[str, Any]) -> None:
        item: Item = (told["kind"], told["name"])
        _hold(self.may(str(entry.person), "publisher", [item]), "somebody took back what is not theirs")

    def _glass_broken(self, _session: Session, entry: Entry, told: dict[str, Any]) -> None:
        record = told["record"]
        asked = self.reviews[record["review"]]
        (row,) = [it for it in asked.bundles if it.bundle == record["bundle"]]
        opener = record["opened_by"]
        _hold(opener == entry.person == asked.submitted_by, "somebody broke a glass for somebody else")
        _hold(opener in asked.authors, "who broke a glass is not behind its review")
        _hold(self.may(opener, "publisher", [("template", row.template)]), "somebody broke a glass who may not")
        _hold(_at(record["until"]) - _at(record["opened_at"]) <= timedelta(hours=72), "a glass is open too long")
        _hold(record["bundle"] not in {it["bundle"] for it in self.glasses}, "a glass was broken twice")
        self.glasses.append(record)


def _hold(that: object, otherwise: str) -> None:
    if not that:
        raise Fault(otherwise)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _begins(session: Session, row: ReviewItem, asked: Asked) -> str:
    """From which day on it may go out: what it says itself, or what the submission says, whichever is later."""
    revision = session.get(Revision, row.revision)
    assert revision is not None
    return max(str(json.loads(revision.content).get("effective", {}).get("from", "")), asked.start)


def _kept(before: Revision, now: Revision, approved: Revision) -> bool:
    """Whether clauses that were locked in either of two are now as the first has them, and in its order."""
    locked = {it["id"] for one in (before, approved) for it in _clauses(one) if it.get("lock") != "open"}
    one, other = ([it for it in _clauses(revision) if it["id"] in locked] for revision in (before, now))
    return one == other


def _clauses(revision: Revision) -> list[Any]:
    """The uses of content blocks in a template, in order."""
    return [block for block in json.loads(revision.content)["body"] if block["type"] == "clause"]
