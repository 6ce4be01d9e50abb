"""A paragraph of running text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.scope import Scope
from content_blocks.text import Inline


class Text(Block):
    """One paragraph; `tone` sets the opening apart from the body, and side remarks from both."""

    type_name: ClassVar = "text"
    title: ClassVar = {"en": "Text", "de": "Text"}

    text: Inline = labelled("Text", "Text")
    tone: Literal["body", "lead", "small"] = labelled(
        "Tone",
        "Ton",
        "Lead opens a letter, small is for remarks.",
        "„lead“ eröffnet, „small“ ergänzt.",
        choices={"body": ("Body", "Fließtext"), "lead": ("Lead", "Auftakt"), "small": ("Small", "Kleingedrucktes")},
        default="body",
    )

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        runs = scope.fill(self.text)
        return [parts.Paragraph(runs, self.tone)] if runs else []

    specimen: ClassVar = {
        "type": "text",
        "id": "text",
        "text": {
            "en": "{{ customer | salutation }},\\\nyour balance is **{{ account.balance | money }}** as of "
            "{{ document.date | date(style='long') }}. More on [our pages](https://banking.example/en/accounts).",
            "de": "{{ customer | salutation }},\\\nIhr Kontostand beträgt **{{ account.balance | money }}** zum "
            "{{ document.date | date(style='long') }}. Mehr auf [unseren Seiten](https://banking.example/konten).",
        },
        "short": {
            "en": "Your balance: {{ account.balance | money }}.",
            "de": "Ihr Kontostand: {{ account.balance | money }}.",
        },
    }
