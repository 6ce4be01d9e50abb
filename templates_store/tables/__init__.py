"""The tables: what is kept, a file for each subject.

All but those in `MUTABLE` are only ever added to; triggers see to that (`templates_store.constraints`).  Instants are
text as `approvals.record` writes them, so that what was hashed reads back the same from any database.
"""

from __future__ import annotations

from sqlmodel import SQLModel

from templates_store.tables.answers import Answered
from templates_store.tables.beginnings import Archiving, Copied
from templates_store.tables.engines import Engine, Rendering
from templates_store.tables.glass import Glass
from templates_store.tables.items import Blob, Reference, Revision
from templates_store.tables.lending import Delegation, DelegationEnd
from templates_store.tables.log import Entry, Head, Log
from templates_store.tables.notices import Notice, NoticeSeen
from templates_store.tables.people import Granted, GrantEnd, Person
from templates_store.tables.publications import Postponement, Publication, PublishedBundle, Retirement
from templates_store.tables.reviews import Decision, Review, ReviewAuthor, ReviewBundle, ReviewItem, ReviewStep
from templates_store.tables.runs import Run
from templates_store.tables.shares import Share, ShareEnd, ShareOpening
from templates_store.tables.signing_in import (
    ApiKey,
    ApiKeyEnd,
    Attempt,
    Identity,
    IdentityEnd,
    SessionOf,
    SignInBegun,
)
from templates_store.tables.talk import Comment, GuestLink, GuestLinkEnd, Look, Opinion
from templates_store.tables.webhooks import Webhook, WebhookDelivery, WebhookEnd, WebhookPlace, WebhookSecret

MUTABLE = frozenset(
    {
        "answered",
        "attempt",
        "log",
        "person",
        "session_of",
        "share_opening",
        "sign_in_begun",
        "webhook_delivery",
        "webhook_place",
    }
)
"""Tables of which rows change or go: how far a log is and who was told of it, and what only concerns a person's own
sign-in and requests."""

METADATA = SQLModel.metadata

__all__ = [
    "METADATA",
    "MUTABLE",
    "Answered",
    "ApiKey",
    "ApiKeyEnd",
    "Archiving",
    "Attempt",
    "Blob",
    "Comment",
    "Copied",
    "Decision",
    "Delegation",
    "DelegationEnd",
    "Engine",
    "Entry",
    "Glass",
    "GrantEnd",
    "Granted",
    "GuestLink",
    "GuestLinkEnd",
    "Head",
    "Identity",
    "IdentityEnd",
    "Log",
    "Look",
    "Notice",
    "NoticeSeen",
    "Opinion",
    "Person",
    "Postponement",
    "Publication",
    "PublishedBundle",
    "Reference",
    "Rendering",
    "Retirement",
    "Review",
    "ReviewAuthor",
    "ReviewBundle",
    "ReviewItem",
    "ReviewStep",
    "Revision",
    "Run",
    "SessionOf",
    "Share",
    "ShareEnd",
    "ShareOpening",
    "SignInBegun",
    "Webhook",
    "WebhookDelivery",
    "WebhookEnd",
    "WebhookPlace",
    "WebhookSecret",
]
