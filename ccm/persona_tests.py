"""The use case behind `ccm template test`: does every persona come out as expected?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ccm.personas import Expectations, Persona, personas
from ccm.pipeline import Message, Order, open_pipeline
from content_blocks.document import CHANNELS, Document
from content_blocks.problem import Problem, Refused
from renderers.pdf.readback import plain_text, read
from renderers.rendition import Rendition
from templates_store.items import Items


@dataclass(frozen=True)
class Verdict:
    """One persona under one brand: passed if there is no problem."""

    persona: str
    brand: str
    problems: tuple[Problem, ...]

    @property
    def passed(self) -> bool:
        """Whether everything came out as expected."""
        return not self.problems


def try_personas(library: Items, template: str, proof: bool = False) -> Iterator[Verdict]:
    """Every persona under every brand in the language of its record."""
    brands = library.template(template).item.brands
    for persona in personas(library, template):
        for brand in brands:
            order = Order(template, persona.day, brand, channels=CHANNELS, proof=proof, look=True)
            yield _try(library, order, persona, brand)


def _try(library: Items, order: Order, persona: Persona, brand: str) -> Verdict:
    pipeline = open_pipeline(library, order)
    try:
        document = pipeline.document(persona.record)
        messages = pipeline.render_all(document)
    except Refused as refused:
        return Verdict(persona.name, brand, tuple(_unexpected(refused.problems, persona.expect)))
    found = tuple(problem.within(message.channel) for message in messages for problem in message.problems)
    problems = (*_unexpected(found, persona.expect), *_differences(document, messages, persona.expect, brand))
    return Verdict(persona.name, brand, problems)


def _unexpected(found: Iterable[Problem], expect: Expectations) -> Iterator[Problem]:
    codes = set()
    for problem in found:
        codes.add(problem.code)
        if problem.code not in expect.problems:
            yield problem
    for code in sorted(set(expect.problems) - codes):
        yield Problem("", "persona-problem-absent", {"code": code})


def _differences(document: Document, messages: list[Message], expect: Expectations, brand: str) -> Iterator[Problem]:
    there = {piece.id for _region, piece in document.pieces()}
    for name in expect.present:
        if name not in there:
            yield Problem(name, "persona-block-absent")
    for name in expect.absent:
        if name in there:
            yield Problem(name, "persona-block-present")
    for message in messages:
        if message.rendition:
            yield from _measured(message.rendition, expect.measures(brand))
            yield from _said(message.rendition, expect)


def _measured(rendition: Rendition, measures: Mapping[str, int]) -> Iterator[Problem]:
    for name, expected in measures.items():
        found = rendition.measures.get(name)
        if found is not None and found != expected:
            yield Problem(rendition.channel, "persona-measure", {"measure": name, "expected": expected, "found": found})


def _said(rendition: Rendition, expect: Expectations) -> Iterator[Problem]:
    phrases = expect.phrases.get(rendition.channel, ())
    text = _letters(rendition) if phrases else ""
    for phrase in phrases:
        if plain_text(phrase) not in text:
            yield Problem(rendition.channel, "persona-phrase", {"phrase": phrase})


def _letters(rendition: Rendition) -> str:
    """What a rendition says, by its letters alone, since paper breaks lines and words as it likes."""
    if rendition.channel == "pdf":
        pages, _own = read(rendition.content, {})
        return "".join(pages)
    return plain_text(rendition.text)
