"""The fields of a form that was made from a schema, as they were posted: nobody knows their names beforehand."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from content_blocks.problem import refuse
from web_editor.forms.reading import Posted

MOST = 40_000
"""Fields of one form: a list of five thousand records with eight fields each."""
LONGEST = 200_000


async def _posted(request: Request) -> Posted:
    async with request.form(max_fields=MOST, max_files=0) as form:
        found = {name: value for name, value in form.items() if isinstance(value, str)}
    if any("\0" in value or len(value) > LONGEST for value in found.values()):
        raise refuse("", "request-form", kind="string_pattern")
    return found


PostedForm = Annotated[Posted, Depends(_posted)]
