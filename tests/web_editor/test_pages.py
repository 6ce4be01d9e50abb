"""Every page asks who one is, shows in both languages and colours, and is usable by everybody."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from ccm.api.access import rule_of
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World
from tests.scale import scaled
from tests.web_editor.axe import LOOKS, shortcomings
from tests.web_editor.conftest import Served
from web_editor.pages import PAGES, editor, files, guest, settings, sign_in

OPEN = {
    editor.show_mail_frame,
    files.show_file,
    sign_in.show_sign_in,
    sign_in.sign_in,
    settings.choose,
    guest.show_door,
    guest.show_review,
    guest.say,
}
"""What needs nobody to be signed in."""
ADDRESSES = (
    "/",
    "/templates",
    "/templates?search=nothing-like-it",
    "/templates?search=days&sort=changed&by=law",
    "/create/templates",
    "/create/templates?of=letter",
    "/create/templates?of=-",
    "/create/blocks?of=-",
    "/notices",
    "/templates/letter",
    "/blocks",
    "/blocks/notice",
    "/templates/letter/edit",
    "/blocks/notice/edit",
    "/reviews?which=all",
    "/reviews?which=waiting",
)
"""Of every page one; those of a single thing are the small bank's."""
ADMINISTRATION = (
    "/administration",
    "/administration/people",
    "/administration/people/bob",
    "/administration/keys",
    "/administration/workflows",
    "/administration/dictionaries",
    "/administration/assets",
    "/administration/webhooks",
    "/administration/links",
)
AUTHORED = (
    "/administration",
    "/administration/dictionaries/letter",
    "/administration/dictionaries/letter/field?path=days",
    "/administration/assets",
    "/administration/workflows/standard",
    "/administration/brands",
    "/administration/brands/ahorn",
    "/administration/personas",
    "/administration/personas/letter/plain",
)
WHOSE = {
    "bob": AUTHORED,
    "law": ADDRESSES,
    "paul": ("/templates/letter", "/blocks/notice"),
    "ada": ADMINISTRATION,
    "udo": ("/audit", "/audit?text=nothing-like-it"),
    "olga": ("/batches",),
}
"""By whom they are looked at."""


def routes() -> list[APIRoute]:
    return [route for pages in PAGES for route in pages.routes if isinstance(route, APIRoute)]


@pytest.mark.parametrize("route", [it for it in routes() if it.endpoint not in OPEN], ids=lambda it: it.name)
def test_a_page_asks_who_one_is(route: APIRoute) -> None:
    asked = [inner.call for it in route.dependant.dependencies for inner in it.dependencies]
    assert any(rule_of(call) for call in asked if call)


def test_who_is_not_signed_in_is_taken_there_and_back(site: FastAPI, small: World) -> None:
    from fastapi.testclient import TestClient

    with TestClient(site, "https://ccm.example") as client:
        answer = client.get("/templates/letter", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?to=/templates/letter")
        onward = client.get("/sign-in?to=//elsewhere.example")
        assert 'name="to" value="/"' in onward.text


def test_a_page_that_is_not_there_says_so_in_ones_language(site: FastAPI, small: World) -> None:
    with signed_in(site, small.home, "bob") as client:
        answer = client.get("/templates/none", headers={"Accept-Language": "de"})
        assert answer.status_code == 404
        assert "<!doctype html>" in answer.text
        assert 'lang="de"' in answer.text


@pytest.mark.parametrize("login", WHOSE)
@pytest.mark.parametrize(("language", "colours"), LOOKS[: scaled(2, len(LOOKS))])
def test_pages_can_be_used_by_everybody(served: Served, language: str, colours: str, login: str) -> None:
    """WCAG 2.2 AA as far as axe sees it, and nothing to scroll sideways on the smallest phone."""
    found: dict[str, list[str]] = {}
    with served.signed_in(login, locale=language, color_scheme=colours) as page:
        for address in WHOSE[login]:
            page.goto(address)
            found[address] = shortcomings(page)
    assert found == {address: [] for address in WHOSE[login]}
