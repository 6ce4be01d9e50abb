"""Previews of a brand whose theme is still being written: what a letter and a mail would look like under it."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest
from fastapi.testclient import TestClient

from ccm.api.app import make_app
from ccm.api.press import Press
from tests.ccm.api.conftest import signed_in
from tests.ccm.api.editing import RECORD, V1, Content, ask, messages, refused, stored
from tests.ccm.store.world import World

ACTING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>'
PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="#ff0000"/></svg>'


@pytest.fixture
def theme(every: World) -> Content:
    """The bank's brand as a form has it."""
    return stored(every, "theme", "ahorn")


def test_colours_are_seen_before_they_are_saved(bob: TestClient, theme: Content) -> None:
    wish: dict[str, Any] = {"channels": ["pdf", "email"], "marks": True, "pictures": True}
    before = messages(ask(bob, **wish))
    theme["palette"] |= {"accent": "#7a1f5c", "panel": "#fdf4f9"}
    after = messages(ask(bob, theme=theme, **wish))
    assert "#fdf4f9" in after["email"]["email"]["html"]
    assert "#fdf4f9" not in before["email"]["email"]["html"]
    assert after["pdf"]["pages"][0]["sha256"] != before["pdf"]["pages"][0]["sha256"]
    assert messages(ask(bob, **wish))["pdf"]["pages"][0]["sha256"] == before["pdf"]["pages"][0]["sha256"]


def test_another_logo_is_seen_and_one_that_could_act_is_refused(bob: TestClient, theme: Content) -> None:
    wish: dict[str, Any] = {"channels": ["pdf"], "pictures": True}
    before = ask(bob, **wish)["messages"][0]["pages"][0]["sha256"]
    logo = {"logo.svg": b64encode(PLAIN.encode()).decode()}
    assert ask(bob, theme=theme, theme_files=logo, **wish)["messages"][0]["pages"][0]["sha256"] != before
    acting = {"logo.svg": b64encode(ACTING.encode()).decode()}
    assert refused(bob, theme=theme, theme_files=acting, **wish)[0][0].startswith("themes/ahorn/logo.svg")
    theme["logo"] = "none.svg"
    assert refused(bob, theme=theme, **wish) == [("themes/ahorn/theme.yaml", "theme-file-missing")]


def test_what_nobody_could_read_is_refused_with_its_place(bob: TestClient, theme: Content) -> None:
    theme["palette"]["ink"] = "#f0f0f0"
    found = refused(bob, theme=theme)
    assert ("themes/ahorn/theme.yaml palette.ink", "palette-unreadable") in found


def test_nobody_looks_at_a_brand_that_is_none_of_their_business(every: World, press: Press, theme: Content) -> None:
    with signed_in(make_app(every.home, press), every.home, "nora") as nora:
        answer = nora.post(f"{V1}/preview", json={"template": "letter", "record": RECORD, "theme": theme})
        assert answer.status_code == 403
