"""Share links: a proof that somebody outside may look at for some days."""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class Share(SQLModel, table=True):
    """A proof under a link, frozen: `pages` is JSON, of each channel its media type and the blob of its very bytes.

    `digest` is the SHA-256 of the link's secret, `record` the hash of the persona's record, `bundle` the bundle's.
    """

    id: str = Field(primary_key=True)
    organisation: str = Field(index=True)
    digest: str
    template: str
    version: str
    draft: str
    bundle: str
    language: str
    brand: str
    persona: str
    record: str
    day: str
    pages: str
    made_by: str = Field(foreign_key="person.id")
    made_at: str
    expires: str


class ShareEnd(SQLModel, table=True):
    """A link that was taken back before it expired."""

    __tablename__ = "share_end"

    share: str = Field(primary_key=True, foreign_key="share.id")
    organisation: str
    ended_by: str = Field(foreign_key="person.id")
    ended_at: str


class ShareOpening(SQLModel, table=True):
    """A link was opened a short while ago: counted so that nobody fills the log with it.  Rows go after an hour."""

    __tablename__ = "share_opening"

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    share: str = Field(foreign_key="share.id", index=True)
    at: str
