"""What a program of somebody's own sends: nothing locked changes, unless the guards it meets are switched off."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccm.api.press import Press
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World
from tests.web_editor.attacks.client import Client
from tests.web_editor.attacks.ground import content, ground
from tests.web_editor.attacks.listing import AT_SERVER, called, controls, tried
from tests.web_editor.attacks.mechanism import Mechanism
from tests.web_editor.attacks.states import stored
from tests.web_editor.attacks.switched_off import switch_off
from web_editor.site import make_site

BLOCKS = ("notice", "fee", "hours")


def changed(mechanism: Mechanism, variant: str, folder: Path, press: Press) -> bool:
    """Whether an attack changed what is locked in the store."""
    world = ground(folder)
    with signed_in(make_site(world.home, press), world.home, "bob") as http:
        client = Client(http, world)
        if mechanism.prepare:
            mechanism.prepare(client)
        before = kept(world, mechanism.template)
        mechanism.variants[variant](client)
    after = kept(world, mechanism.template)
    world.home.database.engine.dispose()
    return before != after


def kept(world: World, template: str) -> list[str]:
    """What is locked in the store: in the template, and in the content blocks that it shows."""
    return [*stored(content(world, template), template), *(world.text("block", name).decode() for name in BLOCKS)]


@pytest.mark.parametrize(("mechanism", "variant"), tried(AT_SERVER), ids=called)
def test_nothing_locked_changes(mechanism: Mechanism, variant: str, tmp_path: Path, press: Press) -> None:
    assert not changed(mechanism, variant, tmp_path, press)


@pytest.mark.parametrize(("mechanism", "variant"), controls(AT_SERVER), ids=called)
def test_without_its_guards_it_succeeds(
    mechanism: Mechanism, variant: str, tmp_path: Path, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch_off(monkeypatch, mechanism.guards)
    assert changed(mechanism, variant, tmp_path, press)
