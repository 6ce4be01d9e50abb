"""Takes pictures of every screen: `python -m scripts.screens FOLDER`; those of the documentation: `--docs`.

In FOLDER there is one for each screen, language, colours and width, to be looked at one by one.  The pictures of the
tutorials are among the same screens: what they show can be seen by whoever follows them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from PIL import Image
from playwright.sync_api import Page

from scripts.screens.bank import Bank, bank
from scripts.screens.happenings import Happened, happen
from scripts.screens.shown import SCREENS, Screen
from tests.chromium import started

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
WIDE, PHONE = (1440, 900), (390, 844)
COLOURS = 192
"""Of the palette that pictures of the documentation have: a third of the bytes, and nobody sees a difference."""


@dataclass(frozen=True)
class Look:
    """How somebody looks at the screens."""

    language: str
    colours: str
    size: tuple[int, int]

    @property
    def name(self) -> str:
        """For the file."""
        return f"{self.language}-{self.colours}-{self.size[0]}"

    def options(self) -> dict[str, object]:
        """For the browser."""
        width, height = self.size
        return {
            "locale": {"en": "en-GB", "de": "de-DE"}[self.language],
            "color_scheme": self.colours,
            "viewport": {"width": width, "height": height},
        }


ALL = [*(Look(*it, WIDE) for it in product(("en", "de"), ("light", "dark"))), Look("de", "light", PHONE)]
LIGHT = Look("en", "light", WIDE)


def taken(there: Bank, happened: Happened, look: Look, screens: list[Screen]) -> Iterator[tuple[Screen, Page]]:
    """Each screen as it stands, by whom it is looked at."""
    for login in dict.fromkeys(it.login for it in screens):
        with there.as_seen_by(login, **look.options()) as page:
            for screen in (it for it in screens if it.login == login):
                screen.open(page, happened)
                yield screen, page


def everything(there: Bank, happened: Happened, folder: Path, only: str) -> None:
    """All screens in all looks."""
    screens = [it for it in SCREENS if only in it.name]
    with click.progressbar(length=len(ALL) * len(screens), label="screens", file=sys.stderr) as bar:
        for look in ALL:
            for screen, page in taken(there, happened, look, screens):
                page.screenshot(path=folder / f"{screen.name}-{look.name}.png", full_page=screen.whole)
                bar.update(1)


def documented(there: Bank, happened: Happened) -> None:
    """Those that the documentation shows, in English on a light ground."""
    for screen, page in taken(there, happened, LIGHT, [it for it in SCREENS if it.picture]):
        picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
        picture.quantize(COLOURS).save(DOCS / screen.picture, optimize=True)


def main() -> None:
    """Take them."""
    parser = argparse.ArgumentParser(prog="python -m scripts.screens", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", help="where pictures of all screens go")
    parser.add_argument("--docs", action="store_true", help="take the pictures of the documentation again")
    parser.add_argument("--only", default="", help="screens whose name has this in it")
    options = parser.parse_args()
    if not (options.folder or options.docs):
        parser.error("name a folder, or --docs")
    with TemporaryDirectory() as place, started() as browser, bank(Path(place), browser) as there:
        print("screens: what there is to see is being made …", file=sys.stderr)
        happened = happen(there)
        if options.docs:
            documented(there, happened)
        if options.folder:
            options.folder.mkdir(parents=True, exist_ok=True)
            everything(there, happened, options.folder, options.only)


if __name__ == "__main__":
    main()
