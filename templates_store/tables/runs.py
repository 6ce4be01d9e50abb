"""Runs of batches that were finished: what was sent, and to how many."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class Run(SQLModel, table=True):
    """A certificate that a run ended with.  `bundles` is a JSON mapping by language and brand."""

    __table_args__ = (Index("run_of_template", "organisation", "template"),)

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    run: str
    template: str
    bundles: str
    as_of: str
    certificate: str
    done: int
    total: int
    at: str
