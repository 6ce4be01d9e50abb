"""The address in the window of the envelope (DIN 5008)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.problem import refuse
from content_blocks.scope import Scope
from content_blocks.text import Line

MOST_LINES = 6
"""DIN 5008: the address zone of 27.3 mm takes six lines."""


class AddressWindow(Block):
    """The sender's small return line and the recipient's lines; empty lines are left out."""

    type_name: ClassVar = "address_window"
    title: ClassVar = {"en": "Address window", "de": "Anschriftfeld"}
    place: ClassVar = "template"

    return_line: Line | None = labelled("Return line", "Rücksendeangabe", default=None)
    lines: tuple[Line, ...] = labelled("Lines", "Zeilen", min_length=1, max_length=12)

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        lines = [runs for runs in map(scope.fill, self.lines) if parts.plain(runs).strip()]
        address = [run for line in lines for run in (parts.Run("", atom="break"), *line)][1:]
        count = sum(run.atom == "break" for run in address) + 1  # one field may hold several lines
        if count > MOST_LINES:
            raise refuse("", "address-too-long", lines=count, limit=MOST_LINES)
        sender = [parts.Paragraph(scope.fill(self.return_line), "small")] if self.return_line else []
        return [*sender, parts.Paragraph(tuple(address))]

    specimen: ClassVar = {
        "type": "address_window",
        "id": "address",
        "return_line": "{{ brand.return_line }}",
        "lines": ["{{ customer.name }}", "{{ customer.street }}", "{{ customer.postcode }} {{ customer.city }}"],
        "channels": {"email": "absent", "sms": "absent", "push": "absent"},
    }
