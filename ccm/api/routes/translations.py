"""What a template still lacks in a language: for those who translate, and the programs that help them."""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.instants import Instant
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.routes.items import Name
from ccm.store.translating import State, Untranslated, untranslated

routes = APIRouter(route_class=Once, tags=["items"])


class FormerText(BaseModel):
    """What a source text was, the version of the template that had it last, and when that was saved."""

    text: str
    version: str = Field(examples=["1.0"])
    saved_at: Instant


class UntranslatedText(BaseModel):
    """A text that is missing in a language, or stale: its source text has changed since it was translated.

    `was` is the source text that a stale translation was made of; none where no saved version of the template has it.
    """

    where: str = Field(examples=["body.opening.text"])
    state: State
    source: str
    text: str | None = None
    was: FormerText | None = None


class UntranslatedTexts(BaseModel):
    """What is left to translate in a version of a template."""

    version: str = Field(examples=["1.0"])
    language: str = Field(examples=["de"])
    source_language: str = Field(examples=["en"])
    texts: list[UntranslatedText]


@routes.get(
    "/items/template/{name}/translations",
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="What is left to translate in a template",
)
def show_untranslated(
    name: Name,
    asking: Annotated[Asking, asks("read")],
    language: Annotated[str, Query(max_length=35, description="The language to translate into.", examples=["de"])],
) -> UntranslatedTexts:
    """The texts of a template, as saved last, that are missing or out of date in a language, in reading order."""
    template, found = untranslated(asking.home, asking.actor, name, language)
    return UntranslatedTexts(
        version=template.version,
        language=language,
        source_language=template.source_language,
        texts=[_text(it) for it in found],
    )


def _text(found: Untranslated) -> UntranslatedText:
    return UntranslatedText.model_validate(asdict(found))
