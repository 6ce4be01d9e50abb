"""A query over several files, so that customers and their bookings can come from two systems.

Each file is a view named after it: `customers.csv` is `customers`.  Values from CSV and JSON are text there, since
DuckDB would read JSON amounts as floating point and guess at dates; the query casts what it calculates with.  The
result is written once, ordered by the id.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import duckdb

from ccm.batch.records import Input, Source, open_file
from ccm.batch.records.csv import layout
from ccm.batch.records.exact import exact_json, plain_row
from ccm.batch.records.identified import no_id_field
from ccm.batch.records.parquet import BATCH, column_names, identifier, literal, shut_in
from ccm.batch.records.scan import scan
from ccm.batch.records.shape import Shape, as_text, column_type, joined
from content_blocks.problem import Problem, Refused, refuse

SHOWN_PROBLEMS = 20
RESULT = "input.jsonl"

_CSV = """auto_detect=false, header=true, delim=',', quote='"', escape='"', allow_quoted_nulls=false,
    max_line_size=67108864"""
_JSON = "auto_detect=false, format='newline_delimited', maximum_object_size=67108864"


def query(paths: Sequence[Path], sql: str, run_folder: Path, id_field: str, encoding: str | None = None) -> Source:
    """Run a query and open its result.  Raises `Refused` for a fault in any file, in the query or in its result.

    Where the folder has a run already, its input is not replaced: the new hash then shows whether it is the same.
    """
    statement = _one_select(sql)
    sources = {path.stem: open_file(path, encoding) for path in paths}
    if len(sources) != len(paths):
        raise refuse("--data", "file-name-repeated")
    work = run_folder / ".state" / "query"
    work.mkdir(parents=True, exist_ok=True)
    try:
        _write_result(paths, sources, statement, work, id_field)
        made = open_file(work / RESULT)
        if not (run_folder / "run.json").exists():
            (work / RESULT).rename(run_folder / RESULT)
    finally:
        shutil.rmtree(work)
    text = any(source.kind != "parquet" for source in sources.values())
    made_from = {path.name: sources[path.stem].hash for path in paths}
    pinned = Input("json-lines", RESULT, made.hash, text, sql, made_from, encoding)
    return replace(open_file(run_folder / RESULT), input=pinned)


def _one_select(sql: str) -> str:
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise _failed(error) from None
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise refuse("--sql", "query-not-select")
    return sql.strip().rstrip(";")


def _write_result(
    paths: Sequence[Path], sources: Mapping[str, Source], statement: str, work: Path, id_field: str
) -> None:
    views = {path.stem: _view(path, sources[path.stem], work) for path in paths}
    parquet = [path for path in paths if sources[path.stem].kind == "parquet"]
    try:
        with shut_in(parquet, [work], work / "spill") as database:
            for name, select in views.items():
                database.execute(f"CREATE VIEW {identifier(name)} AS {select}")
            order = _order(database, statement, id_field)
            result = database.execute(f"SELECT * FROM (\n{statement}\n) ORDER BY {order}")  # noqa: S608 - it is a query
            _write(_rows(result), work / RESULT)
    except (duckdb.CatalogException, duckdb.PermissionException):
        raise refuse("--sql", "query-beyond-files", tables=", ".join(map(identifier, views))) from None
    except duckdb.Error as error:
        raise _failed(error) from None


def _order(database: duckdb.DuckDBPyConnection, statement: str, id_field: str) -> str:
    """The SQL for the id: a column of that name, or a place in one along a dotted path; refused if there is none."""
    names = column_names(database.execute(f"DESCRIBE {statement}").fetchall(), "--sql")
    if id_field in names:
        return identifier(id_field)
    if id_field.split(".")[0] not in names:
        raise no_id_field("--sql", id_field, names)
    return ".".join(map(identifier, id_field.split(".")))


def _rows(result: duckdb.DuckDBPyConnection) -> Iterator[dict[str, object] | Problem]:
    names = [str(column[0]) for column in result.description]
    while rows := result.fetchmany(BATCH):
        yield from (plain_row(names, row) for row in rows)


def _write(rows: Iterable[dict[str, object] | Problem], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            if isinstance(row, Problem):
                raise Refused([row.within("--sql")])
            file.write(exact_json(row) + "\n")


def _view(path: Path, source: Source, work: Path) -> str:
    """The query behind a file's view; text files are first rewritten in a form that leaves nothing to be guessed."""
    copy = work / f"{path.stem}.table"
    match source.kind:
        case "parquet":
            return f"SELECT * FROM read_parquet({literal(str(path.resolve()))})"  # noqa: S608 - the name is quoted
        case "csv":
            columns = _columns(dict.fromkeys(_copy_csv(path, source, copy), "VARCHAR"))
            return f"SELECT * FROM read_csv({literal(str(copy.resolve()))}, {columns}, {_CSV})"  # noqa: S608
    shape = _copy_json(source, copy, path.name)
    columns = _columns({name: column_type(inner) for name, inner in shape.items()})
    return f"SELECT * FROM read_json({literal(str(copy.resolve()))}, {columns}, {_JSON})"  # noqa: S608


def _columns(types: Mapping[str, str]) -> str:
    return "columns={" + ", ".join(f"{literal(name)}: {literal(kind)}" for name, kind in types.items()) + "}"


def _copy_csv(path: Path, source: Source, copy: Path) -> list[str]:
    _, _, header = layout(path, scan(path), source.input.encoding)
    with copy.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(record.values() for record in _sound(source, path.name))
    return header


def _copy_json(source: Source, copy: Path, name: str) -> dict[str, Shape]:
    shape: Shape = {}
    with copy.open("w", encoding="utf-8", newline="\n") as file:
        for record in _sound(source, name):
            shape = joined(shape, record)
            file.write(exact_json(as_text(record)) + "\n")
    if not isinstance(shape, dict) or not shape:
        raise refuse(name, "data-empty")
    return shape


def _sound(source: Source, name: str) -> Iterator[Mapping[str, object]]:
    """The records of a file in which nothing may be broken: a query cannot leave single rows out unseen."""
    problems: list[Problem] = []
    for _, record in source:
        if isinstance(record, Problem):
            problems.append(record.within(name))
            if len(problems) == SHOWN_PROBLEMS:
                break
        elif not problems:
            yield record
    if problems:
        raise Refused(problems)


def _failed(error: duckdb.Error) -> Refused:
    """Faults in the query are told in DuckDB's words, those in values by their kind: their words quote the value."""
    told = isinstance(error, duckdb.ParserException | duckdb.BinderException)
    reason = str(error).partition("\n")[0] if told else type(error).__name__
    return refuse("--sql", "query-failed", reason=reason)
