"""Runs of batches that were finished."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0001"

TEXTS = ("organisation", "run", "template", "bundles", "as_of", "certificate")


def upgrade() -> None:
    """One table more, and a way from revisions to what was published of them."""
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in TEXTS),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("done", "total")),
        sa.Column("at", sa.String(), nullable=False),
    )
    op.create_index("run_of_template", "run", ["organisation", "template"])
    op.create_index("publication_revision", "publication", ["revision"])
