"""The commands of the store as the people of a small bank type them."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ccm.cli import ccm
from ccm.store.passwords import set_password
from ccm.store.retiring import retire
from ccm.store.waiting import waiting
from ccm.terminal import Exit
from content_blocks.problem_words import wording
from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from templates_store.database import open_database
from templates_store.migrating import head
from tests.ccm import at_terminal
from tests.ccm.store.entering import PASSWORD, WRONG, knows
from tests.ccm.store.world import TINY, World, world

SIGN_IN = {"CCM_PASSWORD": PASSWORD}
SOONER = ("within two months", "within six weeks")
SOONER_IN_GERMAN = ("binnen zwei Monaten", "binnen sechs Wochen")


@dataclass
class Shop:
    """The bank, and a folder that its people type commands in."""

    bank: World
    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    def run(self, *typed: str, by: str = "", **settings: str) -> Result:
        """A command, by somebody who signs in if it says who."""
        who = {"CCM_USER": by, **SIGN_IN} if by else {}
        return CliRunner(env={**self.settings, **who, **settings}).invoke(ccm, typed)

    def done(self, *typed: str, by: str = "", **settings: str) -> str:
        """What a command says that has to go well."""
        result = self.run(*typed, by=by, **settings)
        assert result.exit_code == Exit.DONE, result.output
        return result.stdout

    def data(self, *typed: str, by: str = "") -> Any:
        """What a command tells programs."""
        return json.loads(self.done(*typed, "--json", by=by))

    def refused(self, *typed: str, by: str = "", **settings: str) -> str:
        """The code of what a command refuses; it has to say it in words as well."""
        told = self.run(*typed, "--json", by=by, **settings)
        problem = json.loads(told.stdout)["problems"][0]
        spoken = self.run(*typed, by=by, **settings)
        assert (told.exit_code, spoken.exit_code) == (Exit.FAILED, Exit.FAILED)
        assert wording(problem["code"], problem["params"]).message in spoken.stderr
        return str(problem["code"])

    def in_german(self, *typed: str) -> str:
        """What the command says to somebody whose environment speaks German."""
        settings = {**self.settings, "LANGUAGE": "de", "COLUMNS": "160"}
        done = subprocess.run(
            [sys.executable, "-m", "ccm", *typed], env=settings, capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout

    def draft(self, version: str = "1.1", **fields: Any) -> Path:
        """A library's folder with a new version of the clause in it, for nothing to be done with yet."""
        library = self.folder / f"draft-{version}"
        file = library / "blocks" / "notice" / f"{version}.yaml"
        file.parent.mkdir(parents=True)
        text = (TINY / "blocks" / "notice" / "1.0.yaml").read_text()
        for old, new in (SOONER, SOONER_IN_GERMAN):
            text = text.replace(old, new)
        file.write_text(write_yaml(stamp({**read_yaml(text).content, "version": version, **fields}, "en")))
        return library

    def submitted(self, version: str = "1.1", *options: str) -> dict[str, Any]:
        """A review of that version."""
        self.done("import", str(self.draft(version)), by="law")
        review: dict[str, Any] = self.data("review", "submit", "block/notice", *options, by="law")
        return review

    def approved(self, review: dict[str, Any]) -> dict[str, Any]:
        """The review when both reviewers have said yes."""
        seen = ("review", "approve", review["id"], "--subject", review["subject"])
        self.done(*seen, by="carl")
        after: dict[str, Any] = self.data(*seen, by="dora")
        return after


@cache
def _ready() -> World:
    """The bank with passwords for all but a few, for each test to have a copy of."""
    bank = world("sqlite", Path(mkdtemp(prefix="ccm-shop-")))
    set_password(bank.home, None, "ada", PASSWORD, bank.clock())
    for login in ("bob", "law", "carl", "dora"):
        set_password(bank.home, bank.who("ada"), login, PASSWORD, bank.clock())
    bank.home.database.engine.dispose()
    return bank


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """The bank with its letters approved, and passwords for those who act in these tests."""
    monkeypatch.chdir(tmp_path)
    for name in ("CCM_USER", "CCM_PASSWORD", "CCM_NEW_PASSWORD", "CCM_DATABASE_URL", "CCM_ORGANISATION"):
        monkeypatch.delenv(name, raising=False)
    place, ready = tmp_path / "home", _ready()
    shutil.copytree(ready.home.place, place)
    home = replace(ready.home, place=place, database=open_database(f"sqlite:///{place / 'ccm.db'}"))
    bank = replace(ready, home=home)
    yield Shop(bank, tmp_path, {"CCM_HOME": str(place), "COLUMNS": "160"})
    bank.home.database.engine.dispose()


