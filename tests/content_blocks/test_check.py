"""Checks: whatever makes a template unfit to be submitted is found, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from content_blocks.check import RULES, check_bundle
from content_blocks.check.subject import Subject
from content_blocks.compose import compose
from content_blocks.problem import Refused
from content_blocks.problem_words import wording
from content_blocks.specimen import SPECIMEN_DAY
from content_blocks.text import text_hash
from tests.content_blocks.generate import languages, templates
from tests.content_blocks.unfit import UNFIT
from tests.content_blocks.unfit_case import REQUIRED, SAID, Case, Data, wording_of
from tests.content_blocks.worlds import bundle_of, clause, group, text, values


def checked(case: Case) -> Iterator[tuple[str, str]]:
    for problem in check_bundle(case.bundle(), case.day):
        for language in ("en", "de"):
            assert "{" not in wording(problem.code, dict(problem.params), language).message
        yield problem.where, problem.code


@pytest.mark.parametrize("case", UNFIT.values(), ids=UNFIT)
def test_what_is_unfit_is_found_and_nothing_else(case: Case) -> None:
    assert list(checked(case)) == case.expected


def test_every_rule_has_a_template_that_breaks_it() -> None:
    subjects = [Subject(case.bundle(), case.day) for case in UNFIT.values()]
    assert [rule.__name__ for rule in RULES if not any(any(rule(subject)) for subject in subjects)] == []


def test_a_new_translation_is_told_once_and_a_single_new_text_by_itself() -> None:
    stamped = {"en": "a", "de": "b", "of": {"de": text_hash("a")}}
    plain = {"en": "a", "de": "b"}
    told = [
        [(problem.where, problem.code) for problem in check_bundle(bundle_of(*body, language="de"), SPECIMEN_DAY)]
        for body in (
            [text(plain, "x", **SAID), text(plain, "y", **SAID)],
            [text(stamped, "x", **SAID), text(plain, "y", **SAID), text(stamped, "z", **SAID)],
        )
    ]
    assert told == [[("body.x.text", "item-unstamped")], [("body.y.text", "text-unstamped")]]


FIT: dict[str, Case] = {
    "a page number in the footer": Case([text("a", **SAID)], [], change={"footer": [text("{{ page }}", "f")]}),
    "an optional field under a condition": Case(
        [group("g", text("{{ nick }}", **SAID), when="account.due > 0")],
        [],
        fields={"nick": {"type": "text", "required": False}},
    ),
    "an optional list": Case(
        [group("g", text("{{ e.name }}", **SAID), each="extras", **{"as": "e"})],
        [],
        fields={"extras": {"type": "list", "required": False, "fields": {"name": {"type": "text"}}}},
    ),
    "required content first and last": Case(
        [clause(), text("a", **SAID)], [], kind={"required": [{"block": "specimen-clause", "place": "first"}]}
    ),
    "required content twice, once as it has to be": Case(
        [clause(), group("g", clause("again"), when="account.due > 0")], [], kind=REQUIRED
    ),
    "required content under the class's own condition": Case(
        [group("g", clause(), when="account.due > 9")],
        [],
        kind={"required": [{"block": "specimen-clause", "when": "account.due > 9"}]},
    ),
    "required content in a slot": Case([{"type": "slot", "id": "s", "blocks": [clause()]}], [], kind=REQUIRED),
    "required elsewhere": Case(
        [text("a", **SAID)],
        [],
        kind={"required": [{"block": "x", "jurisdictions": ["AT"]}, {"block": "y", "languages": ["de"]}]},
    ),
    "an integer where a decimal is wanted": Case(
        [clause(inputs={"limit": "count(account.cards)"}, blanks={})],
        [],
        clause=wording_of("a", short="s", inputs={"limit": {"type": "decimal", "label": "L"}}),
    ),
    "a heading under a condition": Case(
        [
            {"type": "heading", "id": "h1", "text": "a", **SAID},
            group("g", {"type": "heading", "id": "h2", "level": 2, "text": "b", **SAID}, when="account.due > 0"),
            {"type": "heading", "id": "h3", "level": 3, "text": "c", **SAID},
        ],
        [],
    ),
    "a review on the very day": Case([clause()], [], clause={"review_by": "2026-11-02"}),
}  # fmt: skip


@pytest.mark.parametrize("case", FIT.values(), ids=FIT)
def test_what_is_fit_passes(case: Case) -> None:
    assert list(checked(case)) == []


@settings(suppress_health_check=list(HealthCheck))
@given(templates(), languages())
def test_what_passes_the_check_of_its_expressions_composes(content: Data, language: str) -> None:
    content = {key: value for key, value in content.items() if key not in ("template", "version", "languages", "class")}
    body = content.pop("body")
    bundle = bundle_of(*body, language=language, **{key: content[key] for key in content if key != "dictionary"})
    harmless = {"condition-unreachable", "form-without-effect", "short-missing", "channel-silent", "clause-short"}
    harmless |= {"text-unstamped", "item-unstamped", "mandatory-absent"}
    codes = {problem.code for problem in check_bundle(bundle, SPECIMEN_DAY)}
    assert codes <= harmless
    try:
        compose(bundle, values(language), SPECIMEN_DAY)
    except Refused as refused:
        pytest.fail(str(refused))
