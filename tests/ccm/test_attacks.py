"""No value of a record can become anything but words: no link, tag, header, formula, expression or action.

A record either comes out in messages with the anatomy of a harmless record's, or it is refused with problems that name
the field, quote nothing, and have sentences in both languages.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from ccm.pipeline import Message
from content_blocks.document import ChannelName
from content_blocks.problem import Problem, Refused
from content_blocks.problem_words import sentences, wording
from tests.ccm.anatomy import Neutral, anatomy
from tests.ccm.hostile import CANARY, EVALUATED, texts, values, written
from tests.ccm.targets import HARMLESS, Outcome, Target, harmless, pipeline, rendered, targets
from tests.scale import scaled

QUICK: tuple[ChannelName, ...] = ("email", "sms", "push")
TEXTUAL = {"text", "multiline", "email", "phone", "url"}
OF_THE_RECORD = {"language-not-known", "channel-not-known"}
"""What a record as a whole lacks, so that no field can be named."""


@pytest.fixture(autouse=True)
def silence(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Neither a log nor the terminal gets to hear of any value, whatever native libraries think of it."""
    heard: list[logging.LogRecord] = []
    listener = logging.Handler()
    listener.emit = heard.append  # type: ignore[method-assign]
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    assert [record.name for record in heard if CANARY in record.getMessage()] == []
    printed = capfd.readouterr()
    assert CANARY not in printed.out + printed.err


def attacks() -> st.SearchStrategy[tuple[Target, Any]]:
    """Texts in places for texts mostly, and anything anywhere."""
    textual = [target for target in targets() if target.field_type in TEXTUAL]
    shown = [target for target in textual if target.template == "exposed"]
    return st.one_of(
        st.tuples(st.sampled_from(shown), texts()),
        st.tuples(st.sampled_from(textual), texts()),
        st.tuples(st.sampled_from(targets()), values()),
    )


@settings(max_examples=scaled(400, 2000))
@given(attacks())
def test_a_value_stays_words_in_mail_sms_and_push(attack: tuple[Target, Any]) -> None:
    check_attack(*attack, QUICK)


@settings(max_examples=scaled(100, 300))
@given(attacks())
def test_a_value_stays_words_on_paper(attack: tuple[Target, Any]) -> None:
    check_attack(*attack, ("pdf",))


def check_attack(target: Target, value: Any, channels: tuple[ChannelName, ...]) -> None:
    """The property itself."""
    record = target.record(value)
    try:
        pipeline(target.template).reader(record)
    except Refused as refused:
        event("refused by the dictionary")
        assert {problem.where for problem in refused.problems} & {written(target.place)} or target.field_type in (
            "group",
            "list",
            "element",
        )
        check_problems(refused.problems, value)
        return
    outcome = rendered(target, record, channels)
    event("refused later" if isinstance(outcome, Refused) else "rendered or quarantined by channel")
    check_outcome(target, value, outcome, channels)


def check_outcome(target: Target, value: Any, outcome: Outcome, channels: tuple[ChannelName, ...]) -> None:
    if isinstance(outcome, Refused):
        check_problems(outcome.problems, value)
        return
    for message, twin in zip(outcome, harmless(target, channels), strict=False):
        check_problems(message.problems, value)
        if message.rendition and twin.rendition and isinstance(value, str) and target.field_type in TEXTUAL:
            event(f"rendered {message.channel}")
            check_message(message, twin, value, target.template == "exposed")


def check_problems(problems: tuple[Problem, ...], value: Any) -> None:
    """Each names a place, has its sentences, and quotes nothing of the value."""
    for problem in problems:
        assert problem.code in sentences()
        assert problem.where or problem.code in OF_THE_RECORD
        said = [*(wording(problem.code, dict(problem.params), language) for language in ("en", "de")), problem]
        assert CANARY not in repr(said)
        assert all(type(param) in (str, int) for param in problem.params.values())


def check_message(message: Message, twin: Message, value: str, whole) -> None:
    """The same anatomy as the harmless message; where that says the harmless text, the hostile one says its own."""
    assert message.rendition is not None
    assert twin.rendition is not None
    found, expected = (
        anatomy(one.rendition, Neutral(text))
        for one, text in ((message, value), (twin, HARMLESS))
        if one.rendition is not None
    )
    assert EVALUATED not in found.words
    if CANARY in value:
        assert found.differences(expected) == []
        assert ("¤" in found.words) == ("¤" in expected.words)
        if whole and message.channel != "pdf":
            assert found.told() == expected.told()
