"""The use case behind `ccm template check`: everything that makes a template unfit, in all its languages and brands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from content_blocks.check import check_bundle
from content_blocks.problem import Problem, Refused
from content_blocks.template import Template
from content_blocks.types.clause import Clause
from templates_store.choose import choose
from templates_store.items import Items

AHEAD = timedelta(days=366)
"""How far ahead a gap is told."""


def check_template(library: Items, name: str, day: date) -> list[Problem]:
    """Every problem once, by place; a template that cannot be read has just the problems of reading it."""
    try:
        template = library.template(name)
    except Refused as refused:
        return list(refused.problems)
    found: dict[tuple[object, ...], Problem] = {}
    for brand in template.item.brands:
        for language in template.item.languages:
            for problem in _check(library, name, language, brand, day):
                found.setdefault(problem.identity(), problem)
    for problem in gaps(library, template.item, day):
        found.setdefault(problem.identity(), template.located(problem))
    return sorted(found.values(), key=lambda problem: in_reading_order(problem.where))


def gaps(library: Items, template: Template, day: date) -> Iterator[Problem]:
    """Wordings that a template follows and that end within a year, with nothing after them where it is sent."""
    for region, use in template.blocks():
        if isinstance(use, Clause) and use.follow:
            ends = _last_day(library, use.block, template.jurisdiction, day)
            if ends is not None and ends <= day + AHEAD:
                params = {"block": use.block, "day": ends.isoformat(), "jurisdiction": template.jurisdiction}
                yield Problem(f"{region}.{use.id}", "block-gap", params)


def _last_day(library: Items, block: str, jurisdiction: str, day: date) -> date | None:
    """The last day before the first one on which no version is in force for a jurisdiction; none if there always is."""
    versions = library.block_versions(block)
    for turning in sorted({point for version in versions for point in version.turning_points() if point > day}):
        found = choose(versions, turning)
        if found is None or jurisdiction not in library.content(found).item.jurisdiction:
            return turning - timedelta(days=1)
    return None


def in_reading_order(place: str) -> list[str | int]:
    """A key that sorts line 9 before line 10."""
    return [int(piece) if piece.isdigit() else piece for piece in re.split(r"(\d+)", place)]


def _check(library: Items, name: str, language: str, brand: str, day: date) -> list[Problem]:
    template = library.template(name)
    try:
        bundle = library.bundle(template, language, brand, day)
    except Refused as refused:
        return list(refused.problems)
    return [template.located(problem) for problem in check_bundle(bundle, day)]
