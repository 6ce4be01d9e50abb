"""What items, and the files beside a theme, may be called: whatever is kept is a file of a library at some time.

A name says where that file lies, so none may lead out of the library's folder, whichever way it came in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from content_blocks.problem import refuse
from templates_store.choose import Kind

_PART = r"[a-z0-9][a-z0-9_.-]{0,79}"
_NAME, _OF_A_PERSONA = re.compile(_PART), re.compile(f"{_PART}/{_PART}")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_. -]{0,79}(/[A-Za-z0-9][A-Za-z0-9_. -]{0,79})?")


def refuse_unfit_names(kind: Kind, name: str, files: Iterable[str] = ()) -> None:
    """Raises Refused for what cannot be the name of an item, or of a file beside it."""
    if not (_OF_A_PERSONA if kind == "persona" else _NAME).fullmatch(name):
        raise refuse(kind, "item-name-form")
    if not all(map(_FILE.fullmatch, files)):
        raise refuse(f"{kind} {name}", "file-name-form")
