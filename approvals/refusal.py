"""What the rules of approval refuse.

    NotAllowed      a person may not do this, for a stated reason

A refusal is a code with parameters; whoever faces people turns it into a sentence in their language.
"""

from __future__ import annotations


class NotAllowed(Exception):
    """A person may not do this; `code` says why, `params` what its sentence needs."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = params
        super().__init__(code)
