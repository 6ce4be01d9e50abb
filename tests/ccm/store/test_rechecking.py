"""Engines: what the personas looked like is known before the first run, and another engine is looked at first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ccm.checking import check_template
from ccm.letters import letters
from ccm.libraries import approved_items
from ccm.pipeline import Order
from ccm.store import engines
from ccm.store.rechecking import recheck, remember
from ccm.store.register import Filter, register
from content_blocks.problem import Refused
from renderers.message_json import message_bytes
from tests.ccm.store.world import World

DAY = date(2026, 11, 2)
ORDER = Order("letter", DAY)


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def test_the_same_engine_makes_the_same_of_every_persona(bank: World) -> None:
    assert remember(bank.home, "letter", DAY, None, bank.now) == 2  # one persona by mail and text message
    assert remember(bank.home, "letter", DAY, None, bank.now) == 0  # known already
    found = recheck(bank.home)
    assert (found.same, found.changed) == (2, ())


def test_a_run_under_an_engine_nobody_has_looked_at_is_refused(small: World, monkeypatch: pytest.MonkeyPatch) -> None:
    with small.home.reading() as session:
        library = approved_items(small.home, session, DAY, small.clock())
        assert letters(library, ORDER).approval is not None
        monkeypatch.setattr(engines, "fingerprint", lambda: {"ccm": "another"})
        with pytest.raises(Refused) as caught:
            letters(library, ORDER)
        assert codes(caught) == ["engine-unchecked"]
        approval = letters(library, ORDER, any_engine=True).approval
        assert approval is not None
        assert approval["engine_checked"] is False
    found = recheck(small.home)
    assert found.changed == ()  # it only calls itself otherwise
    with small.home.reading() as session:
        library = approved_items(small.home, session, DAY, small.clock())
        approval = letters(library, ORDER).approval
    assert approval is not None
    assert approval["engine_checked"] is True


def test_a_dry_run_notes_nothing(bank: World) -> None:
    with bank.home.reading() as session:
        letters(approved_items(bank.home, session, DAY, bank.clock()), ORDER, dry=True)
    assert remember(bank.home, "letter", DAY, None, bank.now) == 2


def test_what_comes_out_differently_is_told(small: World, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(small.home, "letter", DAY, None, small.now)
    monkeypatch.setattr("renderers.sms.message_bytes", lambda data: message_bytes(data) + b"\n")
    (changed,) = recheck(small.home).changed
    assert (changed.template, changed.persona, changed.channel) == ("letter", "plain", "sms")
    assert changed.after is not None


def test_the_register_says_what_ends_and_who_has_to_act(bank: World) -> None:
    (notice,) = register(bank.home, DAY)
    assert (notice.block, notice.owner, notice.citation) == ("notice", "compliance", "BGB § 675g")
    assert (notice.ends, notice.used) == (None, 3)  # two letters and the class that demands it
    assert register(bank.home, DAY, Filter(owner="somebody")) == []
    assert register(bank.home, DAY, Filter(citation="675G", jurisdiction="DE")) == [notice]
    assert register(bank.home, DAY, Filter(within=30)) == []


def test_a_wording_that_ends_without_a_successor_is_a_gap(bank: World, tmp_path: Path) -> None:
    bank.edit(
        "law",
        "block",
        "notice",
        ("two months", "three"),
        version="1.1",
        effective={"from": "2026-12-01", "until": "2027-06-30"},
    )
    bank.publish("law", ("block", "notice"))
    (now, coming) = register(bank.home, DAY)
    assert {now.version, coming.version} == {"1.0", "1.1"}
    ending = next(it for it in (now, coming) if it.version == "1.1")
    assert (ending.ends, ending.followed) == (date(2027, 6, 30), False)
    with bank.home.reading() as session:
        found = check_template(approved_items(bank.home, session, DAY), "letter", DAY)
    assert [(problem.code, problem.params["day"]) for problem in found] == [("block-gap", "2027-06-30")]
