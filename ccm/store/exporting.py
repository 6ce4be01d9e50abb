"""Exporting: items as files again.  What was delivered as a text comes back as that very text, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ccm.store.access import sees
from ccm.store.actor import Actor
from ccm.store.home import Home
from ccm.store.reviews import filed
from content_blocks.problem import Problem, Refused, refuse
from templates_store import loading
from templates_store.database import Session, case, col, func, select
from templates_store.parsing import file_of
from templates_store.shelf import kind_of
from templates_store.tables import Revision


def export_folder(home: Home, out: Path, only: Iterable[tuple[str, str]] = ()) -> list[Path]:
    """Write what was saved last of every item, or of some, as a library's folder; returns the files.

    A file that is there already and differs is not overwritten: raises Refused, and nothing is written.  So it does
    for an item that nobody ever saved.
    """
    wanted = frozenset(only)
    with home.reading() as session:
        found = newest_of_all(session, home.organisation, wanted)
        _refuse_unknown(wanted - {(it.kind, it.name) for it in found})
        files = dict(_files(session, found))
    return write_files(out, files)


def write_files(out: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files into a folder, all or none; raises Refused where one is in the way that differs."""
    differing = [name for name, content in files.items() if _in_the_way(out / name, content)]
    if differing:
        raise refuse(differing[0], "file-in-the-way")
    for name, content in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return [out / name for name in files]


def exported(home: Home, kind: str, name: str) -> dict[str, bytes]:
    """The files of one item by their place in a library; raises Refused for one that nobody ever saved."""
    with home.reading() as session:
        found = newest_of_all(session, home.organisation, frozenset({(kind, name)}))
        if not found:
            raise refuse("", "item-not-known", kind=kind, name=name)
        return dict(_files(session, found))


def exported_library(home: Home, by: Actor) -> dict[str, bytes]:
    """The files of all items that are any business of somebody, as a library holds them."""
    with home.reading() as session:
        found = [it for it in newest_of_all(session, home.organisation) if sees(by, it.kind, it.name)]
        return dict(_files(session, found))


def exported_review(home: Home, review: str) -> dict[str, bytes]:
    """The files of what a review asks for, as they were submitted; raises Refused where there is none of that id."""
    with home.reading() as session:
        items = filed(session, home.organisation, review).items
        return dict(_files(session, [loading.revision(session, item.revision) for item in items]))


def archive(files: Mapping[str, bytes]) -> bytes:
    """Files in one ZIP, the same bytes for the same files: it holds no clock."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as into:
        for name, file in sorted(files.items()):
            into.writestr(ZipInfo(name), file, ZIP_DEFLATED)
    return content.getvalue()


def newest_of_all(
    session: Session, organisation: str, only: frozenset[tuple[str, str]] = frozenset()
) -> list[Revision]:
    """What was saved last of every item, of content blocks each version; in the order of import."""
    last = (
        select(func.max(Revision.id))
        .where(Revision.organisation == organisation)
        .group_by(col(Revision.kind), col(Revision.name), _apart())
    )
    if only:
        last = last.where(col(Revision.name).in_({name for _, name in only}))
    found = session.exec(select(Revision).where(col(Revision.id).in_(last)).order_by(col(Revision.id)))
    return [it for it in found if not only or (it.kind, it.name) in only]


def _refuse_unknown(missing: Iterable[tuple[str, str]]) -> None:
    problems = [
        Problem(f"{kind} {name}", "item-not-known", {"kind": kind, "name": name}) for kind, name in sorted(missing)
    ]
    if problems:
        raise Refused(problems)


def _apart() -> Any:
    """The version where versions lie beside each other, which only those of content blocks do."""
    return case((col(Revision.kind) == "block", col(Revision.version)), else_="")


def _files(session: Session, found: Iterable[Revision]) -> Iterable[tuple[str, bytes]]:
    for revision in found:
        kind = kind_of(revision.kind)
        path = file_of(kind, revision.name, revision.version)
        yield path, loading.source_of(session, revision)
        for name, content in loading.files_of(session, revision).items():
            yield f"{path.rpartition('/')[0]}/{name}", content


def _in_the_way(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() != content
