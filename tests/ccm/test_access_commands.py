"""The commands of the audit log and of access, as auditors and administrators type them."""

from __future__ import annotations

import json
import sqlite3

import pytest

from ccm.store.api_keys import of_key
from ccm.terminal import Exit
from content_blocks.problem import Refused
from tests.ccm.shop import Shop
from tests.ccm.store.entering import PASSWORD, knows


def test_the_log_of_all_this_is_whole(shop: Shop) -> None:
    shop.approved(shop.submitted("1.1"))
    head = shop.done("audit", "head")
    assert json.loads(head)["size"] == int(shop.done("audit", "verify").split()[-2])
    assert "Das Protokoll ist so" in shop.in_german("audit", "verify")
    assert shop.data("audit", "export", "log.jsonl") == {"file": "log.jsonl", "entries": json.loads(head)["size"]}
    lines = [json.loads(line) for line in (shop.folder / "log.jsonl").read_text().splitlines()]
    assert [line["what"] for line in lines][-1] == "published"


def test_an_old_backup_is_found_by_a_head_that_lay_elsewhere(shop: Shop) -> None:
    database = shop.folder / "home" / "ccm.db"
    with sqlite3.connect(database) as there, sqlite3.connect("backup.db") as backup:
        there.backup(backup)
    shop.submitted("1.1")
    (shop.folder / "head.json").write_text(shop.done("audit", "head"))
    shop.done("audit", "verify", "--head", "head.json")
    with sqlite3.connect("backup.db") as backup, sqlite3.connect(database) as there:
        backup.backup(there)
    shop.done("audit", "verify")
    found = shop.run("audit", "verify", "--head", "head.json")
    assert (found.exit_code, "is not as it was written" in found.stdout) == (Exit.FAILED, True)
    told = shop.run("audit", "verify", "--head", "head.json", "--json")
    assert {it["code"] for it in json.loads(told.stdout)} >= {"log-cut"}


def test_heads_that_are_none_are_all_named(shop: Shop) -> None:
    for name in ("one.json", "two.json"):
        (shop.folder / name).write_text("{}")
    told = shop.run("audit", "verify", "--head", "one.json", "--head", "two.json")
    assert (told.exit_code, "one.json" in told.stderr, "two.json" in told.stderr) == (Exit.FAILED, True, True)


def test_somebody_is_let_in_with_a_role_and_shut_out_again(shop: Shop) -> None:
    shop.done("access", "add", "zoe", "--name", "Zoe Neu", by="ada")
    shop.done("access", "password", "zoe", by="ada", CCM_NEW_PASSWORD=PASSWORD)
    shop.done("access", "grant", "zoe", "author", "--area", "block/*", "--change", "all", by="ada")
    (zoe,) = [it for it in shop.data("access", "list") if it["login"] == "zoe"]
    assert (zoe["roles"][0]["area"], zoe["roles"][0]["changes"][-1]) == ("block/*", "regulated wording")
    assert "zoe" in shop.in_german("access", "list")
    shop.done("import", str(shop.draft()), by="zoe")
    shop.done("access", "revoke", str(zoe["roles"][0]["number"]), by="ada")
    assert shop.refused("import", str(shop.draft("1.2")), by="zoe") == "area-not-yours"
    shop.done("access", "disable", "zoe", by="ada")
    assert shop.refused("import", str(shop.draft("1.3")), by="zoe") == "sign-in-wrong"
    assert "Zoe Neu, shut out" in shop.done("access", "list")


def test_everybody_sets_their_own_password(shop: Shop) -> None:
    shop.done("access", "password", "bob", by="bob", CCM_NEW_PASSWORD="drei blaue Hocker am Fluss")
    assert shop.refused("import", str(shop.draft()), by="bob") == "sign-in-wrong"


def test_nobody_signs_in_for_a_password_while_no_administrator_can(shop: Shop) -> None:
    knows(shop.bank, "ada", kept="")
    shop.done("access", "password", "ada", CCM_NEW_PASSWORD=PASSWORD)
    said = shop.run("access", "password", "ada", CCM_NEW_PASSWORD=PASSWORD)
    assert (said.exit_code, "role admin" in said.stderr) == (Exit.FAILED, True)


