"""What people say about reviews and drafts, whom they ask from outside, and what they have looked at."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class Comment(SQLModel, table=True):
    """An entry of a thread; `thread` is the id of its first one.  `number` keeps the order.

    `thing` is what it is about: `review/ID`, or for a draft `KIND/NAME`; `pin` the place in it, as JSON, empty for the
    whole and for all entries but the first.
    """

    __table_args__ = (Index("comment_about", "organisation", "thing"),)

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    organisation: str
    thing: str
    thread: str = Field(index=True)
    kind: str
    person: str = Field(foreign_key="person.id")
    at: str
    words: str = ""
    pin: str = ""


class GuestLink(SQLModel, table=True):
    """An invitation of somebody without an account to a review.  The link itself is signed, and kept nowhere."""

    __tablename__ = "guest_link"

    nonce: str = Field(primary_key=True)
    organisation: str
    review: str = Field(foreign_key="review.id", index=True)
    guest: str
    invited_by: str = Field(foreign_key="person.id")
    at: str
    expires: str


class GuestLinkEnd(SQLModel, table=True):
    """An invitation that was taken back."""

    __tablename__ = "guest_link_end"

    nonce: str = Field(primary_key=True, foreign_key="guest_link.nonce")
    organisation: str
    ended_by: str = Field(foreign_key="person.id")
    ended_at: str


class Opinion(SQLModel, table=True):
    """What a guest thinks of a review: no decision, and no table of decisions ever looks here."""

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    review: str = Field(foreign_key="review.id", index=True)
    link: str = Field(foreign_key="guest_link.nonce", index=True)
    guest: str
    stance: str
    words: str = ""
    at: str
    subject: str


class Look(SQLModel, table=True):
    """Somebody has looked at a review, and what its subject was.

    The revisions behind it are those of the review, which do not change.
    """

    __table_args__ = (Index("look_of", "person", "review"),)

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    person: str = Field(foreign_key="person.id")
    review: str = Field(foreign_key="review.id")
    subject: str
    at: str
