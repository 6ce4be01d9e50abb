"""The words that our scripts say, from the one catalogue: the page carries those that it may need."""

from __future__ import annotations

import json
from functools import cache

from ccm.words import Speech
from web_editor.showing import STATIC


def words(_: Speech) -> dict[str, str]:
    """What each text is in a language; texts that are the same in it are left out."""
    return {text: shown for text in _said() if (shown := _(text)) != text}


@cache
def _said() -> tuple[str, ...]:
    return tuple(json.loads((STATIC / "island.words.json").read_text(encoding="utf-8")))
