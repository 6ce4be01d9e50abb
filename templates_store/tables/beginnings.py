"""How items come and go besides being saved: begun as a copy of another, put away, and brought back."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class Copied(SQLModel, table=True):
    """An item that began as a copy: its first revision, and the revision of another item that it was made from.

    The locks of the first revision hold in the copy until a version of its own is approved.
    """

    __table_args__ = (Index("copied_to", "organisation", "kind", "name", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    kind: str
    name: str
    revision: int = Field(foreign_key="revision.id")
    origin: int = Field(foreign_key="revision.id")


class Archiving(SQLModel, table=True):
    """An item was put into the archive (`away`) or brought `back`; the last row counts, until it is saved again.

    `revision` is what had been saved last by then.
    """

    __table_args__ = (Index("archiving_of", "organisation", "kind", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    kind: str
    name: str
    revision: int = Field(foreign_key="revision.id")
    step: str
    person: str = Field(foreign_key="person.id")
    at: str
    reason: str = ""
