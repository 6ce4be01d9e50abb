"""The conditions of neighbouring groups as one decision table: shown, and brought back from what was filled in."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import Field

from ccm.api.sent import Sent
from content_blocks.problem import refuse
from web_editor.conditions.decision_table import decision_table
from web_editor.conditions.fields import fields
from web_editor.conditions.table_entries import sources_of
from web_editor.pages.editor import looked_around
from web_editor.places import place_of
from web_editor.visit import Visit, speech, visits

routes = APIRouter()

MOST = 60
Source = Annotated[str, Field(max_length=1000)]


class Branch(Sent):
    """A group with its condition, empty where it is always shown."""

    id: str = Field(max_length=120)
    source: Source


class Branches(Sent):
    """The branches that stand one after the other, and the table as somebody has filled it in, if they have.

    `block` is one of them, `around` are the conditions of the groups that they all stand in.
    """

    block: str
    branches: list[Branch] = Field(max_length=MOST)
    around: list[Source] = Field(default=[], max_length=10)
    table: dict[str, Any] | None = None


@routes.post("/templates/{name}/decisions")
def show_decisions(name: str, asked: Branches, visit: Annotated[Visit, visits()]) -> dict[str, Any]:
    """The table of some branches; of one that was filled in, the conditions it says.  Nothing is saved."""
    place, language = place_of(looked_around(visit, name), asked.block, ""), speech(visit.request).language
    before = {branch.id: branch.source for branch in asked.branches}
    if len(before) < len(asked.branches):
        raise refuse("branches", "condition-branch-unknown")
    if asked.table is not None:
        before |= sources_of(asked.table, before)
    told = decision_table(list(before.items()), place, language, asked.around)
    return {**told.data(), "fields": [it.data() for it in fields(place, language)]}
