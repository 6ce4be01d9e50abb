"""Signing in at a real provider, as a browser does it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ccm.api.cookies import COOKIE
from ccm.api.routes.elsewhere import BEGUN
from ccm.signing_in.provider import Provider
from tests.ccm.api.conftest import HTTPS, signed_in
from tests.ccm.signing_in.authlib_provider import authlib_provider, went_there
from tests.ccm.store.world import World

V1 = "/api/v1"
AT = f"{V1}/session/oidc/company"


@pytest.fixture
def file(small: World) -> Iterator[Path]:
    """A provider that the bank's people sign in at; `nadja` there is linked to nobody yet."""
    with authlib_provider() as provider:
        yield described(small, "company", provider)


def described(bank: World, name: str, provider: Provider) -> Path:
    path = bank.home.place / "providers" / bank.home.organisation / f"{name}.json"
    path.parent.mkdir(parents=True)
    slots = ("issuer", "client_id", "client_secret", "redirect_uri")
    path.write_text(json.dumps({slot: getattr(provider, slot) for slot in slots}))
    path.chmod(0o600)
    return path


def linked(bank: World, app: FastAPI, file: Path, login: str = "bob") -> int:
    issuer = json.loads(file.read_text())["issuer"]
    with signed_in(app, bank.home, "ada") as ada:
        made = ada.post(f"{V1}/people/{login}/accounts", json={"issuer": issuer, "subject": "nadja"})
        assert made.status_code == 201
        assert ada.get(f"{V1}/people/{login}/accounts").json() == [made.json()]
        assert ada.get(f"{V1}/people/carl/accounts").json() == []
    return int(made.json()["number"])


def test_somebody_goes_there_and_comes_back_signed_in(small: World, app: FastAPI, file: Path) -> None:
    number = linked(small, app, file)
    with TestClient(app, HTTPS, follow_redirects=False) as browser:
        begun = browser.get(AT)
        assert begun.status_code == 303
        said = begun.headers["set-cookie"]
        assert said.startswith(f"{BEGUN}=")
        assert {"Secure", "HttpOnly", "SameSite=lax", "Path=/"} <= set(said.split("; "))
        back = went_there(begun.headers["location"])
        page = browser.get(f"{AT}/callback", params=tuple(back))
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert "sandbox" not in page.headers["content-security-policy"]
        assert browser.get(f"{V1}/session").json()["login"] == "bob"
        again = browser.get(f"{AT}/callback", params=tuple(back))
        assert (again.status_code, again.json()["type"]) == (401, "urn:ccm:problem:sign-in-not-begun")
        with signed_in(app, small.home, "ada") as ada:
            assert ada.delete(f"{V1}/people/carl/accounts/{number}").status_code == 404
            assert ada.delete(f"{V1}/people/bob/accounts/{number}").status_code == 204
        assert browser.get(f"{V1}/session").status_code == 401


def test_an_answer_is_good_for_the_browser_that_began(app: FastAPI, file: Path, small: World) -> None:
    linked(small, app, file)
    with TestClient(app, HTTPS, follow_redirects=False) as mine, TestClient(app, HTTPS) as another:
        back = went_there(mine.get(AT).headers["location"])
        refused = another.get(f"{AT}/callback", params=tuple(back))
        assert (refused.status_code, refused.json()["type"]) == (401, "urn:ccm:problem:sign-in-not-begun")
        assert COOKIE not in another.cookies
        wrong = mine.get(f"{AT}/callback", params=tuple((name, "x" if name == "state" else it) for name, it in back))
        assert (wrong.status_code, wrong.json()["type"]) == (401, "urn:ccm:problem:sign-in-state-differs")


def test_who_is_linked_to_nobody_stays_out(app: FastAPI, file: Path) -> None:
    with TestClient(app, HTTPS, follow_redirects=False) as browser:
        back = went_there(browser.get(AT).headers["location"])
        refused = browser.get(f"{AT}/callback", params=tuple(back))
        assert (refused.status_code, refused.json()["type"]) == (401, "urn:ccm:problem:identity-not-linked")


def test_where_there_is_no_provider_there_is_nothing(app: FastAPI, file: Path) -> None:
    with TestClient(app, HTTPS, follow_redirects=False) as browser:
        for path in (f"{V1}/session/oidc/other", f"{AT}?organisation=nosuch", f"{V1}/session/oidc/other/callback"):
            browser.cookies.set(BEGUN, "ahorn:x")
            assert browser.get(path).status_code == 404, path


@pytest.mark.parametrize(
    ("content", "mode", "code"),
    [("{}", 0o600, "provider-file-unfit"), ("[]", 0o600, "provider-file-unfit"), (None, 0o640, "key-file-open")],
)
def test_a_file_that_does_not_do_is_refused(
    app: FastAPI, file: Path, content: str | None, mode: int, code: str
) -> None:
    file.write_text(content if content is not None else file.read_text())
    file.chmod(mode)
    with TestClient(app, HTTPS, follow_redirects=False) as browser:
        refused = browser.get(AT)
    assert (refused.status_code, refused.json()["problems"][0]["code"]) == (422, code)
    assert "s3cret" not in refused.text
