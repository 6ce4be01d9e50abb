"""Proofs under links: who makes them, who sees them, how long, and that they never change."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from click.testing import CliRunner

from ccm.api.printing import Printed, Wanted
from ccm.cli import ccm
from ccm.shared_proofs import Ask, print_here, share_proof
from ccm.store.actor import Actor
from ccm.store.api_keys import make_key, of_key
from ccm.store.auditing import export, verify
from ccm.store.people import disable
from ccm.store.sharing import LONGEST, MOST, Page, Proof, end_share, opened, share, shares
from content_blocks.problem import Refused, refuse
from tests.ccm.store.entering import PASSWORD, knows, refusal
from tests.ccm.store.world import World

PROOF = Proof(
    "letter",
    "1.0",
    False,
    "b" * 64,
    "en",
    "ahorn",
    "plain",
    "c" * 64,
    "2026-11-02",
    (Page("pdf", "application/pdf", b"%PDF a proof"), Page("sms", "application/json", b"{}", "PROOF. Hello.")),
)


def shared(bank: World, login: str = "carl", days: int = 7) -> str:
    return share(bank.home, bank.who(login), PROOF, days, bank.clock())


def test_whoever_has_the_link_sees_the_proof(bank: World) -> None:
    token = shared(bank)
    seen = opened(bank.home, token, bank.now)
    assert seen.proof == PROOF
    assert seen.expires == bank.now + timedelta(days=7)
    (link,) = shares(bank.home, bank.who("bob"))
    assert (link.proof.template, link.made_by, link.ended) == ("letter", "carl", None)
    assert token.startswith(f"{link.id}-")


def touched(token: str) -> list[str]:
    other = "b" if token[-1] == "a" else "a"
    return [
        "",
        "x",
        token[:-1],
        token + "a",
        token[:-1] + other,
        token.upper(),
        f"{token} ",
        "\x00",
        "a" * 16 + token[16:],
    ]


def test_a_link_that_leads_nowhere_does_not_say_why(bank: World) -> None:
    over, ended, good = shared(bank, days=1), shared(bank), shared(bank)
    end_share(bank.home, bank.who("carl"), ended.partition("-")[0], bank.clock())
    later = bank.now + timedelta(days=1)
    for token in (over, ended, *touched(good)):
        assert refusal(opened, bank.home, token, later) == "share-unknown"
    assert opened(bank.home, good, later).proof == PROOF


def test_one_link_is_not_opened_without_end(bank: World) -> None:
    token, other = shared(bank), shared(bank)
    for _ in range(MOST):
        opened(bank.home, token, bank.now)
    assert refusal(opened, bank.home, token, bank.now) == "share-wait"
    assert opened(bank.home, other, bank.now)
    assert opened(bank.home, token, bank.now + timedelta(hours=1))


def by_key(bank: World) -> Actor:
    return of_key(bank.home, make_key(bank.home, bank.who("bob"), "all", ["read", "write"], 9, bank.clock()), bank.now)


NOT: dict[str, tuple[Callable[[World], Actor], int, str]] = {
    "who has no role": (lambda bank: bank.who("nora"), 7, "role-missing-any"),
    "a program": (by_key, 7, "person-needed"),
    "for no day": (lambda bank: bank.who("carl"), 0, "share-days"),
    "for ever": (lambda bank: bank.who("carl"), LONGEST + 1, "share-days"),
}


@pytest.mark.parametrize("what", NOT)
def test_which_links_are_not_made(bank: World, what: str) -> None:
    who, days, code = NOT[what]
    assert refusal(share, bank.home, who(bank), PROOF, days, bank.clock()) == code


def test_who_was_shut_out_meanwhile_shares_nothing(small: World) -> None:
    carl = small.who("carl")
    disable(small.home, small.who("ada"), "carl", small.clock())
    assert refusal(share, small.home, carl, PROOF, 7, small.clock()) == "person-unknown"


def test_the_links_of_who_was_shut_out_lead_nowhere(bank: World) -> None:
    token = shared(bank)
    assert opened(bank.home, token, bank.clock()).proof.template == "letter"
    disable(bank.home, bank.who("ada"), "carl", bank.clock())
    assert refusal(opened, bank.home, token, bank.clock()) == "share-unknown"


def test_a_link_is_taken_back_by_who_made_it_or_an_administrator(bank: World) -> None:
    first, second = (shared(bank).partition("-")[0] for _ in range(2))
    assert refusal(end_share, bank.home, bank.who("bob"), first) == "share-not-there"
    end_share(bank.home, bank.who("carl"), first, bank.clock())
    end_share(bank.home, bank.who("ada"), second, bank.clock())
    assert all(it.ended for it in shares(bank.home, bank.who("bob")))
    for unknown in (first, "none", "\x00", ""):
        assert refusal(end_share, bank.home, bank.who("carl"), unknown) == "share-not-there"


def test_the_log_knows_of_making_opening_and_ending_and_of_no_secret(bank: World) -> None:
    token = shared(bank)
    link, _, secret = token.partition("-")
    opened(bank.home, token, bank.clock())
    end_share(bank.home, bank.who("carl"), link, bank.clock())
    lines = list(export(bank.home))[-3:]
    made, seen, ended = (json.loads(line) for line in lines)
    assert [it["what"] for it in (made, seen, ended)] == ["proof-shared", "share-opened", "share-ended"]
    assert (seen["person"], seen["details"]) == (None, {"share": link})
    assert made["details"]["bundle"] == PROOF.bundle
    assert secret not in "".join(lines)
    assert "PROOF. Hello." not in "".join(lines)
    assert verify(bank.home) == []


def test_what_is_shared_is_a_proof_and_stays_as_it_was(small: World) -> None:
    token = share_proof(
        small.home, small.who("bob"), Ask("letter", "plain", small.today), print_here, now=small.clock()
    )
    before = opened(small.home, token, small.now)
    assert {"email", "sms"} <= {page.channel for page in before.proof.pages}
    (text,) = (page.text for page in before.proof.pages if page.channel == "sms")
    assert "PROOF" in text.upper()
    assert before.proof.language == "en"
    assert before.proof.bundle == small.hash()
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    small.publish("bob", ("template", "letter"))
    assert small.hash() != before.proof.bundle
    assert opened(small.home, token, small.now) == before
    draft = Ask("letter", "plain", small.today, draft=True, channels=("sms",), language="de")
    token = share_proof(small.home, small.who("bob"), draft, print_here, now=small.clock())
    proof = opened(small.home, token, small.now).proof
    assert (proof.version, proof.draft, proof.language, len(proof.pages)) == ("1.1", True, "de", 1)


def test_nothing_is_rendered_for_whom_it_is_not_and_nothing_half_is_shared(small: World) -> None:
    def never(_: Wanted) -> Printed:
        raise AssertionError

    ask = Ask("letter", "plain", small.today)
    assert refusal(share_proof, small.home, small.who("nora"), ask, never) == "role-missing-any"
    for unknown in (Ask("nosuch", "plain", small.today), Ask("letter", "nobody", small.today)):
        assert refusal(share_proof, small.home, small.who("bob"), unknown, never)

    def fails(_: Wanted) -> Printed:
        raise refuse("", "press-busy")

    with pytest.raises(Refused):
        share_proof(small.home, small.who("bob"), ask, fails)
    assert shares(small.home, small.who("bob")) == []


def test_as_somebody_types_it(small: World, monkeypatch: pytest.MonkeyPatch) -> None:
    knows(small, "bob")
    for name, value in (("CCM_HOME", str(small.home.place)), ("CCM_PASSWORD", PASSWORD), ("CCM_USER", "bob")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("LANGUAGE", "en")

    def types(*words: str, exit_code: int = 0) -> str:
        result = CliRunner().invoke(ccm, ["template", *words])
        assert result.exit_code == exit_code, result.output
        return result.stdout

    assert types("shares") == "No proof was shared.\n"
    token = types("share", "letter", "--persona", "plain", "--channel", "sms").strip()
    assert opened(small.home, token).proof.pages[0].channel == "sms"
    made = json.loads(types("share", "letter", "--persona", "plain", "--channel", "sms", "--draft", "--json"))
    assert made["path"] == f"/api/v1/shared/{made['token']}"
    newest, first = json.loads(types("shares", "--json"))
    assert (newest["draft"], first["draft"], first["link"]) == (True, False, token.partition("-")[0])
    assert types("unshare", first["link"]) == "Taken back.\n"
    assert "taken back" in types("shares")
    types("unshare", first["link"], exit_code=1)
    types("share", "letter", "--persona", "nobody", exit_code=1)
    types("share", "letter", "--persona", "plain", "--days", "91", exit_code=2)
