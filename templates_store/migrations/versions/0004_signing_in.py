"""Signing in: sessions, API keys, attempts, and accounts at other providers."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


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
    """Seven tables more."""
    op.create_table(
        "session_of",
        text("digest", primary_key=True),
        *texts("organisation"),
        person("person"),
        *texts("begun", "seen", "rights"),
    )
    op.create_index("ix_session_of_person", "session_of", ["person"])
    op.create_index("ix_session_of_begun", "session_of", ["begun"])
    _keys()
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), primary_key=True),
        *texts("organisation", "login", "address", "at"),
    )
    op.create_index("attempt_login", "attempt", ["organisation", "login"])
    op.create_index("attempt_address", "attempt", ["organisation", "address"])
    _elsewhere()


def _keys() -> None:
    op.create_table(
        "api_key",
        text("prefix", primary_key=True),
        *texts("organisation", "digest"),
        person("person"),
        *texts("name", "scopes"),
        person("made_by"),
        *texts("made_at", "expires"),
    )
    op.create_index("ix_api_key_organisation", "api_key", ["organisation"])
    op.create_table(
        "api_key_end",
        text("prefix", sa.ForeignKey("api_key.prefix"), primary_key=True),
        *texts("organisation"),
        person("ended_by"),
        *texts("ended_at"),
    )


def _elsewhere() -> None:
    op.create_table(
        "identity",
        sa.Column("id", sa.Integer(), primary_key=True),
        *texts("organisation", "issuer", "subject"),
        person("person"),
        person("linked_by"),
        *texts("linked_at"),
    )
    op.create_index("identity_subject", "identity", ["organisation", "issuer", "subject"])
    op.create_index("ix_identity_person", "identity", ["person"])
    op.create_table(
        "identity_end",
        sa.Column("identity", sa.Integer(), sa.ForeignKey("identity.id"), primary_key=True),
        *texts("organisation"),
        person("ended_by"),
        *texts("ended_at"),
    )
    op.create_table(
        "sign_in_begun",
        text("digest", primary_key=True),
        *texts("organisation", "issuer", "state", "nonce", "verifier", "begun"),
    )
    op.create_index("ix_sign_in_begun_begun", "sign_in_begun", ["begun"])
