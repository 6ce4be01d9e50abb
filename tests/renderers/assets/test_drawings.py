"""Drawings that can be kept: they look as before, on paper and in a browser, and nothing else is left in them."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from renderers.assets import checked_asset
from templates_store.themes import LIBRARY
from tests.golden import Golden
from tests.pictures import alike
from tests.renderers.assets.drawings import KEPT, printed
from tests.renderers.assets.hostile_drawings import svg

SHIPPED = {str(path.relative_to(LIBRARY)): path for path in sorted(LIBRARY.rglob("*.[psj][nvp]g"))}
DRAWINGS = KEPT | {name: path.read_bytes() for name, path in SHIPPED.items() if path.suffix == ".svg"}


@pytest.mark.parametrize("name", KEPT)
def test_what_drawing_programs_write_is_kept_as_expected(name: str, golden: Golden) -> None:
    golden(f"assets/{name}.svg", checked_asset("a.svg", KEPT[name]).decode())


def test_the_library_ships_pictures() -> None:
    assert {Path(name).suffix for name in SHIPPED} == {".png", ".svg"}


@pytest.mark.parametrize("name", SHIPPED)
def test_pictures_that_ship_are_kept(name: str) -> None:
    content = SHIPPED[name].read_bytes()
    kept = checked_asset(name, content)
    assert checked_asset(name, kept) == kept
    if name.endswith(".png"):
        assert kept == content


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_looks_the_same_afterwards(name: str) -> None:
    before, _ = printed(DRAWINGS[name])
    after, asked = printed(checked_asset("a.svg", DRAWINGS[name]))
    assert after.tobytes() == before.tobytes()
    assert len(set(after.resize((48, 32)).tobytes())) > 3, "there is something to be seen"
    assert asked == []


@pytest.mark.parametrize("name", DRAWINGS)
def test_paper_and_browser_show_it_alike(name: str, page: Page) -> None:
    kept = checked_asset("a.svg", DRAWINGS[name])
    paper, _ = printed(kept)
    assert alike(paper, shown(page, kept))


def shown(page: Page, content: bytes, width: int = 240, height: int = 160) -> Image.Image:
    """A picture in a browser, as large as on paper."""
    page.set_viewport_size({"width": width, "height": height})
    address = f"data:image/svg+xml;base64,{base64.b64encode(content).decode()}"
    look = f"display:block;width:{width}px;height:{height}px"
    page.set_content(f'<body style="margin:0"><img alt="" style="{look}" src="{address}">')
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


@pytest.mark.parametrize("name", DRAWINGS)
def test_opened_as_a_page_it_asks_for_nothing_and_runs_nothing(name: str, page: Page, tmp_path: Path) -> None:
    file = tmp_path / "drawing.svg"
    file.write_bytes(checked_asset("a.svg", DRAWINGS[name]))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert page.evaluate("document.querySelectorAll('script').length") == 0
    assert page.evaluate("document.documentElement.namespaceURI") == "http://www.w3.org/2000/svg"


def test_the_browser_would_have_shown_it(browser: Browser, tmp_path: Path) -> None:
    """Control for the test above: the same file before it is refused does run its script and does ask."""
    file = tmp_path / "hostile.svg"
    script = "<script>document.documentElement.setAttribute('class', 'ran')</script>"
    file.write_bytes(svg(f'{script}<image href="http://picture.example/x.png" width="1" height="1"/>'))
    asked: list[str] = []
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.getAttribute('class')") == "ran"
    assert "http://picture.example/x.png" in asked


def test_the_nearer_style_wins() -> None:
    kept = checked_asset(
        "a.svg",
        svg(
            "<style>.a{fill:red;stroke:red}.b{fill:lime}</style>"
            '<path class="b a" fill="blue" stroke="blue" opacity=".5" style="fill:teal" d="M0 0h1"/>'
            '<path class="b a" fill="blue" d="M0 0h1"/>'
        ),
    ).decode()
    assert 'fill="teal" opacity=".5" stroke="red"' in kept
    assert 'fill="lime" stroke="red"' in kept
    assert "style" not in kept


def test_names_that_nothing_refers_to_go_and_title_and_description_stay() -> None:
    kept = checked_asset("a.svg", svg('<title>A &lt;b&gt;</title><desc>two\n  lines</desc><g id="body" class="x"/>'))
    assert kept == (
        b'<svg xmlns="http://www.w3.org/2000/svg" height="10" viewBox="0 0 10 10" width="10">\n'
        b"<title>A &lt;b&gt;</title>\n<desc>two lines</desc>\n<g/>\n</svg>\n"
    )


def test_a_drawing_of_no_size_takes_that_of_its_view_box() -> None:
    kept = checked_asset("a.svg", svg("", 'viewBox="0,0 30,20" width="100%"'))
    assert b'height="20" viewBox="0 0 30 20" width="30"' in kept


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("M1-2.5.5", None),
        ("M1-2 3.5.5", "M 1 -2 3.5 .5"),
        ("m0,0a1 1 0 011 1", "m 0 0 a 1 1 0 0 1 1 1"),
        ("M0 0A1 1 0 1,0-1-1Z", "M 0 0 A 1 1 0 1 0 -1 -1 Z"),
        ("M0 0A1 1 0 2 0 1 1", None),
        ("M1e2 1E-2z", "M 1e2 1E-2 z"),
        ("M0 0 L", None),
        ("M0 0 Z 1", None),
        ("M0 0 1 1,", None),
    ],
)
def test_paths_are_written_apart(path: str, written: str | None) -> None:
    from renderers.assets.svg.path_data import is_path

    assert is_path(path) == written
