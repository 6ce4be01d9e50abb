"""A store whose key is in a token: founded with it, rotated to it and away from it, and stopped clearly without it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import approvals.verifier
from approvals.keys import read_key
from ccm.api.app import make_app
from ccm.api.press import Press
from ccm.batch.run import run
from ccm.batch.snapshot import Options
from ccm.letters import letters
from ccm.libraries import approved_items
from ccm.pipeline import Order
from ccm.store.auditing import export, head, keys_of, verify, write_lines
from ccm.store.home import Home, open_home, token_of
from ccm.store.opening import First, open_store
from ccm.store.rotating import IN_A_FILE, rotate
from content_blocks.problem import Refused
from tests import databases, tokens
from tests.ccm.api.conftest import signed_in
from tests.ccm.shop import SIGN_IN, Shop
from tests.ccm.store.entering import PASSWORD
from tests.ccm.store.world import World
from tests.databases import KINDS
from tests.tokens import OTHER_PIN, PIN

RECORD = {"id": "1", "language": "en", "email": "ada@example.com", "phone": "+4915112345678", "days": 14}


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def with_key(bank: World, uri: str, pin: str = PIN) -> World:
    """The bank as it goes on when its settings name a key in a token, or none."""
    token = token_of({"CCM_SIGNING_KEY": uri, "CCM_PKCS11_PIN": pin})
    return replace(bank, home=replace(bank.home, token=token), now=bank.clock())


def rotated(bank: World, to: str, settings: Mapping[str, str] | None = None) -> World:
    """The bank after its key was rotated to another."""
    rotate(bank.home, bank.who("ada"), bank.clock(), to=to, settings=settings or {"CCM_PKCS11_PIN": PIN})
    return with_key(bank, "" if to == IN_A_FILE else to)


def works(bank: World, version: str) -> str:
    """An edit goes through all that takes a signature; the key that signed its head."""
    bank.edit("bob", "template", "letter", version=version, note=version)
    bank.publish("bob", ("template", "letter"))
    assert verify(bank.home) == []
    return head(bank.home).public


@pytest.fixture
def settings(tmp_path: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    """What names a home with an empty database and a key in a token."""
    named = {"CCM_HOME": str(tmp_path), "CCM_DATABASE_URL": databases.empty(request.param, tmp_path)}
    return {**named, "CCM_SIGNING_KEY": tokens.made(), "CCM_PKCS11_PIN": PIN}


def founded(settings: Mapping[str, str]) -> Home:
    return open_store("ahorn", "Ahorn Bank", First("ada", "Ada", PASSWORD), settings)


@pytest.mark.parametrize("settings", KINDS, indirect=True)
def test_a_store_is_founded_with_a_key_in_a_token(settings: dict[str, str], tmp_path: Path) -> None:
    home = founded(settings)
    assert head(home).public == home.signing_key().public
    assert not home.key_file.exists()
    assert verify(home) == []
    home.database.engine.dispose()


@pytest.mark.parametrize("settings", KINDS, indirect=True)
def test_without_its_token_nothing_is_founded(settings: dict[str, str]) -> None:
    with pytest.raises(Refused) as caught:
        founded({**settings, "CCM_PKCS11_PIN": OTHER_PIN})
    assert codes(caught) == ["key-pin-wrong"]
    with pytest.raises(Refused, match="store-missing"):
        open_home(settings)
    founded(settings).database.engine.dispose()


def test_a_key_moves_from_file_to_token_to_token_and_back(bank: World) -> None:
    in_file = bank.home.signing_key().public
    one, other = tokens.made(), tokens.made()
    bank = rotated(bank, one)
    assert not bank.home.key_file.exists(), "it signs nothing any more"
    first = works(bank, "1.1")
    assert first == bank.home.signing_key().public
    bank = rotated(bank, other)
    second = works(bank, "1.2")
    bank = rotated(bank, IN_A_FILE)
    third = works(bank, "1.3")
    assert third == read_key(bank.home.key_file).public
    with bank.home.reading() as session:
        assert keys_of(session, bank.home.organisation) == [in_file, first, second, third]


def test_other_programs_check_what_a_token_signed(small: World, tmp_path: Path) -> None:
    """The verifier with nothing but the standard library, for whoever holds the very first key."""
    first = small.home.signing_key().public
    small = rotated(small, tokens.made())
    over = head(small.home).data()
    works(small, "1.1")
    heads: list[dict[str, Any]] = [over, head(small.home).data()]
    words = ["--key", first]
    write_lines(export(small.home), tmp_path / "log.jsonl")
    for number, signed in enumerate(heads):
        (tmp_path / f"head-{number}.json").write_text(json.dumps(signed))
        words += ["--head", str(tmp_path / f"head-{number}.json")]
    command = [sys.executable, "-I", approvals.verifier.__file__, str(tmp_path / "log.jsonl"), *words]
    assert subprocess.run(command, capture_output=True, text=True).stdout.endswith("2 heads: right.\n")


@pytest.mark.parametrize(
    ("uri", "pin", "code"),
    [
        ("nosuch", PIN, "key-token-missing"),
        ("", OTHER_PIN, "key-pin-wrong"),
        ("", "", "key-pin-missing"),
        ("elsewhere", PIN, "key-of-another-log"),
        ("gone", PIN, "key-token-gone"),
    ],
)
def test_without_the_right_key_no_turn_is_written(bank: World, uri: str, pin: str, code: str) -> None:
    right = tokens.made()
    bank = rotated(bank, right)
    wrong = {"nosuch": tokens.address("nosuch"), "gone": tokens.address("log", token="nosuch")}
    named = {**wrong, "": right, "elsewhere": tokens.made(token=tokens.OTHER_TOKEN)}[uri]
    before = list(export(bank.home)), head(bank.home)
    with pytest.raises(Refused) as caught:
        with_key(bank, named, pin).edit("bob", "template", "letter", version="1.1", note="x")
    assert codes(caught) == [code]
    assert (list(export(bank.home)), head(bank.home)) == before
    assert works(bank, "1.1"), "and who has the key goes on"


def test_a_token_that_goes_away_in_a_turn_takes_the_turn_with_it(bank: World) -> None:
    uri = tokens.made()
    bank = rotated(bank, uri)
    before = list(export(bank.home)), head(bank.home)
    with pytest.raises(Refused) as caught:
        _tried(bank.home, tokens.label_of(uri))
    assert codes(caught) == ["key-token-missing"]
    assert (list(export(bank.home)), head(bank.home)) == before


def _tried(home: Home, label: str) -> None:
    with home.turn() as turn:
        turn.log("tried", None)
        tokens.removed(label)


@pytest.mark.parametrize("to", [tokens.PIN, "pkcs11:token=x", IN_A_FILE + "s"])
def test_what_is_no_key_takes_nothing_over(small: World, to: str) -> None:
    before = small.home.signing_key().public
    with pytest.raises(Refused) as caught:
        rotated(small, to)
    assert codes(caught) in (["key-uri"], ["key-uri-lacks"])
    assert works(small, "1.1") == before


def test_it_is_said_which_key_comes_after_one_in_a_token(small: World) -> None:
    uri = tokens.made()
    small = rotated(small, uri)
    for to, code in (("", "key-next-unsaid"), (uri, "key-signs-already")):
        with pytest.raises(Refused) as caught:
            rotated(small, to)
        assert codes(caught) == [code]


def test_children_render_without_the_token(small: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server and the run that sign are there; those who render know neither the key nor its PIN."""
    small = rotated(small, tokens.made())
    monkeypatch.setenv("SOFTHSM2_CONF", "/nosuch.conf")  # so that no child could reach it
    monkeypatch.delenv("CCM_SIGNING_KEY", raising=False)
    wanted = {"template": "letter", "record": RECORD, "channels": ["sms"]}
    with closing(Press(1)) as press, signed_in(make_app(small.home, press), small.home, "olga") as olga:
        assert olga.post("/api/v1/render", json=wanted).status_code == 200
    (tmp_path / "data.jsonl").write_text(json.dumps(RECORD) + "\n")
    with small.home.reading() as session:
        library = approved_items(small.home, session, small.today)
        job = letters(library, Order("letter", small.today, channels=("sms",)))
    result = run(tmp_path / "run", [tmp_path / "data.jsonl"], job, options=Options(id_field="id"), workers=1)
    assert (result.done, verify(small.home)) == (1, [])
    assert json.loads(list(export(small.home))[-1])["what"] == "run-certified"


