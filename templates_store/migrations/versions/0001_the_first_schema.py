"""The first schema: items, people, reviews, publications and the log."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

schema = sa.MetaData()


def text(name: str, *refers: Any, **how: Any) -> sa.Column[str]:
    """A column of text, which has to be there unless it says otherwise."""
    return sa.Column(name, sa.String(), *refers, **{"nullable": False, **how})


def number(name: str, *refers: Any, **how: Any) -> sa.Column[int]:
    """A column of whole numbers."""
    return sa.Column(name, sa.Integer(), *refers, **{"nullable": False, **how})


sa.Table(
    "blob",
    schema,
    text("organisation", primary_key=True),
    text("sha256", primary_key=True),
    sa.Column("content", sa.LargeBinary(), nullable=False),
)
sa.Table(
    "entry",
    schema,
    text("organisation", primary_key=True),
    number("place", primary_key=True),
    text("at"),
    text("person", nullable=True),
    text("what"),
    text("details"),
    text("rows"),
    text("leaf"),
    sa.Index("ix_entry_what", "what"),
)
sa.Table(
    "head",
    schema,
    text("organisation", primary_key=True),
    number("size", primary_key=True),
    text("root"),
    text("at"),
    text("key"),
    text("signature"),
)
sa.Table(
    "log",
    schema,
    text("organisation", primary_key=True),
    text("name"),
    text("created"),
    text("key"),
    number("size"),
    text("peaks"),
)
sa.Table(
    "person",
    schema,
    text("id", primary_key=True),
    text("organisation"),
    text("login"),
    text("name"),
    text("email"),
    text("password"),
    text("created"),
    text("disabled"),
    sa.UniqueConstraint("organisation", "login"),
    sa.Index("ix_person_organisation", "organisation"),
)
sa.Table(
    "revision",
    schema,
    number("id", primary_key=True),
    text("organisation"),
    text("kind"),
    text("name"),
    text("version"),
    text("hash"),
    text("content"),
    text("source"),
    text("files"),
    text("saved_by"),
    text("saved_at"),
    text("origin"),
    sa.Index("revision_by_name", "organisation", "kind", "name", "version"),
)
sa.Table(
    "granted",
    schema,
    number("id", primary_key=True),
    text("organisation"),
    text("person", sa.ForeignKey("person.id")),
    text("role"),
    text("area"),
    text("step"),
    text("changes"),
    text("granted_by", nullable=True),
    text("granted_at"),
    sa.Index("ix_granted_person", "person"),
)
sa.Table(
    "reference",
    schema,
    number("id", primary_key=True),
    text("organisation"),
    number("revision", sa.ForeignKey("revision.id")),
    text("kind"),
    text("name"),
    text("version"),
    text("follow"),
    sa.Index("ix_reference_revision", "revision"),
    sa.Index("reference_to", "organisation", "kind", "name"),
)
sa.Table(
    "review",
    schema,
    text("id", primary_key=True),
    text("organisation"),
    text("kind"),
    text("title"),
    text("change"),
    text("subject"),
    text("start"),
    text("submitted_by", sa.ForeignKey("person.id")),
    text("submitted_at"),
    sa.Index("review_by_time", "organisation", "submitted_at"),
)
sa.Table(
    "decision",
    schema,
    number("id", primary_key=True),
    text("organisation"),
    text("review", sa.ForeignKey("review.id")),
    text("kind"),
    text("person", sa.ForeignKey("person.id")),
    text("voter", sa.ForeignKey("person.id")),
    text("step"),
    text("at"),
    text("subject"),
    text("reason"),
    text("key"),
    text("signature"),
    sa.UniqueConstraint("review", "voter"),
    sa.Index(
        "decision_ends_once",
        "review",
        unique=True,
        sqlite_where=sa.text("kind <> 'approved'"),
        postgresql_where=sa.text("kind <> 'approved'"),
    ),
    sa.Index("decision_person", "review", "person", unique=True),
    sa.Index("ix_decision_review", "review"),
)
sa.Table(
    "grant_end",
    schema,
    number("granted", sa.ForeignKey("granted.id"), primary_key=True),
    text("organisation"),
    text("ended_by", nullable=True),
    text("ended_at"),
)
sa.Table(
    "publication",
    schema,
    number("id", primary_key=True),
    text("organisation"),
    text("review", sa.ForeignKey("review.id")),
    text("kind"),
    text("name"),
    text("version"),
    number("revision", sa.ForeignKey("revision.id")),
    text("hash"),
    text("start"),
    text("until"),
    text("decided"),
    sa.UniqueConstraint("organisation", "kind", "name", "version"),
    sa.Index("ix_publication_review", "review"),
    sa.Index("publication_hash", "organisation", "hash"),
)
sa.Table(
    "published_bundle",
    schema,
    text("review", sa.ForeignKey("review.id"), primary_key=True),
    text("bundle", primary_key=True),
    text("organisation"),
    text("template"),
    text("version"),
    text("language"),
    text("brand"),
    text("hashes"),
    text("decided"),
    sa.Index("published_bundle_of", "organisation", "template", "version", "language", "brand"),
)
sa.Table(
    "review_author",
    schema,
    text("review", sa.ForeignKey("review.id"), primary_key=True),
    text("person", sa.ForeignKey("person.id"), primary_key=True),
    text("organisation"),
)
sa.Table(
    "review_bundle",
    schema,
    text("review", sa.ForeignKey("review.id"), primary_key=True),
    text("bundle", primary_key=True),
    text("organisation"),
    text("template"),
    text("version"),
    text("language"),
    text("brand"),
    text("day"),
    text("hashes"),
    text("before"),
)
sa.Table(
    "review_item",
    schema,
    text("review", sa.ForeignKey("review.id"), primary_key=True),
    text("kind", primary_key=True),
    text("name", primary_key=True),
    text("version", primary_key=True),
    text("organisation"),
    number("revision", sa.ForeignKey("revision.id")),
    text("hash"),
    text("before"),
)
sa.Table(
    "review_step",
    schema,
    text("review", sa.ForeignKey("review.id"), primary_key=True),
    number("place", primary_key=True),
    text("organisation"),
    text("step"),
    number("quorum"),
    number("days", nullable=True),
    text("words"),
)
sa.Table(
    "postponement",
    schema,
    number("id", primary_key=True),
    text("organisation"),
    number("publication", sa.ForeignKey("publication.id")),
    text("start"),
    text("at"),
    text("person", sa.ForeignKey("person.id")),
    text("reason"),
    sa.Index("ix_postponement_publication", "publication"),
)
sa.Table(
    "retirement",
    schema,
    number("publication", sa.ForeignKey("publication.id"), primary_key=True),
    text("organisation"),
    text("at"),
    text("person", sa.ForeignKey("person.id")),
    text("reason"),
)


def upgrade() -> None:
    """Everything at once."""
    schema.create_all(op.get_bind())
