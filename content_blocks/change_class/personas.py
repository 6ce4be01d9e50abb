"""What a change of a template's personas counts as."""

from __future__ import annotations

from collections.abc import Mapping

from content_blocks.change_class.classes import Change, Finding, change_of

_NAMES = frozenset({"name", "title", "note"})


def persona_change(before: Mapping[str, Mapping[str, object]], after: Mapping[str, Mapping[str, object]]) -> Change:
    """What changed in the personas of a template, by name and as plain data.

    What a persona is called decides nothing.  Its record and what is expected of it are a check of the template, so a
    check more, less or other is a rule.
    """
    old, new = ({name: _check(persona) for name, persona in side.items()} for side in (before, after))
    gone = [name for name in old if not _paired(name, old, new)]
    come = [name for name in new if not _paired(name, new, old)]
    return change_of(Finding(name, "rule") for name in dict.fromkeys((*gone, *come)))


def _check(persona: Mapping[str, object]) -> Mapping[str, object]:
    return {key: value for key, value in persona.items() if key not in _NAMES}


def _paired(name: str, here: Mapping[str, object], there: Mapping[str, object]) -> bool:
    """Whether the other side has the same check, under this name or another."""
    same = [check for check in there.values() if check == here[name]]
    return bool(same) and len(same) >= sum(check == here[name] for check in here.values())
