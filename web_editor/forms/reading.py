"""What was posted, as content again: what nobody touched keeps its very value, and what no field shows stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from content_blocks.problem import refuse
from web_editor.forms.drawing import text_of
from web_editor.forms.shape import COUNT, STEP, Entry, below

Posted = Mapping[str, str]
MOST = 5000
"""Rows of a list; a data dictionary allows no more by itself."""


class _Absent:
    """Nothing: an optional field that was left empty."""


ABSENT = _Absent()


def read(entry: Entry, posted: Posted, before: Any = None, above: str = "") -> Any:
    """The content of an entry, ABSENT for an optional one with nothing in it.

    `before` is what stood there.  Raises Refused for more rows than a list can have.
    """
    path = below(above, entry.name) if entry.name else above
    match entry.kind:
        case "group":
            return _or_absent(entry, _group(entry, posted, before, path))
        case "rows":
            found = [_group(entry, posted, _at(before, it), below(path, it)) for it in range(_count(posted, path))]
            return _or_absent(entry, found) if before is None else found
        case "values":
            return [
                _value(entry.entries[0], posted, _at(before, it), below(path, it)) for it in range(_count(posted, path))
            ]
        case "pairs":
            return _pairs(posted, path)
        case "grid":
            return _grid(posted, path)
    found = _value(entry, posted, before, path)
    return ABSENT if found == "" and not entry.required else found


def _group(entry: Entry, posted: Posted, before: Any, path: str) -> dict[str, Any]:
    """What stands in the fields of a group; what it held besides stays, and so does the order."""
    stood: Mapping[str, Any] = before if isinstance(before, Mapping) else {}
    known = {it.name: read(it, posted, stood.get(it.name), path) for it in entry.entries}
    return {name: value for name, value in {**stood, **known}.items() if value is not ABSENT}


def _or_absent(entry: Entry, found: Any) -> Any:
    return ABSENT if not found and not entry.required else found


def _value(entry: Entry, posted: Posted, before: Any, path: str) -> Any:
    text = posted.get(path, "").replace("\r\n", "\n")
    if entry.kind != "lines":
        text = text.strip()
    if before is not None and text == text_of(before):
        return before
    match entry.kind:
        case "flag":
            return {"true": True, "false": False}.get(text, text)
        case "number" if text.removeprefix("-").isdecimal() and len(text) < 16:
            return int(text)
        case "colour":
            return text.lower()
        case "choice":
            return next((it.value for it in entry.options if str(it.value) == text), text)
    return text


def _pairs(posted: Posted, path: str) -> dict[str, str]:
    """A map of what was posted; a pair with nothing in it is none."""
    found: dict[str, str] = {}
    for at in range(_count(posted, path)):
        key = posted.get(f"{path}/{at}/key", "").strip()
        value = posted.get(f"{path}/{at}/value", "").replace("\r\n", "\n").strip()
        if key or value:
            found[key] = value
    return found


def _grid(posted: Posted, path: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, value in posted.items():
        if name.startswith(f"{path}{STEP}"):
            column, _, key = name.removeprefix(f"{path}{STEP}").partition(STEP)
            words = found.setdefault(column, {})
            if value.strip():
                words[key] = value.strip()
    return found


def _count(posted: Posted, path: str) -> int:
    text = posted.get(below(path, COUNT), "0")
    if not text.isdecimal() or len(text) > len(str(MOST)) or int(text) > MOST:
        raise refuse(path, "request-form", kind="list")
    return int(text)


def _at(before: Any, place: int) -> Any:
    return before[place] if isinstance(before, list) and place < len(before) else None
