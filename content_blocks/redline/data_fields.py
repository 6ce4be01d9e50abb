"""The fields of two data dictionaries: came, went, changed; and renamed, where there is no doubt about it."""

from __future__ import annotations

from collections.abc import Iterator

from content_blocks.dictionary import Dictionary, Field
from content_blocks.redline.model import Entry, Label, change_of
from content_blocks.redline.values import fields_that_differ

_FIELD = Label("Field", "Feld")


def entries_of_fields(before: Dictionary, after: Dictionary) -> Iterator[Entry]:
    """An entry for each field that is not as it was, in the order of the later dictionary, those that went last."""
    renamed = _renamed(before, after)
    was = {new: old for old, new in renamed.items()}
    for path in after.paths():
        old = before.field(was.get(path, path))
        found = tuple(fields_that_differ(old, after.field(path), "", Label("", ""), frozenset({"fields"})))
        renamed_from = was[path] if _is_renamed_itself(path, was) else None
        if old is None or found or renamed_from:
            change = change_of(old, path)
            yield Entry(f"fields.{path}", _FIELD, path, change, renamed=renamed_from, differences=found)
    for path in before.paths():
        if path not in renamed and after.field(path) is None:
            found = tuple(fields_that_differ(before.field(path), None, "", Label("", ""), frozenset({"fields"})))
            yield Entry(f"fields.{path}", _FIELD, path, "removed", differences=found)


def _is_renamed_itself(path: str, was: dict[str, str]) -> bool:
    """Whether it is this field that has another name, and not one around it only."""
    return path in was and was[path].rpartition(".")[2] != path.rpartition(".")[2]


def _renamed(before: Dictionary, after: Dictionary) -> dict[str, str]:
    """Old and new paths of the fields that have another name and nothing else, and those inside them.

    It is certain where a field went and came in one place with the very same definition, label included, and no other
    such field came or went there.
    """
    gone = {path: field for path in before.paths() if (field := before.field(path)) and not after.field(path)}
    came = {path: field for path in after.paths() if (field := after.field(path)) and not before.field(path)}
    found: dict[str, str] = {}
    for path, field in gone.items():
        alike = [other for other in came if _same(path, field, other, came[other])]
        rivals = [other for other in gone if _same(path, field, other, gone[other])]
        if len(alike) == 1 and len(rivals) == 1:
            found |= {
                path: alike[0],
                **{inner: alike[0] + inner[len(path) :] for inner in gone if _within(inner, path)},
            }
    return found


def _same(path: str, field: Field, other: str, candidate: Field) -> bool:
    return bool(field.label) and field == candidate and path.rpartition(".")[0] == other.rpartition(".")[0]


def _within(inner: str, path: str) -> bool:
    return inner.startswith((f"{path}.", f"{path}[]."))
