"""Days in a locale (CLDR through Babel)."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_skeleton

from content_blocks.formats.format import Format, FormatContext
from content_blocks.problem import refuse


def date(value: Any, context: FormatContext, style: str = "medium") -> str:
    """A day: `short` 02.01.26, `medium` 02.01.2026, `long` 2. Januar 2026, `month` Januar 2026.

    A day does not break over lines (DIN 5008).
    """
    if type(value) is not datetime.date:
        raise refuse("", "format-unfit", format="date")
    return _shown(value, style, context.locale)


@lru_cache(maxsize=4096)
def _shown(day: datetime.date, style: str, locale: str) -> str:
    if style == "month":
        return format_skeleton("yMMMM", day, locale=locale)
    return format_date(day, style, locale=locale).replace(" ", "\N{NO-BREAK SPACE}")


FORMATS = (Format("date", frozenset({"date"}), date, {"style": ("short", "medium", "long", "month")}),)
