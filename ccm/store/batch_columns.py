"""The columns of a batch's data: what they are called, what stands in them, and which fields they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from ccm.batch.folder import read_json, write_json
from ccm.batch.records import open_file
from ccm.batch.records.columns import LOOKED_AT, column_names, refuse_missing, refuse_shared
from ccm.columns import fields_of, guesses
from ccm.libraries import approved_items
from ccm.store.batches import COLUMNS, batch, run_folder
from ccm.store.home import Home
from content_blocks.dictionary import Dictionary, Field
from content_blocks.problem import Problem, Refused, refuse

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column with some of its values, the field that it is said to hold, and whether that needs no second look.

    `field` is what somebody chose, or else a guess; empty for none.
    """

    name: str
    examples: tuple[str, ...]
    field: str
    certain: bool


def dictionary_of(home: Home, template: str, day: date) -> Dictionary:
    """The data dictionary that a template goes by on a day; raises Refused where nothing of it is in force."""
    with home.reading() as session:
        library = approved_items(home, session, day)
        return library.dictionary(library.template(template).item.dictionary).item


def fields(dictionary: Dictionary) -> dict[str, Field]:
    """The fields that a column can be said to hold, by their paths."""
    return {path: field for path in fields_of(dictionary) if (field := dictionary.field(path))}


def columns(home: Home, name: str, dictionary: Dictionary) -> list[Column]:
    """The columns of a batch in their order; raises Refused for data that cannot be read at all."""
    folder = run_folder(home, name).path.parent
    source = open_file(folder / batch(home, name).ordered.data)
    records = [record for _, record in islice(source, LOOKED_AT) if not isinstance(record, Problem)]
    values = {column: [it[column] for it in records if column in it] for column in column_names(source)}
    guessed, chosen = guesses(values, dictionary), chosen_columns(home, name)
    found = []
    for column, seen in values.items():
        guess, same = guessed.get(column), column if dictionary.field(column) else ""
        field = chosen.get(column, guess.field if guess else same)
        certain = column in chosen or field == column
        found.append(Column(column, _examples(seen), field, certain))
    return found


def chosen_columns(home: Home, name: str) -> dict[str, str]:
    """What somebody said about the columns; nothing as long as nobody did."""
    path = run_folder(home, name).path.parent / COLUMNS
    return {str(column): str(field) for column, field in read_json(path).items()} if path.exists() else {}


def choose_columns(home: Home, name: str, chosen: Mapping[str, str], dictionary: Dictionary) -> None:
    """Say which fields the columns of a batch hold, before it begins; also where it failed to.

    Raises Refused for columns and fields that there are not, for a field that two columns hold, and where it is late.
    """
    found = batch(home, name)
    if found.alive or found.status is not None:
        raise refuse("", "columns-late")
    refuse_shared(chosen)
    known = fields(dictionary)
    if unknown := sorted({field for column, field in chosen.items() if field not in ("", column, *known)}):
        raise Refused([Problem(field, "field-unknown") for field in unknown])
    folder = run_folder(home, name).path.parent
    data = folder / found.ordered.data
    refuse_missing(open_file(data), chosen, data)
    write_json(folder / COLUMNS, {column: field for column, field in chosen.items() if column != field})


def _examples(values: list[object]) -> tuple[str, ...]:
    shown = [str(value) for value in values if isinstance(value, str | int) and str(value).strip()]
    return tuple(dict.fromkeys(shown))[:EXAMPLES]
