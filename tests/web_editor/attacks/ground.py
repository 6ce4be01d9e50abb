"""Where the attacks happen: the small bank with three templates that have every kind of lock, approved."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

from ccm.store.home import Home
from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from templates_store.choose import Kind
from templates_store.database import open_database
from tests import databases
from tests.ccm.store import world as bank
from tests.ccm.store.world import World
from tests.folders import kept_folder

LIBRARY = Path(__file__).parent / "library"
TEMPLATES = ("fortress", "sealed", "worded")


@cache
def _approved() -> World:
    """The bank with our templates in force, which each attack gets a copy of."""
    made = bank.world("sqlite", kept_folder("attacks"))
    names: list[tuple[Kind, str]] = []
    for kind, pattern in (("block", "blocks/*/*.yaml"), ("template", "templates/*.yaml")):
        for path in sorted(LIBRARY.glob(pattern)):
            name = path.parent.name if kind == "block" else path.stem
            made.save("law", kind, name, write_yaml(stamp(read_yaml(path.read_text()).content, "en")))  # type: ignore[arg-type]
            names.append((kind, name))  # type: ignore[arg-type]
    made.publish("law", *names)
    made.home.database.engine.dispose()
    return made


def ground(folder: Path) -> World:
    """A copy of it in a folder of its own."""
    approved = _approved()
    shutil.copytree(approved.home.place / "keys", folder / "keys")
    address = approved.home.database.engine.url.render_as_string(hide_password=False)
    url = databases.copied(address, folder)
    return World(Home(folder, open_database(url), approved.home.organisation), approved.now)


def content(world: World, template: str) -> dict[str, Any]:
    """What was saved last of a template."""
    return dict(read_yaml(world.text("template", template).decode()).content)
