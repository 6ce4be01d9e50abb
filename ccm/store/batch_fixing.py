"""Rows that a batch held back: looked at with their values, corrected, and rendered again as a supplement."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from ccm.batch.held import Held, held, record_of
from ccm.batch.records import Record
from ccm.batch.records.exact import exact_json
from ccm.batch.verify import verify
from ccm.store.actor import Actor
from ccm.store.batch_columns import dictionary_of
from ccm.store.batches import Batch, batch, corrected_data, day_of, launch, run_folder, settled
from ccm.store.home import Home
from ccm.store.witnessing import unlogged
from content_blocks.dictionary import Dictionary
from content_blocks.dictionary.field_types import NUMBERS
from content_blocks.problem import Problem, refuse

Values = Mapping[str, str]
"""New texts by the paths of fields; elements of lists are counted from 0, as in `transactions[2].amount`."""

INDEX = re.compile(r"\[\d+\]")
NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,30})?")
STEP = re.compile(r"([^.\[\]]+)|\[(\d{1,6})\]")


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to stand in a row of the run (`supplement` 0) or of a supplement instead of what stands there."""

    supplement: int
    row: int
    values: Values


def held_back(home: Home, name: str) -> Iterator[Held]:
    """The rows that are held back still; none before a run has ended."""
    return held(run_folder(home, name))


def values_of(home: Home, name: str, supplement: int, row: int) -> tuple[Held, dict[str, str]]:
    """A row that is held back, and its single values by their paths; raises Refused for any other row."""
    entry = _held(home, name, supplement, row)
    record, _ = record_of(run_folder(home, name), entry)
    return entry, dict(_leaves(record or {}, ""))


def correct(home: Home, by: Actor, name: str, corrections: list[Correction], now: datetime | None = None) -> Batch:
    """Render corrected rows again, in a process of its own; raises Refused while the batch is at work."""
    found = settled(home, name)
    records, text = _corrected(home, name, corrections)
    first = run_folder(home, name)
    path = corrected_data(home, name, ".csv" if text else ".jsonl")
    (_write_csv if text else _write_lines)(path, records)
    with home.turn(now) as turn:
        turn.log("batch-corrected", by.id, batch=name, template=found.ordered.template, rows=len(records))
    return launch(home, name, ["retry", "--data", str(path), "--as-fields", "--", str(first.path)])


def verified(home: Home, name: str) -> list[Problem]:
    """Everything that is not as the certificates of a batch say, and certificates that the log does not tell of."""
    path = run_folder(home, name).path
    return [*verify(path), *unlogged(home, path)]


def _held(home: Home, name: str, supplement: int, row: int) -> Held:
    for entry in held_back(home, name):
        if (entry.supplement, entry.row) == (supplement, row):
            return entry
    raise refuse("", "row-not-held")


def _corrected(home: Home, name: str, corrections: list[Correction]) -> tuple[list[Record], bool]:
    found = batch(home, name)
    dictionary = dictionary_of(home, found.ordered.template, day_of(found))
    records, text = [], False
    for correction in corrections:
        entry = _held(home, name, correction.supplement, correction.row)
        record, text = record_of(run_folder(home, name), entry)
        if record is None:
            raise refuse("", "row-not-held")
        for path, value in correction.values.items():
            record = {**record, path: value} if text else _put(record, path, _typed(dictionary, path, value))
        records.append(record)
    return records, text


def _put(content: Any, path: str, value: object) -> Any:
    """The content with a value at a path."""
    step = STEP.match(path)
    if step is None:
        return value
    rest = path[step.end() :].removeprefix(".")
    if step[2] is not None:
        elements = content if isinstance(content, list) else []
        return [_put(it, rest, value) if number == int(step[2]) else it for number, it in enumerate(elements)]
    fields = content if isinstance(content, Mapping) else {}
    return {**fields, step[1]: _put(fields.get(step[1]), rest, value)}


def _typed(dictionary: Dictionary, path: str, value: str) -> object:
    """A value of JSON as the data dictionary wants it; what cannot be one stays text, and is held back again."""
    field = dictionary.field(INDEX.sub("[]", path))
    if field is not None and field.type == "boolean" and value in ("true", "false"):
        return value == "true"
    if field is not None and field.type in NUMBERS and NUMBER.fullmatch(value):
        return Decimal(value)
    return value


def _leaves(content: object, above: str) -> Iterator[tuple[str, str]]:
    if isinstance(content, Mapping):
        for name, value in content.items():
            yield from _leaves(value, f"{above}.{name}" if above else str(name))
    elif isinstance(content, list):
        for number, value in enumerate(content):
            yield from _leaves(value, f"{above}[{number}]")
    elif isinstance(content, bool):
        yield above, str(content).lower()
    else:
        yield above, "" if content is None else str(content)


def _write_csv(path: Path, records: list[Record]) -> None:
    names = list(dict.fromkeys(name for record in records for name in record))
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, names, restval="", delimiter=";")
        rows.writeheader()
        rows.writerows(records)


def _write_lines(path: Path, records: list[Record]) -> None:
    path.write_text("".join(f"{exact_json(record)}\n" for record in records), encoding="utf-8", newline="\n")
