"""Administering in a real browser: letting people in, their roles, why they may do something, and API keys."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from ccm.store.actor import Given
from ccm.store.api_keys import keys
from ccm.store.people import people
from tests.ccm.store.world import World
from tests.web_editor.axe import shortcomings
from tests.web_editor.conftest import Served


def roles(world: World, login: str) -> list[Given]:
    return [given for known in people(world.home) if known.login == login for _, given in known.given]


def test_somebody_is_let_in_and_given_what_they_may_do(served: Served, small: World) -> None:
    with served.signed_in("ada", locale="en-GB") as page:
        page.goto("/administration/people")
        page.get_by_role("button", name="Let somebody in").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Name").fill("Zoë Weiß")
        dialog.get_by_label("Login").fill("zoe")
        dialog.get_by_role("button", name="Let in").click()
        expect(page.get_by_role("heading", name="Zoë Weiß")).to_be_visible()
        expect(page.get_by_text("May do nothing yet.")).to_be_visible()
        page.locator("[name=role]").select_option("reviewer")
        expect(page.get_by_label("Regulated wording")).to_be_hidden()
        page.locator("[name=step]").select_option("compliance")
        page.get_by_label("Where").select_option("template")
        page.get_by_label("Names").fill("letter*")
        page.get_by_role("button", name="Give this role").click()
        expect(page.get_by_text("template/letter*")).to_be_visible()
    assert roles(small, "zoe") == [Given("reviewer", "template/letter*", "compliance")]


def test_an_author_is_given_some_kinds_of_change_and_loses_them_again(served: Served, small: World) -> None:
    with served.signed_in("ada", locale="en-GB") as page:
        page.goto("/administration/people/nora")
        page.get_by_label("Style").check()
        page.get_by_label("Layout").check()
        page.get_by_role("button", name="Give this role").click()
        expect(page.get_by_text("Style, Layout")).to_be_visible()
        assert roles(small, "nora") == [Given("author", changes=("style", "layout"))]
        page.get_by_role("button", name="Take away: Author").click()
        expect(page.get_by_role("dialog")).to_contain_text("is no longer Author from this moment on")
        page.get_by_role("dialog").get_by_role("button", name="Take away").click()
        expect(page.get_by_text("May do nothing yet.")).to_be_visible()
    assert roles(small, "nora") == []


def test_what_goes_wrong_is_told_in_the_open_dialog(served: Served, small: World) -> None:
    with served.signed_in("ada", locale="en-GB", refusals=True) as page:
        page.goto("/administration/people/ada")
        page.get_by_role("button", name="Take away: Administrator").click()
        with page.expect_response(re.compile("/roles/")) as answer:
            page.get_by_role("dialog").get_by_role("button", name="Take away").click()
        assert answer.value.status == 409
        expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("administrator")


def test_it_says_why_somebody_may_not(served: Served, small: World) -> None:
    with served.signed_in("ada", locale="de-DE") as page:
        page.goto("/administration/people/olga")
        page.get_by_label("Welches").fill("letter")
        page.get_by_role("button", name="Fragen").click()
        expect(page.locator("#access")).to_contain_text("Nein.")
        page.locator("[name=action]").select_option("run")
        page.get_by_role("button", name="Fragen").click()
        expect(page.locator("#access")).to_contain_text("Ja.")


def test_somebody_is_shut_out_after_being_asked_once_more(served: Served, small: World) -> None:
    with served.signed_in("ada", locale="en-GB") as page:
        page.goto("/administration/people/bob")
        page.get_by_role("button", name="Shut out…").click()
        page.get_by_role("dialog").get_by_role("button", name="Not now").click()
        assert not next(it for it in people(small.home) if it.login == "bob").disabled
        page.get_by_role("button", name="Shut out…").click()
        page.get_by_role("dialog").get_by_role("button", name="Shut out", exact=True).click()
        expect(page.locator("main > header").get_by_text("Shut out", exact=True)).to_be_visible()
    assert next(it for it in people(small.home) if it.login == "bob").disabled


def test_a_key_is_shown_once_and_called_back(served: Served, small: World) -> None:
    with served.signed_in("ada", locale="en-GB") as page:
        page.goto("/administration/keys")
        page.get_by_role("button", name="Make a key").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("For what").fill("core banking")
        dialog.get_by_label("Acts for").select_option("olga")
        dialog.get_by_label("run batches").check()
        dialog.get_by_role("button", name="Make").click()
        shown = page.locator("#made-once").inner_text()
        page.reload()
        expect(page.get_by_role("row", name="core banking")).to_contain_text("Olga")
        assert shown not in page.content()
        page.get_by_role("button", name="End…").click()
        page.get_by_role("dialog").get_by_role("button", name="End it").click()
        expect(page.get_by_role("row", name="core banking")).to_contain_text("Ended")
    (key,) = keys(small.home)
    assert (key.login, key.scopes, key.prefix in shown) == ("olga", frozenset({"read", "batch"}), True)
    assert key.ended


def test_a_password_is_set_for_somebody_and_ones_own_takes_the_one_before(served: Served, small: World) -> None:
    with served.signed_in("ada", locale="en-GB", refusals=True) as page:
        page.goto("/administration/people/bob")
        page.get_by_role("button", name="Set a password…").click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_label("The one before")).to_have_count(0)
        dialog.get_by_label("New password").fill("short")
        dialog.get_by_role("button", name="Set", exact=True).click()
        expect(dialog.get_by_role("alert")).to_be_visible()
        assert shortcomings(page) == []
        dialog.get_by_label("New password").fill("a long enough sentence")
        dialog.get_by_role("button", name="Set", exact=True).click()
        expect(dialog).to_be_hidden()
        page.goto("/administration/people/ada")
        page.get_by_role("button", name="Set a password…").click()
        dialog.get_by_label("The one before").fill("not that one")
        dialog.get_by_label("New password").fill("another long enough sentence")
        dialog.get_by_role("button", name="Set", exact=True).click()
        expect(dialog.get_by_role("alert")).to_be_visible()
    with served.browser.new_context(base_url=served.address, locale="en-GB") as context:
        page = context.new_page()
        page.goto("/sign-in")
        page.locator("[name=login]").fill("bob")
        page.locator("[name=password]").fill("a long enough sentence")
        page.locator("form button").first.click()
        expect(page.get_by_role("link", name="Home")).to_be_visible()
