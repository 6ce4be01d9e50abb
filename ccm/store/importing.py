"""Importing files: what they hold is saved as drafts, all of it or nothing.  No approval ever comes in with a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ccm.store.actor import Actor, renewed
from ccm.store.home import Home
from ccm.store.saving import Delivered, Saved, keep
from ccm.store.unpacking import unpacked
from content_blocks.problem import Collector, Problem, Refused, refuse
from templates_store.folders import FileOfItem, items_in


def import_archive(home: Home, by: Actor, content: bytes, now: datetime | None = None) -> list[Saved]:
    """Save every item of a library's folder that comes as a ZIP; raises Refused as `import_folder` does."""
    with unpacked(content) as root:
        return _import(home, by, list(items_in(root)), "", now)


def import_folder(home: Home, by: Actor, root: Path, now: datetime | None = None) -> list[Saved]:
    """Save every item of a library's folder; raises Refused with everything that is wrong with any of them."""
    return _import(home, by, list(items_in(root)), str(root), now)


def _import(home: Home, by: Actor, found: list[FileOfItem], shown: str, now: datetime | None) -> list[Saved]:
    if not found:
        raise refuse(shown, "nothing-to-import")
    with home.turn(now) as turn:
        collect, by_now = Collector(), renewed(turn.session, home.organisation, by)

        def keep_one(item: FileOfItem) -> Saved:
            return keep(turn, by_now, Delivered(item.kind, item.name, item.text, item.files, item.file), "import")

        saved = [collect("", lambda item=item: keep_one(item), Problem.within) for item in found]  # type: ignore[misc]
        if collect.problems:
            raise Refused(collect.problems)
        kept = [entry for entry in saved if entry]
        turn.log("imported", by.id, items=len(kept), new=sum(entry.new for entry in kept))
        return kept
