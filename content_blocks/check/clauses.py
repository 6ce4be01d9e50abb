"""Whether content blocks are used as they were approved: inputs, blanks, dates, jurisdiction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from content_blocks.characters import is_blank
from content_blocks.check.subject import Site, Subject
from content_blocks.content_block import Input, InputType
from content_blocks.dictionary.names import kind_of
from content_blocks.expressions import Expression
from content_blocks.parts import Run
from content_blocks.problem import Problem, Refused
from content_blocks.text import Text

NOTICE = timedelta(days=30)
"""How long before a version ends somebody should know."""

FITTING: Mapping[InputType, frozenset[str]] = {
    "integer": frozenset({"integer"}),
    "decimal": frozenset({"decimal", "integer"}),
    "money": frozenset({"money"}),
    "percent": frozenset({"percent"}),
    "date": frozenset({"date"}),
}
"""The types of fields an input takes; a text takes all that is written in words."""


def inputs(subject: Subject) -> Iterator[Problem]:
    """An input that is absent, not declared, of another type or currency, or a constant out of bounds."""
    for site, use, content in subject.clauses:
        declared = content.item.inputs
        for name in [name for name in use.inputs if name not in declared]:
            yield Problem(f"{site.where}.with.{name}", "input-unknown", {"block": use.block})
        for name, wanted in declared.items():
            code = _input_fault(site, wanted, use.inputs[name]) if name in use.inputs else "input-missing"
            if code:
                params = {"block": use.block, "currency": wanted.currency or ""}
                yield Problem(f"{site.where}.with.{name}", code, params)


def blanks(subject: Subject) -> Iterator[Problem]:
    """A gap in locked wording that is not filled, not there, overfull, or filled with more than words."""
    for site, use, content in subject.clauses:
        for name in use.blanks.keys() ^ content.item.blanks.keys():
            code = "blank-unknown" if name in use.blanks else "blank-missing"
            yield Problem(f"{site.where}.blanks.{name}", code, {"block": use.block})
        for name in use.blanks.keys() & content.item.blanks.keys():
            limit = content.item.blanks[name].max_length
            yield from _blank_faults(f"{site.where}.blanks.{name}", use.blanks[name], limit)


def reviews(subject: Subject) -> Iterator[Problem]:
    """A content block whose owner should have looked at it, or whose version ends soon."""
    for site, use, content in subject.clauses:
        item, day = content.item, subject.day
        params = {"block": use.block, "version": item.version, "owner": item.owner}
        if item.review_by < day:
            yield Problem(site.where, "block-review-due", {**params, "day": item.review_by.isoformat()})
        if item.effective.until and item.effective.until - NOTICE <= day:
            yield Problem(site.where, "block-ending", {**params, "day": item.effective.until.isoformat()})


def jurisdictions(subject: Subject) -> Iterator[Problem]:
    """A content block that was not approved for where the template is sent."""
    wanted = subject.bundle.template.jurisdiction
    for site, use, content in subject.clauses:
        if wanted not in content.item.jurisdiction:
            yield Problem(site.where, "block-jurisdiction", {"block": use.block, "jurisdiction": wanted})


def own_short_forms(subject: Subject) -> Iterator[Problem]:
    """A clause with a short form of its own: long and short form are approved as one, in the content block."""
    for site, use, _ in subject.clauses:
        if use.short:
            yield Problem(f"{site.where}.short", "clause-short", {"block": use.block})


def _input_fault(site: Site, wanted: Input, given: Expression) -> str | None:
    if not given.paths():
        try:
            return wanted.problem(given.evaluate({}))
        except Refused as refused:
            return refused.problems[0].code
    facts = site.names.facts(given)
    fits = kind_of(facts.type) == "text" if wanted.type == "text" else facts.type in FITTING[wanted.type]
    if not fits:
        return "input-type"
    return "input-currency" if wanted.currency and facts.currency not in (None, wanted.currency) else None


def _blank_faults(where: str, words: Text, limit: int) -> Iterator[Problem]:
    if any(not isinstance(atom, Run) or atom.atom for atoms in words.atoms.values() for atom in atoms):
        yield Problem(where, "blank-placeholder")
    if any(map(is_blank, words.sources.values())):
        yield Problem(where, "blank-missing")
    if any(len(source) > limit for source in words.sources.values()):
        yield Problem(where, "blank-too-long", {"limit": limit})
