"""Days and instants as people who work with the product read them, on pages; nothing a recipient gets."""

from __future__ import annotations

from datetime import UTC, date, datetime
from math import floor

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal


def told_day(day: date, language: str) -> str:
    """A day: 2 Nov 2026, 2. Nov. 2026."""
    return format_date(day, "d MMM y" if language == "en" else "medium", locale=_locale(language))


def told_instant(at: datetime, language: str) -> str:
    """An instant, in UTC: 2 Nov 2026, 08:15; a page shows it in the reader's own zone where it can."""
    pattern = "d MMM y, HH:mm" if language == "en" else "dd.MM.y, HH:mm"
    return format_datetime(at.astimezone(UTC), pattern, locale=_locale(language))


def _locale(language: str) -> str:
    return "en_GB" if language == "en" else language


def told_ratio(ratio: float, language: str) -> str:
    """A contrast, never rounded up to what it is not: 4.5 : 1, 4,5 : 1."""
    return f"{format_decimal(floor(ratio * 10) / 10, '0.0', locale=_locale(language))} : 1"
