"""What finished reviews made fit to go out: versions, and bundles of them.  Whether they are in force is computed."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel


class Publication(SQLModel, table=True):
    """A version that a review approved.  `start` and `until` are days, empty where it is open at that end."""

    __table_args__ = (
        UniqueConstraint("organisation", "kind", "name", "version"),
        Index("publication_hash", "organisation", "hash"),
        Index("publication_revision", "revision"),
    )

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    review: str = Field(foreign_key="review.id", index=True)
    kind: str
    name: str
    version: str
    revision: int = Field(foreign_key="revision.id")
    hash: str
    start: str = ""
    until: str = ""
    decided: str


class PublishedBundle(SQLModel, table=True):
    """A bundle that a review approved: what may go out, in one language under one brand."""

    __tablename__ = "published_bundle"
    __table_args__ = (Index("published_bundle_of", "organisation", "template", "version", "language", "brand"),)

    review: str = Field(primary_key=True, foreign_key="review.id")
    bundle: str = Field(primary_key=True)
    organisation: str
    template: str
    version: str
    language: str
    brand: str
    hashes: str
    decided: str


class Retirement(SQLModel, table=True):
    """A publication that is taken out of force from an instant on, by a publisher's decision."""

    publication: int = Field(primary_key=True, foreign_key="publication.id")
    organisation: str
    at: str
    person: str = Field(foreign_key="person.id")
    reason: str


class Postponement(SQLModel, table=True):
    """A publication that begins later than it was approved for; it may never begin earlier."""

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    publication: int = Field(foreign_key="publication.id", index=True)
    start: str
    at: str
    person: str = Field(foreign_key="person.id")
    reason: str
