"""Saving: every state is kept, locks hold, and what somebody may change is theirs to change."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccm.store.actor import Given
from ccm.store.exporting import export_folder
from ccm.store.importing import import_folder
from ccm.store.people import add_person, grant
from ccm.store.saving import Delivered, save
from content_blocks.problem import Refused
from templates_store.database import select
from templates_store.tables import Publication, Revision
from tests.ccm.store.world import World, letters


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def test_a_template_comes_back_as_the_very_text_that_was_delivered(bank: World, tmp_path: Path) -> None:
    text = "# a remark\n" + bank.text("template", "letter").decode().replace("body:\n", "body:  # blocks\n")
    bank.save("bob", "template", "letter", text)
    export_folder(bank.home, tmp_path / "out", {("template", "letter")})
    assert (tmp_path / "out" / "templates" / "letter.yaml").read_text("utf-8") == text


def test_a_library_comes_back_byte_for_byte(bank: World, tmp_path: Path) -> None:
    delivered = letters(tmp_path / "delivered")
    export_folder(bank.home, tmp_path / "out")
    files = {path.relative_to(delivered) for path in delivered.rglob("*") if path.is_file()}
    assert {path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*") if path.is_file()} == files
    assert [f for f in files if (delivered / f).read_bytes() != (tmp_path / "out" / f).read_bytes()] == []


def test_an_export_overwrites_nothing_that_differs(bank: World, tmp_path: Path) -> None:
    there = tmp_path / "out" / "templates" / "letter.yaml"
    there.parent.mkdir(parents=True)
    there.write_text("mine", "utf-8")
    with pytest.raises(Refused) as caught:
        export_folder(bank.home, tmp_path / "out")
    assert codes(caught) == ["file-in-the-way"]
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file()] == [there]


def test_an_import_brings_drafts_and_never_an_approval(bank: World, tmp_path: Path) -> None:
    """Another bank's export says nothing about who approved what, and could say what it liked."""
    folder = letters(tmp_path / "theirs")
    path = folder / "templates" / "letter.yaml"
    path.write_text(path.read_text("utf-8").replace("version: '1.0'", "version: '1.1'"), "utf-8")
    before = bank.hash()
    saved = import_folder(bank.home, bank.who("law"), folder, bank.clock())
    assert [entry.name for entry in saved if entry.new] == ["letter"]
    assert bank.hash() == before


def test_an_import_is_whole_or_not_at_all(bank: World, tmp_path: Path) -> None:
    folder = letters(tmp_path / "theirs")
    good = folder / "templates" / "letter.yaml"
    good.write_text(good.read_text("utf-8").replace("version: '1.0'", "version: '1.1'"), "utf-8")
    (folder / "templates" / "broken.yaml").write_text("template: [", "utf-8")
    (folder / "classes" / "other.yaml").write_text("class: another\n", "utf-8")
    with bank.home.reading() as session:
        before = len(session.exec(select(Revision.id)).all())
    with pytest.raises(Refused) as caught:
        import_folder(bank.home, bank.who("law"), folder, bank.clock())
    assert {problem.where.partition(":")[0] for problem in caught.value.problems} >= {
        "templates/broken.yaml",
        "classes/other.yaml",
    }
    with bank.home.reading() as session:
        assert len(session.exec(select(Revision.id)).all()) == before


def test_the_same_content_once_more_is_no_new_version(bank: World) -> None:
    assert not bank.save("bob", "template", "letter", bank.text("template", "letter")).new


def test_a_number_that_was_approved_stands_for_what_was_approved(bank: World) -> None:
    with pytest.raises(Refused) as caught:
        bank.edit("bob", "template", "letter", ("You have", "There are"))
    assert codes(caught) == ["version-taken"]


