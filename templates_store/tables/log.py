"""The audit log of each organisation: entries, and signed heads over them."""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class Log(SQLModel, table=True):
    """An organisation's log: how many entries it has, and the roots of the complete subtrees over them (RFC 6962).

    `key` is the public key that its first head was signed with.  Whoever writes for an organisation holds this row.
    """

    organisation: str = Field(primary_key=True)
    name: str
    created: str
    key: str
    size: int = 0
    peaks: str = "[]"


class Entry(SQLModel, table=True):
    """One entry as it was hashed; `details` and `rows` are canonical JSON, `leaf` its leaf hash.

    `rows` are marks of what was written with it (`templates_store.marks`), empty if nothing was.
    """

    organisation: str = Field(primary_key=True)
    place: int = Field(primary_key=True)
    at: str
    person: str | None = None
    what: str = Field(index=True)
    details: str
    rows: str = ""
    leaf: str


class Head(SQLModel, table=True):
    """The log at a size, signed: every turn that adds entries ends with one."""

    organisation: str = Field(primary_key=True)
    size: int = Field(primary_key=True)
    root: str
    at: str
    key: str
    signature: str