# Founding


FOUNDING = ("init", "--organisation", "meer", "--title", "Meerbank", "--admin", "mia")


def test_a_store_is_founded_with_somebody_who_can_let_others_in(shop: Shop) -> None:
    home = {"CCM_HOME": str(shop.folder / "new"), **SIGN_IN}
    said = shop.done(*FOUNDING, **home)
    key = shop.folder / "new" / "keys" / "meer.pem"
    assert key.stat().st_mode & 0o777 == 0o600
    assert str(key) in said
    assert "access add" in said
    shop.done("access", "add", "noah", "--name", "Noah Meer", "--as", "mia", **home)
    assert [it["login"] for it in json.loads(shop.done("access", "list", "--json", **home))] == ["mia", "noah"]


def test_founding_tells_programs_where_the_store_is(shop: Shop) -> None:
    told = json.loads(shop.done(*FOUNDING, "--json", CCM_HOME=str(shop.folder / "new"), **SIGN_IN))
    assert told["organisation"] == "meer"
    assert Path(told["key"]).is_file()


@pytest.mark.parametrize(
    ("typed", "password", "code"),
    [
        (FOUNDING, "too short", "password-too-short"),
        (FOUNDING, "aaaaaaaaaaaaaaaaaaaa", "password-guessable"),
        ((*FOUNDING[:-1], "Mia Meer"), PASSWORD, "login-form"),
        ((*FOUNDING[:2], "Meer Bank", *FOUNDING[3:]), PASSWORD, "organisation-name"),
    ],
)
def test_a_founding_that_is_refused_leaves_nothing(
    shop: Shop, typed: tuple[str, ...], password: str, code: str
) -> None:
    place = shop.folder / "new"
    assert shop.refused(*typed, CCM_HOME=str(place), CCM_PASSWORD=password) == code
    assert not place.exists()


def test_an_organisation_is_founded_once(shop: Shop) -> None:
    assert shop.refused(*FOUNDING[:2], "ahorn", *FOUNDING[3:], **SIGN_IN) == "organisation-exists"


def test_a_database_of_an_earlier_program_is_brought_up_to_date(shop: Shop) -> None:
    database = shop.folder / "home" / "ccm.db"
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert shop.refused("review", "list") == "store-schema-differs"
    assert shop.refused("init", "--upgrade") == "store-schema-later"
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [head()])
    assert shop.data("init", "--upgrade") == {"schema": head()}
    assert head() in shop.done("init", "--upgrade")


# Files


def test_what_is_imported_comes_out_byte_for_byte(shop: Shop) -> None:
    library = shop.draft()
    file = library / "blocks" / "notice" / "1.1.yaml"
    file.write_bytes(b"# Written by hand.\n" + file.read_bytes())
    assert "block/notice 1.1\n1 item, 1 new." in shop.done("import", str(library), by="law")
    assert "1 item, 0 new." in shop.done("import", str(library), by="law")
    shop.done("export", "out", "block/notice")
    assert (shop.folder / "out" / "blocks" / "notice" / "1.1.yaml").read_bytes() == file.read_bytes()
    assert sorted(it.name for it in (shop.folder / "out").rglob("*.yaml")) == ["1.0.yaml", "1.1.yaml"]


def test_a_whole_library_goes_out_and_in_again(shop: Shop) -> None:
    written = shop.data("export", "out")
    assert {Path(name).name for name in written} >= {"letter.yaml", "theme.yaml", "plain.json", "1.0.yaml"}
    assert {it["new"] for it in shop.data("import", "out", by="law")} == {False}


