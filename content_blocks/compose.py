"""From a bundle and a recipient's record to a document with nothing left to decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, partial
from typing import Literal, cast

from babel import Locale

from content_blocks.block import pieces_of
from content_blocks.bundle import Bundle
from content_blocks.dictionary import recipient
from content_blocks.document import REGIONS, Document, Messages, Piece, RegionName, Rules
from content_blocks.expressions import Value
from content_blocks.parts import Heading, Runs, leaves, plain
from content_blocks.problem import Collector, Problem, Refused
from content_blocks.scope import Scope
from content_blocks.text import Address, Line


def compose(bundle: Bundle, record: Mapping[str, Value], day: date, proof: str = "") -> Document:
    """The document for one validated record as of a day.

    Raises Refused with everything in it that cannot be composed: a value that is missing where a text needs it, an
    input out of the bounds its clause was approved for, an address too long for the window.
    """
    template = bundle.template
    scopes = _scopes(bundle, record, day)
    collect = Collector()
    regions = {name: collect(name, partial(_region, bundle, name, scopes)) or () for name in REGIONS}
    collect.problems += _heading_jumps(regions["body"])
    title = collect("title", lambda: scopes[0].fill(template.messages.title or template.title)) or ()
    messages, rules = _messages(bundle, scopes[0], collect, title), _rules(bundle, scopes[0], collect)
    if collect.problems:
        raise Refused(collect.problems)
    return Document(
        template=template.template,
        version=template.version,
        bundle=bundle.hash,
        theme=bundle.brand.theme.theme,
        language=bundle.language,
        as_of=day,
        title=plain(title),
        recipient=recipient(bundle.dictionary, record),
        regions={name: pieces for name, pieces in regions.items() if pieces},
        messages=messages,
        rules=rules,
        labels=bundle.setting.labels,
        direction=_direction(bundle.setting.locale),
        proof=proof,
    )


def _scopes(bundle: Bundle, record: Mapping[str, Value], day: date) -> list[Scope]:
    """Where texts are filled: in the bundle's language, and in the other one of a bilingual template."""
    values = {**record, "brand": bundle.brand.theme.brand, "document": {"date": day}}
    return [
        Scope(values, bundle.names(language), "", bundle.template.lock, bundle.contents)
        for language in bundle.languages
    ]


def _region(bundle: Bundle, name: RegionName, scopes: list[Scope]) -> tuple[Piece, ...]:
    """The pieces of a region; those of the body in both languages of a bilingual template, one after the other.

    Conditions see the same record in each language, so the pieces run in step.
    """
    blocks = bundle.template.region(name)
    spoken = [list(pieces_of(blocks, scope)) for scope in (scopes if name == "body" else scopes[:1])]
    return tuple(piece for same in zip(*spoken, strict=True) for piece in same)


def _heading_jumps(pieces: tuple[Piece, ...]) -> Iterator[Problem]:
    """Headings that skip a level: a screen reader announces a structure that is not there (ISO 14289-1, 7.4)."""
    level = 0
    for piece, heading in _headings(pieces):
        if heading.level > level + 1:
            yield Problem(f"body.{piece.id}", "heading-jumps", {"level": heading.level, "after": level})
        level = heading.level


def _headings(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, Heading]]:
    for piece in pieces:
        yield from ((piece, leaf) for leaf in leaves(piece.parts) if isinstance(leaf, Heading))


def _messages(bundle: Bundle, scope: Scope, collect: Collector, title: Runs) -> Messages:
    """The message lines; a push message without a title of its own takes the document's, as runs that still know whose
    values they show."""
    lines = bundle.template.messages

    def filled(name: str, line: Line | None) -> Runs:
        return collect(f"messages.{name}", lambda: scope.fill(line)) or ()

    return Messages(
        subject=filled("subject", lines.subject),
        preheader=filled("preheader", lines.preheader),
        sms=filled("sms", lines.sms),
        push_title=filled("push_title", lines.push_title) or title,
        push_body=filled("push_body", lines.push_body),
    )


def _rules(bundle: Bundle, scope: Scope, collect: Collector) -> Rules:
    kind, lines = bundle.document_class, bundle.template.messages

    def address(name: str, line: Address | None) -> str | None:
        return collect(f"messages.{name}", lambda: scope.address(line)) if line else None

    return Rules(
        channels=kind.channels,
        attach_pdf=kind.attach_pdf,
        unsubscribe=address("unsubscribe", lines.unsubscribe) if kind.unsubscribe else None,
        personal_on_lock_screen=kind.personal_on_lock_screen,
        sms_segments=kind.sms_segments,
        deep_link=address("deep_link", lines.deep_link),
        pdf_engine=kind.pdf_engine,
    )


@cache
def _direction(locale: str) -> Literal["ltr", "rtl"]:
    return cast(Literal["ltr", "rtl"], Locale.parse(locale).text_direction)
