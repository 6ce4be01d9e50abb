"""The letters of a batch: the pipeline as the job that a run pins and its child processes open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from ccm.batch.job import Job, Made, Quarantined, Render, RowResult
from ccm.fingerprint import fingerprint
from ccm.pipeline import Message, Order, open_pipeline
from content_blocks.dictionary import nest
from content_blocks.problem import refuse
from renderers.channels import ending
from templates_store.file_library import Library

OPENER = "ccm.letters:open_letters"


def letters(library: Library, order: Order) -> Job:
    """The job for an order: where its template lies, what it was resolved to, and by which engines."""
    plain = {**asdict(order), "day": order.day.isoformat(), "channels": list(order.channels)}
    return prepare_letters({"library": str(library.root), **plain})


def prepare_letters(settings: Mapping[str, Any]) -> Job:
    """The job as it is now; raises Refused with everything that is wrong with the template."""
    library, order = _ordered(settings)
    bundles = open_pipeline(library, order).bundles()
    hashes = {f"{language} {bundle.brand.theme.theme}": bundle.hash for language, bundle in bundles.items()}
    return Job(OPENER, dict(settings), hashes, fingerprint(), str(settings["day"]))


def open_letters(settings: Mapping[str, Any]) -> Render:
    """What a child process renders rows with; with `text`, records hold untyped values under dotted names."""
    library, order = _ordered(settings)
    text = bool(settings["text"])
    pipeline = open_pipeline(library, replace(order, text_records=text, ignore_unknown=text))

    def render(record: Mapping[str, object]) -> RowResult:
        return [_result(message) for message in pipeline.messages(nest(record) if text else record)]

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
    kind = ending(message.channel).rpartition(".")[2]
    measures = {name: value for name, value in message.rendition.measures.items() if name in ("pages", "segments")}
    return Made(message.channel, f".{kind}", message.rendition.content, measures)


def _ordered(settings: Mapping[str, Any]) -> tuple[Library, Order]:
    known = {name: value for name, value in settings.items() if name not in ("library", "text")}
    order = Order(**{**known, "day": date.fromisoformat(known["day"]), "channels": tuple(known["channels"])})
    return Library(Path(settings["library"])), order
