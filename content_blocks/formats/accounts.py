"""Account and card numbers: readable in groups, or masked but for their end."""

from __future__ import annotations

from typing import Any

from content_blocks.formats.format import Format, FormatContext, text_of

_SHOWN = 4


def iban(value: Any, context: FormatContext) -> str:  # noqa: ARG001 - formats share one signature
    """Groups of four, the print format of ISO 13616; the blanks do not break over lines."""
    compact = text_of(value, "iban").replace(" ", "")
    return "\N{NO-BREAK SPACE}".join(compact[start : start + 4] for start in range(0, len(compact), 4))


def masked(value: Any, context: FormatContext) -> str:  # noqa: ARG001 - formats share one signature
    """Only the last four characters: `•••• 1234`; nothing of a number that has no more than those."""
    compact = text_of(value, "masked").replace(" ", "")
    return f"••••\N{NO-BREAK SPACE}{compact[-_SHOWN:]}" if len(compact) > _SHOWN else "••••"


FORMATS = (
    Format("iban", frozenset({"iban"}), iban),
    Format("masked", frozenset({"text", "iban", "phone"}), masked),
)
