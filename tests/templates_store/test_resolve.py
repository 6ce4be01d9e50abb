"""Resolving: a bundle of everything a template needs, its hash, and every missing piece named with file and line."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from content_blocks import specimen_world as world
from content_blocks.block_reading import block_types
from content_blocks.bundle import Bundle
from content_blocks.compose import compose
from content_blocks.content_block import ContentBlock
from content_blocks.item import item_hash, read_item
from content_blocks.problem import Refused
from content_blocks.specimen import specimen_values
from content_blocks.yaml_source import read_yaml, write_yaml
from templates_store.file_library import SHIPPED, Library
from templates_store.resolve import resolve

DAY = date(2026, 6, 1)
Data = dict[str, Any]
CLAUSE = dict(block_types()["clause"].specimen)
IMAGE = dict(block_types()["image"].specimen)
TEMPLATE: Data = {
    **world.TEMPLATE,
    "title": {"en": "Letter", "de": "Brief"},
    "brands": ["ahorn"],
    "body": [CLAUSE, IMAGE],
}


class Folder:
    """A library being written: `write` takes plain data, `edit` changes what is there."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, content: Data) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_yaml(content), "utf-8")

    def edit(self, name: str, change: Callable[[Data], object]) -> None:
        content: Data = copy.deepcopy(read_yaml((self.root / name).read_text("utf-8")).content)
        change(content)
        self.write(name, content)

    def resolve(self, language: str = "en", brand: str = "ahorn", day: date = DAY) -> Bundle:
        library = Library(self.root)
        return resolve(library, library.template("specimen"), language, brand, day)

    def problems(self, **how: Any) -> list[tuple[str, str]]:
        with pytest.raises(Refused) as caught:
            self.resolve(**how)
        return [(problem.where, problem.code) for problem in caught.value.problems]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    found = Folder(tmp_path)
    found.write("templates/specimen.yaml", TEMPLATE)
    found.write("dictionaries/specimen.yaml", world.DICTIONARY)
    found.write("classes/specimen.yaml", world.DOCUMENT_CLASS)
    found.write("blocks/specimen-clause/1.0.yaml", world.CLAUSE)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "specimen.png").write_bytes(b"picture")
    (tmp_path / "themes").symlink_to(SHIPPED / "themes")
    return found


def test_a_bundle_has_everything_and_composes(folder: Folder) -> None:
    bundle = folder.resolve()
    assert sorted(bundle.hashes) == [
        "asset specimen.png",
        "block specimen-clause",
        "class specimen",
        "dictionary specimen",
        "template specimen",
        "theme ahorn",
    ]
    document = compose(bundle, specimen_values("en"), DAY)
    assert [piece.id for piece in document.region("body")] == ["clause", "image"]
    assert document.bundle == bundle.hash


SOURCE = "templates/specimen.yaml"
BLOCK = "blocks/specimen-clause/1.0.yaml"

DECIDING: dict[str, tuple[str, Callable[[Data], object]]] = {
    "a word of the template": (SOURCE, lambda c: c["title"].update(en="Note")),
    "a word in the other language": (SOURCE, lambda c: c["title"].update(de="Notiz")),
    "a lock": (SOURCE, lambda c: c.update(lock="locked")),
    "the order of blocks": (SOURCE, lambda c: c["body"].reverse()),
    "an input": (SOURCE, lambda c: c["body"][0]["with"].update(limit="'200000.00'")),
    "a word of the clause": (BLOCK, lambda c: c["short"].update(en="Other.")),
    "the owner of the clause": (BLOCK, lambda c: c.update(owner="somebody")),
    "the dates of the clause": (BLOCK, lambda c: c.update(effective={"from": "2026-01-01"})),
    "a rule of the class": ("classes/specimen.yaml", lambda c: c.update(sms_segments=2)),
    "a field of the dictionary": ("dictionaries/specimen.yaml", lambda c: c["fields"].update(more={"type": "text"})),
}

INDIFFERENT: dict[str, tuple[str, Callable[[Data], object]]] = {
    "a note on the template": (SOURCE, lambda c: c.update(note="x")),
    "a note on a block": (SOURCE, lambda c: c["body"][1].update(note="x")),
    "a note on the clause": (BLOCK, lambda c: c.update(note="x")),
    "a note on its wording": (BLOCK, lambda c: c["long"][0].update(note="x")),
    "a note on the class": ("classes/specimen.yaml", lambda c: c.update(note="x")),
    "a note on a field": ("dictionaries/specimen.yaml", lambda c: c["fields"]["customer"].update(note="x")),
    "the order of keys": (SOURCE, lambda c: c.update(body=[dict(reversed(b.items())) for b in c["body"]])),
}


