"""What personas looked like under which engine: so that another one can be shown to make the same of them."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class Engine(SQLModel, table=True):
    """An engine fingerprint that runs may use: the store was founded under it, or personas were rendered again."""

    organisation: str = Field(primary_key=True)
    fingerprint: str = Field(primary_key=True)
    versions: str
    changed: int
    at: str


class Rendering(SQLModel, table=True):
    """What one persona became in one channel: the hash of the bytes, and what they measure, as JSON.

    Everything that decided them is named, so that they can be made again: bundle, persona, day, and the instant up to
    which decisions were known.
    """

    __table_args__ = (Index("rendering_of", "organisation", "bundle", "fingerprint"),)

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    fingerprint: str
    template: str
    version: str
    bundle: str
    language: str
    brand: str
    persona: str
    revision: int = Field(foreign_key="revision.id")
    day: str
    known_at: str
    channel: str
    sha256: str
    measures: str
    at: str
