"""Asks veraPDF, the reference validator, whether files are PDF/A (ISO 19005) and PDF/UA (ISO 14289).

The Java virtual machine takes a second to start and a file some 40 ms, so many files belong in one call.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.optional import missing

HOME = Path(__file__).parent.parent / ".validators" / "verapdf"
BOTH = ("3a", "ua1")
"""What every letter has to be at once: PDF/A-3a and PDF/UA-1."""
FILES_A_CALL = 500
"""Keeps the command line well under what the system accepts."""


def violations(files: Sequence[Path], flavours: Sequence[str] = BOTH) -> list[str]:
    """Every broken rule in a readable line; empty when all `files` conform to all `flavours`.

    Skips the test where veraPDF is not set up.
    """
    require_verapdf()
    verdicts: list[dict[str, Any]] = []
    for first in range(0, len(files), FILES_A_CALL):
        verdicts += _validated(files[first : first + FILES_A_CALL], flavours)
    if len(verdicts) != len(files) * len(flavours):
        raise AssertionError(f"veraPDF judged {len(verdicts)} of {len(files) * len(flavours)} cases")
    return [
        f"{Path(verdict['file']).name} {verdict['flavour']} {failed['rule']} ({failed['count']}×): {failed['message']}"
        for verdict in verdicts
        for failed in verdict["failed"]
    ]


def require_verapdf() -> None:
    """Skip the test, or fail where everything is required, unless Java and veraPDF are there."""
    if shutil.which("java") is None:
        missing("veraPDF needs Java: sudo apt-get install default-jdk-headless")
    if not (HOME / "stamp").exists():
        missing("veraPDF is not set up: make validators")


def _validated(files: Sequence[Path], flavours: Sequence[str]) -> list[dict[str, Any]]:
    """One verdict per file and flavour: file, flavour, compliant, failed."""
    classpath = f"{HOME / 'classes'}:{HOME / 'jars'}/*"
    command = ["java", "-cp", classpath, "VeraPdf", ",".join(flavours), *map(str, files)]
    answer = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return [json.loads(line) for line in answer.stdout.splitlines()]
