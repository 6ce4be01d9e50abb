"""What an editor shows beside a translation: the source language, and what changed in it since."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter

from content_blocks.problem import refuse
from web_editor.beside import beside
from web_editor.pages.editor import Language, looked_around
from web_editor.visit import Visit, speech, visits

routes = APIRouter()


@routes.get("/templates/{name}/beside")
def show_source(name: str, language: Language, visit: Annotated[Visit, visits()]) -> dict[str, Any]:
    """The source language of a template, for whoever translates it into another one."""
    found = looked_around(visit, name)
    if language not in found.template.languages[1:]:
        raise refuse("languages", "language-not-listed", language=language)
    return beside(visit.asking.home, visit.asking.actor, found, language, speech(visit.request).language)
