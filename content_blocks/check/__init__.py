"""What makes a template unfit to be submitted, known without any record: one function per rule.

A rule looks at one thing and yields its problems; to add one, write it and put it into `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from content_blocks.bundle import Bundle
from content_blocks.check import class_rules, clauses, forms, languages, names_and_values
from content_blocks.check.subject import Subject
from content_blocks.problem import Problem

Rule = Callable[[Subject], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    languages.missing,
    languages.missing_in_content_blocks,
    languages.stale,
    languages.unstamped,
    names_and_values.expressions,
    names_and_values.accepted_types,
    names_and_values.links,
    names_and_values.names_taken,
    names_and_values.unreachable_conditions,
    clauses.inputs,
    clauses.blanks,
    clauses.reviews,
    clauses.jurisdictions,
    clauses.own_short_forms,
    class_rules.required,
    class_rules.forbidden,
    class_rules.unsubscribe,
    class_rules.lock_screen,
    forms.short_forms,
    forms.cut_tables,
    forms.without_effect,
    forms.page_numbers,
    forms.silent_channels,
    forms.headings,
)


def check_bundle(bundle: Bundle, day: date) -> list[Problem]:
    """Everything that makes a bundle unfit to be submitted on a day, each once, in the order of the rules."""
    subject = Subject(bundle, day)
    return list({problem.identity(): problem for rule in RULES for problem in rule(subject)}.values())
