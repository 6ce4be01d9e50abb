"""What attributes may hold.  A check gives the value as it is written from now on, None for one that is not allowed."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import prod
from typing import TypeAlias

from PIL import ImageColor

Check: TypeAlias = Callable[[str], str | None]

LARGEST = 100_000
"""No number is larger; a drawing is a page wide at most, and engines calculate with few digits."""
NUMBER = r"[-+]?(?>\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,2}(?!\d))?"
"""A number as CSS and SVG both read it: no dot at its end."""
NUMBERS = re.compile(NUMBER)
LENGTH = re.compile(rf"({NUMBER})(px|pt|pc|mm|cm|in|%)?")
SEPARATOR = re.compile(r"\s*,\s*|\s+")
CALLED = r"[A-Za-z_][A-Za-z0-9_.-]{0,99}"
LOCAL_URL = re.compile(rf"url\(\s*(['\"]?)#({CALLED})\1\s*\)(\s+[^()]*)?")
HREF = re.compile(rf"#({CALLED})")
HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
FUNCTION = re.compile(rf"(?:rgb|hsl)a?\((?:\s*{NUMBER}%?\s*[,/]?){{3,4}}\s*\)")
COLOURS = frozenset(ImageColor.colormap) | {"transparent", "currentcolor"}
FUNCTIONS = {"matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3), "skewX": (1,), "skewY": (1,)}
"""The functions of `transform` with how many numbers they take (SVG 1.1, 7.6)."""
TRANSFORM = re.compile(r"\s*(\w+)\s*\(([^()]*)\)\s*,?")
RATIO = re.compile(r"none|x(Min|Mid|Max)Y(Min|Mid|Max)( (meet|slice))?")


def one_of(*words: str) -> Check:
    """One of a few words."""
    return lambda value: value if value in words else None


def numbers(value: str) -> list[float] | None:
    """The numbers in a list, by commas or blanks; None if there is anything else or one is too large."""
    parts = SEPARATOR.split(value.strip())
    if not all(NUMBERS.fullmatch(part) for part in parts):
        return None
    found = [float(part) for part in parts]
    return found if all(abs(number) <= LARGEST for number in found) else None


def measure(value: str) -> float | None:
    """The number of a length, whatever its unit; None if it is no length, or one in units of a font."""
    found = LENGTH.fullmatch(value)
    number = float(found[1]) if found else None
    return number if number is not None and abs(number) <= LARGEST else None


def length(value: str) -> str | None:
    """A length or place, in whatever unit that needs no font."""
    return value if measure(value) is not None else None


def extent(value: str) -> str | None:
    """A length that is not negative."""
    size = measure(value)
    return value if size is not None and size >= 0 else None


def positive(value: str) -> str | None:
    """A number of at least 1, as the limit of miters is (SVG 1.1, 11.4)."""
    found = numbers(value)
    return value if found and len(found) == 1 and found[0] >= 1 else None


def share(value: str) -> str | None:
    """From 0 to 1, or in percent."""
    found = numbers(value.removesuffix("%"))
    return value if found and len(found) == 1 and 0 <= found[0] <= (100 if value.endswith("%") else 1) else None


def lengths(value: str) -> str | None:
    """Dashes and gaps (SVG 2, 13.5.6): lengths of which at least one is more than nothing."""
    if value == "none":
        return value
    parts = SEPARATOR.split(value)
    sizes = [size for part in parts if (size := measure(part)) is not None and size >= 0]
    return " ".join(parts) if len(sizes) == len(parts) and sum(sizes) > 0 else None


def points(value: str) -> str | None:
    """Pairs of numbers; written apart, as engines differ about signs that only follow each other."""
    parts = NUMBERS.findall(value)
    plain = re.sub(r"[\s,]+", "", value) == "".join(parts)
    paired = numbers(" ".join(parts)) if plain and parts else None
    return " ".join(parts) if paired and len(paired) % 2 == 0 else None


def view_box(value: str) -> str | None:
    """Left, top, width and height, the last two more than nothing (SVG 1.1, 7.7)."""
    found = numbers(value)
    sound = found and len(found) == 4 and min(found[2:]) > 0
    return " ".join(SEPARATOR.split(value)) if sound else None


def ratio(value: str) -> str | None:
    """How a picture sits in a place of other proportions (SVG 1.1, 7.8)."""
    return value if RATIO.fullmatch(value) else None


def colour(value: str) -> str | None:
    """A named colour, `#rgb`, `#rrggbb`, or the functions of CSS Color 3."""
    known = value.lower() in COLOURS or HEX.fullmatch(value) or FUNCTION.fullmatch(value)
    return value if known else None


def paint(value: str) -> str | None:
    """A colour, nothing, or a gradient of the same file; a colour for want of it is never needed."""
    found = LOCAL_URL.fullmatch(value)
    return f"url(#{found[2]})" if found else value if value == "none" else colour(value)


def clipping(value: str) -> str | None:
    """A clipping path of the same file, or none."""
    found = LOCAL_URL.fullmatch(value)
    return f"url(#{found[2]})" if found and not found[3] else value if value == "none" else None


def href(value: str) -> str | None:
    """The id of another element in the same file."""
    return value if HREF.fullmatch(value) else None


def transform(value: str) -> str | None:
    """Functions with as many numbers as they take, none of which flattens the drawing to nothing."""
    place, written = 0, []
    while place < len(value):
        found = TRANSFORM.match(value, place)
        given = numbers(found[2]) if found else None
        if not found or given is None or len(given) not in FUNCTIONS.get(found[1], ()) or not _area(found[1], given):
            return None
        written.append(f"{found[1]}({' '.join(SEPARATOR.split(found[2].strip()))})")
        place = found.end()
    return " ".join(written) or None


def _area(function: str, given: list[float]) -> float:
    """What becomes of an area of 1; a matrix without any cannot be turned round, which gradients need."""
    if function == "matrix":
        return given[0] * given[3] - given[1] * given[2]
    if function == "scale":
        return prod(given)
    return 1.0
