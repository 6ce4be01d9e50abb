"""The page of the data dictionary: field types, what each may say, and roles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from content_blocks.dictionary import Dictionary
from content_blocks.dictionary.field_types import ATTRIBUTES, FIELD_TYPES, ROLES
from content_blocks.parts import Privacy
from scripts.reference.markdown import code, fields, prose, table

ALWAYS = "`required`, `privacy`, `as`, `label`, `sample` and `note`"


def page() -> Iterator[str]:
    """The page's lines."""
    yield "# Data dictionary\n"
    yield f"`dictionaries/NAME.yaml`. {prose(Dictionary.__doc__)}\n"
    yield "It alone gives types: what a file or a request delivers is text until the dictionary has read it. From it"
    yield "come the JSON Schema of a record (`ccm template schema NAME`) and the problems of quarantined rows.\n"
    yield from fields(Dictionary)
    yield "## Field types\n"
    yield f"Every field may have {ALWAYS}. Privacy is one of {code(*get_args(Privacy))}.\n"
    yield from table(["type", "may also have"], ((f"`{kind}`", _attributes(kind)) for kind in FIELD_TYPES))
    yield "## Roles\n"
    yield "`as` says what ccm may use a field for besides showing it. Only `id` is needed by every dictionary.\n"
    yield from table(["`as`", "field types"], ((f"`{role}`", code(*sorted(kinds))) for role, kinds in ROLES.items()))


def _attributes(kind: str) -> str:
    return code(*(name for name, kinds in ATTRIBUTES.items() if kind in kinds)) or "–"
