"""The use case behind `ccm template check`: everything that makes a template unfit, in all its languages and brands."""

from __future__ import annotations

import re
from datetime import date

from content_blocks.check import check_bundle
from content_blocks.problem import Problem, Refused
from templates_store.items import Items


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
    return sorted(found.values(), key=lambda problem: in_reading_order(problem.where))


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
