"""A run in a process of its own, to be killed: `python -m tests.ccm.batch.session VERB FOLDER DATA BUNDLE`.

The verb is `run`, `resume` or `dry`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ccm.batch.dry_run import dry_run
from ccm.batch.run import Progress, resume, run
from ccm.batch.snapshot import Options
from ccm.batch.stop import Stopped
from tests.ccm.batch.samples import job, prepare


def say(done: int, expected: int | None, quarantined: int) -> None:
    """One line for each commit, so that a test knows where the run is."""
    sys.stdout.write(f"{done} {expected} {quarantined}\n")
    sys.stdout.flush()


def no_check(_: object) -> None:
    """Finds nothing wrong."""


@contextmanager
def told() -> Iterator[Progress]:
    """The lines, for a dry run."""
    yield say


def main(verb: str, out: str, data: str, bundle: str) -> int:
    """Run or resume with two workers; the exit code tells how it ended.  `bundle`: rows to a shard, 0 for files."""
    try:
        if verb == "dry":
            tempfile.tempdir = out
            dry_run([Path(data)], job(), lambda *_: no_check, told, sample=1_000, workers=2)
        elif verb == "run":
            run(Path(out), [Path(data)], job(), options=Options(bundle=int(bundle) or None), workers=2, progress=say)
        else:
            resume(Path(out), prepare, workers=2, progress=say)
    except Stopped as stopped:
        return stopped.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