def test_what_is_in_the_way_of_an_export_stays(shop: Shop) -> None:
    shop.done("export", "out", "template/letter", "template/reminder")
    mine = shop.folder / "out" / "templates" / "reminder.yaml"
    mine.write_text("mine")
    (shop.folder / "out" / "templates" / "letter.yaml").unlink()
    assert shop.refused("export", "out", "template/letter", "template/reminder") == "file-in-the-way"
    assert [it.read_text() for it in mine.parent.iterdir()] == ["mine"]


def test_an_import_is_all_or_nothing(shop: Shop) -> None:
    library = shop.draft()
    (library / "templates").mkdir()
    (library / "templates" / "broken.yaml").write_text("template: [")
    assert shop.refused("import", str(library), by="law") == "yaml-syntax"
    assert shop.refused("review", "submit", by="law") == "nothing-to-submit"


def test_who_does_not_own_the_clause_cannot_bring_it_in(shop: Shop) -> None:
    assert shop.refused("import", str(shop.draft()), by="bob") == "change-not-yours"
    assert shop.refused("import", str(shop.draft("1.2")), by="carl") == "area-not-yours"


# Reviews


def test_one_clause_is_changed_once_and_every_letter_shows_it(shop: Shop) -> None:
    before = shop.bank.says()
    review = shop.submitted("1.1", "--title", "Six weeks")
    assert {it["template"] for it in review["bundles"]} == {"letter", "reminder"}
    assert (review["change"], review["step"], review["people"]) == ("regulated wording", "content", ["carl", "cora"])
    after = shop.approved(review)
    assert (after["state"], after["step"], [it["person"] for it in after["decisions"]]) == (
        "approved",
        None,
        ["carl", "dora"],
    )
    assert SOONER[0] in before
    assert SOONER[1] in shop.bank.says()
    assert SOONER[1] in shop.bank.says("reminder")


def test_what_waits_is_listed_with_whom_it_waits_for(shop: Shop) -> None:
    assert "Nothing waits" in shop.done("review", "list")
    review = shop.submitted("1.1", "--title", "Six weeks")
    listed = shop.done("review", "list")
    assert all(word in listed for word in (review["id"], "Content: carl, cora", "regulated wording", "Six weeks"))
    assert "Inhalt: carl, cora" in shop.in_german("review", "list")
    shop.approved(review)
    assert "Nothing waits" in shop.done("review", "list")
    assert [it["state"] for it in shop.data("review", "list", "--all")] == ["approved", "approved"]


def test_a_title_is_text_whatever_it_holds(shop: Shop) -> None:
    shop.submitted("1.1", "--title", "[/bold] \x1b[31m[red]")
    shown = shop.done("review", "list") + shop.done("review", "show", shop.data("review", "list")[0]["id"])
    assert shown.count("[/bold]") == 2
    assert "\x1b[31m" not in shown


def test_a_review_shows_what_would_go_out_and_who_has_said_yes(shop: Shop) -> None:
    review = shop.submitted("1.1", "--start", "2099-01-01")
    shop.done("review", "approve", review["id"], "--subject", review["subject"][:12], by="carl")
    shown = shop.done("review", "show", review["id"])
    assert review["subject"] in shown
    assert "Authors          law" in shown
    assert "1/1" in shown
    assert "0/1" in shown
    told = shop.data("review", "show", review["id"])
    assert {it["day"] for it in told["bundles"]} == {"2099-01-01"}
    assert told["problems"] == []
    assert "Wartet auf" in shop.in_german("review", "show", review["id"])


def test_what_has_come_to_speak_against_an_open_review_is_told(shop: Shop) -> None:
    bank = shop.bank
    bank.edit("law", "template", "letter", ("Your letter", "Our letter"), version="2.0")
    review = shop.data("review", "submit", "template/letter", by="law")["id"]
    assert shop.data("review", "show", review)["problems"] == []
    retire(bank.home, bank.who("paul"), "block", "notice", "1.0", "It was wrong.", bank.clock())
    assert "block-not-in-force" in {it["code"] for it in shop.data("review", "show", review)["problems"]}


