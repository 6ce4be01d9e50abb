"""Comments, guests and their opinions, what was looked at, and reviews of some languages only."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def text(name: str, *refers: Any, **how: Any) -> sa.Column[str]:
    """A column of text, which has to be there."""
    return sa.Column(name, sa.String(), *refers, **{"nullable": False, **how})


def texts(*names: str) -> list[sa.Column[str]]:
    """Several of them that refer to nothing."""
    return [text(name) for name in names]


def refers(name: str, to: str) -> sa.Column[str]:
    """A column that names a row of another table."""
    return text(name, sa.ForeignKey(to))


def number(name: str) -> sa.Column[int]:
    """A key that the database counts."""
    return sa.Column(name, sa.Integer(), primary_key=True)


def upgrade() -> None:
    """Five tables more, and a column for reviews, empty for all languages."""
    op.add_column("review", sa.Column("languages", sa.String(), nullable=False, server_default=""))
    _comments()
    _guests()
    op.create_table(
        "look",
        number("id"),
        *texts("organisation"),
        refers("person", "person.id"),
        refers("review", "review.id"),
        *texts("subject", "at"),
    )
    op.create_index("look_of", "look", ["person", "review"])


def _comments() -> None:
    op.create_table(
        "comment",
        number("number"),
        text("id", unique=True),
        *texts("organisation", "thing", "thread", "kind"),
        refers("person", "person.id"),
        *texts("at", "words", "pin"),
    )
    op.create_index("comment_about", "comment", ["organisation", "thing"])
    op.create_index("ix_comment_thread", "comment", ["thread"])


def _guests() -> None:
    op.create_table(
        "guest_link",
        text("nonce", primary_key=True),
        *texts("organisation"),
        refers("review", "review.id"),
        *texts("guest"),
        refers("invited_by", "person.id"),
        *texts("at", "expires"),
    )
    op.create_index("ix_guest_link_review", "guest_link", ["review"])
    op.create_table(
        "guest_link_end",
        text("nonce", sa.ForeignKey("guest_link.nonce"), primary_key=True),
        *texts("organisation"),
        refers("ended_by", "person.id"),
        *texts("ended_at"),
    )
    op.create_table(
        "opinion",
        number("id"),
        *texts("organisation"),
        refers("review", "review.id"),
        refers("link", "guest_link.nonce"),
        *texts("guest", "stance", "words", "at", "subject"),
    )
    op.create_index("ix_opinion_review", "opinion", ["review"])
    op.create_index("ix_opinion_link", "opinion", ["link"])
