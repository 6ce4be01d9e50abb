"""From a mail's tree to HTML with gaps, once for each structure.

MJML compiles structure only, so a handful of structures serves millions of mails.  The key is the MJML itself.  The
compiled HTML is split at the tokens once; to fill it is then to copy a list and join it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import mrml

TOKEN = re.compile(r"zq(\d+)qz")
OPTIONS = mrml.RenderOptions(fonts={})


class StructureFailed(RuntimeError):
    """MJML refused or lost a part of a structure of ours: a fault in this room, never in somebody's text."""


@dataclass(frozen=True, slots=True)
class Structure:
    """Compiled HTML as stretches, in which every odd one is a gap; `gaps[i]` is the token of the i-th gap."""

    stretches: tuple[str, ...]
    gaps: tuple[int, ...]

    def filled(self, values: Sequence[str]) -> str:
        """The HTML with each gap closed by the value of its token."""
        page = list(self.stretches)
        page[1::2] = [values[token] for token in self.gaps]
        return "".join(page)


@lru_cache(maxsize=512)
def compiled(mjml: str) -> Structure:
    """The structure of some MJML; raises `StructureFailed` unless exactly the tokens that went in came out.

    A token may come out more than once, as the title does in `aria-label`.
    """
    stretches = TOKEN.split(_to_html(mjml))
    gaps = tuple(int(token) for token in stretches[1::2])
    if set(gaps) != {int(token) for token in TOKEN.findall(mjml)}:
        raise StructureFailed("tokens were lost in the compile")
    return Structure(tuple(stretches), gaps)


def _to_html(mjml: str) -> str:
    """The compile itself.  mrml can panic with an exception that is no `Exception`, hence `BaseException`."""
    try:
        output = mrml.to_html(mjml, render_options=OPTIONS)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:  # noqa: BLE001 - see above
        raise StructureFailed(type(fault).__name__) from None
    if output.warnings:
        raise StructureFailed("the compiler warned")
    return str(output.content)
