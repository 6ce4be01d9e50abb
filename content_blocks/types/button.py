"""A call to action with its address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.scope import Scope
from content_blocks.text import Address, Line


class Button(Block):
    """A button on screens; on paper its label and its address in words."""

    type_name: ClassVar = "button"
    title: ClassVar = {"en": "Button", "de": "Schaltfläche"}

    label: Line = labelled("Label", "Beschriftung")
    url: Address = labelled(
        "Address", "Adresse", "https, mailto or tel; its host is fixed.", "https, mailto oder tel; der Host steht fest."
    )

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        return [parts.Link(scope.fill(self.label), scope.address(self.url))]

    specimen: ClassVar = {
        "type": "button",
        "id": "button",
        "label": {"en": "Open online banking", "de": "Online-Banking öffnen"},
        "url": "https://banking.example/accounts?account={{ account.iban }}",
        "short": {
            "en": "Online banking: https://banking.example/accounts",
            "de": "Online-Banking: https://banking.example/accounts",
        },
    }
