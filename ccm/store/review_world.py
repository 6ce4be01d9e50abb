"""The worlds that a review compares: what was approved when it was submitted, and the same with what it asks for.

Of drafts that nobody has submitted yet it is what is approved now.  Whatever is rendered from them comes out of the
code that sends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TypeAlias

from ccm.store.proposal import LAST
from ccm.store.reviews import Filed, filed
from content_blocks.check import check_bundle
from content_blocks.problem import Problem, Refused
from templates_store import loading
from templates_store.choose import Listed
from templates_store.database import Session
from templates_store.shelf import Proposed, Published, day_of, drafted
from templates_store.store_library import StoreLibrary
from templates_store.tables import ReviewBundle, Revision

Worlds: TypeAlias = tuple[Published, Proposed]


@dataclass(frozen=True)
class AskedFor:
    """What is compared with what is approved: a review by its id, or else drafts by the numbers of their revisions, to
    begin on a day if they name none themselves."""

    review: str = ""
    drafts: tuple[int, ...] = ()
    start: date | None = None


@dataclass(frozen=True)
class Combination:
    """A template's version in a language and under a brand, and the first day on which it would go out so."""

    template: str
    version: str
    language: str
    brand: str
    day: date


@dataclass(frozen=True)
class Checked:
    """What the checks find in a combination."""

    about: Combination
    problems: tuple[Problem, ...]


def worlds(session: Session, organisation: str, asked: AskedFor) -> Worlds:
    """What is approved, and what would be; raises Refused for a review that is not there."""
    if asked.review:
        return worlds_of(session, filed(session, organisation, asked.review))
    before = Published(session, organisation)
    drafts = [loading.revision(session, number) for number in asked.drafts]
    return before, Proposed(before, [_listed(it, asked.start, LAST) for it in drafts])


def worlds_of(session: Session, review: Filed) -> Worlds:
    """What was approved when a review was submitted, and the same with what it asks for."""
    submitted = datetime.fromisoformat(review.row.submitted_at)
    before = Published(session, review.row.organisation, submitted)
    revisions = [loading.revision(session, it.revision) for it in review.items]
    added = [_listed(it, day_of(review.row.start), submitted) for it in revisions]
    return before, Proposed(before, added, known_at=submitted)


def libraries(found: Worlds, day: date) -> tuple[StoreLibrary, StoreLibrary]:
    """Both worlds on a day: of the first only what may go out, of the other everything."""
    before, after = found
    return StoreLibrary(before, day), StoreLibrary(after, day, approved=False)


def checks(found: Worlds, about: Iterable[Combination]) -> Iterator[Checked]:
    """What the checks find in each combination as it is asked for."""
    for it in about:
        library = libraries(found, it.day)[1]
        try:
            bundle = library.bundle(library.template(it.template), it.language, it.brand, it.day)
            yield Checked(it, tuple(check_bundle(bundle, it.day)))
        except Refused as refused:
            yield Checked(it, refused.problems)


def combination(row: ReviewBundle) -> Combination:
    """What one row of a review is about."""
    return Combination(row.template, row.version, row.language, row.brand, date.fromisoformat(row.day))


def by_template(about: Iterable[Combination]) -> Iterator[tuple[str, Sequence[Combination]]]:
    """Combinations by the name of their template, each with those of its first day on top."""
    found = sorted(about, key=lambda it: (it.template, it.day))
    for name, those in groupby(found, lambda it: it.template):
        yield name, list(those)


def _listed(revision: Revision, start: date | None, at: datetime) -> Listed:
    own = drafted(revision)
    begins, until = loading.dates_of(revision)
    begins = max(filter(None, (begins, start)), default=None)
    return Listed(own.kind, own.name, own.version, begins, until, at, place=own.place)
