"""Attacks in the editor's page, in a real browser: nothing locked changes in document, screen or store."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ccm.api.press import Press
from tests.scale import FULL
from tests.web_editor.attacks.desk import Desk, Seen, desk, settle
from tests.web_editor.attacks.ground import TEMPLATES
from tests.web_editor.attacks.hands import BY_HAND
from tests.web_editor.attacks.listing import IN_BROWSER, called, controls, tried
from tests.web_editor.attacks.mechanism import Mechanism
from tests.web_editor.attacks.tampering import TAMPERED
from tests.web_editor.attacks.transactions import SENT

MANY = IN_BROWSER if FULL else (*TAMPERED, *BY_HAND)[::2]
"""In `make test` every second; transactions come one after the other in one sitting there."""
PATIENCE = 30.0
"""Seconds in which what hides locked wording has to be gone, or writing to have stopped."""


def held(opened: Desk, before: Seen) -> list[str]:
    """What is broken in the end."""
    until = time.monotonic() + PATIENCE
    while before.broken(opened) and time.monotonic() < until:
        opened.page.wait_for_timeout(200)
    settle(opened)
    return before.broken(opened)


@pytest.mark.parametrize(("mechanism", "variant"), tried(MANY), ids=called)
def test_nothing_locked_changes(
    mechanism: Mechanism, variant: str, tmp_path: Path, browser: Browser, press: Press
) -> None:
    with desk(tmp_path, browser, press, mechanism.template, ()) as opened:
        before = Seen.of(opened)
        assert before.broken(opened) == []
        mechanism.variants[variant](opened)
        assert held(opened, before) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_locked_changes_in_one_sitting(template: str, tmp_path: Path, browser: Browser, press: Press) -> None:
    """All transactions one after the other: none opens the way for a later one."""
    with desk(tmp_path, browser, press, template, ()) as opened:
        before = Seen.of(opened)
        for mechanism in SENT:
            if mechanism.template == template:
                next(iter(mechanism.variants.values()))(opened)
                assert before.broken(opened) == [], mechanism.name
        assert held(opened, before) == []


@pytest.mark.parametrize(("mechanism", "variant"), controls(IN_BROWSER), ids=called)
def test_without_its_guards_it_succeeds(
    mechanism: Mechanism, variant: str, tmp_path: Path, browser: Browser, press: Press
) -> None:
    with desk(tmp_path, browser, press, mechanism.template, mechanism.guards) as opened:
        before = Seen.of(opened)
        mechanism.variants[variant](opened)
        opened.page.wait_for_timeout(800)
        assert before.broken(opened)
