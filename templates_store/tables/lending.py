"""Rights that reviewers lend to colleagues, for a time."""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class Delegation(SQLModel, table=True):
    """A reviewer's right to answer a step, lent from `start` until before `until`; it stays the lender's."""

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    step: str
    lender: str = Field(foreign_key="person.id")
    borrower: str = Field(foreign_key="person.id", index=True)
    start: str
    until: str
    lent_at: str


class DelegationEnd(SQLModel, table=True):
    """A delegation that one of the two ended before its time was over."""

    __tablename__ = "delegation_end"

    delegation: int = Field(primary_key=True, foreign_key="delegation.id")
    organisation: str
    ended_by: str = Field(foreign_key="person.id")
    ended_at: str
