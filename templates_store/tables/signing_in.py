"""Signing in: sessions, API keys, failed attempts, and who is who at other providers.

Secrets are never here, only their SHA-256; and neither are addresses and logins that somebody only typed.
"""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class SessionOf(SQLModel, table=True):
    """Somebody who is signed in, by the digest of the secret in their cookie.

    `begun` is when they proved who they are, `seen` when they were last here, to the minute.  `rights` is a digest of
    the roles they had when they got this secret.  A session that is over has no row.
    """

    __tablename__ = "session_of"

    digest: str = Field(primary_key=True)
    organisation: str
    person: str = Field(foreign_key="person.id", index=True)
    begun: str = Field(index=True)
    seen: str
    rights: str


class ApiKey(SQLModel, table=True):
    """A key that a program acts with for a person; `scopes` joined by commas, `expires` an instant."""

    __tablename__ = "api_key"

    prefix: str = Field(primary_key=True)
    organisation: str = Field(index=True)
    digest: str
    person: str = Field(foreign_key="person.id")
    name: str
    scopes: str
    made_by: str = Field(foreign_key="person.id")
    made_at: str
    expires: str


class ApiKeyEnd(SQLModel, table=True):
    """A key that was called back before it expired."""

    __tablename__ = "api_key_end"

    prefix: str = Field(primary_key=True, foreign_key="api_key.prefix")
    organisation: str
    ended_by: str = Field(foreign_key="person.id")
    ended_at: str


class Attempt(SQLModel, table=True):
    """An attempt to sign in that failed or is under way, under digests of the login and of the network address.

    Rows go when somebody signs in under that login, and after a day.
    """

    __table_args__ = (
        Index("attempt_login", "organisation", "login"),
        Index("attempt_address", "organisation", "address"),
    )

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    login: str
    address: str
    at: str


class Identity(SQLModel, table=True):
    """The account of a person at a provider of OpenID Connect: issuer and subject, and nothing else it says."""

    __table_args__ = (Index("identity_subject", "organisation", "issuer", "subject"),)

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    issuer: str
    subject: str
    person: str = Field(foreign_key="person.id", index=True)
    linked_by: str = Field(foreign_key="person.id")
    linked_at: str


class IdentityEnd(SQLModel, table=True):
    """An account elsewhere that no longer signs anybody in."""

    __tablename__ = "identity_end"

    identity: int = Field(primary_key=True, foreign_key="identity.id")
    organisation: str
    ended_by: str = Field(foreign_key="person.id")
    ended_at: str


class SignInBegun(SQLModel, table=True):
    """A sign-in at a provider that somebody has not come back from, by the digest of a secret in their cookie."""

    __tablename__ = "sign_in_begun"

    digest: str = Field(primary_key=True)
    organisation: str
    issuer: str
    state: str
    nonce: str
    verifier: str
    begun: str = Field(index=True)
