"""A run in a process of its own, to be killed: `python -m tests.ccm.batch.session run|resume FOLDER DATA`."""

from __future__ import annotations

import sys
from pathlib import Path

from ccm.batch.run import resume, run
from ccm.batch.stop import Stopped
from tests.ccm.batch.samples import job, prepare


def say(done: int, expected: int | None, quarantined: int) -> None:
    """One line for each commit, so that a test knows where the run is."""
    sys.stdout.write(f"{done} {expected} {quarantined}\n")
    sys.stdout.flush()


def main(verb: str, out: str, data: str) -> int:
    """Run or resume with two workers; the exit code tells how it ended."""
    try:
        if verb == "run":
            run(Path(out), [Path(data)], job(), workers=2, progress=say)
        else:
            resume(Path(out), prepare, workers=2, progress=say)
    except Stopped as stopped:
        return stopped.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
