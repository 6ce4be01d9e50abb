"""The library as one archive, over HTTP: out of the store and into it, byte for byte, all of it or nothing."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from fastapi import FastAPI

from ccm.store import unpacking
from ccm.store.actor import Given
from ccm.store.exporting import archive, exported_review, write_files
from ccm.store.people import add_person, grant
from content_blocks.problem import Refused
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World, letters

V1 = "/api/v1"
ZIP = {"Content-Type": "application/zip"}


def files_in(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as found:
        return {name: found.read(name) for name in found.namelist()}


def on_disk(root: Path) -> dict[str, bytes]:
    return {it.relative_to(root).as_posix(): it.read_bytes() for it in root.rglob("*") if it.is_file()}


def test_the_library_comes_out_as_it_was_delivered(small: World, app: FastAPI, tmp_path: Path) -> None:
    with signed_in(app, small.home, "law") as law:
        found = law.get(f"{V1}/library")
        again = law.get(f"{V1}/library", headers={"If-None-Match": found.headers["ETag"]})
    assert files_in(found.content) == on_disk(letters(tmp_path / "delivered"))
    assert again.status_code == 304


def test_nobody_gets_what_is_not_their_business(small: World, app: FastAPI) -> None:
    add_person(small.home, small.who("ada"), "eve", "Eve", now=small.clock())
    grant(small.home, small.who("ada"), "eve", Given("reviewer", "block/*", "compliance"), now=small.clock())
    with signed_in(app, small.home, "eve") as eve:
        assert [*files_in(eve.get(f"{V1}/library").content)] == ["blocks/notice/1.0.yaml"]


def test_an_archive_goes_in_as_drafts_once(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "law") as law:
        files = files_in(law.get(f"{V1}/library").content)
        letter = files["templates/letter.yaml"].replace(b"'1.0'", b"'1.1'", 1).replace(b"You have", b"There are")
        sent = archive({**files, "templates/letter.yaml": letter.replace(b"of: {de: a40c56908b20}", b"")})
        first = law.post(f"{V1}/library", content=sent, headers=ZIP)
        assert first.status_code == 201, first.text
        assert [(it["kind"], it["name"], it["version"]) for it in first.json() if it["new"]] == [
            ("template", "letter", "1.1")
        ]
        assert not [it for it in law.post(f"{V1}/library", content=sent, headers=ZIP).json() if it["new"]]
        states = {it["version"]: it["state"] for it in law.get(f"{V1}/items/template/letter/versions").json()}
    assert states == {"1.0": "in force", "1.1": "draft"}


def test_an_archive_goes_in_as_a_whole_or_not_at_all(small: World, app: FastAPI) -> None:
    """Everything that is wrong is said by its place in the archive, and nothing of the rest is kept."""
    broken = {"templates/new.yaml": b"template: new\n", "blocks/other/1.0.yaml": b"- nothing\n"}
    with signed_in(app, small.home, "law") as law:
        files = files_in(law.get(f"{V1}/library").content)
        fresh = files["templates/letter.yaml"].replace(b"template: letter", b"template: fresh")
        sent = archive({**broken, "templates/fresh.yaml": fresh})
        refused = law.post(f"{V1}/library", content=sent, headers=ZIP)
        assert refused.status_code == 422
        assert {it["where"].partition(":")[0] for it in refused.json()["problems"]} == {*broken}
        assert law.get(f"{V1}/items/template/fresh").status_code == 404


def damaged() -> bytes:
    content = bytearray(archive({"templates/letter.yaml": b"x" * 4000}))
    content[60] ^= 0xFF
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK", "archive-unreadable"),
        (b"template: letter", "archive-unreadable"),
        (damaged(), "archive-unreadable"),
        (archive({}), "nothing-to-import"),
        (archive({"../../templates/letter.yaml": b"x", "/etc/passwd": b"x"}), "yaml-not-a-mapping"),
        (archive({"README.md": b"Hello"}), "nothing-to-import"),
        (archive({"a\0b": b"x"}), "nothing-to-import"),
        (archive({"x" * 300: b"x"}), "archive-unreadable"),
        (archive({"a": b"x", "a/b": b"x"}), "archive-unreadable"),
    ],
)
def test_what_is_no_library_is_refused_with_the_reason(small: World, app: FastAPI, content: bytes, code: str) -> None:
    with signed_in(app, small.home, "law") as law:
        refused = law.post(f"{V1}/library", content=content, headers=ZIP)
    assert refused.status_code == 422, refused.text
    assert [it["code"] for it in refused.json()["problems"]] == [code]


def test_a_member_stays_in_its_folder(tmp_path: Path) -> None:
    with unpacking.unpacked(archive({"../../out.txt": b"x", "/abs.txt": b"y", "in/here": b"z"})) as folder:
        assert {*on_disk(folder)} == {"out.txt", "abs.txt", "in/here"}
    assert not folder.exists()


@pytest.mark.parametrize("bound", ["MOST_FILES", "MOST_BYTES"])
def test_an_archive_that_swells_is_not_unpacked(monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    monkeypatch.setattr(unpacking, bound, 1)
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as into:
        into.writestr("a", b"0" * 100)
        into.writestr("b", b"0" * 100)
    with pytest.raises(Refused) as caught, unpacking.unpacked(content.getvalue()):
        raise AssertionError
    assert [it.code for it in caught.value.problems] == ["archive-too-large"]


def test_a_change_set_comes_out_as_it_was_submitted(small: World, app: FastAPI, tmp_path: Path) -> None:
    """What was saved since is no part of it, and neither is anything that only follows."""
    small.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    review = small.publish("law", ("block", "notice")).row.id
    text = small.text("block", "notice")
    small.edit("law", "block", "notice", ("three months", "four months"), version="1.2")
    expected: Mapping[str, bytes] = {"blocks/notice/1.1.yaml": text}
    with signed_in(app, small.home, "law") as law:
        assert files_in(law.get(f"{V1}/change-sets/{review}/export").content) == expected
    write_files(tmp_path / "out", exported_review(small.home, review))
    assert on_disk(tmp_path / "out") == expected


def test_a_full_disk_is_no_fault_of_the_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(ZipFile, "extractall", full)
    with pytest.raises(OSError, match="No space"), unpacking.unpacked(archive({"a": b"x"})):
        raise AssertionError
