"""Whom a comment speaks to: people who are mentioned in it, whose thread it answers, whose work it is about."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class Notice(SQLModel, table=True):
    """A comment that somebody has to know of; `why` is `mentioned`, `answered` or `yours`."""

    __table_args__ = (Index("notice_for", "organisation", "person"),)

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    person: str = Field(foreign_key="person.id")
    comment: str = Field(foreign_key="comment.id")
    why: str
    at: str


class NoticeSeen(SQLModel, table=True):
    """Somebody has seen what a notice is about."""

    __tablename__ = "notice_seen"

    notice: int = Field(primary_key=True, foreign_key="notice.id")
    organisation: str
    at: str
