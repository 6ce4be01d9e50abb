"""No value of a record can become anything but words: no link, tag, header, formula, expression or action.

A record either comes out in messages with the anatomy of a harmless record's, or it is refused with problems that name
the field, quote nothing, and have sentences in both languages.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from content_blocks.document import ChannelName
from content_blocks.problem import Problem, Refused
from content_blocks.problem_words import sentences, wording
from renderers.rendition import Rendition
from tests.ccm.anatomy import Neutral, anatomy
from tests.ccm.hostile import CANARY, EVALUATED, printable, values, written
from tests.ccm.targets import HARMLESS, Target, harmless, pipeline, rendered, targets
from tests.scale import scaled

ON_SCREENS: tuple[ChannelName, ...] = ("email", "sms", "push")
TEXTUAL = {"text", "multiline", "email", "phone", "url"}
OF_THE_RECORD = {"language-not-known", "channel-not-known"}
"""What a record as a whole lacks, so that no field can be named."""
OUR_FAULTS = {
    "piece-missing",
    "row-missing",
    "words-differ",
    "recipient-differs",
    "push-payloads-differ",
    "link-missing-in-text",
    "link-not-allowed",
    "email-line-too-long",
    "header-not-allowed",
    "engine-complained",
    "picture-not-inside",
}
"""What the last check finds if a renderer let a value become more than words: held back, but a fault of ours."""

Attack = tuple[Target, Any]


@pytest.fixture(autouse=True)
def silence(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Neither a log nor the terminal gets to hear of any value, whatever native libraries think of it."""
    heard: list[str] = []
    listener = logging.Handler()
    listener.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    assert CANARY not in "".join((*heard, *capfd.readouterr()))


def refusal(target: Target, value: Any) -> Refused | None:
    """Why the data dictionary does not let a value in, if so."""
    try:
        pipeline(target.template).reader(target.record(value))
    except Refused as refused:
        return refused
    return None


@st.composite
def let_in(draw: st.DrawFn) -> Attack:
    """An attack that gets past the data dictionary: every other one on the template that shows a text everywhere."""
    textual = [target for target in targets() if target.field_type in TEXTUAL]
    exposed = [target for target in textual if target.template == "exposed"]
    target, value = draw(st.sampled_from(draw(st.sampled_from((textual, exposed))))), draw(printable())
    assume(refusal(target, value) is None)
    return target, value


@settings(max_examples=scaled(100, 1000))
@given(st.tuples(st.sampled_from(targets()), values()))
def test_a_value_that_is_not_let_in_is_named_by_its_field(attack: Attack) -> None:
    target, value = attack
    refused = refusal(target, value)
    event("let in" if refused is None else "not let in")
    if refused:
        check_problems(refused.problems)
        places = {problem.where for problem in refused.problems}
        assert all(place.startswith(written(target.place)) for place in places)


@settings(max_examples=scaled(100, 1000))
@given(let_in())
def test_a_value_stays_words_in_mail_sms_and_push(attack: Attack) -> None:
    check_attack(*attack, ON_SCREENS)


@settings(max_examples=scaled(15, 300))
@given(let_in())
def test_a_value_stays_words_on_paper(attack: Attack) -> None:
    check_attack(*attack, ("pdf",))


def check_attack(target: Target, value: Any, channels: tuple[ChannelName, ...]) -> None:
    """The property itself: words in every channel, or problems."""
    outcome = rendered(target, target.record(value), channels)
    if isinstance(outcome, Refused):
        event("refused when composed")
        check_problems(outcome.problems)
        return
    for message, twin in zip(outcome, harmless(target, channels), strict=True):
        event(f"{message.channel} {'rendered' if message.rendition else 'quarantined'}")
        check_problems(message.problems)
        assert OUR_FAULTS.isdisjoint(problem.code for problem in message.problems)
        if message.rendition and twin.rendition and target.field_type in TEXTUAL:
            check_words(target, str(value), message.rendition, twin.rendition)


def check_problems(problems: Iterable[Problem]) -> None:
    """Each names a place, has its sentences, and quotes nothing of the value."""
    for problem in problems:
        said = [wording(problem.code, dict(problem.params), language) for language in ("en", "de")]
        assert problem.code in sentences()
        assert problem.where or problem.code in OF_THE_RECORD
        assert CANARY not in f"{problem} {said}"


def check_words(target: Target, value: str, rendition: Rendition, twin: Rendition) -> None:
    """The same anatomy as the harmless message's; and wherever that says the harmless text, this says the value.

    A value without the canary may occur in the template's own words, so it cannot be told from them.
    """
    found, expected = anatomy(rendition, Neutral(value)), anatomy(twin, Neutral(HARMLESS))
    assert EVALUATED not in found.words
    if CANARY in value:
        assert found.differences(expected) == []
        told, wanted = (list(map(bool, each.told())) for each in (found, expected))
        cut = rendition.channel == "push" and all(one <= other for one, other in zip(told, wanted, strict=True))
        assert cut or told == wanted, "only a push may be too short for a value"
        if target.template == "exposed" and rendition.channel != "pdf":
            assert found.told() == expected.told(), "it shows each value as it is, and nothing twice"
