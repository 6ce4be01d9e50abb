"""Reading revisions back: items from their parsed content, files from their blobs.

What was parsed once is kept by its content, so that ten thousand templates that share a clause read it once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from sqlmodel import Session

from content_blocks.theme import Brand
from templates_store.choose import Kind
from templates_store.item_files import Loaded, read_source
from templates_store.parsing import Parsed, file_of, reread
from templates_store.tables import Blob, Revision

KEPT = 4096
"""How many items stay parsed."""
BRANDS = 32
"""How many brands stay loaded, with their fonts."""
_brands: dict[str, Brand] = {}


def revision(session: Session, number: int | str) -> Revision:
    """A revision by its number, which has to be one; a session keeps those it has seen, since none ever changes."""
    kept: dict[int, Revision] = session.info.setdefault("revisions", {})
    found = kept.get(int(number)) or session.get(Revision, int(number))
    assert found is not None
    if len(kept) >= KEPT:
        kept.pop(next(iter(kept)))
    kept[int(number)] = found
    return found


def loaded(session: Session, found: Revision, kind: Kind) -> Loaded[Any]:
    """A revision as its item, with where its lines are once somebody asks."""
    shown = file_of(kind, found.name, found.version)
    return Loaded(
        item_of(kind, found.content), found.hash, shown, lambda: read_source(source_of(session, found), shown)
    )


def parsed(found: Revision) -> Parsed:
    """A revision as it was read when it was saved."""
    kind: Kind = found.kind  # type: ignore[assignment]
    item = None if kind in ("asset", "persona") else item_of(kind, found.content)
    return Parsed(kind, found.name, found.version, found.hash, json.loads(found.content), item)


@lru_cache(maxsize=KEPT)
def item_of(kind: Kind, content: str) -> Any:
    """The item of some stored content."""
    return reread(kind, json.loads(content))


def brand(session: Session, found: Revision) -> Brand:
    """A theme with its files; its hash is over all of them, so what has the same hash is the same brand."""
    if found.hash not in _brands:
        theme = item_of("theme", found.content)
        files = files_of(session, found)
        if len(_brands) >= BRANDS:
            _brands.pop(next(iter(_brands)))
        _brands[found.hash] = Brand(theme, {name: files[name] for name in theme.file_names()})
    return _brands[found.hash]


def source_of(session: Session, found: Revision) -> bytes:
    """The text of an item as it was delivered."""
    return blob(session, found.organisation, found.source)


def files_of(session: Session, found: Revision) -> dict[str, bytes]:
    """The files that lie beside an item."""
    names: Mapping[str, str] = json.loads(found.files)
    return {name: blob(session, found.organisation, digest) for name, digest in names.items()}


def blob(session: Session, organisation: str, digest: str) -> bytes:
    """Bytes by their hash."""
    found = session.get(Blob, (organisation, digest))
    assert found is not None
    return found.content


def dates_of(found: Revision) -> tuple[date | None, date | None]:
    """The days a version says it is for, open where it says nothing."""
    dates = json.loads(found.content).get("effective", {})
    start, until = dates.get("from"), dates.get("until")
    return (date.fromisoformat(start) if start else None, date.fromisoformat(until) if until else None)
