"""Engine fingerprints, and what personas looked like under them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

DECIDED_BY = ("template", "version", "bundle", "language", "brand", "persona")
OUTCOME = ("day", "known_at", "channel", "sha256", "measures", "at")


def upgrade() -> None:
    """Two tables more."""
    op.create_table(
        "engine",
        sa.Column("organisation", sa.String(), primary_key=True),
        sa.Column("fingerprint", sa.String(), primary_key=True),
        sa.Column("versions", sa.String(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
    )
    op.create_table(
        "rendering",
        sa.Column("id", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("organisation", "fingerprint", *DECIDED_BY)),
        sa.Column("revision", sa.Integer(), sa.ForeignKey("revision.id"), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in OUTCOME),
    )
    op.create_index("rendering_of", "rendering", ["organisation", "bundle", "fingerprint"])
