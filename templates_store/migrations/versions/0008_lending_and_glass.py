"""Rights that are lent, and glasses that are broken."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def text(name: str, *refers: Any, **how: Any) -> sa.Column[str]:
    """A column of text, which has to be there."""
    return sa.Column(name, sa.String(), *refers, **{"nullable": False, **how})


def texts(*names: str) -> list[sa.Column[str]]:
    """Several of them that refer to nothing."""
    return [text(name) for name in names]


def person(name: str) -> sa.Column[str]:
    """A column that names somebody."""
    return text(name, sa.ForeignKey("person.id"))


def upgrade() -> None:
    """Three tables more."""
    op.create_table(
        "delegation",
        sa.Column("id", sa.Integer(), primary_key=True),
        *texts("organisation", "step"),
        person("lender"),
        person("borrower"),
        *texts("start", "until", "lent_at"),
    )
    op.create_index("ix_delegation_borrower", "delegation", ["borrower"])
    op.create_table(
        "delegation_end",
        sa.Column("delegation", sa.Integer(), sa.ForeignKey("delegation.id"), primary_key=True),
        *texts("organisation"),
        person("ended_by"),
        *texts("ended_at"),
    )
    op.create_table(
        "glass",
        text("id", primary_key=True),
        *texts("organisation"),
        text("review", sa.ForeignKey("review.id"), unique=True),
        *texts("bundle"),
        person("opened_by"),
        *texts("opened_at", "until", "reason"),
        sa.UniqueConstraint("organisation", "bundle"),
    )
