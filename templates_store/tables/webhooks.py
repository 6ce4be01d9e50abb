"""Webhooks: where an organisation wants to be told of what its log says, and how far each has been told."""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class Webhook(SQLModel, table=True):
    """An address that is told of some kinds of events, joined by commas.

    `key` is the id of the key file that its secrets come from; no secret is in the database.
    """

    id: str = Field(primary_key=True)
    organisation: str = Field(index=True)
    address: str
    events: str
    key: str
    made_by: str = Field(foreign_key="person.id")
    made_at: str


class WebhookSecret(SQLModel, table=True):
    """That a webhook has a secret of this number since then; the one before is good for a while yet."""

    __tablename__ = "webhook_secret"

    webhook: str = Field(primary_key=True, foreign_key="webhook.id")
    number: int = Field(primary_key=True)
    organisation: str
    made_by: str = Field(foreign_key="person.id")
    made_at: str


class WebhookEnd(SQLModel, table=True):
    """A webhook that is told nothing more."""

    __tablename__ = "webhook_end"

    webhook: str = Field(primary_key=True, foreign_key="webhook.id")
    organisation: str
    ended_by: str = Field(foreign_key="person.id")
    ended_at: str


class WebhookPlace(SQLModel, table=True):
    """How far a webhook has been told: the place in the log of the next entry to look at.

    `holder` delivers to it until `held`, and nobody else does.  `failing` is since when nothing got through, `tries`
    how often the entry at the place was tried, `wait` until when it is left alone; empty and 0 while all goes well.
    """

    __tablename__ = "webhook_place"

    webhook: str = Field(primary_key=True, foreign_key="webhook.id")
    organisation: str = Field(index=True)
    place: int
    holder: str = ""
    held: str = ""
    failing: str = ""
    tries: int = 0
    wait: str = ""


class WebhookDelivery(SQLModel, table=True):
    """What became of telling a webhook of an entry: the last status of HTTP, or the code of what went wrong.

    Rows go after a month.
    """

    __tablename__ = "webhook_delivery"

    webhook: str = Field(primary_key=True, foreign_key="webhook.id")
    place: int = Field(primary_key=True)
    organisation: str
    message: str
    event: str
    at: str = Field(index=True)
    tries: int
    status: int = 0
    fault: str = ""
