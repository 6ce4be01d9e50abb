"""`ccm hooks …`, as somebody types them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ccm.cli import ccm
from tests.ccm.store.entering import PASSWORD, knows
from tests.ccm.store.receivers import receiver
from tests.ccm.store.world import World


@pytest.fixture
def typing(small: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """The bank, whose administrator types with the real clock."""
    knows(small, "ada")
    monkeypatch.setenv("CCM_HOME", str(small.home.place))
    monkeypatch.setenv("CCM_DATABASE_URL", str(small.home.database.engine.url))
    monkeypatch.setenv("CCM_PASSWORD", PASSWORD)
    monkeypatch.setenv("CCM_USER", "ada")
    monkeypatch.setenv("LANGUAGE", "en")
    return small


def types(*words: str, exit_code: int = 0) -> Result:
    result = CliRunner().invoke(ccm, ["hooks", *words])
    assert result.exit_code == exit_code, result.output
    return result


def told(*words: str) -> Any:
    return json.loads(types(*words, "--json").stdout)


def test_from_adding_to_ending(typing: World) -> None:
    assert types("list").stdout == "There are no webhooks.\n"
    with receiver(500) as to:
        added = told("add", to.address, "--event", "review.submitted")
        webhook = added["webhook"]
        assert types("rotate", webhook).stdout.startswith("whsec_")
        typing.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
        typing.submit("bob", ("template", "letter"))
        assert told("list")[0]["waiting"] == 1
        failed = types("deliver", exit_code=1)
        assert f"{webhook}: 0 taken" in failed.stdout
        assert "The receiver answered 500." in failed.stderr
        assert "failing since" in " ".join(types("list").stdout.split())
        assert f"{webhook}: 1 taken" in types("try", webhook).stdout
        assert types("deliver").stdout == ""
        assert to.kinds == ["review.submitted"] * 2
    (one,) = told("deliveries", webhook)
    assert (one["event"], one["status"], one["tries"]) == ("review.submitted", 204, 2)
    assert "review.submitted" in types("deliveries", webhook).stdout
    assert types("end", webhook).stdout == "Ended.\n"
    assert told("list")[0]["state"] == "ended"
    assert "There is no webhook" in types("end", webhook, exit_code=1).stderr


def test_what_goes_wrong_is_said_in_words(typing: World) -> None:
    with receiver() as to:
        webhook = told("add", to.address)["webhook"]
    typing.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    typing.submit("bob", ("template", "letter"))
    assert "The receiver could not be reached." in types("deliver", exit_code=1).stderr
    assert told("deliveries", webhook)[0]["fault"] == "hook-unreachable"
    assert "no address that events can be sent to" in types("add", "http://example.com", exit_code=1).stderr
    types("add", to.address, "--event", "nothing", exit_code=2)
