"""Content as the fields of a form: each with its path, under which it is posted again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from web_editor.forms.shape import Entry, below


@dataclass(frozen=True)
class Drawn:
    """An entry with what stands in it: a `value`, what is `inside` a group, or `rows`; of a grid the `columns`."""

    entry: Entry
    path: str
    value: str = ""
    inside: tuple[Drawn, ...] = ()
    rows: tuple[Drawn, ...] = ()
    columns: tuple[str, ...] = ()


def draw(entry: Entry, content: Any, above: str = "") -> Drawn:
    """An entry and all inside it; content of another form than the entry's counts as none."""
    path = below(above, entry.name) if entry.name else above
    match entry.kind:
        case "group":
            return Drawn(entry, path, inside=_inside(entry, content, path))
        case "rows":
            rows = enumerate(content if _is_list(content) else ())
            return Drawn(entry, path, rows=tuple(_row(entry, it, below(path, at)) for at, it in rows))
        case "values":
            rows = enumerate(content if _is_list(content) else ())
            return Drawn(entry, path, rows=tuple(_value(entry.entries[0], it, below(path, at)) for at, it in rows))
        case "pairs":
            return Drawn(entry, path, rows=tuple(_pairs(entry, content, path)))
        case "grid":
            return _grid(entry, content, path)
    return _value(entry, content, path)


def text_of(value: Any) -> str:
    """A value as a field shows it."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() | int() | Decimal():
            return str(value)
    return ""


def _value(entry: Entry, content: Any, path: str) -> Drawn:
    return Drawn(entry, path, value=text_of(content))


def _inside(entry: Entry, content: Any, path: str) -> tuple[Drawn, ...]:
    found = content if isinstance(content, Mapping) else {}
    return tuple(draw(it, found.get(it.name), path) for it in entry.entries)


def _row(entry: Entry, content: Any, path: str) -> Drawn:
    return Drawn(entry, path, inside=_inside(entry, content, path))


def _pairs(entry: Entry, content: Any, path: str) -> list[Drawn]:
    """Each pair as a row of its key and its value."""
    found = content if isinstance(content, Mapping) else {}
    key, value = (Entry("key", "line"), Entry("value", "lines" if entry.entries else "line"))
    return [
        Drawn(
            entry,
            below(path, at),
            inside=(_value(key, name, f"{path}/{at}/key"), _value(value, it, f"{path}/{at}/value")),
        )
        for at, (name, it) in enumerate(found.items())
    ]


def _grid(entry: Entry, content: Any, path: str) -> Drawn:
    held: Mapping[str, Any] = content if isinstance(content, Mapping) else {}
    found: dict[str, Mapping[str, Any]] = {name: it for name, it in held.items() if isinstance(it, Mapping)}
    columns = tuple(found)
    keys = list(dict.fromkeys(key for column in found.values() for key in column))
    rows = tuple(
        Drawn(
            entry,
            key,
            value=key,
            inside=tuple(_value(entry, found[it].get(key), below(below(path, it), key)) for it in columns),
        )
        for key in keys
    )
    return Drawn(entry, path, rows=rows, columns=columns)


def _is_list(content: Any) -> bool:
    return isinstance(content, Sequence) and not isinstance(content, str)