def test_only_administrators_let_people_in(shop: Shop) -> None:
    assert shop.refused("access", "add", "zoe", "--name", "Zoe", by="bob") == "role-missing-for"
    assert shop.refused("access", "grant", "bob", "admin", by="bob") == "role-missing-for"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (("add", "Zoe Neu", "--name", "Zoe"), "login-form"),
        (("add", "bob", "--name", "Bob"), "login-taken"),
        (("grant", "nosuch", "author"), "person-unknown"),
        (("grant", "bob", "reviewer"), "role-step"),
        (("grant", "bob", "author", "--step", "content"), "role-step"),
        (("grant", "bob", "operator", "--change", "style"), "role-changes"),
        (("explain", "bob", "fly", "block/notice"), "action-unknown"),
        (("explain", "bob", "save", "review/r-1"), "action-thing"),
    ],
    ids=" ".join,
)
def test_what_nobody_can_be_given_is_refused(shop: Shop, typed: tuple[str, ...], code: str) -> None:
    assert shop.refused("access", *typed, by="ada") == code


def test_the_last_administrator_stays(shop: Shop) -> None:
    for typed in (("disable", "ada"), ("revoke", "1")):
        told = shop.run("access", *typed, by="ada")
        assert (told.exit_code, "nobody could let others in" in told.stderr) == (Exit.FAILED, True)


def test_access_is_explained_by_the_rules_that_decide(shop: Shop) -> None:
    review = shop.submitted("1.1")["id"]
    assert "bob may do that." in shop.done("access", "explain", "bob", "save", "template/letter", by="bob")
    assert shop.data("access", "explain", "carl", "approve", f"review/{review}", by="ada")["allowed"]
    own = shop.run("access", "explain", "law", "approve", f"review/{review}", "--json", by="ada")
    assert (own.exit_code, json.loads(own.stdout)["because"][0]["code"]) == (Exit.FAILED, "own-work")
    assert shop.refused("access", "explain", "law", "save", "template/letter", by="bob") == "role-missing-for"


def test_a_key_is_shown_once_works_and_is_called_back(shop: Shop) -> None:
    made = shop.run("access", "key", "make", "core banking", "--scope", "write", "--scope", "read", by="law")
    (shown,) = made.stdout.splitlines()
    actor = of_key(shop.bank.home, shown)
    assert (actor.login, actor.by_key, sorted(actor.scopes)) == ("law", True, ["read", "write"])
    (known,) = shop.data("access", "key", "list")
    assert (known["name"], known["login"], known["scopes"], known["ended"]) == (
        "core banking",
        "law",
        ["read", "write"],
        None,
    )
    assert known["prefix"] in made.stderr
    assert shown not in made.stderr + shop.done("access", "key", "list")
    assert "Gültig bis" in shop.in_german("access", "key", "list")
    assert shop.run("access", "key", "end", known["prefix"], by="bob").exit_code == Exit.FAILED
    assert of_key(shop.bank.home, shown).login == "law"
    shop.done("access", "key", "end", known["prefix"], by="law")
    assert "called back" in shop.done("access", "key", "list")
    with pytest.raises(Refused):
        of_key(shop.bank.home, shown)
    assert "no API key" in shop.run("access", "key", "end", known["prefix"], by="law").stderr


def test_an_administrator_makes_a_key_for_somebody_and_nobody_else_does(shop: Shop) -> None:
    typed = ("access", "key", "make", "mailer", "--scope", "render", "--days", "7", "--for", "carl")
    assert shop.refused(*typed, by="bob") == "role-missing-for"
    made = shop.data(*typed, by="ada")
    assert of_key(shop.bank.home, made["key"]).login == "carl"
    assert shop.data("access", "key", "list")[0]["made_by"] == "ada"


@pytest.mark.parametrize("wrong", [("--days", "0"), ("--days", "366"), ("--scope", "admin"), ()])
def test_what_is_no_key_is_wrong_usage(shop: Shop, wrong: tuple[str, ...]) -> None:
    scope = ("--scope", "read") if wrong else ()
    result = shop.run("access", "key", "make", "mailer", *scope, *wrong, by="law")
    assert (result.exit_code, result.stdout) == (Exit.USAGE, "")
    assert shop.data("access", "key", "list") == []
