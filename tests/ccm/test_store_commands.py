"""The commands that found a store, bring files into it and out of it, and say who acts."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from ccm.terminal import Exit
from templates_store.schema import head
from tests.ccm.shop import SIGN_IN, Shop
from tests.ccm.store.entering import PASSWORD, WRONG

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
