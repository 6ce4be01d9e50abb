"""How much a test does: samples of the big sets in `make test`, everything in `make evidence`."""

from __future__ import annotations

import os

FULL = os.environ.get("CCM_FULL") == "1"
"""Set by `make evidence`."""


def scaled(sample: int, full: int) -> int:
    """The `full` number when evidence is collected, a quick `sample` of it otherwise."""
    return full if FULL else sample
