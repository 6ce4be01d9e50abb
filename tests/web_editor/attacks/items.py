"""Items brought in past the editor: by the API, as a library's folder, as an archive, by the command line."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ccm.store.importing import import_folder
from content_blocks.problem import Refused
from content_blocks.yaml_source import write_yaml
from tests.web_editor.attacks.client import Client
from tests.web_editor.attacks.ground import content
from tests.web_editor.attacks.mechanism import Attempt

Content = dict[str, Any]
Change = Callable[[Content], None]
Way = Callable[[Client, str, str], None]

LOCK = ("saving", "classes")


def lists(value: Any) -> Iterator[list[Any]]:
    """Every list of blocks in a template."""
    for name in ("header_next", "body", "footer"):
        if value.get(name) is not None:
            yield from _lists(value[name])


def _lists(blocks: list[Any]) -> Iterator[list[Any]]:
    yield blocks
    for block in blocks:
        if "blocks" in block:
            yield from _lists(block["blocks"])
        for cell in block.get("cells", ()):
            yield from _lists(cell)


def held(template: Content, name: str) -> tuple[list[Any], int]:
    """The list that a block stands in, and its place there."""
    return next((blocks, at) for blocks in lists(template) for at, block in enumerate(blocks) if block["id"] == name)


def block(template: Content, name: str) -> Content:
    """A block."""
    blocks, at = held(template, name)
    found: Content = blocks[at]
    return found


def put(client: Client, template: str, text: str) -> None:
    """By the API, as an item."""
    client.put_item("template", template, text)


def packed(client: Client, template: str, text: str) -> None:
    """As an archive over HTTP."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr(f"templates/{template}.yaml", text)
    kind = {"Content-Type": "application/zip"}
    client.answer = client.http.post("/api/v1/library", content=archive.getvalue(), headers=kind)


def in_a_folder(client: Client, template: str, text: str) -> None:
    """As a folder, by what `ccm library import` does."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "templates" / f"{template}.yaml"
        place.parent.mkdir()
        place.write_text(text)
        with suppress(Refused):
            import_folder(client.world.home, client.world.who("bob"), Path(folder))


def brought(change: Change, way: Way = put, template: str = "fortress", version: str = "1.1") -> Attempt:
    """Brings in a template with something changed in it."""

    def attempt(client: Client) -> None:
        made = copy.deepcopy(content(client.world, template))
        change(made)
        way(client, template, write_yaml({**made, "version": version}))

    return attempt


def fields(name: str, **values: Any) -> Change:
    """Other fields of a block; None takes one away."""

    def change(template: Content) -> None:
        found = block(template, name)
        for key, value in values.items():
            found.pop(key.rstrip("_"), None)
            if value is not None:
                found[key.rstrip("_")] = value

    return change


def own(**values: Any) -> Change:
    """Other fields of the template itself."""
    return lambda template: template.update({key.rstrip("_"): value for key, value in values.items()})


def removed(name: str) -> Change:
    """Without a block."""

    def change(template: Content) -> None:
        blocks, at = held(template, name)
        del blocks[at]

    return change


def wrapped(name: str) -> Change:
    """With a group around a block that never holds."""

    def change(template: Content) -> None:
        blocks, at = held(template, name)
        blocks[at] = {"type": "group", "id": "hiding", "when": "days > 999999", "blocks": [blocks[at]]}

    return change


def swapped(one: str, other: str) -> Change:
    """With two blocks in each other's place."""

    def change(template: Content) -> None:
        (first, here), (second, there) = held(template, one), held(template, other)
        first[here], second[there] = second[there], first[here]

    return change


def moved(name: str, to: Callable[[Content], list[Any]]) -> Change:
    """With a block at another place."""

    def change(template: Content) -> None:
        blocks, at = held(template, name)
        to(template).append(blocks.pop(at))

    return change


def unwrapped(template: Content) -> None:
    """Without the group around the locked blocks."""
    blocks, at = held(template, "cases")
    blocks[at : at + 1] = blocks[at]["blocks"]


def again(template: Content) -> None:
    """With a second use of a clause."""
    template["body"].append({"type": "clause", "id": "notice-2", "block": "notice", "follow": "approved"})
