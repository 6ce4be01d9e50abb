"""A sample that goes along with a form: what a persona would get in every channel, as a page shows it."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from starlette.responses import Response

from ccm.api.previewed import Preview, SeenMail, SeenMessage
from ccm.api.routes.previews import Look, preview
from content_blocks.problem import Problem, Refused
from content_blocks.problem_words import Wording, wording
from web_editor.visit import Visit, speech

RESOLUTION = 96
"""Dots an inch of the page that is shown."""


class Fault(NamedTuple):
    """Something that is wrong: the field it belongs to, as a form calls it, and the words for it."""

    field: str
    words: Wording


@dataclass(frozen=True)
class Sample:
    """What came of it, by channel, each with what is wrong with it alone; or what is wrong with the form."""

    messages: dict[str, SeenMessage]
    faults: list[Fault]
    language: str = ""

    @property
    def mail(self) -> str:
        """The page of the mail, with its pictures inside of it."""
        found = self.messages.get("email")
        return with_pictures(found.email) if found and found.email else ""


def sample(visit: Visit, listening: AbstractEventLoop, wrong: list[Fault], **wish: Any) -> Sample:
    """A proof of what is being written, or what keeps it from being made; nothing of it is kept.

    What is `wrong` already is told instead.
    """
    if wrong:
        return Sample({}, wrong)
    look = Look(marks=True, pictures=True, resolution=RESOLUTION, files=False, **wish)
    try:
        found = preview(look, visit.request, visit.asking, listening)
    except Refused as refused:
        return Sample({}, [it._replace(field="") for it in faults(refused.problems, visit)])
    if isinstance(found, Response):
        return Sample({}, [])
    return _shown(found)


def beside(answer: Response, found: Sample | None) -> Response:
    """The answer of a form's page: where nothing could be made, what was made before stays, and faults are told."""
    if found and not found.messages:
        answer.headers["HX-Retarget"] = "#sample-faults"
    return answer


def faults(problems: Iterable[Problem], visit: Visit) -> list[Fault]:
    """Problems in words, each once, at the fields they belong to."""
    language = speech(visit.request).language
    each = {it.identity(): it for it in problems}.values()
    return [Fault(field_of(it.where), wording(it.code, dict(it.params), language)) for it in each]


def field_of(where: str) -> str:
    """The path of the form's field that a place means: what stands behind the file, with strokes for dots."""
    place = where.rpartition(" ")[2] if " " in where else where
    return "" if place.endswith((".yaml", ".json")) else place.replace("[", ".").replace("]", "").replace(".", "/")


def with_pictures(mail: SeenMail) -> str:
    """The page of a mail with its pictures inside of it: a browser fetches nothing."""
    html = mail.html
    for it in mail.pictures:
        html = html.replace(f"cid:{it.content_id}", f"data:{it.media_type};base64,{it.picture or ''}")
    return html


def _shown(found: Preview) -> Sample:
    return Sample({it.channel: it for it in found.messages}, [], found.language)
