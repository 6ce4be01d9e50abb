"""What a child of the press does for a preview: a proof of what is being written, with everything to look at it by.

What is sent is rendered by the very engines that make this; what is added here (pictures, marks, words) is for looking.
A rendition that anything is wrong with never leaves as bytes, but can be seen.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from ccm.api.printing import Sheet, let_go, sheet_of, valued
from ccm.api.said import Said, said_on_paper
from ccm.api.spots import spots_of
from ccm.api.warm_engines import warm_engines
from ccm.checking import check_template
from ccm.libraries import opened
from ccm.personas import persona
from ccm.pipeline import Message, Order, Pipeline, open_pipeline
from ccm.store.saving import Delivered, made_harmless
from content_blocks.document import Document
from content_blocks.problem import Problem, Refused
from content_blocks.specimen_use import SPECIMEN
from content_blocks.theme import Brand
from renderers.pdf import PagePicture, page_pictures
from renderers.rendition import LeftOut, Mark
from renderers.shown import Shown, ShownMail
from templates_store.items import Items
from templates_store.overlay import Overlaid, unsaved, unsaved_brand
from templates_store.remembered import Remembered, written_so_far
from templates_store.shown_in import alone, insisting
from templates_store.store_library import StoreLibrary

REMEMBERED = 8
"""How many libraries a child remembers; each day, and drafts and what is approved, are one."""

CROWDED = "region-overflow"
"""The one fault of paper that can be looked at all the same."""


@dataclass(frozen=True)
class Looking:
    """What is wanted besides the messages: `marks` for where every piece is, `pictures` of so many dots an inch of some
    pages, unless the asker `knows` them already, `checks` of the template, and what every piece has `said` on paper."""

    marks: bool = False
    pictures: int = 0
    pages: range = range(0)
    known: frozenset[str] = frozenset()
    checks: bool = False
    said: bool = False


@dataclass(frozen=True)
class Viewing:
    """What is to be previewed: where its items are, the order, and a record or the name of a persona.

    `content` is a template as it is being written, `block` a content block.  With `insist` every use of that block
    shows what is being written, whatever it pins or follows; without a template in the order it is shown by itself.
    `theme` is that of a brand as it is being written, with those of its `files` that are to be others than the stored.
    """

    places: Mapping[str, str]
    order: Order
    record: Mapping[str, object] | None = field(default=None, repr=False)
    persona: str = ""
    content: Mapping[str, Any] | None = field(default=None, repr=False)
    block: Mapping[str, Any] | None = field(default=None, repr=False)
    looking: Looking = Looking()
    insist: bool = False
    theme: Mapping[str, Any] | None = field(default=None, repr=False)
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def shown(self) -> Order:
        """The order with the template that is really shown."""
        return self.order if self.order.template else replace(self.order, template=SPECIMEN)


@dataclass(frozen=True)
class View:
    """One channel's message, and what can be seen of it; `faulty` where it could not be sent like this.

    Marks count in the text of `shown`, or stand on the `pages`.
    """

    sheet: Sheet
    faulty: bool = False
    shown: Shown | None = None
    marks: tuple[Mark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    pages: tuple[PagePicture, ...] = ()


@dataclass(frozen=True)
class Viewed:
    """Everything that came of a preview; `regions` of the template's blocks say where problems are, `checks` are none
    where they were not asked for."""

    bundle: str
    version: str
    language: str
    views: tuple[View, ...]
    regions: Mapping[str, str]
    checks: tuple[Problem, ...] | None = None
    said: Mapping[str, Said] = field(default_factory=dict, repr=False)


class _Kept(NamedTuple):
    """A library, what is remembered of it, and how much had been written by then."""

    library: StoreLibrary
    items: Remembered
    written: int


_libraries: OrderedDict[tuple[tuple[str, str], ...], _Kept] = OrderedDict()


def view_one(viewing: Viewing) -> Viewed | tuple[Problem, ...]:
    """Make a preview; what is refused comes back as a value, each fault once for all languages."""
    found = valued(lambda: _view_one(viewing))
    return tuple({problem.identity(): problem for problem in found}.values()) if isinstance(found, tuple) else found


def _view_one(viewing: Viewing) -> Viewed:
    with _library(viewing.places) as kept:
        if viewing.block is not None and not viewing.order.template:
            library, record = _by_itself(kept, viewing, viewing.block)
            return view_in(library, replace(viewing, order=viewing.shown, record=record))
        return view_in(_overlaid(kept, viewing), viewing)


def view_in(library: Items, viewing: Viewing) -> Viewed:
    """A preview of what a library has; raises Refused with what keeps all of it from being made."""
    pipeline = open_pipeline(library, viewing.order, warm_engines(viewing.places["organisation"]))
    checks = _checks(library, viewing)
    try:
        document = pipeline.document(_record(library, viewing))
    except Refused as refused:
        raise Refused([*refused.problems, *(checks or ())]) from None
    bundle = pipeline.bundle(document.language)
    views = tuple(_views(pipeline, document, viewing.looking))
    said = said_on_paper(document) if viewing.looking.said else {}
    regions = spots_of(bundle.template)
    return Viewed(bundle.hash, bundle.template.version, document.language, views, regions, checks, said)


def _checks(library: Items, viewing: Viewing) -> tuple[Problem, ...] | None:
    """What the checks find, none where nobody asked."""
    wanted = viewing.looking.checks
    return tuple(check_template(library, viewing.order.template, viewing.order.day)) if wanted else None


@contextmanager
def _library(places: Mapping[str, str]) -> Iterator[Items]:
    """The library in some places, remembered as long as nothing is written there."""
    key = tuple(sorted(places.items()))
    found = _libraries.pop(key, None) or _opened(places)
    if found.written != written_so_far(found.library.session, places["organisation"]):
        let_go(found.library.session)
        found = _opened(places)
    try:
        yield found.items
    finally:
        let_go(found.library.session)
    _libraries[key] = found
    if len(_libraries) > REMEMBERED:
        _libraries.popitem(last=False)


def _opened(places: Mapping[str, str]) -> _Kept:
    library = opened(places)
    assert isinstance(library, StoreLibrary)
    return _Kept(library, Remembered(library), written_so_far(library.session, places["organisation"]))


def _overlaid(library: Items, viewing: Viewing) -> Items:
    """The library with what is being written laid over it; raises Refused with everything that is wrong with that."""
    if viewing.content is None and viewing.block is None and viewing.theme is None:
        return library
    block = viewing.block
    wording = None if block is None else unsaved("block", str(block.get("block", "")), block)
    written = None if viewing.content is None else unsaved("template", viewing.order.template, viewing.content)
    if wording and viewing.insist:
        written = insisting(written or library.template(viewing.order.template), wording)
    return Overlaid(library, written, wording, _dressed(library, viewing))


def _dressed(library: Items, viewing: Viewing) -> Brand | None:
    if viewing.theme is None:
        return None
    name = str(viewing.theme.get("theme", ""))
    others = made_harmless(Delivered("theme", name, b"", viewing.files)).files
    return unsaved_brand(viewing.theme, name, library.brand(name).files, others)


def _by_itself(library: Items, viewing: Viewing, block: Mapping[str, Any]) -> tuple[Items, Mapping[str, object]]:
    """A library in which the content block stands alone, and who gets it."""
    wording = unsaved("block", str(block.get("block", "")), block)
    language = viewing.order.language or wording.item.source_language
    return alone(library, wording, viewing.order.brand or "", language, viewing.order.day)


def _record(library: Items, viewing: Viewing) -> Mapping[str, object]:
    if viewing.record is not None:
        return viewing.record
    return persona(library, viewing.order.template, viewing.persona).record


def _views(pipeline: Pipeline, document: Document, looking: Looking) -> Iterator[View]:
    """Every channel's message; a mail that carries the letter carries the one that is shown, if that may be sent."""
    channels = pipeline.channels(document)
    letter = pipeline.attempt(document, "pdf") if "pdf" in channels else None
    for channel in channels:
        if channel == "pdf" and letter:
            yield _view(pipeline, document, letter, looking)
        else:
            made = pipeline.attempt(document, channel, letter and letter.sound())
            yield _view(pipeline, document, made, looking)


def _view(pipeline: Pipeline, document: Document, made: Message, looking: Looking) -> View:
    sheet = sheet_of(made.sound())
    if not (looking.marks or looking.pictures):
        return View(sheet)
    engine = pipeline.engine(document, made.channel)
    rendition = made.rendition
    if rendition is None and engine.crowded and all(problem.code == CROWDED for problem in made.problems):
        rendition = engine.crowded(document, None)
    shown = engine.show(document) if looking.marks else None
    seen = shown or rendition
    view = View(sheet, bool(made.problems) and seen is not None, shown)
    if looking.marks and seen:
        view = replace(view, marks=seen.marks, left_out=seen.left_out)
    if rendition and made.channel == "pdf":
        pages = page_pictures(rendition.content, looking.pictures, looking.pages, looking.known)
        view = replace(view, pages=pages)
    return replace(view, shown=_without_known(shown, looking)) if isinstance(shown, ShownMail) else view


def _without_known(shown: ShownMail, looking: Looking) -> ShownMail:
    """A mail without the pictures that the asker has already."""
    pictures = (replace(it, content=b"") if it.sha256 in looking.known else it for it in shown.pictures)
    return replace(shown, pictures=tuple(pictures))
