"""Glasses that were broken: bundles let out before their approval, in an emergency."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel


class Glass(SQLModel, table=True):
    """One bundle that goes out from `opened_at` until before `until` although `review`, which it opened, is not over.

    What the bundle is made of stands in that review.  Whether a glass is still open is computed.
    """

    __table_args__ = (UniqueConstraint("organisation", "bundle"),)

    id: str = Field(primary_key=True)
    organisation: str
    review: str = Field(foreign_key="review.id", unique=True)
    bundle: str
    opened_by: str = Field(foreign_key="person.id")
    opened_at: str
    until: str
    reason: str
