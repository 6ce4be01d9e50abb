"""Reviews as they were submitted, and the decisions about them.  State is computed, never stored."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel


class Review(SQLModel, table=True):
    """A submission.  `subject` is the hash over everything it is about; `start` the day it goes live, if one is set.

    `kind` is `items` for new versions, `alone` for such that leave what follows them to proposals of its own, `bundles`
    where only their combination is new.  `languages` are those it is
    restricted to, joined by commas; empty for all.
    """

    __table_args__ = (Index("review_by_time", "organisation", "submitted_at"),)

    id: str = Field(primary_key=True)
    organisation: str
    kind: str = "items"
    title: str = ""
    change: str
    subject: str
    start: str = ""
    languages: str = ""
    submitted_by: str = Field(foreign_key="person.id")
    submitted_at: str


class ReviewStep(SQLModel, table=True):
    """A step as it was when the review was submitted; `words` are its title and question by language, as JSON."""

    __tablename__ = "review_step"

    review: str = Field(primary_key=True, foreign_key="review.id")
    place: int = Field(primary_key=True)
    organisation: str
    step: str
    quorum: int
    days: int | None = None
    words: str


class ReviewAuthor(SQLModel, table=True):
    """Somebody behind a change in a review: they may not approve it."""

    __tablename__ = "review_author"

    review: str = Field(primary_key=True, foreign_key="review.id")
    person: str = Field(primary_key=True, foreign_key="person.id")
    organisation: str


class ReviewItem(SQLModel, table=True):
    """A new version that a review is about, and the hash of the one it takes over from, if any."""

    __tablename__ = "review_item"

    review: str = Field(primary_key=True, foreign_key="review.id")
    kind: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    version: str = Field(primary_key=True)
    organisation: str
    revision: int = Field(foreign_key="revision.id")
    hash: str
    before: str = ""


class ReviewBundle(SQLModel, table=True):
    """A bundle that a review is about.

    `day` is the first one on which it is what goes out, `hashes` a JSON mapping of its items, `before` the bundle that
    went out until then.
    """

    __tablename__ = "review_bundle"

    review: str = Field(primary_key=True, foreign_key="review.id")
    bundle: str = Field(primary_key=True)
    organisation: str
    template: str
    version: str
    language: str
    brand: str
    day: str
    hashes: str
    before: str = ""


class Decision(SQLModel, table=True):
    """One decision, signed with the organisation's key.  `voter` is whose right was used; it counts once a review."""

    __table_args__ = (
        UniqueConstraint("review", "voter"),
        Index("decision_person", "review", "person", unique=True),
        Index(
            "decision_ends_once",
            "review",
            unique=True,
            sqlite_where=text("kind <> 'approved'"),
            postgresql_where=text("kind <> 'approved'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    review: str = Field(foreign_key="review.id", index=True)
    kind: str
    person: str = Field(foreign_key="person.id")
    voter: str = Field(foreign_key="person.id")
    step: str = ""
    at: str
    subject: str
    reason: str = ""
    key: str
    signature: str