def test_the_redline_is_in_the_language_of_who_looks(shop: Shop) -> None:
    review = shop.submitted("1.1")["id"]
    english, german = shop.done("review", "diff", review), shop.in_german("review", "diff", review)
    assert "[-two months-] {+six weeks+}" in english or "[-two months-]{+six weeks+}" in english
    assert "Short form" in english
    assert "Kurzform" in german
    assert english.splitlines()[-1] == f"Subject {shop.data('review', 'show', review)['subject'][:12]}"


def test_the_redline_is_a_page_and_data_as_well(shop: Shop) -> None:
    review = shop.submitted("1.1")["id"]
    assert shop.done("review", "diff", review, "--html", "changes.html") == "changes.html\n"
    page = (shop.folder / "changes.html").read_text()
    assert "<ins>" in page
    assert page.startswith("<!DOCTYPE html>")
    (item,) = shop.data("review", "diff", review)["items"]
    assert (item["name"], item["redline"]["before"], item["redline"]["after"]) == ("notice", "1.0", "1.1")


def test_what_is_new_has_no_redline(shop: Shop) -> None:
    library = shop.folder / "more"
    (library / "assets").mkdir(parents=True)
    shutil.copyfile(next((TINY.parents[3] / "templates_store").rglob("logo*.png")), library / "assets" / "logo.png")
    shop.done("import", str(library), by="law")
    review = shop.data("review", "submit", by="law")["id"]
    assert "Asset logo.png 1.0: new" in shop.done("review", "diff", review)


def test_a_decision_is_about_what_was_seen(shop: Shop) -> None:
    review = shop.submitted("1.1")
    unseen = shop.run("review", "approve", review["id"], by="carl")
    assert (unseen.exit_code, "--subject" in unseen.stderr) == (Exit.USAGE, True)
    assert shop.refused("review", "approve", review["id"], "--subject", "0" * 64, by="carl") == "review-differs"
    assert shop.data("review", "show", review["id"])["decisions"] == []


REFUSED_DECISIONS = [
    ("approve", "law", "own-work"),
    ("approve", "dora", "not-a-reviewer"),
    ("approve", "bob", "not-a-reviewer"),
    ("reject", "law", "own-work"),
    ("reject", "bob", "not-a-reviewer"),
    ("withdraw", "carl", "not-submitter"),
]


@pytest.mark.parametrize(("decision", "by", "code"), REFUSED_DECISIONS)
def test_who_may_not_decide_is_told_why(shop: Shop, decision: str, by: str, code: str) -> None:
    review = shop.submitted("1.1")
    about = ("--subject", review["subject"]) if decision == "approve" else ("--reason", "because")
    assert shop.refused("review", decision, review["id"], *about, by=by) == code
    assert shop.data("review", "show", review["id"])["state"] == "in_review"


def test_a_review_ends_with_a_no_or_when_it_is_taken_back(shop: Shop) -> None:
    first = shop.submitted("1.1")["id"]
    assert shop.refused("review", "reject", first, "--reason", "  ", by="carl") == "reason-missing"
    assert "rejected" in shop.done("review", "reject", first, "--reason", "Too short.", by="carl")
    assert "Too short." in shop.done("review", "show", first)
    second = shop.data("review", "submit", "block/notice", by="law")["id"]
    assert shop.data("review", "withdraw", second, "--reason", "A better one comes.", by="law")["state"] == "withdrawn"
    about = ("--reason", "again")
    assert shop.refused("review", "withdraw", second, *about, by="law") == "review-over"


@pytest.mark.parametrize("verb", ["show", "diff"])
def test_a_review_that_there_is_not_is_refused(shop: Shop, verb: str) -> None:
    assert shop.refused("review", verb, "r-nosuch") == "review-unknown"


def test_one_version_is_in_one_review(shop: Shop) -> None:
    shop.submitted("1.1")
    assert shop.refused("review", "submit", "block/notice", by="law") == "already-in-review"
    assert shop.refused("review", "submit", "block/nosuch", by="law") == "item-not-known"


