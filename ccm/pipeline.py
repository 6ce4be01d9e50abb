"""The straight line from a recipient's record to checked renditions.

    record → read → choose → compose → render → check

Everything that can be done per template version is done when a pipeline is opened; what is left runs per record.
Preview, proof and batch are this very code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from ccm.telemetry.steps import noting
from content_blocks.bundle import Bundle
from content_blocks.canonical import sha256
from content_blocks.compose import compose
from content_blocks.dictionary import Reader, by_role, compile_reader
from content_blocks.document import CHANNELS, ChannelName, Document
from content_blocks.expressions import Value
from content_blocks.problem import Problem, Refused, refuse
from content_blocks.template import Template
from renderers.channel import Channel
from renderers.channels import open_channel
from renderers.rendition import Rendition
from templates_store.item_files import Loaded
from templates_store.items import Items

ChannelChoice = tuple[ChannelName, ...]
"""The channels asked for; empty means each recipient's own."""

UNAPPROVED = "bundle-not-approved"
"""The one fault of a language for which the others need not wait: a review left it out, or a glass is not over it."""


LOOK_AT_ONE_IN = 500

OpenEngine = Callable[[ChannelName, Bundle], Channel]
"""Opens a channel for the brand and the pictures of a bundle, or hands out one that is open for the very same ones."""


def open_engine(name: ChannelName, bundle: Bundle) -> Channel:
    """A channel for a bundle, opened anew."""
    return open_channel(name, bundle.brand, {asset.hash: asset.content for asset in bundle.assets.values()})


@dataclass(frozen=True)
class Message:
    """What became of one record in one channel: a rendition, or the problems for which there is none."""

    channel: ChannelName
    rendition: Rendition | None = None
    problems: tuple[Problem, ...] = ()

    def sound(self) -> Message:
        """The same, without a rendition that anything is wrong with."""
        return replace(self, rendition=None) if self.problems else self


@dataclass(frozen=True)
class Order:
    """What is to be rendered: a template of a library, on a day, under a brand, for some channels.

    `language` overrides the recipients' own.  With `proof` every page and message says that it is not to be sent; with
    `look` every page is looked at as a picture, not only one in five hundred.
    """

    template: str
    day: date
    brand: str | None = None
    language: str | None = None
    channels: ChannelChoice = CHANNELS
    text_records: bool = False
    ignore_unknown: bool = False
    proof: bool = False
    look: bool = False


