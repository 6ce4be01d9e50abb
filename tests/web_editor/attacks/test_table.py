"""The list of attacks is as long as was promised, tells the truth, and nothing of its switches ships."""

from __future__ import annotations

import pytest

from tests.evidence import note
from tests.golden import Golden
from tests.source import ROOT
from tests.web_editor.attacks.bundle import PATCHES, with_switches
from tests.web_editor.attacks.listing import AT_SERVER, IN_BROWSER, page
from tests.web_editor.attacks.mechanism import GUARDS
from tests.web_editor.attacks.switched_off import OFF

ALL = (*IN_BROWSER, *AT_SERVER)


def test_there_are_enough_and_each_is_told_apart() -> None:
    assert len({mechanism.name for mechanism in ALL}) == len(ALL) >= 80
    assert all(1 <= len(mechanism.variants) <= 3 for mechanism in ALL)
    ways = sum(len(mechanism.variants) for mechanism in ALL)
    note("lock attacks", mechanisms=len(ALL), ways=ways, in_browser=len(IN_BROWSER), at_server=len(AT_SERVER))


def test_every_guard_can_be_switched_off_and_meets_an_attack() -> None:
    in_page = {guard for patches in PATCHES.values() for guard, _, _ in patches}
    assert in_page | OFF.keys() == GUARDS.keys() == {guard for mechanism in ALL for guard in mechanism.guards}


def test_what_ships_has_no_switch() -> None:
    assert "__off" in with_switches()
    assert "__off" not in (ROOT / "web_editor/static/editor.js").read_text(encoding="utf-8")


def test_the_page_shows_the_list(pytestconfig: pytest.Config) -> None:
    compare = Golden(pytestconfig.getoption("--update"), expected=ROOT / "docs", produced=ROOT / "build" / "attacks")
    compare("lock-attacks.md", page())
