"""A table over the elements of a list, with totals and subtotals carried over a page break."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.item import Condition, Formula, Identifier, Item, ListPath, Name
from content_blocks.names import Names
from content_blocks.parts import Carry, ColumnKind
from content_blocks.problem import refuse
from content_blocks.scope import Scope
from content_blocks.text import Inline, Line


class TableColumn(Item):
    """A column: its label, what a cell shows, and in the total row what stands below."""

    id: Identifier = labelled("Id", "Kennung", "What other settings call it.", "So nennen es andere Einstellungen.")
    label: Line = labelled("Label", "Beschriftung")
    value: Line = labelled("Cell", "Zelle", "What each row shows here.", "Was jede Zeile hier zeigt.")
    kind: ColumnKind = labelled(
        "Kind",
        "Art",
        choices={
            "text": ("Text", "Text"),
            "number": ("Number", "Zahl"),
            "money": ("Amount", "Betrag"),
            "percent": ("Percentage", "Prozentsatz"),
            "date": ("Date", "Datum"),
        },
        default="text",
    )
    width: int | None = labelled("Width in mm", "Breite in mm", default=None)
    priority: int = labelled(
        "Priority",
        "Rang",
        "Where room is short, high numbers go first.",
        "Wo Platz fehlt, entfallen hohe Zahlen zuerst.",
        default=1,
    )
    total: Line | None = labelled(
        "Below the rows", "Unter den Zeilen", "Such as a sum.", "Etwa die Summe.", default=None
    )


class Carried(Item):
    """The running total of `sum` over the rows, from `start`, shown in a column where the table breaks."""

    column: Identifier = labelled("Column", "Spalte", "The id of the column.", "Die Kennung der Spalte.")
    sum: Formula = labelled("Sum of", "Summe von", "What each row adds.", "Was jede Zeile beiträgt.")
    start: Formula | None = labelled("Starts at", "Beginnt bei", default=None)
    brought: Line = labelled("Label on top", "Beschriftung oben")
    carried: Line = labelled("Label at the bottom", "Beschriftung unten")
    show: Line = labelled("As printed", "In Schrift", "It may name running.", "Darf running nennen.")


class Table(Block):
    """One row per element of a list; `where` picks some.  In totals `rows` names the elements that are shown.

    With no row left, the sentence `empty` stands instead of the table.
    """

    type_name: ClassVar = "table"
    title: ClassVar = {"en": "Table", "de": "Tabelle"}
    conditions: ClassVar = ("where",)
    lists: ClassVar = ("rows",)

    caption: Line = labelled(
        "Caption", "Beschriftung", "Names the table for those who cannot see it.", "Benennt die Tabelle für alle."
    )
    caption_shown: bool = labelled("Show the caption", "Beschriftung zeigen", default=False)
    rows: ListPath = labelled("Rows from", "Zeilen aus")
    name: Name = labelled(
        "Called", "Genannt", "The name of one row.", "Der Name einer Zeile.", default="row", alias="as"
    )
    where: Condition | None = labelled("Only if", "Nur wenn", "Picks some rows.", "Wählt Zeilen aus.", default=None)
    columns: tuple[TableColumn, ...] = labelled("Columns", "Spalten", min_length=1, max_length=9)
    carry: Carried | None = labelled(
        "Carried forward", "Übertrag", "Where the table breaks.", "Wo die Tabelle umbricht.", default=None
    )
    empty: Inline | None = labelled(
        "Without rows",
        "Ohne Zeilen",
        "Stands instead of an empty table.",
        "Steht statt einer leeren Tabelle.",
        default=None,
    )

    @model_validator(mode="after")
    def _columns_hang_together(self) -> Table:
        names = [column.id for column in self.columns]
        if len(set(names)) < len(names):
            raise PydanticCustomError("table-column-repeated", "table-column-repeated")
        if self.carry and self.carry.column not in names:
            raise PydanticCustomError("column-unknown", "column-unknown")
        return self

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        rows = [row for row in scope.each(self.rows, self.name) if row.holds(self.where)]
        if not rows:
            return [parts.Paragraph(scope.fill(self.empty))] if self.empty else []
        cells = [column.value for column in self.columns]
        return [
            parts.Table(
                caption=scope.show(self.caption),
                columns=tuple(
                    parts.Column(scope.show(column.label), column.kind, column.width, column.priority)
                    for column in self.columns
                ),
                rows=tuple(tuple(row.show(cell) for cell in cells) for row in rows),
                total=self._total(scope, rows),
                carry=self._carry(scope, rows),
                caption_shown=self.caption_shown,
            )
        ]

    def names(self, outer: Names, field: str) -> Names:
        if field in ("where", "carry.sum") or (field.startswith("columns.") and field.endswith(".value")):
            return outer.repeated(self.rows, self.name)
        if field.startswith("columns.") and field.endswith(".total"):
            return outer.gathered(self.rows, "rows")
        return self._running(outer) if field == "carry.show" else super().names(outer, field)

    def _total(self, scope: Scope, rows: list[Scope]) -> tuple[str, ...] | None:
        if not any(column.total for column in self.columns):
            return None
        whole = scope.gathered(self.rows, "rows", [row.values[self.name] for row in rows])
        return tuple(whole.show(column.total) for column in self.columns)

    def _carry(self, scope: Scope, rows: list[Scope]) -> Carry | None:
        """Every running total is computed here, in decimals; an engine only picks the one for its page."""
        if self.carry is None:
            return None
        running = _number(self.carry.start.evaluate(scope.values)) if self.carry.start else Decimal(0)
        after = [running]
        for row in rows:
            after.append(after[-1] + _number(self.carry.sum.evaluate(row.values)))
        names = self._running(scope.names)
        values = dict(scope.values)
        shown = []
        for total in after:
            values["running"] = total
            shown.append(Scope(values, names).show(self.carry.show))
        index = [column.id for column in self.columns].index(self.carry.column)
        opening = shown[0] if self.carry.start else None
        return Carry(index, scope.show(self.carry.brought), scope.show(self.carry.carried), tuple(shown[1:]), opening)

    def _running(self, outer: Names) -> Names:
        """The names where a running total is shown: it is written as what it is the sum of."""
        assert self.carry is not None
        return outer.naming(running=outer.repeated(self.rows, self.name).facts(self.carry.sum))

    specimen: ClassVar = {
        "type": "table",
        "id": "table",
        "caption": {"en": "Transactions", "de": "Buchungen"},
        "caption_shown": True,
        "rows": "account.transactions",
        "as": "entry",
        "columns": [
            {
                "id": "day",
                "label": {"en": "Date", "de": "Datum"},
                "value": "{{ entry.booked | date(style='short') }}",
                "kind": "date",
                "width": 24,
            },
            {
                "id": "text",
                "label": {"en": "Details", "de": "Verwendungszweck"},
                "value": "{{ entry.text }}",
                "priority": 1,
                "total": {"en": "Closing balance", "de": "Endsaldo"},
            },
            {
                "id": "amount",
                "label": {"en": "Amount", "de": "Betrag"},
                "value": "{{ entry.amount | money }}",
                "kind": "money",
                "width": 32,
                "total": "{{ account.balance | money }}",
            },
        ],
        "carry": {
            "column": "amount",
            "sum": "entry.amount",
            "start": "account.opening",
            "brought": {"en": "Brought forward", "de": "Übertrag"},
            "carried": {"en": "Carried forward", "de": "Übertrag"},
            "show": "{{ running | money }}",
        },
        "empty": {"en": "No transactions this month.", "de": "Keine Buchungen in diesem Monat."},
        "channels": {
            "email": {
                "form": "rows",
                "rows": 3,
                "more": {
                    "en": "{{ hidden }} more in the PDF.",
                    "de": "{{ hidden }} weitere im PDF.",
                },
            }
        },
        "short": {
            "en": "{{ count(account.transactions) | plural(one='# transaction', other='# transactions') }}.",
            "de": "{{ count(account.transactions) | plural(one='# Buchung', other='# Buchungen') }}.",
        },
    }


def _number(value: object) -> Decimal:
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Decimal(value)
    raise refuse("carry", "carry-not-a-number")
