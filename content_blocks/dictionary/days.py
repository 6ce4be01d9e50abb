"""Reading days: ISO 8601 in JSON, the dictionary's form in text files, and never by guessing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from content_blocks.dictionary.field import Field, bound
from content_blocks.problem import refuse

ISO_FORM = "YYYY-MM-DD"


def date_pattern(form: str) -> str:
    """The regular expression (ECMA 262 and Python) of a form such as `DD.MM.YYYY`."""
    return f"^{re.sub('Y+|M+|D+', lambda part: f'([0-9]{{{len(part[0])}}})', form.replace('.', '[.]'))}$"


def date_reader(field: Field, form: str | None) -> Callable[[object], date]:
    """The reader of a `date` field; `form` is the text form, None for JSON, where a `date` will do as well."""
    written = form or ISO_FORM
    pattern, order = re.compile(date_pattern(written)), re.findall("Y+|M+|D+", written)
    low, high = bound(field, "min"), bound(field, "max")

    def read(content: object) -> date:
        day = content if form is None and type(content) is date else _parsed(content, pattern, order, written)
        if isinstance(low, date) and day < low:
            raise refuse("", "date-too-early", limit=low.isoformat())
        if isinstance(high, date) and day > high:
            raise refuse("", "date-too-late", limit=high.isoformat())
        return day

    return read


def _parsed(content: object, pattern: re.Pattern[str], order: list[str], form: str) -> date:
    found = pattern.fullmatch(content.strip()) if isinstance(content, str) else None
    try:
        if found:
            part = dict(zip(order, map(int, found.groups()), strict=True))
            return date(part["YYYY"], part["MM"], part["DD"])
    except ValueError:
        pass  # a day that no calendar has, refused below
    raise refuse("", "date-unreadable", form=form)
