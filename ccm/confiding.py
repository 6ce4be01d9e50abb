"""What a process confides to its children and to nobody else: the addresses of databases, with the passwords in them.

It is kept in memory and travels through the pipes that children get their work by, so that it stands in no file, on no
command line and in no log.
"""

from __future__ import annotations

from collections.abc import Mapping

_confided: dict[str, str] = {}


def confide(name: str, value: str) -> None:
    """Let children know something; what was known by that name before is forgotten."""
    _confided[name] = value


def confided(name: str) -> str | None:
    """What this process or the one that started it knows by a name."""
    return _confided.get(name)


def all_confided() -> dict[str, str]:
    """Everything that a child has to be told."""
    return dict(_confided)


def receive(told: Mapping[str, str]) -> None:
    """What a child does with what it was told."""
    _confided.update(told)
