"""The data of paths (SVG 1.1, 8.3): every number where its command expects one.

Written anew with blanks between the numbers: the short forms that the grammar allows, such as the two flags of an arc
running into the next number, are not read alike everywhere.
"""

from __future__ import annotations

import re

from renderers.assets.svg.values import LARGEST, NUMBER

TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
"""How many numbers each command takes, or a multiple of that many."""
COMMAND = re.compile(r"\s*([MLHVCSQTAZmlhvcsqtaz])")
ITEM = re.compile(rf"\s*,?\s*({NUMBER})")
FLAG = re.compile(r"\s*,?\s*([01])")
FLAGS = (3, 4)


def is_path(value: str) -> str | None:
    """The path written anew; None if a part of it is no path, which readers would draw up to there or not at all."""
    written: list[str] = []
    place = 0
    while place < len(value.rstrip()):
        command = COMMAND.match(value, place)
        if not command or (not written and command[1] not in "Mm"):
            return None
        numbers, place = _numbers(value, command.end(), command[1].upper() == "A")
        takes = TAKES[command[1].upper()]
        if len(numbers) % takes if takes else numbers:
            return None
        if (takes and not numbers) or any(abs(float(number)) > LARGEST for number in numbers):
            return None
        written.append(" ".join([command[1], *numbers]))
    return " ".join(written) or None


def _numbers(value: str, place: int, arc: bool) -> tuple[list[str], int]:
    """The numbers from a place on, and where they end."""
    numbers: list[str] = []
    while found := (FLAG if arc and len(numbers) % 7 in FLAGS else ITEM).match(value, place):
        numbers.append(found[1])
        place = found.end()
    return numbers, place
