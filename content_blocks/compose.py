"""From a bundle and a recipient's record to a document with nothing left to decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import zip_longest

from content_blocks.bundle import Bundle
from content_blocks.dictionary import recipient
from content_blocks.document import REGIONS, Document, Messages, Piece, RegionName, Rules
from content_blocks.expressions import Value
from content_blocks.parts import Heading
from content_blocks.problem import Problem, Refused
from content_blocks.scope import Scope


def compose(bundle: Bundle, record: Mapping[str, Value], day: date, proof: str = "") -> Document:
    """The document for one validated record as of a day.

    Raises Refused with everything in it that cannot be composed: a value that is missing where a text needs it, an
    input out of the bounds its clause was approved for, an address too long for the window.
    """
    scope = _scope(bundle, record, day, bundle.language)
    problems: list[Problem] = []
    regions = {name: _region(bundle, scope, name, problems) for name in REGIONS}
    problems += _heading_jumps(regions)
    if problems:
        raise Refused(problems)
    return Document(
        template=bundle.template.template,
        version=bundle.template.version,
        bundle=bundle.hash,
        theme=bundle.brand.theme.theme,
        language=bundle.language,
        as_of=day,
        title=scope.show(bundle.template.title),
        recipient=recipient(bundle.dictionary, record),
        regions={name: pieces for name, pieces in regions.items() if pieces},
        messages=_messages(bundle, scope),
        rules=_rules(bundle, scope),
        labels=bundle.setting.labels,
        proof=proof,
    )


def _scope(bundle: Bundle, record: Mapping[str, Value], day: date, language: str) -> Scope:
    setting = bundle.setting if language == bundle.language else bundle.setting_in(language)
    brand: dict[str, Value] = dict(bundle.brand.theme.brand)
    return Scope({**record, "brand": brand, "document": {"date": day}}, setting)


def _region(bundle: Bundle, scope: Scope, name: RegionName, problems: list[Problem]) -> tuple[Piece, ...]:
    pieces = tuple(_pieces(bundle, scope, name, problems))
    other = bundle.template.bilingual and bundle.template.bilingual[1]
    if name != "body" or not other:
        return pieces
    values = Scope(scope.values, bundle.setting_in(other))
    return tuple(_interleaved(pieces, tuple(_pieces(bundle, values, name, problems))))


def _pieces(bundle: Bundle, scope: Scope, name: RegionName, problems: list[Problem]) -> Iterator[Piece]:
    for block in bundle.template.region(name):
        try:
            yield from block.pieces(scope)
        except Refused as refused:
            problems += [problem.within(f"{name}.{block.id}") for problem in refused.problems]


def _interleaved(first: tuple[Piece, ...], second: tuple[Piece, ...]) -> Iterator[Piece]:
    """The same pieces in two languages after each other; conditions see the same record, so they run in step."""
    for pair in zip_longest(first, second):
        yield from (piece for piece in pair if piece)


def _heading_jumps(regions: Mapping[RegionName, tuple[Piece, ...]]) -> list[Problem]:
    """Headings that skip a level: a screen reader announces a structure that is not there (ISO 14289-1, 7.4)."""
    level, problems = 0, []
    for piece in regions["body"]:
        for part in piece.parts:
            if isinstance(part, Heading):
                if part.level > level + 1:
                    problems.append(Problem(f"body.{piece.id}", "heading-jumps", {"level": part.level, "after": level}))
                level = part.level
    return problems


def _messages(bundle: Bundle, scope: Scope) -> Messages:
    lines = bundle.template.messages
    return Messages(
        subject=scope.fill(lines.subject),
        preheader=scope.fill(lines.preheader),
        sms=scope.fill(lines.sms),
        push_title=scope.fill(lines.push_title),
        push_body=scope.fill(lines.push_body),
    )


def _rules(bundle: Bundle, scope: Scope) -> Rules:
    kind, lines = bundle.document_class, bundle.template.messages
    return Rules(
        channels=kind.channels,
        attach_pdf=kind.attach_pdf,
        unsubscribe=scope.address(lines.unsubscribe) if kind.unsubscribe and lines.unsubscribe else None,
        personal_on_lock_screen=kind.personal_on_lock_screen,
        sms_segments=kind.sms_segments,
        deep_link=scope.address(lines.deep_link) if lines.deep_link else None,
    )
