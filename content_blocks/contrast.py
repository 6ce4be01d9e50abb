"""How well one colour can be read on another, by the rule of the Web Content Accessibility Guidelines."""

from __future__ import annotations

READABLE = 4.5
"""The least contrast for running text (WCAG 2.2, 1.4.3)."""

VISIBLE = 3.0
"""The least contrast for lines and areas that carry meaning (WCAG 2.2, 1.4.11)."""


def contrast(first: str, second: str) -> float:
    """The contrast of two colours `#rrggbb`, from 1 (none) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance from 0 to 1 (WCAG 2.2, definition of "relative luminance")."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