@pytest.mark.parametrize(("file", "change"), DECIDING.values(), ids=DECIDING)
def test_what_decides_the_output_decides_the_hash(folder: Folder, file: str, change: Callable[[Data], object]) -> None:
    before = folder.resolve().hash
    folder.edit(file, change)
    assert folder.resolve().hash != before


@pytest.mark.parametrize(("file", "change"), INDIFFERENT.values(), ids=INDIFFERENT)
def test_what_does_not_decide_it_does_not(folder: Folder, file: str, change: Callable[[Data], object]) -> None:
    before = folder.resolve().hash
    folder.edit(file, change)
    assert folder.resolve().hash == before


def test_layout_comments_and_composed_accents_do_not_change_the_hash(folder: Folder) -> None:
    before = folder.resolve().hash
    path = folder.root / BLOCK
    path.write_text("# A remark\n\n" + path.read_text("utf-8").replace("ö", "o\u0308"), "utf-8")
    assert folder.resolve().hash == before


def test_pictures_language_brand_and_theme_change_the_hash(folder: Folder) -> None:
    folder.edit(SOURCE, lambda c: c.update(brands=["ahorn", "wieland"]))
    hashes = {folder.resolve(language, brand).hash for language in ("en", "de") for brand in ("ahorn", "wieland")}
    (folder.root / "assets" / "specimen.png").write_bytes(b"another picture")
    assert len(hashes | {folder.resolve().hash}) == 5


def test_a_field_called_note_is_no_remark(folder: Folder) -> None:
    folder.edit("dictionaries/specimen.yaml", lambda c: c["fields"].update(note={"type": "text"}))
    before = folder.resolve().hash
    folder.edit("dictionaries/specimen.yaml", lambda c: c["fields"].update(note={"type": "date"}))
    assert folder.resolve().hash != before


def pin(folder: Folder, version: str, digest: str | None = None) -> None:
    content = read_yaml((folder.root / f"blocks/specimen-clause/{version}.yaml").read_text("utf-8")).content
    digest = digest or item_hash(read_item(ContentBlock, content), content)
    use = {key: value for key, value in CLAUSE.items() if key != "follow"} | {"version": version, "hash": digest}
    folder.edit(SOURCE, lambda c: c["body"].__setitem__(0, use))


def test_following_takes_the_version_of_the_day_and_a_pin_its_own(folder: Folder) -> None:
    folder.write(
        "blocks/specimen-clause/1.1.yaml", {**world.CLAUSE, "version": "1.1", "effective": {"from": "2026-05-01"}}
    )
    chosen = {day: folder.resolve(day=day).contents["specimen-clause"].item.version for day in (DAY, date(2026, 4, 30))}
    assert chosen == {DAY: "1.1", date(2026, 4, 30): "1.0"}
    pin(folder, "1.0")
    assert folder.resolve().contents["specimen-clause 1.0"].item.version == "1.0"


def test_one_content_block_may_be_pinned_and_followed(folder: Folder) -> None:
    folder.write(
        "blocks/specimen-clause/1.1.yaml", {**world.CLAUSE, "version": "1.1", "effective": {"from": "2026-05-01"}}
    )
    pin(folder, "1.0")
    folder.edit(SOURCE, lambda c: c["body"].append({**CLAUSE, "id": "again"}))
    document = compose(folder.resolve(), specimen_values("en"), DAY)
    assert [piece.source.version for piece in document.region("body") if piece.source] == ["1.0", "1.1"]


def test_a_pin_whose_file_was_changed_is_refused(folder: Folder) -> None:
    pin(folder, "1.0")
    folder.edit(BLOCK, lambda c: c["short"].update(en="Changed."))
    assert folder.problems() == [(lined(folder, "body.clause"), "pin-differs")]


def test_a_pinned_version_is_only_good_for_its_days(folder: Folder) -> None:
    folder.edit(BLOCK, lambda c: c.update(effective={"until": "2026-05-31"}))
    pin(folder, "1.0")
    assert folder.problems() == [(lined(folder, "body.clause"), "block-not-in-force")]
    assert folder.resolve(day=date(2026, 5, 31))


MISSING: dict[str, tuple[str, str, str]] = {
    "a content block": (BLOCK, "body.clause", "item-unknown"),
    "a picture": ("assets/specimen.png", "body.image assets/specimen.png", "asset-unknown"),
    "the dictionary": (
        "dictionaries/specimen.yaml",
        "dictionary dictionaries/specimen.yaml",
        "item-unknown",
    ),
    "the class": ("classes/specimen.yaml", "class classes/specimen.yaml", "item-unknown"),
}


