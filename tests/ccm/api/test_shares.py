"""A proof is shared over HTTP, and opened by somebody without an account."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ccm.api.app import make_app
from ccm.api.press import Press
from ccm.api.seen import html_of
from tests.ccm.api.conftest import HTTPS, signed_in
from tests.ccm.api.test_access import without_id
from tests.ccm.store.world import World, world

V1 = "/api/v1"


def shared(app: FastAPI, bank: World, **wish: Any) -> dict[str, str]:
    with signed_in(app, bank.home, "bob") as bob:
        made = bob.post(f"{V1}/shares", json={"template": "letter", "persona": "plain", **wish})
        assert made.status_code == 201, made.text
        found: dict[str, str] = made.json()
        return found


def test_from_making_to_the_end(small: World, app: FastAPI) -> None:
    path = shared(app, small, days=3)["path"]
    with TestClient(app, HTTPS) as anybody:
        page = anybody.get(path)
        assert page.status_code == 200
        assert "Proof" in page.text
        assert "letter 1.0" in page.text
        assert "Abzug" in anybody.get(path, headers={"Accept-Language": "de"}).text
        assert {page.headers[name] for name in ("cache-control", "referrer-policy")} == {"no-store", "no-referrer"}
        assert page.headers["content-security-policy"].endswith("sandbox")
        channels = re.findall(r'href="([^"]+)"', page.text)
        for address in channels:
            shown = anybody.get(address)
            assert (shown.status_code, shown.headers["referrer-policy"]) == (200, "no-referrer")
            assert ("sandbox" in shown.headers["content-security-policy"]) == address.endswith("email")
            assert "set-cookie" not in shown.headers
        with signed_in(app, small.home, "bob") as bob:
            (link,) = bob.get(f"{V1}/shares").json()
            assert (link["template"], link["draft"], link["ended"]) == ("letter", False, None)
            assert bob.delete(f"{V1}/shares/{link['id']}").status_code == 204
            assert bob.delete(f"{V1}/shares/{link['id']}").status_code == 404
        over = anybody.get(path)
        none = anybody.get(f"{V1}/shared/nothing")
        other = anybody.get(f"{path}/pdf")
    assert over.status_code == 404
    assert without_id(over.json()) == without_id(none.json()) == without_id(other.json())


def test_only_what_was_shared_is_shown(small: World, app: FastAPI) -> None:
    path = shared(app, small, channels=["sms"], draft=True)["path"]
    with TestClient(app, HTTPS) as anybody:
        assert "draft" in anybody.get(path).text
        sms = anybody.get(f"{path}/sms")
        assert (sms.status_code, sms.headers["content-type"]) == (200, "application/json")
        assert anybody.get(f"{path}/email").status_code == 404
        assert anybody.get(f"{path}/fax").status_code == 422


def test_a_record_cannot_be_posted_and_a_repetition_shows_no_token(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        ask = {"template": "letter", "persona": "plain", "channels": ["sms"]}
        assert bob.post(f"{V1}/shares", json={**ask, "persona": None, "record": {}}).status_code == 422
        key = {"Idempotency-Key": "share-once"}
        assert bob.post(f"{V1}/shares", json=ask, headers=key).status_code == 201
        assert bob.post(f"{V1}/shares", json=ask, headers=key).json()["type"].endswith("answer-shown-once")
        assert bob.post(f"{V1}/shares", json={**ask, "template": "nosuch"}).status_code in (404, 422)


def test_the_same_on_a_real_postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The child that renders finds the database as the server did: by the environment it was started in."""
    bank = world("postgresql", tmp_path)
    monkeypatch.setenv("CCM_DATABASE_URL", bank.home.database.engine.url.render_as_string(hide_password=False))
    press = Press(1)
    app = make_app(bank.home, press)
    try:
        path = shared(app, bank, channels=["sms"])["path"]
    finally:
        press.close()
    with TestClient(app, HTTPS) as anybody:
        assert anybody.get(path).status_code == 200
    bank.home.database.engine.dispose()


def test_a_mail_is_shown_with_its_pictures_and_fetches_nothing() -> None:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail.set_content("plain")
    mail.add_alternative('<p>Hello<img src="cid:logo@ccm">', subtype="html")
    mail.get_payload()[1].add_related(b"\x89PNG", "image", "png", cid="<logo@ccm>")  # type: ignore[index,union-attr]
    assert '<img src="data:image/png;base64,iVBORw==">' in html_of(mail.as_bytes())
    plain = EmailMessage()
    plain.set_content("<script>")
    assert "&lt;script&gt;" in html_of(plain.as_bytes())
