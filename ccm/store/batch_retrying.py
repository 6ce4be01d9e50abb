"""A corrected file for a batch: kept, looked at, and only then rendered; what has its outcome is never sent twice."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import file_digest
from pathlib import Path

from ccm.batch.records import Record
from ccm.batch.retry_plan import RetryPlan, plan_retry
from ccm.batch.snapshot import pinned
from ccm.store.actor import Actor, renewed
from ccm.store.batch_columns import dictionary_of
from ccm.store.batches import ENDINGS, Batch, batch, corrected_data, day_of, launch, run_folder, settled
from ccm.store.home import Home
from content_blocks.dictionary import compile_reader, nest
from content_blocks.problem import Problem, Refused, refuse

PENDING = "pending"
"""What a corrected file is called until somebody says that it is to be rendered."""


@dataclass(frozen=True)
class Pending:
    """A corrected file that waits, by its hash, and what would become of its rows."""

    data: str
    plan: RetryPlan


def place_for_data(home: Home, name: str, media_type: str) -> Path:
    """Where a corrected file belongs; raises Refused while the batch is at work, and for data of another kind."""
    settled(home, name)
    ending = ENDINGS.get(media_type.partition(";")[0].strip().lower())
    if ending is None:
        raise refuse("", "data-kind", expected=", ".join(ENDINGS))
    return run_folder(home, name).path.parent / f"{PENDING}.{ending}"


def keep_last(home: Home, name: str) -> None:
    """Let the file that came last be the only one that waits: of two that came at once, one stays."""
    for other in _waiting(home, name)[1:]:
        other.unlink(missing_ok=True)


def pending(home: Home, name: str) -> Pending:
    """The corrected file that waits, looked at; raises Refused where there is none, or none that could be read.

    It may be as long as a batch's data: it is read once, and again only when it or what is held back is another.
    """
    path = _pending(home, name)
    try:
        state = path.stat()
        as_it_is = (state.st_ino, state.st_mtime_ns, state.st_size, len(run_folder(home, name).supplements()))
        return _looked_at(home, name, path, as_it_is)
    except FileNotFoundError:  # somebody else has just begun with it, or forgotten it
        raise refuse("", "not-there") from None


@lru_cache(maxsize=8)
def _looked_at(home: Home, name: str, path: Path, _as_it_is: tuple[int, ...]) -> Pending:
    found = batch(home, name)
    dictionary = dictionary_of(home, found.ordered.template, day_of(found))
    readers = {text: compile_reader(dictionary, text=text, ignore_unknown=text) for text in (True, False)}

    def check(record: Record, text: bool) -> tuple[Problem, ...]:
        try:
            readers[text](nest(record) if text else record)
        except Refused as refused:
            return refused.problems
        return ()

    return Pending(_hash(path), plan_retry(run_folder(home, name).path, path, check))


def retry_pending(home: Home, by: Actor, name: str, data: str, now: datetime | None = None) -> Batch:
    """Render the held rows of the file that waits, in a process of its own.

    `data` is the hash of what was looked at: another file by now is refused, as is one that `pending` has anything
    against, and a batch that is at work.
    """
    ordered = settled(home, name).ordered
    found, path = pending(home, name), _pending(home, name)
    if found.data != data:
        raise refuse("", "edited-meanwhile")
    if found.plan.against:
        raise Refused(found.plan.against)
    first = run_folder(home, name)
    with home.turn(now) as turn:
        acting = renewed(turn.session, home.organisation, by)
        if not acting.operates("template", ordered.template):
            raise refuse("", "role-missing-for", role="operator")
        turn.log("batch-corrected", by.id, batch=name, template=ordered.template, rows=found.plan.again)
        kept = _taken(path, corrected_data(home, name, path.suffix), data)
    columns = ["--as-fields"] if found.plan.as_fields or not pinned(first).input.columns else []
    return launch(home, name, ["retry", "--data", str(kept), *columns, "--", str(first.path)])


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _taken(path: Path, kept: Path, data: str) -> Path:
    """The file that waits, where it is to be kept; raises Refused where somebody else has just taken it, or put
    another one into its place since it was looked at, which goes on waiting."""
    try:
        path.rename(kept)
    except FileNotFoundError:
        raise refuse("", "edited-meanwhile") from None
    if _hash(kept) != data:
        kept.rename(path)
        raise refuse("", "edited-meanwhile")
    return kept


def drop_pending(home: Home, name: str) -> None:
    """Forget the file that waits."""
    _pending(home, name).unlink(missing_ok=True)


def _pending(home: Home, name: str) -> Path:
    found = next(iter(_waiting(home, name)), None)
    if found is None:
        raise refuse("", "not-there")
    return found


def _waiting(home: Home, name: str) -> list[Path]:
    """The one that came last, then those whose place it takes."""
    folder = run_folder(home, name).path.parent
    came: list[tuple[int, Path]] = []
    for path in (folder / f"{PENDING}.{ending}" for ending in ENDINGS.values()):
        with suppress(FileNotFoundError):
            came.append((path.stat().st_mtime_ns, path))
    return [path for _, path in sorted(came, reverse=True)]
