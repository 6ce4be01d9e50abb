"""Runs of text as data: white space as a reader sees it, styles as letters, long words broken.

A stretch without a style is a plain string; any other an object: `w` what has to stay on one line, `t` the text after
it, `s` strong, `e` emphasis, `l` the address of a link; or `a` an atom (`break`, `page`, `pages`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from content_blocks.parts import Run, Runs, signed
from renderers.pdf.typst.breaking import Ruler
from renderers.pdf.words import SITE, address

Data = Any
"""What JSON can say."""

_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Room:
    """A place for text: its width in millimetres, the size of its letters in points, whether it is so narrow that even
    the name of a site may be broken, and how much of it the labels and the values of facts may take."""

    width: float
    size: float
    narrow: bool = False
    halves: tuple[float, float] = (0.44, 0.53)

    @property
    def em(self) -> float:
        """How wide it is in sizes of its letters."""
        return self.width * 72 / 25.4 / self.size


def running(runs: Runs, room: Room, ruler: Ruler) -> Data:
    """Some runs as data: a string if they have no style."""
    said = [each for run in collapsed(runs) for each in _run(run, room, ruler)]
    return said[0] if len(said) == 1 and isinstance(said[0], str) else said


def collapsed(runs: Runs) -> Iterator[Run]:
    """The runs with one space for any stretch of white space, and none at either end of a line (CSS Text 3, 4.1.1)."""
    kept: list[Run] = []
    open_ = True
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        text = text[1:] if open_ and text.startswith(" ") else text
        if run.atom == "break":
            _trim(kept)
        if text or run.atom:
            kept.append(run if text == run.text else _saying(run, text))
            open_ = run.atom == "break" or (not run.atom and text.endswith(" "))
    _trim(kept)
    return iter(kept)


def one_line(text: str) -> str:
    """A text with one space for any stretch of white space, and none at its ends."""
    return _SPACES.sub(" ", text).strip(" ")


def _trim(kept: list[Run]) -> None:
    """Takes the space off the end of a line."""
    if kept and kept[-1].text.endswith(" "):
        last = kept.pop()
        if text := last.text[:-1]:
            kept.append(_saying(last, text))


def _saying(run: Run, text: str) -> Run:
    return Run(text, run.strong, run.emphasis, run.link, run.filled, run.atom)


def _run(run: Run, room: Room, ruler: Ruler) -> Iterator[Data]:
    """A run as data; what has to stay on one line of it stands at the beginning of an object."""
    if run.atom:
        yield {"a": run.atom}
        return
    before, whole, after = _stretches(run, narrow=room.narrow)
    style = _style(run)
    if before:
        yield {"t": ruler.fitted(before, room.em), **style} if style else ruler.fitted(before, room.em)
    if whole:
        yield {"w": whole, "t": ruler.fitted(after, room.em), **style}


def _stretches(run: Run, *, narrow: bool) -> tuple[str, str, str]:
    """The text of a run in three: what is in the middle has to stay on one line, and without it all is in the first."""
    if not run.link:
        return signed(run)
    if run.link.startswith("tel:"):
        return "", run.text, ""
    site = None if narrow else SITE.match(run.text)
    return ("", site[0], run.text[site.end() :]) if site else (run.text, "", "")


def _style(run: Run) -> dict[str, Data]:
    style: dict[str, Data] = {name: 1 for name, is_set in (("s", run.strong), ("e", run.emphasis)) if is_set}
    return style if run.link is None else style | {"l": address(run.link)}


def strings(data: Data) -> Iterator[str]:
    """All texts in some data, and the words that name its parts."""
    todo = [data]
    while todo:
        each = todo.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            todo.extend(each.values())
        elif isinstance(each, list | tuple):
            todo.extend(each)
