"""People and what they may do."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel


class Person(SQLModel, table=True):
    """Somebody who can sign in.  `password` is an argon2id hash, or empty for who signs in elsewhere."""

    __table_args__ = (UniqueConstraint("organisation", "login"),)

    id: str = Field(primary_key=True)
    organisation: str = Field(index=True)
    login: str
    name: str
    email: str = ""
    password: str = ""
    created: str
    disabled: str = ""


class Granted(SQLModel, table=True):
    """A role given to a person, in an area of items (a glob over `kind/name`).

    `step` narrows a reviewer to one step of the workflows; `changes` lists the classes of change an author may make,
    joined by commas.
    """

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    person: str = Field(foreign_key="person.id", index=True)
    role: str
    area: str = "*"
    step: str = ""
    changes: str = ""
    granted_by: str | None = None
    granted_at: str


class GrantEnd(SQLModel, table=True):
    """A role taken away again."""

    __tablename__ = "grant_end"

    granted: int = Field(primary_key=True, foreign_key="granted.id")
    organisation: str
    ended_by: str | None = None
    ended_at: str
