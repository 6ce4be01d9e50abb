"""One token for each text slot of a mail, and what the tokens stand for.

No author's or recipient's text goes into MJML: mrml would corrupt it, and markup could hide in it.  What goes in is
`zq0qz`, `zq1qz`, … in order of issue; the values, made safe for the place they stand in, follow after the compile and
are never scanned again, so a value that looks like a token stays what it is.
"""

from __future__ import annotations

import html
import re

from content_blocks.problem import Problem
from renderers.email.tree import Token
from renderers.link import SCHEMES, safe_address

SPECIAL = re.compile("[&<>\"']")


class Slots:
    """The values of a mail's tokens, by the order of their issue, and the problems met on the way."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self.links: list[str] = []
        self.problems: list[Problem] = []

    def markup(self, value: str) -> Token:
        """A slot for HTML that the caller has made from escaped text."""
        self.values.append(value)
        return Token(f"zq{len(self.values) - 1}qz")

    def text(self, value: str) -> Token:
        """A slot for literal text, in an element or a quoted attribute."""
        return self.markup(escaped(value))

    def link(self, address: str, where: str) -> Token:
        """A slot for the address of a link; one that is not allowed becomes a problem and an empty slot."""
        return self.markup(self.href(address, where))

    def href(self, address: str, where: str) -> str:
        """A link's address as an attribute value, noted for the text part to show too."""
        safe = safe_address(address)
        if safe is None:
            self.problems.append(Problem(where, "link-not-allowed", {"schemes": ", ".join(SCHEMES)}))
            return ""
        self.links.append(safe)
        return html.escape(safe)


def escaped(text: str) -> str:
    """Text that stays text in an element and in an attribute in double quotes."""
    return html.escape(text) if SPECIAL.search(text) else text
