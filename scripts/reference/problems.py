"""The page of problems: every code with its sentences."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from content_blocks import problem_words
from scripts.reference.markdown import table


def page() -> Iterator[str]:
    """The page's lines."""
    yield "# Problems\n"
    yield "Everything that can be wrong with what people write or upload has a code, and a message with a hint in"
    yield "English and German. Files such as `quarantine.jsonl` hold the code and its parameters, never a value of a"
    yield "recipient.\n"
    for module in pkgutil.iter_modules(problem_words.__path__):
        yield f"## {module.name.replace('_', ' ').capitalize()}\n"
        sentences = importlib.import_module(f"{problem_words.__name__}.{module.name}").SENTENCES
        yield from table(
            ["code", "message", "hint"],
            ((f"`{code}`", message, hint) for code, (message, hint, *_) in sorted(sentences.items())),
        )
