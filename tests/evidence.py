"""Figures that tests take down while they run, for `make evidence` to put into docs/evidence.md."""

from __future__ import annotations

import json
from pathlib import Path

NOTES = Path(__file__).parent.parent / "build" / "evidence" / "notes.jsonl"


def note(subject: str, **figures: str | int | float) -> None:
    """Take down what a test measured under a `subject` such as "kill test": seeds, counts, rates, with their unit.

    One line at a time, so that tests running side by side do not write into each other's.
    """
    NOTES.parent.mkdir(parents=True, exist_ok=True)
    with NOTES.open("a") as notes:
        notes.write(json.dumps({"subject": subject, **figures}) + "\n")
