"""SVG files that do things, reach outside, grow or look different elsewhere: refused, with the place."""

from __future__ import annotations

import pytest

from content_blocks.problem import Refused
from renderers.assets import checked_asset
from tests.renderers.assets.hostile_drawings import HOSTILE, svg

REFUSED = {name: hostile for name, hostile in HOSTILE.items() if hostile.codes}


def codes(name: str, content: bytes) -> set[str]:
    """The codes of what is wrong with a file."""
    with pytest.raises(Refused) as refused:
        checked_asset(name, content)
    return {problem.code for problem in refused.value.problems}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_drawing_is_refused(name: str) -> None:
    assert codes("drawing.svg", HOSTILE[name].content) == HOSTILE[name].codes


def test_a_declared_encoding_does_not_change_how_bytes_are_read() -> None:
    kept = checked_asset("drawing.svg", HOSTILE["hidden encoding"].content)
    assert b"script" not in kept


def test_every_problem_says_file_and_line_and_all_are_said() -> None:
    content = svg('\n<rect onclick="1"/>\n\n<text>a</text>')
    with pytest.raises(Refused) as refused:
        checked_asset("assets/logo.svg", content)
    places = [(problem.where, problem.code, dict(problem.params)) for problem in refused.value.problems]
    assert places == [
        ("assets/logo.svg:2", "svg-active", {"element": "rect", "name": "onclick"}),
        ("assets/logo.svg:4", "svg-letters", {"element": "text"}),
    ]


@pytest.mark.parametrize(
    "content",
    [
        svg("<style>" + "/*" * 400_000 + "</style>"),
        svg(f'<rect style="fill:{" " * 900_000}x"/>'),
        svg(f'<path d="{"M0 0" * 100_000}L"/>'),
        svg(f'<rect fill="rgb({"1 " * 400_000}"/>'),
        svg(f'<rect transform="{"scale(1)" * 100_000}("/>'),
        svg(f'<polygon points="{"1-1" * 200_000},"/>'),
        svg(f'<rect stroke-dasharray="{" , " * 200_000}"/>'),
    ],
    ids=["remarks", "blanks", "path", "colour", "transform", "points", "dashes"],
)
def test_a_large_faulty_value_is_refused_at_once(content: bytes) -> None:
    """Each took minutes if reading it went back over what was read."""
    assert codes("drawing.svg", content) <= {"svg-value", "svg-style", "svg-style-sheet"}
