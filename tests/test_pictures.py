"""The comparison of pictures overlooks shading and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageEnhance

from tests.pictures import alike, as_accepted


def page(*, words: bool = True, colour: str = "#1a5f4a") -> Image.Image:
    picture = Image.new("RGB", (200, 280), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 200, 8), fill=colour)
    if words:
        draw.text((20, 100), "Endsaldo -138,80 €", fill="black")
    return picture


def test_other_shading_is_the_same_picture() -> None:
    assert alike(page(), ImageEnhance.Contrast(page()).enhance(0.9))


@pytest.mark.parametrize(
    "changed", [page(words=False), page(colour="#8a2230"), ImageChops.offset(page(), 0, 6), page().resize((200, 281))]
)
def test_a_difference_that_an_eye_notices_is_one(changed: Image.Image) -> None:
    assert not alike(page(), changed)


def test_what_was_accepted_stays_as_it_is(tmp_path: Path) -> None:
    accepted = tmp_path / "page.png"
    accepted.write_bytes(as_accepted(page(), accepted))
    assert as_accepted(ImageEnhance.Contrast(page()).enhance(0.9), accepted) == accepted.read_bytes()
    assert as_accepted(page(words=False), accepted) != accepted.read_bytes()
