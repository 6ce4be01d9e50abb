"""Attacks that are scripts: read from files in which each has its name, what it tries, and the guards it meets.

//# NAME
// WHAT IT TRIES
//? TEMPLATE: GUARD, GUARD
//= WAY
the code of this way
"""

from __future__ import annotations

from pathlib import Path

from tests.web_editor.attacks.desk import Desk
from tests.web_editor.attacks.mechanism import Attempt, Mechanism

HERE = Path(__file__).parent


def script(code: str) -> Attempt:
    """Runs some code in the page; what it throws is its own affair."""

    def attempt(desk: Desk) -> None:
        desk.run(f"try {{\n{code}\n}} catch (error) {{ if (!(error instanceof Error)) throw error }}")

    return attempt


def read(name: str) -> tuple[Mechanism, ...]:
    """The mechanisms in a file."""
    _, *parts = (HERE / name).read_text(encoding="utf-8").split("//# ")
    return tuple(map(_mechanism, parts))


def _mechanism(part: str) -> Mechanism:
    head, *ways = part.split("//= ")
    name, tries, meets = (line.removeprefix("//?").removeprefix("//").strip() for line in head.strip().split("\n"))
    template, _, guards = meets.partition(": ")
    variants = {way.partition("\n")[0]: script(way.partition("\n")[2]) for way in ways}
    return Mechanism(name, tries, "browser", tuple(guards.split(", ")), variants, template)
