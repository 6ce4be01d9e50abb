"""Runs as HTML: literal text escaped, styles as elements, page numbers as counters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup, escape

from content_blocks.parts import Run, Runs, signed
from content_blocks.problem import refuse
from renderers.link import SCHEMES, safe_address
from renderers.pdf.markup import element, join, void

SITE = re.compile(r"https://[\w.-]{1,24}(?![\w.-])|[\w.+-]{1,16}@[\w.-]{1,24}$")
"""A site with its scheme, or a mail address, short enough for the narrowest line of a letter."""
PAGE_ATOM = element("span", class_="page")


def inline(runs: Runs) -> Markup:
    """The words of some runs with their styles."""
    return join(_run(run) for run in spaces_forward(runs))


def spaces_forward(runs: Runs) -> Iterator[Run]:
    """The runs, a space at the end of one moved to the start of the next.

    The engine counts a stretch's last space when it measures a line; one that fits but for that space is broken after
    its first word.
    """
    space = ""
    for run, following in zip(runs, (*runs[1:], None), strict=True):
        text = space + run.text
        space = " " if following and not following.atom and text.endswith(" ") else ""
        yield replace(run, text=text.rstrip(" ") if space else text)


def _run(run: Run) -> Markup:
    match run.atom:
        case "break":
            return void("br")
        case "page" | "pages":
            return element("span", class_=run.atom)
        case _:
            return _styled(run)


def _styled(run: Run) -> Markup:
    words = _address_words(run.text) if run.link else _with_sign(run)
    words = element("em", words) if run.emphasis else words
    words = element("strong", words) if run.strong else words
    return element("a", words, href=address(run.link)) if run.link else words


def _with_sign(run: Run) -> Markup:
    before, sign, after = signed(run)
    return escape(before) + element("span", sign, class_="sign") + escape(after) if sign else escape(run.text)


def _address_words(text: str) -> Markup:
    """The words of a link; where they are a mail address or a web site, the name of the site stays on one line."""
    found = SITE.match(text)
    if not found:
        return escape(text)
    return element("span", found[0], class_="site") + escape(text[found.end() :])


def address(url: str) -> str:
    """The address of a link; raises Refused with `link-not-allowed` for one that could do anything but open a page,
    mail or call."""
    safe = safe_address(url)
    if safe is None:
        raise refuse("link", "link-not-allowed", schemes=", ".join(SCHEMES))
    return safe


def page_of(label: str) -> Runs:
    """A label such as "Page {page} of {pages}" as runs."""
    before, _, rest = label.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return (Run(before), Run("", atom="page"), Run(between), Run("", atom="pages"), Run(after))
