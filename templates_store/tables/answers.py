"""Answers that are given again when a program asks again, since it cannot know whether it was heard."""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class Answered(SQLModel, table=True):
    """An answer under the idempotency key that somebody gave it; `asked` is a digest of what they asked for.

    While it is being worked out its `status` is 0.  `content` is empty for answers that are shown once only.  Rows go
    after a day.
    """

    organisation: str = Field(primary_key=True)
    person: str = Field(primary_key=True, foreign_key="person.id")
    key: str = Field(primary_key=True)
    asked: str
    status: int = 0
    content: str = ""
    at: str = Field(index=True)
