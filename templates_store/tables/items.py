"""Items as they were saved: every revision is kept for ever, its text byte for byte."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class Blob(SQLModel, table=True):
    """Bytes by their SHA-256: the text of an item as it was delivered, a picture, a font."""

    organisation: str = Field(primary_key=True)
    sha256: str = Field(primary_key=True)
    content: bytes


class Revision(SQLModel, table=True):
    """One saved state of an item.

    `hash` is the item hash, `content` its parsed content as JSON in the order it was written, `source` the blob of its
    text.  `files` are a theme's or asset's other files, as a JSON mapping of names to blobs.
    """

    __table_args__ = (Index("revision_by_name", "organisation", "kind", "name", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    kind: str
    name: str
    version: str
    hash: str
    content: str
    source: str
    files: str = "{}"
    saved_by: str
    saved_at: str
    origin: str = "save"


class Reference(SQLModel, table=True):
    """What a revision refers to, for where-used: a content block, dictionary, document class, theme or asset.

    `version` is empty where the reference follows whatever is in force; `follow` then says how.
    """

    __table_args__ = (Index("reference_to", "organisation", "kind", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    revision: int = Field(foreign_key="revision.id", index=True)
    kind: str
    name: str
    version: str = ""
    follow: str = ""
