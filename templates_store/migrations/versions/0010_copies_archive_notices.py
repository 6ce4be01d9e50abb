"""Items begun as copies, the archive, and whom a comment speaks to."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def text(name: str, *refers: Any, **how: Any) -> sa.Column[str]:
    """A column of text, which has to be there."""
    return sa.Column(name, sa.String(), *refers, **{"nullable": False, **how})


def texts(*names: str) -> list[sa.Column[str]]:
    """Several of them that refer to nothing."""
    return [text(name) for name in names]


def number(name: str, *refers: Any, **how: Any) -> sa.Column[int]:
    """A column of whole numbers."""
    return sa.Column(name, sa.Integer(), *refers, **{"nullable": False, **how})


def to_revision(name: str) -> sa.Column[int]:
    """A column that names a saved state of an item."""
    return number(name, sa.ForeignKey("revision.id"))


def upgrade() -> None:
    """Four tables more."""
    op.create_table(
        "copied",
        number("id", primary_key=True),
        *texts("organisation", "kind", "name"),
        to_revision("revision"),
        to_revision("origin"),
    )
    op.create_index("copied_to", "copied", ["organisation", "kind", "name"], unique=True)
    op.create_table(
        "archiving",
        number("id", primary_key=True),
        *texts("organisation", "kind", "name"),
        to_revision("revision"),
        text("step"),
        text("person", sa.ForeignKey("person.id")),
        *texts("at", "reason"),
    )
    op.create_index("archiving_of", "archiving", ["organisation", "kind", "name"])
    _notices()


def _notices() -> None:
    op.create_table(
        "notice",
        number("id", primary_key=True),
        text("organisation"),
        text("person", sa.ForeignKey("person.id")),
        text("comment", sa.ForeignKey("comment.id")),
        *texts("why", "at"),
    )
    op.create_index("notice_for", "notice", ["organisation", "person"])
    op.create_table(
        "notice_seen",
        number("notice", sa.ForeignKey("notice.id"), primary_key=True),
        *texts("organisation", "at"),
    )
