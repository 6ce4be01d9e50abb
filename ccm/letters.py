"""The letters of a batch: the pipeline as the job that a run pins and its child processes open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from typing import Any

from ccm.batch.job import Check, Job, Made, Quarantined, Render, RowResult
from ccm.fingerprint import fingerprint
from ccm.libraries import PLACES, opened
from ccm.pipeline import Message, Order, Pipeline, open_pipeline
from ccm.store.engines import is_accepted, refuse_unchecked_engine
from ccm.store.glasses import refuse_closed
from ccm.store.home import home_at
from ccm.store.rechecking import remember
from content_blocks.dictionary import nest
from content_blocks.problem import refuse
from renderers.channels import ending
from templates_store.items import Items
from templates_store.store_library import StoreLibrary

OPENER = "ccm.letters:open_letters"


def letters(library: Items, order: Order, *, any_engine: bool = False, dry: bool = False) -> Job:
    """The job for an order: where its template lies, what it was resolved to, and by which engines.

    What a store has approved is only rendered by an engine that was checked, unless `any_engine` says otherwise; then
    the certificate says so.  What the personas look like before the first run is noted, unless that is a `dry` one.
    """
    if isinstance(library, StoreLibrary) and library.approved:
        if not any_engine:
            refuse_unchecked_engine(home_at(library.places()))
        if not dry:
            note_personas(library, order)
    name = library.template(order.template).item.template
    places = dict(library.places())
    if order.template != name:
        places["template_file"] = order.template
    plain = {**asdict(order), "template": name, "day": order.day.isoformat(), "channels": list(order.channels)}
    return prepare_letters(Job(OPENER, plain, places=places))


def prepare_letters(job: Job) -> Job:
    """The job as it is now; raises Refused with everything that is wrong with the template."""
    library, order = _ordered({**job.settings, **job.places})
    refuse_closed_glasses(library)
    bundles = open_pipeline(library, order).bundles()
    hashes = {f"{language} {bundle.brand.theme.theme}": bundle.hash for language, bundle in bundles.items()}
    approval = _approval(library, hashes) if isinstance(library, StoreLibrary) else None
    return replace(job, bundles=hashes, fingerprint=fingerprint(), as_of=order.day.isoformat(), approval=approval)


def open_letters(settings: Mapping[str, Any]) -> Render:
    """What a child process renders rows with; with `text`, records hold untyped values under dotted names."""
    text = bool(settings["text"])
    pipeline = _pipeline(settings, text)

    def render(record: Mapping[str, object]) -> RowResult:
        return [_result(message) for message in pipeline.messages(nest(record) if text else record)]

    return render


def check_of(job: Job, text: bool) -> Check:
    """What a dry run validates rows with: as a child would, up to where something is composed and rendered."""
    pipeline = _pipeline({**job.settings, **job.places}, text)
    return lambda record: pipeline.read(nest(record) if text else record)


def _pipeline(settings: Mapping[str, Any], text: bool) -> Pipeline:
    library, order = _ordered(settings)
    return open_pipeline(library, replace(order, text_records=text, ignore_unknown=text))


def note_personas(library: StoreLibrary, order: Order) -> None:
    """Note what the personas look like before the first run."""
    home = home_at(library.places())
    if (known_at := library.shelf.known_at) and not library.glasses:  # what is under one is noted once it is approved
        remember(home, order.template, order.day, order.brand, known_at)


def refuse_closed_glasses(library: Items) -> None:
    """Raises Refused for a run under a glass that is not open any more, be it begun or carried on."""
    if isinstance(library, StoreLibrary) and library.glasses:
        bundles = [glass.opened.bundle for glass in library.glasses]
        refuse_closed(library.session, library.shelf.organisation, bundles, datetime.now(UTC))


def _approval(library: StoreLibrary, bundles: Mapping[str, str]) -> dict[str, Any] | None:
    """Who approved what is sent, and whether anybody has looked at what this engine makes of it."""
    found = library.approval(bundles)
    return found and {**found, "engine_checked": is_accepted(home_at(library.places()))}


def id_field(library: Items, template: str) -> str:
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


def _ordered(settings: Mapping[str, Any]) -> tuple[Items, Order]:
    known = {name: value for name, value in settings.items() if name not in (*PLACES, "template_file", "text")}
    template = settings.get("template_file", known["template"])
    day, channels = date.fromisoformat(known["day"]), tuple(known["channels"])
    order = Order(**{**known, "template": template, "day": day, "channels": channels})
    return opened(settings), order
