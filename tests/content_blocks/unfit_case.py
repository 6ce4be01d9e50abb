"""What a case of a small template with one fault is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from content_blocks.bundle import Bundle
from content_blocks.specimen import SPECIMEN_DAY
from tests.content_blocks.worlds import bundle_of, text

Data = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A template with one fault: its body, what else is changed, and the problems as place and code."""

    body: list[Data]
    expected: list[tuple[str, str]]
    change: Data = field(default_factory=dict)
    clause: Data = field(default_factory=dict)
    kind: Data = field(default_factory=dict)
    fields: Data = field(default_factory=dict)
    language: str = "en"
    day: date = SPECIMEN_DAY

    def bundle(self) -> Bundle:
        """The bundle of the template."""
        changes = {"clause": self.clause, "kind": self.kind, "fields": self.fields, **self.change}
        return bundle_of(*self.body, language=self.language, **changes)


SAID: Data = {"short": "Said."}
REQUIRED: Data = {"required": [{"block": "specimen-clause"}]}
PRIVATE: Data = {"personal_on_lock_screen": False}
SLOT: Data = {"type": "slot", "id": "s"}
LINES: Data = {"messages": {"sms": "a", "push_title": "b", "push_body": "c"}}
PERSONAL_PUSH: Data = {
    "push_title": "{{ customer.name }}",
    "push_body": "{{ account.due }}",
    "deep_link": "https://bank.example/?due={{ account.due }}",
}
AS_CARD: Data = {"each": "account.cards", "as": "card"}
TABLE: Data = {
    "type": "table",
    "id": "t",
    "caption": "C",
    "rows": "account.transactions",
    "as": "entry",
    "columns": [{"id": "a", "label": "A", "value": "{{ entry.amount }}", "total": "{{ sum(rows.amount) }}"}],
}


def wording_of(source: Any, **changes: Any) -> Data:
    return {"long": [text(source, "inner")], "blanks": {}, "inputs": {}, **changes}


def column(value: str, total: str = "") -> list[Data]:
    return [{"id": "a", "label": "A", "value": value, "total": total}]


PLAIN_USE: Data = {"inputs": {}, "blanks": {}}
