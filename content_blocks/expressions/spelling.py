"""What an expression may look like before anything is made of it: short, visible, with exact and plain constants."""

from __future__ import annotations

import re

from jinja2 import Environment

from content_blocks.characters import forbidden_character
from content_blocks.problem import Refused, refuse

MAX_LENGTH = 1000
MAX_DIGITS = 15

_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
_ESCAPES = re.compile(r"\\[\\'\"]")


def check_source(source: str) -> None:
    """Refuse what is too long or holds characters that cannot be seen."""
    if len(source) > MAX_LENGTH:
        raise refuse("", "expression-too-long", limit=MAX_LENGTH)
    if code_point := forbidden_character(source, multiline=True):
        raise refuse("", "character-not-allowed", code_point=code_point)


def check_tokens(source: str, environment: Environment) -> None:
    """Refuse spellings of constants that would not be exact or plain: `1e9`, `0x1f`, `1_000`, `"\\x41"`."""
    for _, kind, text in environment.lexer.tokeniter(source, None, None, "variable"):
        if kind in ("integer", "float") and not _NUMBER.fullmatch(text):
            raise not_allowed(text)
        if kind in ("integer", "float") and len(text.replace(".", "")) > MAX_DIGITS:
            raise refuse("", "number-too-long", limit=MAX_DIGITS)
        if kind == "string" and "\\" in _ESCAPES.sub("", text):
            raise not_allowed("\\")


def not_allowed(construct: str) -> Refused:
    """The refusal of a construct, named as it is written, so that it needs no translation."""
    return refuse("", "expression-not-allowed", construct=construct)
