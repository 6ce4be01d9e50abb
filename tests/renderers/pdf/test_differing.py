"""Where two pictures of a page differ."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from renderers.pdf import differing

SIZE = (210, 297)
WIDTH = 2100
"""Ten tenths of a millimetre to a point of the picture."""


def page(*marks: tuple[int, int, int, int], size: tuple[int, int] = SIZE) -> bytes:
    image = Image.new("L", size, 255)
    for left, top, width, height in marks:
        ImageDraw.Draw(image).rectangle((left, top, left + width - 1, top + height - 1), fill=0)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_the_same_page_differs_nowhere() -> None:
    assert differing(page((10, 10, 50, 5)), page((10, 10, 50, 5)), WIDTH) == ()


def test_a_line_that_came_is_one_box_around_it() -> None:
    assert differing(page(), page((20, 30, 100, 4)), WIDTH) == ((200, 300, 1000, 40),)


def test_lines_of_a_paragraph_are_one_place_and_paragraphs_far_apart_are_two() -> None:
    near = differing(page(), page((20, 30, 100, 4), (20, 35, 60, 4)), WIDTH)
    far = differing(page(), page((20, 30, 100, 4), (20, 200, 60, 4)), WIDTH)
    assert near == ((200, 300, 1000, 90),)
    assert [box[1] for box in far] == [300, 2000]


def test_pages_of_two_sizes_differ_as_a_whole() -> None:
    assert differing(page(), page(size=(297, 210)), 2970) == ((0, 0, 2970, 2100),)
