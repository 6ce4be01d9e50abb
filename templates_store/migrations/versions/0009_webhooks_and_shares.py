"""Webhooks, and proofs under links."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def text(name: str, *refers: Any, **how: Any) -> sa.Column[str]:
    """A column of text, which has to be there."""
    return sa.Column(name, sa.String(), *refers, **{"nullable": False, **how})


def texts(*names: str) -> list[sa.Column[str]]:
    """Several of them that refer to nothing."""
    return [text(name) for name in names]


def person(name: str) -> sa.Column[str]:
    """A column that names somebody."""
    return text(name, sa.ForeignKey("person.id"))


def of(table: str) -> sa.Column[str]:
    """A key that is, or begins with, the id of a row of another table."""
    return text(table, sa.ForeignKey(f"{table}.id"), primary_key=True)


def number(name: str, **how: Any) -> sa.Column[int]:
    """A column of whole numbers."""
    return sa.Column(name, sa.Integer(), **{"nullable": False, **how})


def upgrade() -> None:
    """Eight tables more."""
    _webhooks()
    _telling()
    _shares()


def _webhooks() -> None:
    op.create_table(
        "webhook",
        text("id", primary_key=True),
        *texts("organisation", "address", "events", "key"),
        person("made_by"),
        text("made_at"),
    )
    op.create_index("ix_webhook_organisation", "webhook", ["organisation"])
    op.create_table(
        "webhook_secret",
        of("webhook"),
        number("number", primary_key=True),
        text("organisation"),
        person("made_by"),
        text("made_at"),
    )
    op.create_table("webhook_end", of("webhook"), text("organisation"), person("ended_by"), text("ended_at"))


def _telling() -> None:
    op.create_table(
        "webhook_place",
        of("webhook"),
        text("organisation"),
        number("place"),
        *texts("holder", "held", "failing"),
        number("tries"),
        text("wait"),
    )
    op.create_index("ix_webhook_place_organisation", "webhook_place", ["organisation"])
    op.create_table(
        "webhook_delivery",
        of("webhook"),
        number("place", primary_key=True),
        *texts("organisation", "message", "event", "at"),
        number("tries"),
        number("status"),
        text("fault"),
    )
    op.create_index("ix_webhook_delivery_at", "webhook_delivery", ["at"])


def _shares() -> None:
    op.create_table(
        "share",
        text("id", primary_key=True),
        *texts("organisation", "digest", "template", "version", "draft", "bundle", "language", "brand", "persona"),
        *texts("record", "day", "pages"),
        person("made_by"),
        *texts("made_at", "expires"),
    )
    op.create_index("ix_share_organisation", "share", ["organisation"])
    op.create_table("share_end", of("share"), text("organisation"), person("ended_by"), text("ended_at"))
    op.create_table(
        "share_opening",
        number("id", primary_key=True),
        text("organisation"),
        text("share", sa.ForeignKey("share.id")),
        text("at"),
    )
    op.create_index("ix_share_opening_share", "share_opening", ["share"])
