"""What compliance may rely on in the library: required wording is there unconditionally, and locks hold."""

from __future__ import annotations

from typing import Any

import pytest

from content_blocks.block import Block
from content_blocks.document import CHANNELS
from content_blocks.item import read_item
from content_blocks.lock_mode import Operation
from content_blocks.locks import Rights, lock_violations
from content_blocks.template import Template
from content_blocks.types.clause import Clause
from tests.templates_store.shipped import LANGUAGES, LIBRARY, TEMPLATES, template, uses

PARAGRAPH = {"id": "own-words", "type": "text", "text": {"de": "Wir sind für Sie da.", "en": "We are here for you."}}


def content(name: str) -> dict[str, Any]:
    """A template as plain data."""
    return dict(LIBRARY.template(name).source.content)


def violations(name: str, changed: dict[str, Any]) -> set[tuple[str, str]]:
    """What the locks of a template say to a changed version of it."""
    problems = lock_violations(template(name), read_item(Template, changed), Rights())
    return {(problem.where, str(problem.params["operation"])) for problem in problems}


@pytest.mark.parametrize("name", TEMPLATES)
def test_required_wording_stands_outside_conditions(name: str) -> None:
    item = template(name)
    kind = LIBRARY.document_class(item.document_class).item
    always = {block.block: block for block in item.body if isinstance(block, Clause)}
    for entry in kind.required:
        assert entry.block in always, entry.block
        mandatory = always[entry.block].mandatory
        assert set(entry.channels) <= set(CHANNELS if mandatory is True else mandatory or ())


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_is_mandatory_on_a_short_channel_is_short(name: str) -> None:
    for use in uses(name):
        channels = CHANNELS if use.mandatory is True else use.mandatory or ()
        if not {"sms", "push"} & set(channels):
            continue
        for listed in LIBRARY.block_versions(use.block):
            short = LIBRARY.block(listed).item.short
            assert short is not None
            assert all(len(short.sources[language]) < 160 for language in LANGUAGES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_business_user_may_add_a_paragraph_in_the_slot(name: str) -> None:
    changed = content(name)
    changed["body"] = [
        {**block, "blocks": [PARAGRAPH]} if block["type"] == "slot" else block for block in changed["body"]
    ]
    assert changed["body"] != content(name)["body"]
    assert violations(name, changed) == set()


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_can_be_added_or_taken_outside_the_slot(name: str) -> None:
    changed = content(name)
    changed["body"] = [*changed["body"][:-1], PARAGRAPH]
    gone = content(name)["body"][-1]["id"]
    assert violations(name, changed) == {("body.own-words", "add"), (f"body.{gone}", "remove")}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_clause_cannot_be_loosened(name: str) -> None:
    changed = content(name)
    place, clause = next((number, block) for number, block in enumerate(changed["body"]) if block["type"] == "clause")
    hidden = {**clause, "channels": {"email": "absent"}, "mandatory": False}
    changed["body"] = [*changed["body"][:place], hidden, *changed["body"][place + 1 :]]
    assert violations(name, changed) == {(f"body.{clause['id']}", "channel_form")}


WORDS: dict[str, Operation | None] = {
    "account-statement": None,
    "invoice": None,
    "payment-reminder": None,
    "card-blocked": None,
    "rate-change": "word",
}


@pytest.mark.parametrize("name", WORDS)
def test_words_are_free_except_in_the_notice_of_changed_rates(name: str) -> None:
    changed = content(name)
    changed["body"] = [
        {**block, "text": {"de": "Neue Worte.", "en": "New words."}} if block["id"] == "summary" else block
        for block in changed["body"]
    ]
    if name == "payment-reminder":
        changed["title"] = "Mahnung"
    assert {operation for _, operation in violations(name, changed)} == ({WORDS[name]} if WORDS[name] else set())


def test_the_service_hours_of_the_notice_of_changed_rates_may_be_filled_in() -> None:
    changed = content("rate-change")
    hours = {"hours": {"de": "rund um die Uhr", "en": "at any time"}}
    changed["body"] = [{**block, "blanks": hours} if block["id"] == "rights" else block for block in changed["body"]]
    assert violations("rate-change", changed) == set()


def test_every_block_says_what_it_is() -> None:
    blocks: list[Block] = [block for name in TEMPLATES for _, block in template(name).blocks()]
    assert len(blocks) > 150
