"""SVG pictures, written anew from what is allowed, so that nothing nobody thought of gets through.

The stages: `reading` parses without entities, document types or addresses; `style_sheet` and `properties` bring
every style down to attributes; `drawing` builds the new tree from the tables in `allowed`; `values` says what an
attribute may hold; `references` follows `#id`; `writing` gives the canonical bytes.
"""

from __future__ import annotations

from content_blocks.problem import Refused
from renderers.assets.svg.drawing import drawn
from renderers.assets.svg.reading import read
from renderers.assets.svg.references import reference_problems
from renderers.assets.svg.writing import written

MOST_PROBLEMS = 20
"""Shown at once; a file with more faults than that is no drawing of the kind that can be kept."""


def harmless_svg(content: bytes) -> bytes:
    """An SVG file of shapes, gradients, clipping paths and local references, and nothing else.

    Raises Refused with what is wrong with it; the place of each problem begins with its line.
    """
    drawing, problems = drawn(read(content))
    problems += reference_problems(drawing)
    if problems:
        raise Refused(list({problem.identity(): problem for problem in problems}.values())[:MOST_PROBLEMS])
    return written(drawing)