def test_on_a_terminal_what_changes_is_shown_and_asked_about(shop: Shop) -> None:
    review = shop.submitted("1.1")["id"]
    typed = ("review", "approve", review, "--as", "carl")
    with at_terminal.started(typed, shop.settings) as no:
        no.answer("Password of carl", PASSWORD)
        no.answer("do you agree that it is sent?", "n")
        assert no.end() == Exit.FAILED
        assert "Nothing was decided." in no.shown
    with at_terminal.started(typed, shop.settings) as yes:
        yes.answer("Password of carl", PASSWORD)
        yes.answer("Content block notice 1.1 · Text “text”: changed", "y")
        assert yes.end() == Exit.DONE
        assert PASSWORD not in yes.shown
    assert [it["person"] for it in shop.data("review", "show", review)["decisions"]] == ["carl"]


def test_deadlines_are_listed_with_what_is_overdue_on_top(shop: Shop) -> None:
    assert "No deadline" in shop.done("review", "due")
    review = shop.submitted("1.1")
    (running,) = shop.data("review", "due")
    assert running["id"] == review["id"]
    assert datetime.fromisoformat(running["due"]) > datetime.fromisoformat(running["submitted_at"])
    (entry,) = waiting(shop.bank.home)
    assert entry.due is not None
    assert not entry.is_overdue(entry.due)
    assert entry.is_overdue(datetime.max.replace(tzinfo=UTC))


# The audit log


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


# Access


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


# Who acts


def test_whoever_acts_says_who_they_are_and_proves_it(shop: Shop) -> None:
    typed = ("import", str(shop.draft()))
    assert "--as" in shop.run(*typed).stderr
    assert "CCM_PASSWORD" in shop.run(*typed, "--as", "law").stderr
    assert shop.run(*typed).exit_code == Exit.USAGE
    assert shop.refused(*typed, "--as", "law", CCM_PASSWORD=WRONG) == "sign-in-wrong"
    assert shop.refused(*typed, "--as", "nosuch", **SIGN_IN) == "sign-in-wrong"
    shop.done(*typed, "--as", "law", by="bob")


def test_where_there_is_no_store_every_command_says_so(shop: Shop) -> None:
    nowhere = {"CCM_HOME": str(shop.folder / "nowhere")}
    for typed in (
        ("review", "list"),
        ("audit", "verify"),
        ("access", "list"),
        ("init", "--upgrade"),
        ("export", "out"),
    ):
        assert shop.refused(*typed, **nowhere) == "store-missing"


def test_a_database_that_is_not_there_is_told_in_a_sentence(shop: Shop) -> None:
    gone = {"CCM_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none?connect_timeout=2"}
    assert shop.refused("review", "list", **gone) == "database-failed"
    (shop.folder / "home" / "ccm.db").write_bytes(b"this is no database" * 100)
    assert shop.refused("review", "list") == "database-failed"


USAGE = [
    ((*FOUNDING[:5], "--admin", "mia"), "CCM_PASSWORD"),
    (("init", "--organisation", "meer"), "--title"),
    (("init", "--upgrade", "--title", "Meerbank"), "--upgrade"),
    (("import", "nosuch"), "nosuch"),
    (("export", "out", "letter"), "KIND/NAME"),
    (("export", "out", "letter/letter"), "kinds are template"),
    (("review", "submit", "--start", "tomorrow"), "YYYY-MM-DD"),
    (("review", "approve", "r-1", "--subject", "xyz"), "xyz"),
    (("review", "reject", "r-1"), "--reason"),
    (("review", "withdraw", "r-1"), "--reason"),
    (("review", "diff", "r-1", "--json", "--html", "a.html"), "--html"),
    (("audit", "verify", "--head", "nosuch"), "nosuch"),
    (("audit", "export"), "FILE"),
    (("access", "add", "zoe"), "--name"),
    (("access", "grant", "bob", "king"), "king"),
    (("access", "grant", "bob", "author", "--change", "everything"), "everything"),
    (("access", "revoke", "first"), "first"),
]


@pytest.mark.parametrize(
    ("typed", "named"), USAGE, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_wrong_usage_is_named(shop: Shop, typed: tuple[str, ...], named: str) -> None:
    told = shop.run(*typed)
    assert (told.exit_code, named in told.stderr) == (Exit.USAGE, True), told.stderr
