"""The letters of a batch: the pipeline as the job that a run pins and its child processes open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from ccm.batch.job import Job, Made, Quarantined, Render, RowResult
from ccm.batch.records import Source
from ccm.fingerprint import fingerprint
from ccm.pipeline import Message, Order, Pipeline, open_pipeline
from ccm.rendering import SUFFIXES
from content_blocks.dictionary import nest
from content_blocks.problem import Refused, refuse
from templates_store.file_library import Library

OPENER = "ccm.letters:open_letters"


def letters(library: Library, order: Order) -> Job:
    """The job for an order: where its template lies, what it was resolved to, and by which engines."""
    settings = {"library": str(library.root), **asdict(order), "day": order.day.isoformat()}
    return prepare_letters(settings)


def letters_from(library: Library, order: Order, source: Source) -> Job:
    """The same for records of a source, whose values may be text that the dictionary gives types to."""
    return letters(library, Order(**{**asdict(order), "text_records": source.text, "ignore_unknown": source.text}))


def prepare_letters(settings: Mapping[str, Any]) -> Job:
    """The job as it is now; raises Refused with everything that is wrong with the template."""
    pipeline = _pipeline(settings)
    bundles = {f"{language} {bundle.brand.theme.theme}": bundle.hash for language, bundle in pipeline.bundles().items()}
    return Job(OPENER, dict(settings), bundles, fingerprint(), str(settings["day"]))


def open_letters(settings: Mapping[str, Any]) -> Render:
    """What a child process renders rows with."""
    pipeline = _pipeline(settings)

    def render(record: Mapping[str, object]) -> RowResult:
        messages = pipeline.messages(nest(record) if pipeline.order.text_records else record)
        return [_result(message) for message in messages]

    return render


def id_field(library: Library, template: str) -> str:
    """The field that the data dictionary marks as the record's id; raises Refused if it marks none."""
    item = library.template(template).item
    paths = library.dictionary(item.dictionary).item.role("id")
    if not paths:
        raise refuse(f"dictionaries/{item.dictionary}", "role-missing", role="id")
    return paths[0]


def _result(message: Message) -> Made | Quarantined:
    if message.rendition is None:
        return Quarantined(message.channel, message.problems)
    ending = SUFFIXES[message.channel].rpartition(".")[2]
    measures = {
        name: message.rendition.measures[name] for name in ("pages", "segments") if name in message.rendition.measures
    }
    return Made(message.channel, f".{ending}", message.rendition.content, measures)


def _pipeline(settings: Mapping[str, Any]) -> Pipeline:
    known = {name: value for name, value in settings.items() if name != "library"}
    order = Order(**{**known, "day": date.fromisoformat(known["day"]), "channels": tuple(known["channels"])})
    return open_pipeline(Library(Path(settings["library"])), order)


__all__ = ["Refused", "id_field", "letters", "letters_from", "open_letters", "prepare_letters"]
