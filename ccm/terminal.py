"""What the commands print: problems in words, tables, and exit codes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any

import click

from ccm.words import user_language
from content_blocks.characters import escaped_in_json as printable
from content_blocks.problem import Problem
from content_blocks.problem_words import wording


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    QUARANTINED = 3


def problem_data(problem: Problem) -> dict[str, Any]:
    """A problem for machines: place, code, parameters, and the sentences in the user's language."""
    words = wording(problem.code, dict(problem.params), user_language())
    return {
        "where": problem.where,
        "code": problem.code,
        "params": dict(problem.params),
        "message": words.message,
        "hint": words.hint,
    }


def print_problems(problems: Iterable[Problem]) -> None:
    """Every problem with its place, message and hint, on standard error."""
    for problem in problems:
        words = wording(problem.code, dict(problem.params), user_language())
        place = f"{problem.where}: " if problem.where else ""
        click.echo(f"{click.style(place, bold=True)}{words.message}", err=True)
        click.echo(f"    {words.hint}", err=True)


def print_json(content: object) -> None:
    """One JSON value on standard output."""
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows under headings, fitted to the terminal."""
    from rich.console import Console  # takes longer to load than most commands need for all they do
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))  # what people write is text, never markup
    Console(soft_wrap=False).print(table)


def print_facts(facts: Mapping[str, str]) -> None:
    """Labels and values under each other."""
    width = max(map(len, facts), default=0)
    for label, value in facts.items():
        click.echo(f"{label:<{width}}  {printable(value)}")
