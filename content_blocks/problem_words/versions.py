"""Sentences for version ranges that cannot be read."""

from __future__ import annotations

SENTENCES = {
    "version-range": (
        "This is no version and no range of versions.",
        "Write a major version such as 3, one version such as 3.2, or a range such as >=3.2,<5.",
        "Das ist keine Version und kein Bereich von Versionen.",
        "Schreiben Sie eine Hauptversion wie 3, eine Version wie 3.2 oder einen Bereich wie >=3.2,<5.",
    ),
    "version-range-both-numbers": (
        "After {operator} a version needs both numbers.",
        "Write both, such as {operator}3.2; for whole major versions use >= and <, such as >=3,<5.",
        "Nach {operator} braucht eine Version beide Zahlen.",
        "Schreiben Sie beide, etwa {operator}3.2; für ganze Hauptversionen nehmen Sie >= und <, etwa >=3,<5.",
    ),
    "version-range-empty": (
        "No version can lie within this range.",
        "Check the bounds: the lower one has to come before the upper one.",
        "In diesem Bereich kann keine Version liegen.",
        "Prüfen Sie die Grenzen: Die untere muss vor der oberen kommen.",
    ),
}
