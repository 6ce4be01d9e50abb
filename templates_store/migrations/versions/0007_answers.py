"""Answers kept for a day, to be given again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """One table more."""
    op.create_table(
        "answered",
        sa.Column("organisation", sa.String(), primary_key=True),
        sa.Column("person", sa.String(), sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
    )
    op.create_index("ix_answered_at", "answered", ["at"])