LOCKED = {
    "taken out": ("  - {id: notice, type: clause, block: notice, follow: approved, mandatory: true}\n", ""),
    "made optional": ("mandatory: true", "mandatory: false"),
    "another clause": ("block: notice", "block: other"),
    "unlocked": ("type: clause,", "type: clause, lock: open,"),
    "another way of following": ("follow: approved", "follow: always"),
}


@pytest.mark.parametrize(("old", "new"), LOCKED.values(), ids=LOCKED)
def test_an_author_does_not_get_past_a_lock_by_any_path(bank: World, tmp_path: Path, old: str, new: str) -> None:
    text = bank.text("template", "letter").decode().replace("version: '1.0'", "version: '1.1'")
    assert old in text
    attempt = text.replace(old, new)
    with pytest.raises(Refused) as saved:
        bank.save("bob", "template", "letter", attempt)
    assert "locked" in codes(saved)
    folder = letters(tmp_path / "theirs")
    (folder / "templates" / "letter.yaml").write_text(attempt, "utf-8")
    with pytest.raises(Refused) as imported:
        import_folder(bank.home, bank.who("bob"), folder, bank.clock())
    assert "locked" in codes(imported)


def test_the_lock_is_that_of_the_approved_version_not_of_the_last_draft(bank: World) -> None:
    """Whoever owns the locks may draft without one; that opens nothing for others until it is approved."""
    bank.edit("law", "template", "letter", ("type: clause,", "type: clause, lock: open,"), version="1.1")
    with pytest.raises(Refused) as caught:
        bank.edit("bob", "template", "letter", ("mandatory: true", "mandatory: false"), version="1.2")
    assert "locked" in codes(caught)


def test_regulated_wording_is_for_its_owners(bank: World) -> None:
    with pytest.raises(Refused) as caught:
        bank.edit("bob", "block", "notice", ("two months", "one month"), version="1.1")
    assert set(codes(caught)) == {"change-not-yours"}
    assert bank.edit("law", "block", "notice", ("two months", "one month"), version="1.1").new


@pytest.mark.parametrize("login", ["nora", "carl", "olga", "udo", "paul", "ada"])
def test_who_is_no_author_saves_nothing(bank: World, login: str) -> None:
    with pytest.raises(Refused) as caught:
        bank.edit(login, "template", "letter", ("You have", "There are"), version="1.1")
    assert codes(caught) == ["area-not-yours"]


def test_two_people_at_once_lose_nothing(bank: World) -> None:
    """The second one is told, and what the first one saved is there."""
    seen = bank.draft("template", "letter")
    first = bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    text = bank.text("template", "letter")
    with pytest.raises(Refused) as caught:
        save(bank.home, bank.who("law"), Delivered("template", "letter", text + b"\n# x\n"), seen, bank.clock())
    assert codes(caught) == ["edited-meanwhile"]
    assert bank.draft("template", "letter") == first.hash


def test_a_save_publishes_nothing(bank: World) -> None:
    with bank.home.reading() as session:
        before = session.exec(select(Publication.id)).all()
    bank.edit("law", "block", "notice", ("two months", "one month"), version="1.1")
    with bank.home.reading() as session:
        assert session.exec(select(Publication.id)).all() == before


def test_whoever_may_change_words_may_number_what_comes_of_it(small: World) -> None:
    """A change by somebody who may change nothing but business wording has a number of its own, too."""
    add_person(small.home, small.who("ada"), "tom", "Tom", now=small.clock())
    words = Given("author", "template/*", changes=("business wording",))
    grant(small.home, small.who("ada"), "tom", words, now=small.clock())
    small.edit("tom", "template", "letter", ("You have", "There are"), ("Sie haben", "Es sind"), version="1.1")
    assert b"There are" in small.text("template", "letter")


def test_half_a_character_is_none(small: World) -> None:
    with pytest.raises(Refused) as caught:
        small.save("bob", "persona", "letter/half", b'{"title": "x", "record": {"name": "\\ud800"}}')
    assert codes(caught) == ["record-not-json"]