# As people type it


def test_people_move_the_key_by_commands_and_no_pin_is_told(shop: Shop) -> None:
    one = tokens.made()
    pin = {"CCM_PKCS11_PIN": PIN}
    told = shop.done("audit", "rotate", "--to", one, by="ada", **pin)
    assert f"CCM_SIGNING_KEY='{one}'" in told
    assert shop.refused("import", str(shop.draft("1.1")), by="law") == "key-file-missing"
    there = {**pin, "CCM_SIGNING_KEY": one}
    shop.done("import", str(shop.draft("1.2")), by="law", **there)
    assert shop.refused("import", str(shop.draft("1.3")), by="law", **{**there, "CCM_PKCS11_PIN": OTHER_PIN}) == (
        "key-pin-wrong"
    )
    back = shop.done("audit", "rotate", "--to", "file", by="ada", **there)
    assert str(shop.folder / "home" / "keys" / "ahorn.pem") in back
    shop.done("import", str(shop.draft("1.4")), by="law")
    assert "as it was written" in shop.done("audit", "verify")
    files = [path.read_bytes() for path in (shop.folder / "home").rglob("*") if path.is_file()]
    assert [content for content in files if PIN.encode() in content] == []
    assert PIN not in told + back


def test_a_store_is_founded_by_command_with_a_key_in_a_token(shop: Shop) -> None:
    there = {"CCM_HOME": str(shop.folder / "new"), "CCM_SIGNING_KEY": tokens.made(), "CCM_PKCS11_PIN": PIN, **SIGN_IN}
    words = ("init", "--organisation", "meer", "--title", "Meerbank", "--admin", "mia")
    said = shop.done(*words, **there)
    assert "pkcs11:token=ccm%20log;object=" in said
    assert "Keep a copy of the key" not in said
    assert PIN not in said
    assert "as it was written" in shop.done("audit", "verify", **{**there, "CCM_PKCS11_PIN": ""}), (
        "looking takes no key"
    )