@dataclass(frozen=True)
class Pipeline:
    """An order made ready.  Bundles and engines are opened once per language.

    A language that was not approved goes out to nobody; records in it are refused with the reason.
    """

    library: Items
    order: Order
    template: Loaded[Template]
    opening: OpenEngine = open_engine
    _bundles: dict[str, Bundle] = field(default_factory=dict)
    _held_back: dict[str, Refused] = field(default_factory=dict)
    _engines: dict[tuple[str, ChannelName], Channel] = field(default_factory=dict)

    @cached_property
    def reader(self) -> Reader:
        """Reads and validates one record."""
        dictionary = self.library.dictionary(self.template.item.dictionary).item
        return compile_reader(dictionary, text=self.order.text_records, ignore_unknown=self.order.ignore_unknown)

    def bundle(self, language: str) -> Bundle:
        """The bundle in a language; raises Refused if there is none to be sent."""
        if language in self._held_back:
            raise Refused(self._held_back[language].problems)
        if language not in self._bundles:
            brand = self.order.brand or self.template.item.brands[0]
            self._bundles[language] = self.library.bundle(self.template, language, brand, self.order.day)
        return self._bundles[language]

    def bundles(self) -> dict[str, Bundle]:
        """The bundles of the languages that the order may use and that were approved; raises Refused if none was."""
        languages = [self.order.language] if self.order.language else self.template.item.languages
        found, held_back = bundles_in(languages, self.bundle)
        self._held_back.update(held_back)
        return found

    def refuse_closed_channels(self) -> None:
        """Raises Refused if a channel is asked for by name that the document class does not allow."""
        name = self.template.item.document_class
        asked = () if self.order.channels == CHANNELS else self.order.channels
        closed = [channel for channel in asked if channel not in self.library.document_class(name).item.channels]
        if closed:
            raise Refused(Problem(f"classes/{name}.yaml", "channel-closed", {"channel": channel}) for channel in closed)

    def read(self, record: Mapping[str, object]) -> tuple[Mapping[str, Value], Bundle]:
        """A record's values and the bundle they go into; raises Refused with everything that is wrong with them."""
        values = self.reader(record)
        return values, self.bundle(self._language(values))

    def document(self, record: Mapping[str, object]) -> Document:
        """The composed document; raises Refused with everything that is wrong with the record."""
        values, bundle = self.read(record)
        with noting("compose", bundle):
            return compose(bundle, values, self.order.day, bundle.setting.labels["proof"] if self.order.proof else "")

    def messages(self, record: Mapping[str, object]) -> list[Message]:
        """Every channel's message for a record, checked; raises Refused if there cannot be any."""
        return self.render_all(self.document(record))

    def render_all(self, document: Document) -> list[Message]:
        """Every channel's message for a composed document, checked."""
        channels = self.channels(document)
        pdf = self.render(document, "pdf") if "pdf" in channels else None
        return [pdf if channel == "pdf" and pdf else self.render(document, channel, pdf) for channel in channels]

    def render(self, document: Document, channel: ChannelName, pdf: Message | None = None) -> Message:
        """One channel's message, checked.  A mail that carries the letter takes it from `pdf`, or has it made."""
        return self.attempt(document, channel, pdf).sound()

    def attempt(self, document: Document, channel: ChannelName, pdf: Message | None = None) -> Message:
        """One channel's message with everything that is wrong with it, the rendition all the same if there is one."""
        engine, bundle = self.engine(document, channel), self.bundle(document.language)
        try:
            attached = self._letter(document, pdf) if channel == "email" else None
            with noting("render", bundle, channel) as step:
                rendition = engine.render(document, attached)
                step.pages = rendition.measures.get("pages", 0)
        except Refused as refused:
            return Message(channel, problems=refused.problems)
        with noting("check", bundle, channel) as step:
            problems = engine.check(document, rendition)
            if self.order.look or sampled(document):
                problems += engine.look(document, rendition)
            step.faulty = bool(problems)
        return Message(channel, rendition, tuple(problems))

    def _letter(self, document: Document, pdf: Message | None) -> bytes | None:
        if not document.rules.attach_pdf:
            return None
        message = pdf or self.render(document, "pdf")
        if message.rendition is None:
            raise Refused(message.problems)
        return message.rendition.content

    def engine(self, document: Document, channel: ChannelName) -> Channel:
        """The channel that renders a document."""
        key = (document.language, channel)
        if key not in self._engines:
            self._engines[key] = self.opening(channel, self.bundle(document.language))
        return self._engines[key]

    def _language(self, values: Mapping[str, Value]) -> str:
        """The order's language, the recipient's own where the template has it, or the class's fallback."""
        template = self.template.item
        own = by_role(self.library.dictionary(template.dictionary).item, values, "language")
        fallback = self.library.document_class(template.document_class).item.language_fallback
        for language in (self.order.language, own, own and own.split("-")[0], fallback):
            if language in template.languages:
                return str(language)
        raise refuse("", "language-not-known")

    def channels(self, document: Document) -> tuple[ChannelName, ...]:
        """The channels that a document goes out by, in the order asked for."""
        if self.order.channels:
            return tuple(channel for channel in self.order.channels if channel in document.rules.channels)
        fallback = self.library.document_class(self.template.item.document_class).item.channel_fallback
        chosen = document.recipient.preferred_channel or fallback
        if chosen not in document.rules.channels:
            raise refuse("", "channel-not-known")
        return (chosen,)


def open_pipeline(library: Items, order: Order, opening: OpenEngine = open_engine) -> Pipeline:
    """The pipeline for an order; raises Refused with everything that is wrong with the template and what it needs."""
    pipeline = Pipeline(library, order, library.template(order.template), opening)
    pipeline.bundles()
    pipeline.refuse_closed_channels()
    return pipeline


def bundles_in(
    languages: Iterable[str], bundle: Callable[[str], Bundle]
) -> tuple[dict[str, Bundle], dict[str, Refused]]:
    """The bundles of the languages that were approved, and why there is none in the others.

    Raises Refused if there is none at all, or with whatever else is wrong with one.
    """
    found: dict[str, Bundle] = {}
    held_back: dict[str, Refused] = {}
    for language in languages:
        try:
            found[language] = bundle(language)
        except Refused as refused:
            held_back[language] = refused
    faults = [problem for refused in held_back.values() for problem in refused.problems]
    if not found or any(problem.code != UNAPPROVED for problem in faults):
        raise Refused(faults)
    return found, held_back


def sampled(document: Document) -> bool:
    """Whether a document's pages are looked at as pictures: one in five hundred, by the recipient's id.

    Not by counting, so that it is the same one whatever the number of workers.
    """
    return int(sha256(document.recipient.id)[:8], 16) % LOOK_AT_ONE_IN == 0
