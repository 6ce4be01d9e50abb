"""One run at a time in a folder: a POSIX lock, which the system takes back when its holder dies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ccm.batch.folder import RunFolder
from content_blocks.problem import refuse


@contextmanager
def locked(path: Path) -> Iterator[RunFolder]:
    """The run folder, made if it is not there, for this process alone; refused where another one works in it.

    A folder with anything in it but a run is refused: a run must be able to say that nothing else is there.
    """
    folder = RunFolder(path.resolve())
    if not folder.run.exists() and path.exists():
        _refuse_strangers(folder)
    folder.state.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder.lock, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise refuse(str(path), "run-in-use") from None
    try:
        yield folder
    finally:
        lock.release()


def in_use(folder: RunFolder) -> bool:
    """Whether some process works in the folder right now."""
    if not folder.lock.exists():
        return False
    try:
        with FileLock(folder.lock, timeout=0):
            return False
    except Timeout:
        return True


def _refuse_strangers(folder: RunFolder) -> None:
    if not folder.path.is_dir():
        raise refuse(str(folder.path), "folder-is-a-file")
    if any(path not in (folder.state, folder.input) for path in folder.path.iterdir()):
        raise refuse(str(folder.path), "folder-not-empty")
