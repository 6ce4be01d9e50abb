"""Whether expressions name what is there, and compare and show what goes together."""

from __future__ import annotations

from collections.abc import Iterator

from content_blocks.block_reading import block_types
from content_blocks.check.subject import Site, Subject
from content_blocks.dictionary import check_condition, check_expression
from content_blocks.expressions import Expression, unreachable
from content_blocks.names import Names
from content_blocks.problem import Problem

BUILT_IN = ("brand", "document", "input", "blank", "rows", "running", "shown", "hidden", "total", "page", "pages")
"""Names that mean something of their own and can be given to nothing else."""


def expressions(subject: Subject) -> Iterator[Problem]:
    """An expression that names what is not there, or whose values do not fit each other, their format or place."""
    for where, line in (("title", subject.bundle.template.title), *subject.message_lines):
        for expression in line.expressions():
            yield from _faults(where, expression, subject.names)
    for site in subject.all_sites:
        for field, expression in site.block.expressions():
            names = site.block.names(site.names, field)
            yield from _faults_in(site, field, expression, names)
    for site, use, content in subject.clauses:
        for expression in content.item.short.expressions() if content.item.short else ():
            yield from _faults(f"{site.where}.short", expression, content.names(site.names, use))


def accepted_types(subject: Subject) -> Iterator[Problem]:
    """A slot that accepts blocks of a type there is not."""
    for site in subject.sites:
        for name in getattr(site.block, "accepts", ()):
            if name not in block_types():
                yield Problem(f"{site.where}.accepts", "block-type-unknown", {"expected": ", ".join(block_types())})


def links(subject: Subject) -> Iterator[Problem]:
    """A link whose whole address is a field that is no address."""
    for placed in subject.texts:
        language = subject.bundle.language
        for target in placed.text.targets(language) if placed.text.speaks(language) else ():
            first = target[0]
            if len(target) == 1 and isinstance(first, Expression) and placed.names.facts(first).type != "url":
                yield Problem(placed.where, "link-address")


def names_taken(subject: Subject) -> Iterator[Problem]:
    """A repeated element that goes by a name which means something else already."""
    dictionary = subject.bundle.dictionary
    for name in BUILT_IN:
        if dictionary.field(name):
            yield Problem("dictionary", "name-taken", {"name": name})
    for site in subject.sites:
        for name in _introduced(site):
            if name in BUILT_IN or name in site.names.aliases or dictionary.field(name):
                yield Problem(f"{site.where}.as", "name-taken", {"name": name})


def unreachable_conditions(subject: Subject) -> Iterator[Problem]:
    """A condition that can never hold, or never together with those around it."""
    for site in subject.all_sites:
        around = [condition for block in site.around for condition in _conditions(block)]
        if site.own_conditions() and unreachable((*around, *site.own_conditions())) and not unreachable(around):
            yield Problem(site.where, "condition-unreachable")


def _faults_in(site: Site, field: str, expression: Expression, names: Names) -> Iterator[Problem]:
    """Under a condition a field may be one that is not always there: a record that lacks it then is refused."""
    where = f"{site.where}.{field}"
    if field not in site.block.lists:
        condition, asked = field in site.block.conditions, any(_conditions(block) for block in site.around)
        yield from _faults(where, expression, names, condition=condition, may_be_absent=asked)
    elif names.facts(expression).type != "list":
        known = names.dictionary_names
        unknown = check_expression(expression, known.dictionary, names.aliases, known.known)
        found = [_named(problem, names) for problem in unknown if problem.code == "path-unknown"]
        yield from (problem.under(where) for problem in found or [Problem("", "list-path")])


def _faults(
    where: str, expression: Expression, names: Names, *, condition: bool = False, may_be_absent: bool = False
) -> Iterator[Problem]:
    check = check_condition if condition else check_expression
    known = names.dictionary_names
    for problem in check(expression, known.dictionary, names.aliases, known.known):
        if problem.code != "optional-needs-or" or not may_be_absent:
            yield _named(problem, names).under(where)


def _named(problem: Problem, names: Names) -> Problem:
    """An unknown name said more closely: a fact of the brand, or anything outside a content block."""
    if problem.code != "path-unknown":
        return problem
    field = str(problem.params["field"])
    if field.startswith("brand."):
        return Problem("", "brand-fact-unknown", {"fact": field})
    return Problem("", "name-not-in-block", {"field": field}) if names.closed else problem


def _introduced(site: Site) -> Iterator[str]:
    """The names a block gives to the elements of a list, whatever names there are around it."""
    nothing = Names(site.names.setting)
    fields = [field for field, _ in site.block.expressions()]
    places = (site.block.names_inside(nothing), *(site.block.names(nothing, field) for field in fields))
    yield from sorted({alias for names in places for alias, path in names.aliases.items() if path.endswith("[]")})


def _conditions(block: object) -> list[Expression]:
    names = getattr(block, "conditions", ())
    return [condition for name in names if (condition := getattr(block, name)) is not None]
