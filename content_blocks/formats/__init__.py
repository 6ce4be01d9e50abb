"""Formats: the closed list of ways in which a value is shown, each typed and localised.

`{{ account.balance | money }}`: a placeholder names at most one.  To add a format, write its function and its line in
`FORMATS` in the file it belongs to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel.core import get_global

from content_blocks.formats import accounts, dates, numbers, words
from content_blocks.formats.format import Allowed, Format, FormatContext
from content_blocks.problem import Problem

__all__ = ["FORMATS", "Format", "FormatContext", "check_format", "default_format", "locale_data_version", "show"]

FORMATS: dict[str, Format] = {
    item.name: item for item in (*numbers.FORMATS, *dates.FORMATS, *words.FORMATS, *accounts.FORMATS)
}

_DEFAULTS = {
    "money": "money",
    "integer": "number",
    "decimal": "number",
    "percent": "percent",
    "date": "date",
    "boolean": "yes_no",
    "choice": "choice",
    "iban": "iban",
    "group": "salutation",
}


def default_format(field_type: str) -> str:
    """The format of a placeholder that names none, by the type of its field."""
    return _DEFAULTS.get(field_type, "text")


def show(value: Any, context: FormatContext, name: str, arguments: Mapping[str, Any] | None = None) -> str:
    """The text of a value in a format that `check_format` has found right.  Raises Refused if they do not fit."""
    return FORMATS[name].apply(value, context, **(arguments or {}))


def check_format(name: str, arguments: Mapping[str, Any]) -> list[Problem]:
    """What is wrong with a format as it is written: an unknown name, or arguments it does not take or lacks."""
    if name not in FORMATS:
        return [Problem("", "format-unknown", {"format": name, "known": ", ".join(sorted(FORMATS))})]
    parameters, required = FORMATS[name].parameters, FORMATS[name].required
    wrong = [key for key, value in arguments.items() if key not in parameters or not _allowed(value, parameters[key])]
    lacking = sorted(required - arguments.keys())
    return [Problem("", "format-argument", {"format": name, "argument": key}) for key in (*wrong, *lacking)]


def _allowed(value: Any, allowed: Allowed) -> bool:
    if isinstance(allowed, type):
        return isinstance(value, allowed)
    return any(type(value) is type(option) and value == option for option in allowed)


def locale_data_version() -> str:
    """The release of the Unicode locale data (CLDR) that names of months, separators and plurals come from."""
    release: str = get_global("cldr")["version"]
    return release
