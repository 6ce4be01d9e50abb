"""The folder the engine works in: the program, a brand's tokens and files, stored pictures, all read only, and one
document at a time; nothing else.

The engine opens files again at each compilation and would follow `..` within its root, so all there is to open are
these, under names made here.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import tempfile
import time
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from content_blocks.theme import Brand
from renderers.pdf.assets import media_type

PROGRAM = Path(__file__).with_name("program")
PREFIX, HELD = "ccm-typst-", "held"
"""What the folders' names begin with, and the file in each that its process keeps locked as long as it lives."""

YOUNG = 60.0
"""Seconds in which a folder may be without its lock, since somebody is just making it."""

ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}


class Snapshot:
    """A folder of its own, gone with the last who uses it; `pictures` are the names of its pictures by their hash."""

    def __init__(self, brand: Brand, tokens: Mapping[str, Any], assets: Mapping[str, bytes]) -> None:
        clear_away()
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX)).resolve()
        held = (self.folder / HELD).open("wb")
        self._ended = weakref.finalize(self, _end, self.folder, held)
        fcntl.flock(held, fcntl.LOCK_EX)
        self.pictures = {digest: f"assets/{digest}.{_ending(content)}" for digest, content in assets.items()}
        files = {self.pictures[digest]: content for digest, content in assets.items()}
        for name, content in (*_program(), *brand.files.items(), *files.items()):
            _write(self.folder / name, content)
        _write(self.folder / "theme.json", json.dumps(tokens, sort_keys=True).encode())
        for path in self.folder.rglob("*"):
            path.chmod(0o555 if path.is_dir() else 0o444)

    def put(self, letter: str) -> None:
        """Lays a document beside the program, in the place of the last one.

        As a file, not as an input of the program: that would be part of everything the engine remembers, so that it
        could use nothing again for the next letter, though most of its words are the same.
        """
        (self.folder / "letter.json").write_text(letter, "utf-8")

    @property
    def program(self) -> Path:
        """The program's main file."""
        return self.folder / "letter.typ"

    @property
    def fonts(self) -> Path:
        """The folder of the brand's fonts."""
        return self.folder / "fonts"


def clear_away() -> None:
    """Removes the folders of processes that were killed: nobody else does."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):  # another user's, or gone meanwhile
            if folder.stat().st_uid == os.getuid() and _abandoned(folder / HELD):
                _remove(folder)


def _abandoned(held: Path) -> bool:
    if time.time() - held.stat().st_mtime < YOUNG:
        return False
    with held.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _program() -> Iterator[tuple[str, bytes]]:
    return ((path.name, path.read_bytes()) for path in sorted(PROGRAM.glob("*.typ")))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _ending(content: bytes) -> str:
    return ENDINGS.get(media_type(content), "bin")


def _end(folder: Path, held: IO[bytes]) -> None:
    held.close()
    _remove(folder)


def _remove(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder, ignore_errors=True)
