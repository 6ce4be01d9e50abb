"""What a child of the press does: it opens a pipeline, or takes one that it has open, and renders one record."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeVar

from ccm.api.warm_engines import warm_engines
from ccm.batch.worker import TOO_BIG
from ccm.libraries import opened
from ccm.pipeline import Message, Order, Pipeline, open_pipeline
from content_blocks.document import CHANNELS, ChannelName
from content_blocks.problem import Problem, Refused
from content_blocks.version_range import parse_range
from renderers.channels import ending
from templates_store.database import Session
from templates_store.store_library import StoreLibrary

T = TypeVar("T")

WARM = 24
"""How many pipelines stay open: the costly part of a request is what is the same for all records."""


@dataclass(frozen=True)
class Wanted:
    """What is to be rendered: where its items are, as `ccm.libraries` names places, the order, and the record.

    `versions` is the range of the template's versions that will do, `bundles` the hashes that it all comes to: a
    pipeline that was opened for the same ones serves again.
    """

    places: Mapping[str, str]
    order: Order
    record: Mapping[str, object] = field(repr=False)
    versions: str = ""
    bundles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One channel's message as it comes back, or what is wrong with it."""

    channel: ChannelName
    content: bytes = field(default=b"", repr=False)
    media_type: str = ""
    measures: Mapping[str, int] = field(default_factory=dict)
    text: str = field(default="", repr=False)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Printed:
    """Everything that came of a record, and the bundle it was made of."""

    bundle: str
    version: str
    sheets: tuple[Sheet, ...]


Key: TypeAlias = tuple[str, tuple[str, ...], Order]
_open: OrderedDict[Key, Pipeline] = OrderedDict()


def load_all(_given: object) -> None:
    """Load what every channel renders with, before anybody asks for it."""
    for channel in CHANNELS:
        ending(channel)


def nothing(_given: object) -> None:
    """No work at all: whoever asks for it wants to know whether there is an answer."""


def print_one(wanted: Wanted) -> Printed | tuple[Problem, ...]:
    """Render a record; what is refused comes back as a value."""
    return valued(lambda: _print_one(wanted))


def valued(make: Callable[[], T]) -> T | tuple[Problem, ...]:
    """What comes of some work in a child; what is refused, or fails, comes back as a value."""
    try:
        return make()
    except Refused as refused:
        return refused.problems
    except MemoryError:
        os._exit(TOO_BIG)
    except BaseException as error:  # noqa: BLE001 - native libraries panic with exceptions that are no Exception
        # Only the kind of error: its text may quote the recipient's data.
        return (Problem("", "document-failed", {"error": type(error).__name__}),)


def _print_one(wanted: Wanted) -> Printed:
    pipeline = _warm(wanted)
    try:
        return _print(pipeline, wanted.record)
    finally:
        assert isinstance(pipeline.library, StoreLibrary)
        let_go(pipeline.library.session)


def _print(pipeline: Pipeline, record: Mapping[str, object]) -> Printed:
    document = pipeline.document(record)
    bundle = pipeline.bundle(document.language)
    return Printed(bundle.hash, bundle.template.version, tuple(map(sheet_of, pipeline.render_all(document))))


def let_go(session: Session) -> None:
    """Keep no connection and no old state of the database while nothing is asked for."""
    session.close()
    session.get_bind().engine.dispose()


def _warm(wanted: Wanted) -> Pipeline:
    """The pipeline for an order, opened once as long as it is asked for now and then."""
    key = (wanted.places["organisation"], wanted.bundles, wanted.order)
    if key in _open:
        _open.move_to_end(key)
        return _open[key]
    pipeline = _opened(wanted)
    hashes = tuple(bundle.hash for bundle in pipeline.bundles().values())
    if hashes == wanted.bundles:  # another draft may have been saved a moment ago: then this one serves once
        _open[key] = pipeline
        if len(_open) > WARM:
            _open.popitem(last=False)
    return pipeline


def _opened(wanted: Wanted) -> Pipeline:
    library = opened(wanted.places)
    assert isinstance(library, StoreLibrary)
    if wanted.versions:
        library = replace(library, wanted=parse_range(wanted.versions))
    return open_pipeline(library, wanted.order, warm_engines(wanted.places["organisation"]))


def sheet_of(message: Message) -> Sheet:
    """A message as it comes back."""
    if message.rendition is None:
        return Sheet(message.channel, problems=message.problems)
    made = message.rendition
    return Sheet(message.channel, made.content, made.media_type, dict(made.measures), made.text)
