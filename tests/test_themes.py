"""Themes: what a brand's file may say, that its texts can be read, and that its fonts have the letters of names."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from content_blocks.canonical import sha256
from content_blocks.contrast import VISIBLE, contrast
from content_blocks.item import read_item
from content_blocks.problem import Refused
from content_blocks.problem_words import wording
from content_blocks.theme import Brand, Palette
from templates_store.themes import LIBRARY, load_theme

THEMES = ["ahorn", "wieland"]
VIETNAMESE = [*range(0x1EA0, 0x1EFA), *map(ord, "ĂăĐđĨĩŨũƠơƯư")]
LETTERS = {
    "Latin": [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x100, 0x149), *range(0x14A, 0x180), *map(ord, "ȘșȚțẞ")],
    "Vietnamese": VIETNAMESE,
    "Greek": [*range(0x391, 0x3A2), *range(0x3A3, 0x3CF), *map(ord, "ΆΈΉΊΌΎΏΐΰ")],
    "Cyrillic": [*range(0x400, 0x460), *map(ord, "Ґґ")],
    "signs": [*map(ord, "–—‘’‚“”„†•…‰‹›€−×\u200b\u202f")],
}


@pytest.fixture(scope="module", params=THEMES)
def brand(request: pytest.FixtureRequest) -> Brand:
    return load_theme(LIBRARY / request.param)


def shipped(brand: Brand, *, upright: bool) -> set[int]:
    """The characters that every regular face has, or that any face has."""
    faces = {face.file: face for family in brand.theme.families() for face in family.files}.values()
    chosen = [face for face in faces if not upright or (face.style == "normal")]
    maps = [TTFont(io.BytesIO(brand.files[f"fonts/{face.file}"])).getBestCmap().keys() for face in chosen]
    return set.intersection(*map(set, maps)) if upright else set.union(*map(set, maps))


@pytest.mark.parametrize("script", LETTERS)
def test_every_upright_face_has_the_letters_of_names(brand: Brand, script: str) -> None:
    missing: Iterable[int] = set(LETTERS[script]) - shipped(brand, upright=True)
    assert not [f"U+{point:04X}" for point in sorted(missing)]


def test_text_and_charts_can_be_seen_in_light_and_dark(brand: Brand) -> None:
    for palette in (brand.theme.palette, brand.theme.mail.dark):
        assert all(contrast(getattr(palette, a), getattr(palette, b)) >= 4.5 for a, b in palette.texts())
        assert all(contrast(colour, palette.paper) >= VISIBLE for colour in palette.series)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_a_palette_that_cannot_be_read_is_refused(brand: Brand) -> None:
    tokens = brand.theme.palette.model_dump() | {"muted": "#aaaaaa"}
    with pytest.raises(Refused, match="muted: palette-unreadable"):
        read_item(Palette, tokens)


def test_the_two_brands_differ_in_more_than_colour() -> None:
    first, second = (load_theme(LIBRARY / name).theme for name in THEMES)
    differing = ("text_font", "heading_font", "table", "panel", "logo_width")
    assert all(getattr(first, token) != getattr(second, token) for token in differing)
    assert first.type.heading_style != second.type.heading_style
    assert (first.page.masthead, first.page.measure) != (second.page.masthead, second.page.measure)
    assert first.mail.layout != second.mail.layout


def test_every_language_has_the_same_words(brand: Brand) -> None:
    words = brand.theme.labels
    assert {"de", "en"} <= words.keys()
    assert len({frozenset(labels) for labels in words.values()}) == 1


def write(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "theme.yaml").write_text(text, "utf-8")
    return folder


SHIPPED = (LIBRARY / "ahorn" / "theme.yaml").read_text("utf-8")

FAULTS = {
    "yaml-syntax": "theme: [",
    "field-pattern": SHIPPED.replace("9.5pt", "9.5px"),
    "theme-file-missing": SHIPPED,
    "palette-unreadable": SHIPPED.replace('muted: "#52605d"', 'muted: "#b0b0b0"'),
    "type-too-small": SHIPPED.replace("9.5pt", "5.9pt"),
    "label-missing": SHIPPED.replace("    more_at: More at\n", ""),
    "theme-says-nothing": SHIPPED.replace("    more_at: More at\n", '    more_at: "\\u200b "\n'),
    "character-not-allowed": SHIPPED.replace("    more_at: More at\n", '    more_at: "More \\u202e at"\n'),
    "locale-missing": SHIPPED.replace("  en: en_GB\n", ""),
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_faulty_theme_says_what_is_wrong(code: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        load_theme(write(tmp_path / "own", FAULTS[code]))
    problem = caught.value.problems[0]
    assert problem.code == code
    assert problem.where.startswith("themes/own/theme.yaml")
    for language in ("en", "de"):
        assert "{" not in wording(problem.code, dict(problem.params), language).message


def test_an_unreadable_theme_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="item-unknown"):
        load_theme(tmp_path / "none")


def test_a_theme_file_cannot_lead_out_of_its_folder(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="field-pattern"):
        load_theme(write(tmp_path / "own", SHIPPED.replace("logo: logo.svg", "logo: ../../secret.svg")))


def test_notes_do_not_change_the_hash_but_files_do(brand: Brand) -> None:
    noted = Brand(brand.theme.model_copy(update={"note": "changed"}), brand.files)
    redrawn = Brand(brand.theme, {**brand.files, brand.theme.logo: b"<svg/>"})
    assert noted.hash() == brand.hash() != redrawn.hash()


def test_third_party_names_every_font_by_its_hash() -> None:
    listed = Path("THIRD_PARTY.md").read_text("utf-8")
    for font in LIBRARY.glob("*/fonts/*.otf"):
        assert f"`{sha256(font.read_bytes())}`" in listed
        assert (font.parent / "OFL.txt").is_file()
