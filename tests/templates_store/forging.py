"""A review that somebody wants to push through by writing to the database, and the statements they would need."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.ccm.store.world import World
from tests.raw_program import Errors, Raw

FIRST = "(SELECT review FROM publication ORDER BY id LIMIT 1)"


@dataclass
class Scene:
    """A clause in review: submitted by `law`, who wrote it; nobody has decided yet."""

    bank: World
    raw: Raw
    review: str

    def person(self, login: str) -> str:
        """Somebody as SQL has to name them."""
        return f"'{self.bank.who(login).id}'"

    def decision(self, like: str, **changes: str) -> str:
        """A decision like the one that the first review has for a step, about this review."""
        about = {"review": f"'{self.review}'", "subject": self.subject, **changes}
        return self.raw.copy("decision", f"review = {FIRST} AND step = '{like}'", **about)

    def by(self, login: str, like: str = "content", **changes: str) -> str:
        """A decision by somebody, on their own behalf."""
        return self.decision(like, **{"person": self.person(login), "voter": self.person(login), **changes})

    def lent(self, lender: str, to: str, step: str = "content", **changes: str) -> str:
        """A right lent for years; who is named so."""
        values = {
            "organisation": "'ahorn'",
            "step": f"'{step}'",
            "lender": self.person(lender),
            "borrower": self.person(to),
            "start": "'2026-01-01'",
            "until": "'2030-01-01'",
            "lent_at": "'2026-01-01'",
            **changes,
        }
        return f"INSERT INTO delegation ({', '.join(values)}) VALUES ({', '.join(values.values())})"

    @property
    def subject(self) -> str:
        """What the review is about."""
        return f"(SELECT subject FROM review WHERE id = '{self.review}')"

    def approved(self) -> None:
        """All votes, forged one by one: the database cannot know that nobody signed them."""
        self.raw.run(self.by("carl"), self.by("dora", "compliance"))

    def publication(self, **changes: str) -> str:
        """What publishing the clause would write."""
        about = "version = '1.0' AND kind = 'block'"
        found = f"FROM review_item WHERE review = '{self.review}'"
        own = {name: f"(SELECT {name} {found})" for name in ("version", "revision", "hash")}
        start = "'2026-12-01'"
        return self.raw.copy("publication", about, **{"review": f"'{self.review}'", "start": start, **own, **changes})

    def bundle(self, **changes: str) -> str:
        """What publishing one bundle would write."""
        found = f"FROM review_bundle WHERE review = '{self.review}' ORDER BY bundle LIMIT 1"
        names = ("bundle", "hashes", "template", "version", "language", "brand")
        own = {name: f"(SELECT {name} {found})" for name in names}
        one = f"review = {FIRST} AND bundle = (SELECT min(bundle) FROM published_bundle WHERE review = {FIRST})"
        return self.raw.copy("published_bundle", one, **{"review": f"'{self.review}'", **own, **changes})

    def postponed(self, start: str, login: str = "paul") -> str:
        """What letting the clause that is approved begin on another day would write."""
        clause = "(SELECT id FROM publication WHERE kind = 'block' AND version = '1.0')"
        return (
            "INSERT INTO postponement (organisation, publication, start, at, person, reason)"
            f" VALUES ('ahorn', {clause}, '{start}', '2026-11-02T10:00:00.000000Z', {self.person(login)}, 'later')"
        )

    def retired(self, login: str) -> str:
        """What taking it out of force would write."""
        clause = "(SELECT id FROM publication WHERE kind = 'block' AND version = '1.0')"
        return (
            "INSERT INTO retirement (organisation, publication, at, person, reason)"
            f" VALUES ('ahorn', {clause}, '2026-11-02T10:00:00.000000Z', {self.person(login)}, 'wrong')"
        )

    def ended(self, login: str) -> str:
        """What ending the only delegation would write."""
        return (
            "INSERT INTO delegation_end (delegation, organisation, ended_by, ended_at)"
            f" SELECT id, organisation, {self.person(login)}, '2026-01-02' FROM delegation"
        )

    def glass(self, **changes: str) -> str:
        """What breaking the glass over the first bundle of the review would write, by its submitter."""
        found = f"FROM review WHERE id = '{self.review}'"
        values = {
            "id": "'g-forged'",
            "organisation": "'ahorn'",
            "review": f"'{self.review}'",
            "bundle": f"(SELECT min(bundle) FROM review_bundle WHERE review = '{self.review}')",
            "opened_by": f"(SELECT submitted_by {found})",
            "opened_at": f"(SELECT submitted_at {found})",
            "until": "'2026-11-03T00:00:00.000000Z'",
            "reason": "'no reason'",
            **changes,
        }
        return f"INSERT INTO glass ({', '.join(values)}) VALUES ({', '.join(values.values())})"


def refusal(raw: Raw, *statements: str) -> str:
    """The rule that refuses some statements, of which the last is the one that should not pass."""
    with pytest.raises(Errors) as caught:
        raw.run(*statements)
    return str(caught.value).splitlines()[0]