def lined(folder: Folder, where: str) -> str:
    """A place in the template with the line it is on."""
    steps = where.split()[0].split(".")
    return f"{SOURCE}:{read_yaml((folder.root / SOURCE).read_text('utf-8')).line_of(steps)} {where}"


@pytest.mark.parametrize(("file", "where", "code"), MISSING.values(), ids=MISSING)
def test_what_is_missing_is_named(folder: Folder, file: str, where: str, code: str) -> None:
    (folder.root / file).unlink()
    assert folder.problems() == [(lined(folder, where), code)]


def test_everything_that_is_missing_is_named_at_once(folder: Folder) -> None:
    for file, _, _ in MISSING.values():
        (folder.root / file).unlink()
    assert folder.problems() == [(lined(folder, where), code) for _, where, code in MISSING.values()]


def test_a_content_block_that_is_not_in_force_is_named(folder: Folder) -> None:
    folder.edit(BLOCK, lambda c: c.update(effective={"from": "2026-07-01"}))
    assert folder.problems() == [(lined(folder, "body.clause"), "block-not-in-force")]


REFUSED: dict[str, tuple[Data, Data, str]] = {
    "a brand that is not the template's": ({}, {"brand": "wieland"}, "brand-not-listed"),
    "a brand that does not exist": ({"brands": ["none"]}, {"brand": "none"}, "item-unknown"),
    "a language that is not the template's": ({}, {"language": "fr"}, "language-not-listed"),
    "a language the brand does not speak": ({"languages": ["fr"]}, {"language": "fr"}, "language-not-listed"),
    "a second language the brand does not speak": (
        {"languages": ["en", "fr"], "bilingual": ["en", "fr"]},
        {},
        "language-not-listed",
    ),
    "a day before the template": ({"effective": {"from": "2026-06-02"}}, {}, "template-not-in-force"),
    "a day after the template": ({"effective": {"until": "2026-05-31"}}, {}, "template-not-in-force"),
}


@pytest.mark.parametrize(("change", "how", "code"), REFUSED.values(), ids=REFUSED)
def test_what_a_template_is_not_for(folder: Folder, change: Data, how: Data, code: str) -> None:
    folder.edit(SOURCE, lambda c: c.update(change))
    assert [found for _, found in folder.problems(**how)] == [code]


MISNAMED = {
    "templates/specimen.yaml": ("template", "other"),
    "dictionaries/specimen.yaml": ("dictionary", "other"),
    "classes/specimen.yaml": ("class", "other"),
    "blocks/specimen-clause/1.0.yaml": ("version", "1.1"),
}


@pytest.mark.parametrize(("file", "change"), MISNAMED.items(), ids=MISNAMED)
def test_a_file_is_named_as_its_item(folder: Folder, file: str, change: tuple[str, str]) -> None:
    folder.edit(file, lambda c: c.update([change]))
    assert [code for _, code in folder.problems()] == ["item-name-differs"]


def test_a_fault_in_a_file_is_told_with_its_line(folder: Folder) -> None:
    path = folder.root / SOURCE
    path.write_text(path.read_text("utf-8").replace("follow: approved", "follow: sometimes"), "utf-8")
    ((where, code),) = folder.problems()
    number = path.read_text("utf-8").splitlines().index("    follow: sometimes") + 1
    assert (where, code) == (f"{SOURCE}:{number} body.clause.follow", "choice-not-known")


@pytest.mark.parametrize("name", ["../secret.png", "/etc/passwd", "a/b.png"])
def test_pictures_stay_inside_the_library(folder: Folder, name: str) -> None:
    (folder.root.parent / "secret.png").write_bytes(b"secret")
    with pytest.raises(Refused, match="asset-unknown"):
        Library(folder.root).asset(name)
    folder.edit(SOURCE, lambda c: c["body"][1].update(asset=name))
    assert [code for _, code in folder.problems()] == ["field-pattern"]


def test_a_file_that_is_not_utf_8_is_refused(folder: Folder) -> None:
    (folder.root / SOURCE).write_bytes("title: Grüße\n".encode("latin-1"))
    assert folder.problems() == [(SOURCE, "file-not-utf-8")]


def test_a_link_that_leads_to_itself_is_no_template(tmp_path: Path) -> None:
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    with pytest.raises(Refused, match="item-unknown"):
        Library(tmp_path).template(str(loop))
